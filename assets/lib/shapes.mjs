/** Shapes of walkers and signs of endings, as paths on a canvas. */

/** Begin the outline of a shape around (x, y): corners for a `radius` of 1, or a disc where there are none. */
export function traceShape(ctx, corners, x, y, radius) {
  ctx.beginPath();
  if (!corners?.length) return ctx.arc(x, y, radius, 0, 2 * Math.PI);
  corners.forEach(([dx, dy], n) => ctx[n ? "lineTo" : "moveTo"](x + dx * radius, y + dy * radius));
  return ctx.closePath();
}

/** A filled shape with borders around it: [[width in px, colour], ...], the outermost first. */
export function drawShape(ctx, corners, x, y, radius, color, borders = []) {
  traceShape(ctx, corners, x, y, radius);
  ctx.lineJoin = "round";
  for (const [width, style] of borders) {
    ctx.lineWidth = 2 * width;
    ctx.strokeStyle = style;
    ctx.stroke();
  }
  ctx.fillStyle = color;
  ctx.fill();
}

/** Why a walk ended, as strokes in a square from -1 to 1. */
export const SIGNS = {
  reached: [[[-0.9, 0], [-0.3, 0.7], [0.9, -0.7]]], // a tick
  stuck: [[[-0.5, -0.8], [-0.5, 0.8]], [[0.5, -0.8], [0.5, 0.8]]], // a pause
  left: [[[-0.9, 0], [0.9, 0]], [[0.2, -0.7], [0.9, 0], [0.2, 0.7]]], // an arrow out
  blew_up: [[[-0.7, -0.7], [0.7, 0.7]], [[-0.7, 0.7], [0.7, -0.7]]], // a cross
};

/** Strokes around (x, y), `half` px to each side. */
export function drawSign(ctx, strokes, x, y, half, color, width) {
  ctx.strokeStyle = color;
  ctx.lineWidth = width;
  ctx.beginPath();
  for (const stroke of strokes) stroke.forEach(([dx, dy], n) => ctx[n ? "lineTo" : "moveTo"](x + dx * half, y + dy * half));
  ctx.stroke();
}
