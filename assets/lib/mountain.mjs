/** plotly's mountain at one size, out of sight: panels show photographs of it, each from its own camera. */

import { element } from "./canvas.mjs";
import { endOn } from "./camera.mjs";
import { rows } from "./grid.mjs";
import { makeEye, sceneCanvas } from "./plotly_scene.mjs";
import { seenBy, sizedScene } from "./sized.mjs";

export const CONFIG = { displayModeBar: false, responsive: false, doubleClick: false, showTips: false };

export class Mountain {
  /** `lost(mountain)` hears that the browser has taken the picture away. */
  constructor(host, { options, lost }) {
    this.options = options;
    this.drawings = 0; // how often plotly made it anew: photographs of another one are old
    this.coarse = false;
    this.plot = element("div");
    host.append(this.plot);
    this.plot.addEventListener("webglcontextlost", () => lost(this), true);
  }

  /** Draw it for a panel's size and camera; the one slow thing here. */
  async raise(grid, figure, { size, scale, camera }) {
    const [width, height] = size;
    const layout = { ...figure.layout, scene: sizedScene(figure.layout.scene, scale, camera), width, height };
    this.standing = false;
    if (this.eye?.fast) this.eye.turn(camera); // plotly keeps the camera it had
    await globalThis.Plotly.react(this.plot, [{ ...figure.data[0], z: rows(grid) }], layout, CONFIG);
    this.eye ??= makeEye(this.plot, this.options);
    this.stand(size, camera, !this.eye.holdLight() && this.eye.fast);
  }

  /** Bring it to another size. */
  async resize({ size, camera }) {
    const [width, height] = size;
    this.standing = false;
    await this.relayout(camera, { width, height });
    this.stand(size, camera, false);
  }

  stand(size, camera, drawn) {
    this.drawings++;
    Object.assign(this, { size, standing: true, hidden: String(endOn(camera)) });
    this.at = drawn && near(this.eye.camera(), camera) ? this.keyOf(camera) : null;
  }

  /** Leave out the words of an axis that this camera sees from its end. */
  async trim(camera) {
    if (this.hidden === String(endOn(camera))) return;
    this.hidden = String(endOn(camera));
    await this.relayout(camera);
    this.at = null;
  }

  relayout(camera, change = {}) {
    return globalThis.Plotly.relayout(this.plot, { ...change, ...seenBy(camera) });
  }

  /** With fewer corners while it turns, or with all again. */
  coarsen(on) {
    if (!this.eye || this.coarse === on) return;
    this.coarse = on;
    this.eye.coarsen(on);
    this.drawings++;
  }

  finish() {
    this.eye?.finish();
  }

  keyOf(camera) {
    return [this.drawings, camera].join();
  }

  /** Draw what a camera sees, if it is not there; a promise where plotly takes its time. */
  look(camera) {
    if (this.at === this.keyOf(camera)) return null;
    this.at = this.keyOf(camera);
    const turned = this.eye.turn(camera);
    this.eye.redraw();
    return turned ?? null;
  }

  /** plotly's drawing, fine enough for any screen. */
  get canvas() {
    return sceneCanvas(this.plot);
  }

  /** Give the picture back, until it is raised again. */
  rest() {
    globalThis.Plotly.purge(this.plot);
    Object.assign(this, { standing: false, coarse: false, eye: null });
  }

  dispose() {
    if (this.eye) this.rest();
    this.plot.remove();
  }
}

const near = (a, b) => a.every((value, i) => Math.abs(value - b[i]) < 1e-6);
