/** From the mountain's box to pixels and back: 4x4 matrices, column by column as WebGL has them. */

const LEVEL = 1e-4; // cells to the side, in a height of the mountain: who looks straight down looks nowhere else

/** a * b. */
export function multiply(a, b) {
  const out = new Float64Array(16);
  for (let c = 0; c < 4; c++)
    for (let r = 0; r < 4; r++) {
      let sum = 0;
      for (let k = 0; k < 4; k++) sum += a[k * 4 + r] * b[c * 4 + k];
      out[c * 4 + r] = sum;
    }
  return out;
}

/** The inverse, by Gauss-Jordan elimination with pivoting, or null when there is none. */
export function invert(m) {
  const rows = [0, 1, 2, 3].map((r) => [
    ...[0, 1, 2, 3].map((c) => m[c * 4 + r]),
    ...[0, 1, 2, 3].map((c) => (c === r ? 1 : 0)),
  ]);
  for (let c = 0; c < 4; c++) {
    const pivot = [c, c + 1, c + 2, c + 3]
      .filter((r) => r < 4)
      .reduce((best, r) => (Math.abs(rows[r][c]) > Math.abs(rows[best][c]) ? r : best));
    [rows[c], rows[pivot]] = [rows[pivot], rows[c]];
    const head = rows[c][c];
    if (!head) return null;
    rows[c] = rows[c].map((value) => value / head);
    for (let r = 0; r < 4; r++) {
      const factor = rows[r][c];
      if (r !== c && factor) rows[r] = rows[r].map((value, k) => value - factor * rows[c][k]);
    }
  }
  return Float64Array.from({ length: 16 }, (_, i) => rows[i % 4][4 + Math.floor(i / 4)]);
}

/** View matrix of an eye that looks at a target, +z up. */
export function lookAt(eye, target) {
  const back = normalise(subtract(eye, target));
  // Straight down, where north is up as on a map: the vertical gives no right hand.
  const level = Math.hypot(back[0], back[1]) > 1e-9;
  const right = level ? normalise(cross([0, 0, 1], back)) : [1, 0, 0];
  const up = cross(back, right);
  return Float64Array.of(
    right[0], up[0], back[0], 0,
    right[1], up[1], back[1], 0,
    right[2], up[2], back[2], 0,
    -dot(right, eye), -dot(up, eye), -dot(back, eye), 1,
  );
}

/** Perspective matrix; `fovy` in radians, `aspect` is width over height. */
export function perspective(fovy, aspect, near = 0.01, far = 1000) {
  const f = 1 / Math.tan(fovy / 2);
  const depth = 1 / (near - far);
  return Float64Array.of(
    f / aspect, 0, 0, 0,
    0, f, 0, 0,
    0, 0, (far + near) * depth, -1,
    0, 0, 2 * far * near * depth, 0,
  );
}

/** Matrix that puts cells and heights into plotly's box: `ratio` {x, y, z}, centred on the origin. */
export function boxMatrix(last, ratio) {
  return Float64Array.of(
    ratio.x / last, 0, 0, 0,
    0, ratio.y / last, 0, 0,
    0, 0, ratio.z, 0,
    -ratio.x / 2, -ratio.y / 2, -ratio.z / 2, 1,
  );
}

/**
 * A projection: from (u, v, height) to pixels of a picture `width` x `height`, and where its eye
 * stands, in cells and heights. `matrix` goes all the way to clip coordinates.
 */
export function makeProjection(matrix, width, height) {
  const inverse = invert(matrix);
  // The eye is the one point that every ray goes through: clip (0, 0, -1, 0), for perspective.
  const [x, y, z, w] = inverse ? apply(inverse, 0, 0, -1, 0) : [0, 0, 0, 0];
  return { matrix, inverse, width, height, eye: w ? [x / w, y / w, z / w] : [x, y, z] };
}

/** Pixel [x, y] of a point; NaN, which canvases pass over, for one behind the eye. */
export function toPixel({ matrix: m, width, height }, u, v, h) {
  const w = m[3] * u + m[7] * v + m[11] * h + m[15];
  if (w <= 0) return [NaN, NaN];
  const x = (m[0] * u + m[4] * v + m[8] * h + m[12]) / w;
  const y = (m[1] * u + m[5] * v + m[9] * h + m[13]) / w;
  return [(x + 1) * 0.5 * width, (1 - y) * 0.5 * height];
}

/** Compass degrees that lie straight ahead of the eye, on a map of ranges x and y: 0 from above, where north is up. */
export function bearingOf(projection, { x, y }) {
  const [near, far] = rayThrough(projection, projection.width / 2, projection.height / 2);
  const [du, dv, dh] = far.map((place, axis) => place - near[axis]);
  if (Math.hypot(du, dv) < LEVEL * Math.abs(dh)) return 0;
  const [east, north] = [du * (x[1] - x[0]), dv * (y[1] - y[0])];
  return (Math.atan2(east, north) * 180) / Math.PI;
}

/** The ray through a pixel: a point near the eye and one far away, in cells and heights. */
export function rayThrough({ inverse, width, height }, px, py) {
  const x = (px / width) * 2 - 1;
  const y = 1 - (py / height) * 2;
  return [-1, 1].map((depth) => {
    const [a, b, c, w] = apply(inverse, x, y, depth, 1);
    return [a / w, b / w, c / w];
  });
}

function apply(m, x, y, z, w) {
  return [0, 1, 2, 3].map((r) => m[r] * x + m[4 + r] * y + m[8 + r] * z + m[12 + r] * w);
}

const subtract = (a, b) => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a, b) => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

function normalise(a) {
  const length = Math.sqrt(dot(a, a)) || 1;
  return a.map((value) => value / length);
}
