/** The context that writes SVG: what a canvas would have drawn is there, as paths and text that anybody may edit. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { SvgCanvas } from "../../assets/lib/svg_context.mjs";
import { close } from "./helpers.mjs";

const measure = (text) => ({ width: 7 * text.length, alphabeticBaseline: -4 });
const make = () => new SvgCanvas(200, 100, measure);
const LIB = new URL("../../assets/lib/", import.meta.url);

/** What is drawn, after `draw(ctx)`: its elements, each in a string. */
function parts(draw, canvas = make()) {
  draw(canvas.getContext("2d"));
  return canvas.context.parts;
}
const numbersOf = (text) => /d="([^"]*)"/.exec(text)[1].match(/-?[\d.]+/g).map(Number);

test("it does all that our drawing asks of a context", () => {
  const asked = readdirSync(LIB).flatMap((name) => [...readFileSync(new URL(name, LIB), "utf8").matchAll(/\bctx\.(\w+)\(/g)].map(([, method]) => method));
  const pixels = ["createImageData", "putImageData"]; // of rasters, which are bitmaps in any case
  const { context } = make();
  for (const method of new Set(asked)) assert.ok(pixels.includes(method) || typeof context[method] === "function", method);
  assert.ok(asked.includes("fillText") && asked.includes("roundRect"));
});

test("paths are in pixels of the file, whatever the transform was when they were traced", () => {
  const [line] = parts((ctx) => {
    ctx.setTransform(2, 0, 0, 2, 0, 0);
    ctx.translate(10, 5);
    Object.assign(ctx, { strokeStyle: "#123456", lineWidth: 1.5, lineCap: "round" });
    ctx.setLineDash([4, 3]);
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.lineTo(10, 20);
    ctx.lineTo(NaN, 3);
    ctx.stroke();
  });
  assert.match(line, /d="M20 10L40 50"/);
  for (const said of ['stroke="#123456"', 'stroke-width="3"', 'stroke-linecap="round"', 'stroke-dasharray="8 6"', 'fill="none"']) assert.ok(line.includes(said), said);
});

test("an arc of a whole turn comes back to where it began, over the other side", () => {
  const [disc] = parts((ctx) => {
    ctx.beginPath();
    ctx.arc(50, 40, 10, 0, 2 * Math.PI);
    ctx.fill();
  });
  const n = numbersOf(disc);
  close([n.slice(0, 2), n.slice(7, 9), n.slice(14, 16)], [[60, 40], [40, 40], [60, 40]]);
});

test("a rounded box stays within its corners and touches all sides", () => {
  const [box] = parts((ctx) => {
    ctx.beginPath();
    ctx.roundRect(10, 20, 100, 50, 8);
    ctx.fill();
  });
  const ends = [...box.matchAll(/[MLA](?:8 8 0 0 1 )?(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  const [x, y] = [0, 1].map((axis) => ends.map((point) => point[axis]));
  assert.deepEqual([Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)], [10, 110, 20, 70]);
});

test("strength is that of the context and of the colour, and apart from it", () => {
  const [part] = parts((ctx) => {
    Object.assign(ctx, { globalAlpha: 0.5, fillStyle: "rgba(10,20,30,0.4)" });
    ctx.fillRect(0, 0, 1, 1);
  });
  assert.ok(part.includes('fill="rgb(10,20,30)"') && part.includes('fill-opacity="0.2"'));
});

test("what is laid under comes first, what is wiped out is gone", () => {
  const order = parts((ctx) => {
    ctx.fillRect(9, 9, 9, 9);
    ctx.clearRect(0, 0, 200, 100);
    for (const [fillStyle, globalCompositeOperation] of [["a", "source-over"], ["b", "destination-over"], ["c", "destination-over"], ["d", "source-over"]]) {
      Object.assign(ctx, { fillStyle, globalCompositeOperation });
      ctx.fillRect(0, 0, 1, 1);
    }
  });
  assert.deepEqual(order.map((part) => /fill="(\w)"/.exec(part)[1]), ["c", "b", "a", "d"]);
});

test("a clip holds until it is taken back, within those before it; the same one is written once", async () => {
  const canvas = make();
  const order = parts((ctx) => {
    const box = (size) => {
      ctx.beginPath();
      ctx.rect(0, 0, size, size);
      ctx.clip();
      ctx.fillRect(0, 0, 1, 1);
    };
    for (let n = 0; n < 2; n++) {
      ctx.save();
      box(50);
      box(20);
      ctx.restore();
    }
    ctx.fillRect(0, 0, 1, 1);
    box(20); // as before, but within none
  }, canvas);
  const clips = order.map((part) => /clip-path="url\(#([\w-]+)\)"/.exec(part)?.[1]);
  assert.deepEqual(clips, ["clip-1", "clip-2", "clip-1", "clip-2", undefined, "clip-3"]);
  assert.match(await canvas.toText(), /<clipPath id="clip-2" clip-path="url\(#clip-1\)">/);
  assert.equal(canvas.shared.clips.size, 3);
});

test("text stays text, on the baseline where a canvas would have put it, squeezed into its room, and harmless", () => {
  const [plain, narrow, outline] = parts((ctx) => {
    ctx.setTransform(2, 0, 0, 2, 0, 0);
    Object.assign(ctx, { font: "700 12px system-ui, 'Segoe UI'", textAlign: "right", textBaseline: "middle", fillStyle: "#112233" });
    ctx.fillText('a <script> & "b"\u0001', 50, 20);
    ctx.fillText("0123456789", 50, 20, 40);
    ctx.strokeText("x", 0, 0);
  });
  assert.match(plain, /^<text x="100" y="48" /);
  assert.match(plain, />a &lt;script&gt; &amp; &quot;b&quot;<\/text>$/);
  for (const said of ['font-size="24"', 'font-weight="700"', 'text-anchor="end"', 'fill="#112233"']) assert.ok(plain.includes(said), said);
  assert.ok(narrow.includes('textLength="80"') && !plain.includes("textLength"));
  assert.ok(outline.includes('fill="none"') && outline.includes("stroke="));
});

test("a sheet, a drawing and a bitmap are drawn where they shall be; a bitmap is in the file once", async () => {
  const canvas = make();
  const sheet = canvas.sheet(20, 10);
  sheet.getContext().fillRect(0, 0, 20, 10);
  const bytes = Uint8Array.from({ length: 20_000 }, (_, n) => (n * 7) % 251);
  const bitmap = { width: 4, height: 2, convertToBlob: async () => new Blob([bytes]) };
  const [first, drawing, ...twice] = parts((ctx) => {
    ctx.globalAlpha = 0.22;
    ctx.translate(5, 6);
    ctx.drawImage(sheet, 1, 2, 40, 20);
    ctx.globalAlpha = 1;
    ctx.drawImage({ svg: "<svg/>", width: 10, height: 10 }, 0, 0, 10, 10);
    ctx.drawImage(bitmap, 0, 0, 40, 20);
    ctx.drawImage(bitmap, 50, 0, 40, 20);
  }, canvas);
  assert.ok(first.startsWith('<g transform="matrix(2 0 0 2 6 8)" opacity="0.22"><path') && drawing.includes("<svg/>"));
  assert.ok(twice.every((part) => part.includes('<use xlink:href="#picture-1"/>')));
  const text = await canvas.toText();
  const [, held, ...others] = text.split("data:image/png;base64,");
  assert.deepEqual(Buffer.from(held.split('"')[0], "base64"), Buffer.from(bytes));
  assert.equal(others.length, 0);
  assert.ok(!text.includes(" href="), "what older programs show nothing of");
  assert.ok(text.startsWith('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"') && text.endsWith("</svg>"));
});
