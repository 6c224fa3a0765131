/** What draws in 3D in this browser: a graphics card, the processor for lack of one, or nothing. */

const PROCESSORS = /swiftshader|llvmpipe|softpipe|basic render|software/i; // as browsers name them

/** "card", "processor", or null where a canvas cannot be drawn on in 3D. */
export function graphicsOf(canvas) {
  const gl = canvas.getContext("webgl");
  if (!gl) return null;
  const named = gl.getExtension("WEBGL_debug_renderer_info")?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER;
  return PROCESSORS.test(gl.getParameter(named)) ? "processor" : "card";
}

/**
 * 3D pictures of this page are kept until they are drawn anew, for they are photographed. And plotly draws four pixels
 * for each of a plain screen, and has each sampled four times more: on a `processor` the samples take half of every
 * picture, and hardly show, so there they go without. plotly has no option for either.
 */
export function wish3D({ prototype }, processor) {
  const own = { preserveDrawingBuffer: true, ...(processor && { antialias: false }) };
  const { getContext } = prototype;
  prototype.getContext = function wished(kind, wishes) {
    return getContext.call(this, kind, kind.startsWith("webgl") ? { ...wishes, ...own } : wishes);
  };
}

let graphics; // asked once: each question costs one of the browser's few contexts

/** Whether this browser can draw in 3D; where it can, it is ready to. */
export function hasWebGL() {
  if (graphics === undefined) {
    graphics = graphicsOf(document.createElement("canvas"));
    if (graphics) wish3D(HTMLCanvasElement, graphics === "processor");
  }
  return graphics !== null;
}

/** Whether 3D pictures are smoothed by samples: without them they need four pixels for each that is shown. */
export const hasSamples = () => hasWebGL() && graphics !== "processor";
