/** Cameras: where the eye stands and what it looks at, in units of the mountain's box. +z is up. */

import { boxMatrix, lookAt, makeProjection, multiply, perspective, toPixel } from "./projection.mjs";

export const FOVY = Math.PI / 4; // plotly's own
const BEARING = [0.42, -1, 1.1]; // south-south-east of the mountain, so that +y, north, lies ahead
const LABELS = { x: 34, y: 30 }; // px at each side of the box that its axis labels take, at scale 1
const APART = 24; // px more, as far as the scale falls short of 1: plotly keeps labels off their axis by as much at every scale
const CORNERS = [0, 1, 2, 3, 4, 5, 6, 7];
const ROUNDS = 3; // of lifting and coming nearer: a fourth would move nothing by a pixel
const STEEP = 0.1; // from nearly above, what is looked at may be as high as it likes

/** Six numbers, eye then target, of plotly's camera. */
export const fromPlotly = ({ eye, center }) => [eye, center].flatMap(({ x, y, z }) => [x, y, z]);

/** plotly's camera of six numbers. */
export function toPlotly([x, y, z, a, b, c]) {
  return { eye: { x, y, z }, center: { x: a, y: b, z: c }, up: { x: 0, y: 0, z: 1 } };
}

const END_ON = Math.cos(Math.PI / 18); // within ten degrees of the line of sight an axis has no room for its words

/** Which of the axes x, y, z are seen from their end. */
export function endOn([x, y, z, a, b, c]) {
  const sight = [x - a, y - b, z - c];
  return sight.map((along) => Math.abs(along) > END_ON * Math.hypot(...sight));
}

/** As a link holds it: short, and exact enough for the same picture. */
export const toText = (camera) => camera.map((value) => Number(value.toFixed(3))).join(",");

/** How large walkers and words are on a picture of a mountain: 1 on a panel as in a row of three. */
export const sceneScale = (width, height) => Math.min(Math.max(Math.min(width / 340, height / 300), 0.6), 2.4);

/** The nearest camera from which the whole mountain fits a panel of this shape, seen from a `bearing` [x, y, z]. */
export function fitting(ratio, width, height, bearing = BEARING) {
  const key = [ratio.x, ratio.y, ratio.z, width, height, ...bearing].join();
  if (key !== last.key) last = { key, camera: fitted(ratio, width, height, bearing) };
  return last.camera;
}

let last = {}; // cameras that go around ask for the same one in each frame

function fitted(ratio, width, height, bearing) {
  const length = Math.hypot(...bearing);
  const [east, north, up] = bearing.map((b) => b / length);
  const at = (distance, lift) => [east * distance, north * distance, up * distance + lift, 0, 0, lift];
  let lift = 0; // so far above the middle it is looked at that as much is free above the mountain as below it
  for (let i = 0; ; i++) {
    const camera = at(nearest((distance) => fits(ratio, at(distance, lift), width, height)), lift);
    if (i === ROUNDS) return camera;
    lift += lifting(ratio, camera, width, height);
  }
}

/** The least distance that `fit`s, by bisection. */
function nearest(fit) {
  let [near, far] = [0.8, 12];
  for (let i = 0; i < 24; i++) {
    const middle = (near + far) / 2;
    if (fit(middle)) far = middle;
    else near = middle;
  }
  return far;
}

/** The camera turned by `radians` about the vertical through what it looks at. */
export function turned([x, y, z, a, b, c], radians) {
  const [dx, dy] = [x - a, y - b];
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return [a + dx * cos - dy * sin, b + dx * sin + dy * cos, z, a, b, c];
}

const STEEPEST = Math.PI / 2 - 1e-3; // radians over the ground: straight above there is no north

/** The camera after a hand has dragged the mountain by so many heights of the picture, to the right and down: half a turn each. */
export function orbited([x, y, z, a, b, c], dx, dy) {
  const [ex, ey, ez] = [x - a, y - b, z - c];
  const distance = Math.hypot(ex, ey, ez);
  const bearing = Math.atan2(ey, ex) - Math.PI * dx;
  const rise = Math.min(Math.max(Math.asin(ez / distance) + Math.PI * dy, -STEEPEST), STEEPEST);
  const level = distance * Math.cos(rise);
  return [a + level * Math.cos(bearing), b + level * Math.sin(bearing), c + distance * Math.sin(rise), a, b, c];
}

/** The camera after a hand has moved the mountain by so many heights of the picture, to the right and down. */
export function shifted([x, y, z, a, b, c], dx, dy) {
  const [ex, ey, ez] = [x - a, y - b, z - c];
  const [level, distance] = [Math.hypot(ex, ey), Math.hypot(ex, ey, ez)];
  const span = 2 * distance * Math.tan(FOVY / 2);
  const right = [-ey / level, ex / level, 0];
  const up = [(-ez * ex) / (level * distance), (-ez * ey) / (level * distance), level / distance];
  const move = [0, 1, 2].map((n) => span * (up[n] * dy - right[n] * dx));
  return [x, y, z, a, b, c].map((value, n) => value + move[n % 3]);
}

const [NEAREST, FARTHEST] = [0.4, 12]; // from what is looked at, in units of the mountain's box

/** The camera with its distance changed by a factor, within reason. */
export function zoomed([x, y, z, a, b, c], factor) {
  const distance = Math.hypot(x - a, y - b, z - c);
  const share = Math.min(Math.max(distance * factor, NEAREST), FARTHEST) / distance;
  return [a + (x - a) * share, b + (y - b) * share, c + (z - c) * share, a, b, c];
}

/** What a picture of this shape shows of a mountain of `last` + 1 cells a side. */
export function projectionOf(camera, ratio, last, width, height) {
  const view = lookAt(camera.slice(0, 3), camera.slice(3));
  const lens = perspective(FOVY, width / height);
  return makeProjection(multiply(multiply(lens, view), boxMatrix(last, ratio)), width, height);
}

/** Pixels that are free within the margins of a picture: left, right, above and below the mountain's box. */
function freeAround(ratio, camera, width, height) {
  const projection = projectionOf(camera, ratio, 1, width, height);
  const scale = sceneScale(width, height);
  const [side, below] = labelRoom(scale);
  const pixels = CORNERS.map((corner) => toPixel(projection, corner & 1, (corner >> 1) & 1, corner >> 2));
  const [x, y] = [pixels.map(([px]) => px), pixels.map(([, py]) => py)];
  return [Math.min(...x) - side, width - side - Math.max(...x), Math.min(...y) - below / 2, height - below - Math.max(...y)];
}

/** Pixels that labels take at each side of a picture at a scale, and below: [side, below]. */
export const labelRoom = (scale) => [LABELS.x, LABELS.y].map((px) => px * scale + APART * Math.max(1 - scale, 0));

const fits = (...picture) => freeAround(...picture).every((free) => free >= 0);

/** How much higher the camera must look for the mountain to be in the middle, in units of its box. */
function lifting(ratio, camera, width, height) {
  const [, , above, below] = freeAround(ratio, camera, width, height);
  const [x, y, z, , , lift] = camera;
  const distance = Math.hypot(x, y, z - lift);
  const level = Math.hypot(x, y) / distance; // of what is lifted, so much is seen: nothing from above
  const unit = height / (2 * distance * Math.tan(FOVY / 2)); // px
  return level < STEEP ? 0 : (below - above) / 2 / (unit * level);
}
