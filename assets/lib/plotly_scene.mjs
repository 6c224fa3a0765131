/**
 * The one module that reads plotly.js's insides: the matrices of the frame that is on the screen,
 * and the camera object of a 3D scene. plotly has no public way to either. Looked for at start;
 * where they are missing, the public camera is used instead: right, but slow.
 */

import { nextFrame } from "./browser.mjs";
import { fromPlotly, projectionOf, toPlotly } from "./camera.mjs";
import { coarseCorners } from "./coarse.mjs";
import { makeProjection, multiply } from "./projection.mjs";

/** The insides of a plot's scene, or null when this plotly.js does not have them where we know. */
function insides(gd) {
  const scene = gd._fullLayout?.scene?._scene;
  const params = scene?.glplot?.cameraParams;
  const complete =
    params?.view?.length === 16 &&
    params.projection?.length === 16 &&
    params.model?.length === 16 &&
    scene.dataScale?.length === 3 &&
    typeof scene.getCamera === "function" &&
    typeof scene.camera?.lookAt === "function" &&
    typeof scene.camera.view?.idle === "function" &&
    typeof scene.camera.view.flush === "function" &&
    typeof scene.camera.view.lastT === "function";
  return complete ? scene : null;
}

/** Reads and turns the camera of one plot; `fast` says whether through the insides. */
export function makeEye(gd, { usePublic = false } = {}) {
  const inside = () => (usePublic ? null : insides(gd));
  return inside() ? insideEye(inside) : publicEye(gd);
}

function insideEye(inside) {
  return {
    fast: true,
    /** The matrix of the frame on the screen, from cells and heights to clip coordinates. */
    matrix() {
      const { glplot, dataScale: s } = inside();
      const { projection, view, model } = glplot.cameraParams;
      const scale = Float64Array.of(s[0], 0, 0, 0, 0, s[1], 0, 0, 0, 0, s[2], 0, 0, 0, 0, 1);
      return multiply(multiply(multiply(projection, view), model), scale);
    },
    camera: () => fromPlotly(inside().getCamera()),
    /**
     * There at once, and for good. plotly's camera glides from where it was to where it shall be, for
     * a frame or two: a picture taken meanwhile would be of a place that depends on the moment.
     */
    turn(camera) {
      const { view } = inside().camera;
      inside().camera.lookAt(camera.slice(0, 3), camera.slice(3), [0, 0, 1]);
      view.idle(view.lastT());
      view.flush(view.lastT());
    },
    /** Draw at once, without waiting for the next animation frame. */
    redraw: () => inside().glplot.redraw(),
    /**
     * Let the sun stand still over the mountain, and have it drawn once, not twice. Returns whether its light moved
     * until now, and it is to be drawn anew.
     */
    holdLight() {
      unpick(inside().glplot);
      keepProgram(inside().glplot);
      return holdLight(inside().glplot);
    },
    /** Wait until what was asked for is drawn: pictures that queue up keep a hand waiting for all of them. */
    finish: () => finish(inside().glplot),
    /** From the next drawing on the mountain has fewer corners, or all again. */
    coarsen: (on) => coarsen(inside().glplot, on),
  };
}

/**
 * plotly's light is a place in front of the eye, and turns with it: slopes would change their shade as
 * one walks around them. Given anew for each frame, as the eye has it then, it stays where it is on the
 * map. Returns whether something was there that did not hold it yet.
 */
function holdLight({ objects = [], cameraParams }) {
  const lit = objects.find((each) => Array.isArray(each.lightPosition) && !Object.getOwnPropertyDescriptor(each, "lightPosition").get);
  if (!lit) return false;
  let place = lit.lightPosition;
  Object.defineProperty(lit, "lightPosition", {
    get: () => inFrontOfEye(cameraParams, place),
    set: (other) => (place = other), // plotly does, with each figure
  });
  return true;
}

/**
 * With each picture plotly draws a second, unseen one, and has the page wait for it, to look up what is under the
 * mouse. Here nothing is: hovering is off, and a click finds its place by itself.
 */
