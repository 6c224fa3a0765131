/** Typed arrays as the server sends them: {dtype, shape, bdata} with base64 bytes, little-endian. */

const TYPES = { f4: Float32Array, f8: Float64Array, u1: Uint8Array, u2: Uint16Array };

/** The flat typed array of `{dtype, bdata}`; the caller knows the shape. */
export function decode({ dtype, bdata }) {
  const Type = TYPES[dtype];
  if (!Type) throw new Error(`no typed array for '${dtype}'`);
  const text = atob(bdata);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return new Type(bytes.buffer);
}

/**
 * Heights from what the server folds them to (app/figures/wire.py): low bytes, then high ones, of
 * zigzagged differences of differences, added up down the columns and then along the rows, wrapping
 * around at 65,536.
 */
export function unfold(bytes, cells) {
  const heights = new Uint16Array(bytes.length / 2);
  for (let i = 0; i < heights.length; i++) {
    const zigzag = bytes[i] | (bytes[i + heights.length] << 8);
    heights[i] = (zigzag >> 1) ^ -(zigzag & 1);
  }
  for (let i = cells; i < heights.length; i++) heights[i] += heights[i - cells];
  for (let i = 1; i < heights.length; i++) if (i % cells) heights[i] += heights[i - 1];
  return heights;
}
