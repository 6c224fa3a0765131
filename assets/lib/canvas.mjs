/** 2D canvases: on the page, sharp at any pixel ratio; or in memory, for a film. */

const SHARPEST = 2; // device pixels per CSS pixel: more costs time and nobody sees it

/** Pixels of a page's canvas to one CSS pixel. */
export const screenRatio = () => Math.min(globalThis.devicePixelRatio || 1, SHARPEST);

/** Fit a canvas to `width` x `height` CSS pixels and return its cleared context, in CSS pixels. */
export function prepare(canvas, width, height, ratio = screenRatio()) {
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  const ctx = canvas.getContext("2d");
  if (canvas.width !== w || canvas.height !== h) Object.assign(canvas, { width: w, height: h });
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, width, height);
  return ctx;
}

/**
 * A canvas in memory, drawn by the processor: a film's frames are read back one by one, which
 * costs a graphics card's canvas ten times what drawing it there saves.
 */
export function memoryCanvas(width, height, options = {}) {
  const canvas = new OffscreenCanvas(Math.ceil(width), Math.ceil(height));
  canvas.getContext("2d", { willReadFrequently: true, ...options });
  return canvas;
}

/**
 * A canvas of the page that pictures are put up on. The browser looks at each canvas that can be drawn on
 * in every frame in which one of them changes; those that only show a picture cost nothing while it stands.
 */
export class Poster {
  constructor(canvas) {
    this.canvas = canvas;
    this.memory = new OffscreenCanvas(1, 1);
  }

  /** Put up what `draw(ctx)` draws, in CSS pixels; nothing where there is no room. */
  show(width, height, draw) {
    if (Math.min(width, height) < 1) return this.clear();
    draw(prepare(this.memory, width, height));
    this.put(this.memory.transferToImageBitmap());
  }

  clear() {
    this.put(null);
  }

  put(bitmap) {
    this.canvas.getContext("bitmaprenderer").transferFromImageBitmap(bitmap);
  }
}

/** An element with a class, properties and children. */
export function element(tag, className = "", props = {}, ...children) {
  const node = Object.assign(document.createElement(tag), { className, ...props });
  node.append(...children);
  return node;
}