function unpick({ gl, objects = [] }) {
  for (const each of objects) each.drawPick = null;
  if (gl) gl.readPixels = () => {};
}

/**
 * For other numbers on its axes plotly makes their lines anew, and has the same program compiled again for them; on a
 * processor that takes longer than drawing them. A first one that is never given up keeps it.
 */
function keepProgram({ axes }) {
  if (!axes?._lines?.shader || kept.has(axes)) return;
  axes._lines.shader.dispose = () => {};
  kept.add(axes);
}

const kept = new WeakSet(); // axes

/** A pixel can only be read once its picture is there. What `unpick` took from plotly is asked for one. */
function finish({ gl }) {
  Object.getPrototypeOf(gl).readPixels.call(gl, 0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
}

/** A place over the map in clip coordinates, from which plotly works out the place again. */
function inFrontOfEye({ projection, view, model }, [x, y, z]) {
  const m = multiply(multiply(projection, view), model);
  const [a, b, c, w] = [0, 1, 2, 3].map((row) => m[row] * x + m[4 + row] * y + m[8 + row] * z + m[12 + row]);
  return [a / w, b / w, c / w];
}

/**
 * plotly hands all corners of the mountain to the graphics card in one array. While it shall be coarse,
 * a list of some of them is drawn instead.
 */
function coarsen({ gl, objects = [] }, on) {
  const surface = objects.find((each) => each._vertexCount && typeof each._vao?.draw === "function");
  if (!surface) return;
  const { _vao: vao, _vertexCount: count } = surface;
  delete vao.draw; // back to its own
  const list = on && listOf(gl, vao, count);
  if (!list) return;
  vao.draw = (...all) => {
    if (surface._vertexCount !== count) return Object.getPrototypeOf(vao).draw.apply(vao, all); // another mountain by now
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, list.buffer);
    gl.drawElements(gl.TRIANGLES, list.length, gl.UNSIGNED_INT, 0);
  };
}

const lists = new WeakMap(); // of each mountain: the list that makes it coarse

/** {buffer, length, count} for a mountain of `count` corners, or null where it cannot be. */
function listOf(gl, vao, count) {
  if (lists.get(vao)?.count === count) return lists.get(vao);
  const corners = gl.getExtension("OES_element_index_uint") ? coarseCorners(count) : null;
  if (!corners) return null;
  const buffer = lists.get(vao)?.buffer ?? gl.createBuffer();
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, buffer);
  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, corners, gl.STATIC_DRAW);
  lists.set(vao, { buffer, length: corners.length, count });
  return lists.get(vao);
}

let told = false; // once is enough, however many panels there are

function tell() {
  if (told) return;
  told = true;
  console.warn(
    "Fall Line: this plotly.js keeps its 3D matrices elsewhere; mountains turn slowly.",
  );
}

function publicEye(gd) {
  tell();
  let camera = fromPlotly(gd.layout.scene.camera);
  const follow = (event) => {
    const moved = event?.["scene.camera"];
    if (moved) camera = fromPlotly(moved);
  };
  gd.on("plotly_relayouting", follow);
  gd.on("plotly_relayout", follow);
  return {
    fast: false,
    matrix() {
      const { scene, width, height } = gd.layout;
      return projectionOf(camera, scene.aspectratio, scene.xaxis.range[1], width, height).matrix;
    },
    camera: () => camera,
    async turn(to) {
      camera = to;
      await globalThis.Plotly.relayout(gd, { "scene.camera": toPlotly(to) });
      for (const _ of [1, 2]) await nextFrame(); // it draws in one of its own
    },
    redraw: () => {},
    holdLight: () => false,
    finish: () => {},
    coarsen: () => {},
  };
}

/** The projection of a plot's frame on the screen, in CSS pixels of the plot. */
export const projectionNow = (eye, width, height) => makeProjection(eye.matrix(), width, height);

/** The WebGL canvas of a plot's scene, through its public element. */
export const sceneCanvas = (gd) => gd.querySelector(".gl-container canvas");
