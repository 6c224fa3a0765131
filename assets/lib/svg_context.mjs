/**
 * A canvas whose context writes SVG: the part of a 2D context that our drawing uses, as vectors and text.
 * Bitmaps that are drawn on it lie in the file as PNG. https://www.w3.org/TR/SVG2/
 */

const UNSET = { fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, lineCap: "butt", lineJoin: "miter", globalAlpha: 1 };
const PLAIN = { ...UNSET, globalCompositeOperation: "source-over", font: "10px sans-serif", textAlign: "left", textBaseline: "alphabetic" };
const ANCHORS = { left: "start", center: "middle", right: "end" };
const SPACED = { "xml:space": "preserve", style: "white-space:pre" }; // as a canvas has it; older programs know the first
const LINKS = { "xmlns:xlink": "http://www.w3.org/1999/xlink" }; // Inkscape 1.2 knows no plain href
const PIECE = 8192; // bytes: so many arguments every browser's functions take
const FONT = /^(?:(\w+) )?([\d.]+)px (.+)$/; // weight, size, families

export class SvgCanvas {
  /** `measure(text, {font, textBaseline})` gives TextMetrics; `shared` are the clips and bitmaps of the whole file. */
  constructor(width, height, measure = measured, shared = { clips: new Map(), bitmaps: new Map() }) {
    Object.assign(this, { width, height, measure, shared });
    this.context = new SvgContext(this);
  }

  /** Another one to be drawn on this one. */
  sheet(width, height) {
    return new SvgCanvas(width, height, this.measure, this.shared);
  }

  getContext() {
    return this.context;
  }

  /** The whole file. */
  async toText() {
    const { width, height, shared, context } = this;
    const bitmaps = await Promise.all(Array.from(shared.bitmaps, ([bitmap, id]) => bitmapText(bitmap, id)));
    const defs = tag("defs", {}, [...shared.clips.values(), ...bitmaps].map((def) => def.text ?? def).join("\n"));
    const root = { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, ...LINKS };
    return tag("svg", root, `\n${defs}\n${context.parts.join("\n")}\n`);
  }
}

class SvgContext {
  constructor(canvas) {
    Object.assign(this, PLAIN, { canvas, parts: [], saved: [], matrix: [1, 0, 0, 1, 0, 0], dash: [], clipId: "", path: "" });
  }

  // -- state ------------------------------------------------------------------------------------

  save() {
    const { canvas, parts, saved, path, ...state } = this;
    this.saved.push(state);
  }

  restore() {
    Object.assign(this, this.saved.pop());
  }

  setTransform(...matrix) {
    this.matrix = matrix;
  }

  translate(x, y) {
    const [a, b, c, d] = this.matrix;
    this.matrix = [a, b, c, d, ...this.at(x, y)];
  }

  scale(x, y) {
    const [a, b, c, d, e, f] = this.matrix;
    this.matrix = [a * x, b * x, c * y, d * y, e, f];
  }

  setLineDash(dash) {
    this.dash = dash;
  }

  at(x, y) {
    const [a, b, c, d, e, f] = this.matrix;
    return [a * x + c * y + e, b * x + d * y + f];
  }

  /** How many pixels of the file are one here. */
  get unit() {
    const [a, b, c, d] = this.matrix;
    return Math.sqrt(Math.abs(a * d - b * c));
  }

  // -- paths, in pixels of the file ---------------------------------------------------------------

  beginPath() {
    this.path = "";
  }

  moveTo(x, y) {
    this.go("M", x, y);
  }

  lineTo(x, y) {
    this.go(this.path ? "L" : "M", x, y);
  }

  closePath() {
    this.path += "Z";
  }

  rect(x, y, width, height) {
    this.moveTo(x, y);
    for (const [dx, dy] of [[width, 0], [width, height], [0, height]]) this.lineTo(x + dx, y + dy);
    this.closePath();
  }

  roundRect(x, y, width, height, radius) {
    const r = Math.min(radius, width / 2, height / 2);
    const corners = [[x + width, y + height], [x, y + height], [x, y], [x + width, y]];
    this.moveTo(x + width, y + r);
    corners.forEach(([cx, cy], n) => {
      const [ox, oy] = [n === 1 || n === 2 ? r : -r, n > 1 ? r : -r];
      const quarter = (n * Math.PI) / 2;
      this.arc(cx + ox, cy + oy, r, quarter, quarter + Math.PI / 2);
    });
    this.closePath();
  }

