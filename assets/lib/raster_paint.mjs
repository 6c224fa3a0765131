/** Pictures of many walks in colours: a hue per minimum, darker where it takes longer; greys and hatches for other endings. */

import { memoryCanvas } from "./canvas.mjs";
import { tempo, UNKNOWN } from "./raster.mjs";

const DARKEST = 0.58; // of a hue's light is left where a walk takes longest

/** Where a hatch has ink, by device pixels. */
const PATTERNS = {
  plain: () => false,
  rising: (x, y) => (x + y) % 7 < 2,
  falling: (x, y) => (x - y + 70_000) % 7 < 2,
  dots: (x, y) => x % 5 < 2 && y % 5 < 2,
};

/**
 * Which hue each minimum has: as long as there are some, one of its own; then that whose nearest
 * other minimum is farthest, so that neighbours differ. Minima found later change none before.
 */
export function huesOf(minima, count) {
  const hues = [];
  minima.forEach((place, n) => {
    const room = Array.from({ length: count }, (_, hue) => nearest(place, minima.filter((_other, m) => m < n && hues[m] === hue)));
    hues.push(room.indexOf(Math.max(...room)));
  });
  return hues;
}

const nearest = ([x, y], others) => Math.min(...others.map(([a, b]) => Math.hypot(a - x, b - y)));

/** How dark a walk of so many steps is painted: its share of light, 1 for the quickest. */
export function lightOf(step, { quick, slow }) {
  const share = slow > quick ? Math.log((step + 1) / (quick + 1)) / Math.log((slow + 1) / (quick + 1)) : 0;
  return 1 - (1 - DARKEST) * Math.min(Math.max(share, 0), 1);
}

/** Colours of all classes: those of endings, then from `first` on those of the minima. */
export function colorsOf({ endings, first, minima }, looks) {
  const hues = huesOf(minima, looks.basins.length);
  const other = (key) => ({ color: rgb(looks.endings[key].color), ink: rgb(looks.endings[key].ink), covers: PATTERNS[looks.endings[key].pattern] });
  return [...endings.map(other), ...Array(first - endings.length), ...hues.map((hue) => ({ color: rgb(looks.basins[hue]) }))];
}

/** Paint a picture into the pixels of an image {data, width, height}, its first row at the bottom. */
export function paint(raster, image, looks) {
  const { rows, columns, classes, when, first } = raster;
  const { data, width, height } = image;
  const colors = colorsOf(raster, looks);
  const lights = lightsOf(raster);
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(((height - 1 - y + 0.5) / height) * rows) * columns;
    for (let x = 0; x < width; x++, at += 4) {
      const cell = row + Math.floor(((x + 0.5) / width) * columns);
      const kind = classes[cell];
      data[at + 3] = kind === UNKNOWN ? 0 : 255;
      if (kind === UNKNOWN) continue;
      const { color, ink, covers } = colors[kind];
      const light = kind < first ? 1 : lights[when[cell]];
      const [r, g, b] = covers?.(x, y) ? ink : color;
      data[at] = r * light;
      data[at + 1] = g * light;
      data[at + 2] = b * light;
    }
  }
}

/** How light a minimum's hue is after each number of steps. */
function lightsOf(raster) {
  const pace = tempo(raster);
  return pace && Float32Array.from({ length: raster.steps + 1 }, (_, step) => lightOf(step, pace));
}

/** Draw a picture {raster, looks} into a frame {x, y, width, height} of a context with `ratio` pixels to one. */
export function drawRaster(ctx, { raster, looks }, { x, y, width, height }, ratio) {
  ctx.drawImage(paintedCanvas(raster, width * ratio, height * ratio, looks), x, y, width, height);
}

/** A canvas in memory with the picture, in device pixels. */
export function paintedCanvas(raster, width, height, looks) {
  const canvas = memoryCanvas(Math.max(width, 1), Math.max(height, 1));
  const ctx = canvas.getContext("2d");
  const image = ctx.createImageData(canvas.width, canvas.height);
  paint(raster, image, looks);
  ctx.putImageData(image, 0, 0);
  return canvas;
}

const rgb = (hex) => [1, 3, 5].map((n) => parseInt(hex.slice(n, n + 2), 16));
