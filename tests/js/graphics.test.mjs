/** What draws is told by its name; 3D pictures are kept, and go without samples where it is the processor. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { graphicsOf, wish3D } from "../../assets/lib/graphics.mjs";

/** A canvas whose browser says `name` under either number. */
function canvasOf(name, extension) {
  const gl = { RENDERER: 7937, getExtension: () => extension, getParameter: (number) => (number === (extension ? 37446 : 7937) ? name : "WebKit WebGL") };
  return { getContext: (kind) => (kind === "webgl" ? gl : null) };
}

// As Chromium 156, Firefox, Mesa and Windows name what they draw with.
const NAMES = {
  "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)": "processor",
  "llvmpipe (LLVM 15.0.6, 256 bits)": "processor",
  "ANGLE (Microsoft, Microsoft Basic Render Driver (0x0000008C) Direct3D11 vs_5_0 ps_5_0, D3D11)": "processor",
  "ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)": "card",
  "ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)": "card",
  "Mali-G78": "card",
};

test("a processor that draws is known by its name, with the extension and without", () => {
  for (const [name, kind] of Object.entries(NAMES)) {
    for (const extension of [null, { UNMASKED_RENDERER_WEBGL: 37446 }]) assert.equal(graphicsOf(canvasOf(name, extension)), kind, name);
  }
  assert.equal(graphicsOf({ getContext: () => null }), null);
});

test("3D pictures are kept, and on a processor not sampled, with all else that was wished for; others get what they ask", () => {
  for (const [processor, spared] of [[true, { antialias: false }], [false, {}]]) {
    const asked = [];
    class Canvas {
      getContext(...words) {
        asked.push([this, ...words]);
        return "context";
      }
    }
    wish3D(Canvas, processor);
    const canvas = new Canvas();
    for (const words of [["webgl", { antialias: true, alpha: false }], ["webgl2"], ["2d", { alpha: false }], ["bitmaprenderer"]]) {
      assert.equal(canvas.getContext(...words), "context");
    }
    assert.deepEqual(asked, [
      [canvas, "webgl", { antialias: true, alpha: false, preserveDrawingBuffer: true, ...spared }],
      [canvas, "webgl2", { preserveDrawingBuffer: true, ...spared }],
      [canvas, "2d", { alpha: false }],
      [canvas, "bitmaprenderer", undefined],
    ]);
  }
});