  /** As two halves: one arc cannot go all around. */
  arc(x, y, radius, from, to) {
    const [start, middle, end] = [from, (from + to) / 2, to].map((angle) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]);
    this.lineTo(...start);
    const r = num(radius * this.unit);
    for (const point of [middle, end]) this.go(`A${r} ${r} 0 0 1 `, ...point);
  }

  /** A canvas takes no step to a place that is none. */
  go(command, x, y) {
    if (Number.isFinite(x + y)) this.path += command + this.at(x, y).map(num).join(" ");
  }

  // -- what is drawn --------------------------------------------------------------------------------

  fill() {
    this.put(tag("path", { d: this.path, ...this.filled }));
  }

  stroke() {
    this.put(tag("path", { d: this.path, fill: "none", ...this.stroked }));
  }

  fillRect(...box) {
    const { path } = this;
    this.beginPath();
    this.rect(...box);
    this.fill();
    this.path = path;
  }

  /** Always all of it: nothing of ours wipes out less. */
  clearRect() {
    this.parts = [];
  }

  clip() {
    const { clips } = this.canvas.shared;
    const key = `${this.clipId} ${this.path}`;
    const id = clips.get(key)?.id ?? `clip-${clips.size + 1}`;
    const text = tag("clipPath", { id, ...clipped(this.clipId) }, tag("path", { d: this.path }));
    clips.set(key, { id, text });
    this.clipId = id;
  }

  fillText(text, x, y, room) {
    this.write(text, x, y, room, this.filled);
  }

  strokeText(text, x, y, room) {
    this.write(text, x, y, room, { fill: "none", ...this.stroked });
  }

  /** Written on its alphabetic baseline, which every program knows. */
  write(text, x, y, room, paint) {
    const { width, alphabeticBaseline } = this.measureText(text);
    const [, weight, size, family] = FONT.exec(this.font);
    const [left, top] = this.at(x, y - (alphabeticBaseline ?? 0));
    const squeezed = room < width && { textLength: num(room * this.unit), lengthAdjust: "spacingAndGlyphs" };
    const font = { "font-family": family, "font-size": num(size * this.unit), "font-weight": weight, "text-anchor": ANCHORS[this.textAlign] };
    this.put(tag("text", { x: num(left), y: num(top), ...font, ...SPACED, ...squeezed, ...paint }, escaped(text)));
  }

  measureText(text) {
    return this.canvas.measure(text, this);
  }

  /** What is drawn may be an SvgCanvas, as it is now; a picture {svg} of plotly's; or a bitmap. */
  drawImage(image, x, y, width = image.width, height = image.height) {
    const [a, b, c, d] = this.matrix;
    const fit = [width / image.width, height / image.height];
    const matrix = [a * fit[0], b * fit[0], c * fit[1], d * fit[1], ...this.at(x, y)].map((value) => Number(value.toFixed(5)));
    const opacity = this.globalAlpha < 1 ? { opacity: this.globalAlpha } : {};
    this.put(tag("g", { transform: `matrix(${matrix.join(" ")})`, ...opacity }, this.inside(image)));
  }

  inside(image) {
    if (image instanceof SvgCanvas) return image.context.parts.join("\n");
    if (image.svg) return image.svg;
    const { bitmaps } = this.canvas.shared;
    if (!bitmaps.has(image)) bitmaps.set(image, `picture-${bitmaps.size + 1}`);
    return tag("use", { "xlink:href": `#${bitmaps.get(image)}` });
  }

  put(text) {
    const part = this.clipId ? tag("g", clipped(this.clipId), text) : text;
    if (this.globalCompositeOperation === "destination-over") this.parts.unshift(part);
    else this.parts.push(part);
  }

  get filled() {
    return painted("fill", this.fillStyle, this.globalAlpha);
  }

  get stroked() {
    const { lineWidth, lineCap, lineJoin, dash, unit } = this;
    const dashes = dash.length ? { "stroke-dasharray": dash.map((length) => num(length * unit)).join(" ") } : {};
    return { ...painted("stroke", this.strokeStyle, this.globalAlpha), "stroke-width": num(lineWidth * unit), "stroke-linecap": lineCap, "stroke-linejoin": lineJoin, ...dashes };
  }
}

const clipped = (id) => (id ? { "clip-path": `url(#${id})` } : {});

/** A colour and how strong it is, apart: not every program knows rgba. */
function painted(what, color, alpha) {
  const [, solid, own = 1] = /^rgba\((.+),\s*([\d.]+)\)$/.exec(color) ?? [];
  const strength = num(alpha * own);
  return { [what]: solid ? `rgb(${solid})` : color, ...(strength < 1 && { [`${what}-opacity`]: strength }) };
}

const num = (value) => Number(value.toFixed(2));

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML has it, without the control characters that XML has not. */
const escaped = (text) => String(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"]/g, (sign) => ESCAPES[sign]);

function tag(name, attributes, inside = "") {
  const said = Object.entries(attributes).filter(([, value]) => value !== undefined).map(([key, value]) => ` ${key}="${escaped(value)}"`).join("");
  return inside ? `<${name}${said}>${inside}</${name}>` : `<${name}${said}/>`;
}

/** A bitmap as an element to be used by its id, as large as its pixels. */
async function bitmapText(bitmap, id) {
  const bytes = new Uint8Array(await (await bitmap.convertToBlob({ type: "image/png" })).arrayBuffer());
  const pieces = Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, n) => String.fromCharCode(...bytes.subarray(n * PIECE, (n + 1) * PIECE)));
  return tag("image", { id, width: bitmap.width, height: bitmap.height, "xlink:href": `data:image/png;base64,${btoa(pieces.join(""))}` });
}

let ruler = null; // a canvas that nobody sees

function measured(text, { font, textBaseline }) {
  ruler ??= new OffscreenCanvas(1, 1).getContext("2d");
  Object.assign(ruler, { font, textBaseline });
  return ruler.measureText(text);
}
