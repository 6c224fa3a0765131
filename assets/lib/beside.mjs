/**
 * A worker that draws what stands on mountains and map while they are played: contours, discs and planes that change
 * with each step took half of the time that the page's own thread spends on a frame.
 */

export class Beside {
  constructor() {
    this.orders = []; // of this frame: they travel together, and so do the drawings
    this.takers = new Map(); // by order: who waits for its drawing
    this.made = 0; // orders so far
    this.sent = new Map(); // by number: the picture that the worker has
  }

  /** Whether it can draw. The first question starts it: who never plays needs none. */
  get ready() {
    if (this.able === undefined) this.start();
    return this.able;
  }

  /** Where there are no workers, as in some frames inside other pages, the page draws all for itself. */
  start() {
    this.able = false;
    try {
      this.worker = new Worker(new URL("./beside_worker.mjs", import.meta.url), { type: "module" });
    } catch {
      return;
    }
    this.worker.onmessage = ({ data }) => this.hear(data);
    this.worker.onerror = () => this.stop();
  }

  /** One that failed is asked no more, nor heard. */
  stop() {
    this.able = false;
    this.worker.terminate();
  }

  hear(drawn) {
    this.able = true;
    for (const { order, ...drawing } of drawn) {
      this.takers.get(order)(drawing);
      this.takers.delete(order);
    }
  }

  /**
   * Draw a picture at a moment {time, style, size, ratio}, under the number of whoever asks. Resolves to {bitmap,
   * passed}, with no bitmap where there is no room; never where the worker fails.
   */
  draw(number, picture, moment) {
    if (!this.orders.length) queueMicrotask(() => this.worker.postMessage(this.orders.splice(0)));
    const order = this.made++;
    this.orders.push({ order, number, ...this.news(number, picture), moment });
    return new Promise((resolve) => this.takers.set(order, resolve));
  }

  /** What the worker does not have yet of a picture. */
  news(number, picture) {
    if (this.sent.get(number) === picture) return {};
    const { scene, lens, walkers } = picture;
    const other = scene !== this.scene;
    if (other) this.sent.clear();
    this.scene = scene;
    this.sent.set(number, picture);
    return { scene: other && { ...scene, places: undefined }, from: lens.from, walkers }; // what is kept of places is worked out there
  }
}
