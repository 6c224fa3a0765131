/** plotly's insides, made up: their matrices are read in the right order, and their lack is noticed. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { FOVY, projectionOf, toPlotly } from "../../assets/lib/camera.mjs";
import { makeEye, projectionNow } from "../../assets/lib/plotly_scene.mjs";
import { invert, lookAt, multiply, perspective } from "../../assets/lib/projection.mjs";
import { close } from "./helpers.mjs";

const CAMERA = [1.1, -2, 0.9, 0, 0, -0.05];
const RATIO = { x: 1, y: 0.5, z: 0.7 };
const [LAST, WIDTH, HEIGHT] = [119, 640, 480];

/** A plot whose scene has plotly's own split: data scale, then model, view and projection. */
function plot() {
  const scale = [RATIO.x / LAST, RATIO.y / LAST, RATIO.z];
  const model = Float64Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -RATIO.x / 2, -RATIO.y / 2, -RATIO.z / 2, 1);
  const view = lookAt(CAMERA.slice(0, 3), CAMERA.slice(3));
  const scene = {
    glplot: { cameraParams: { view, model, projection: perspective(FOVY, WIDTH / HEIGHT) }, redraw: mock.fn() },
    dataScale: scale,
    getCamera: () => toPlotly(CAMERA),
    camera: { lookAt: mock.fn(), view: { idle: mock.fn(), flush: mock.fn(), lastT: () => 1234 } },
  };
  const layout = { width: WIDTH, height: HEIGHT, scene: { camera: toPlotly(CAMERA), aspectratio: RATIO, xaxis: { range: [0, LAST] } } };
  const handlers = {};
  return { _fullLayout: { scene: { _scene: scene } }, layout, scene, handlers, on: (name, hear) => (handlers[name] = hear) };
}

test("the matrices of the frame on the screen make the camera's own projection", () => {
  const eye = makeEye(plot());
  assert.equal(eye.fast, true);
  assert.deepEqual(eye.camera(), CAMERA);
  const [read, computed] = [projectionNow(eye, WIDTH, HEIGHT), projectionOf(CAMERA, RATIO, LAST, WIDTH, HEIGHT)];
  close(Array.from(read.matrix), Array.from(computed.matrix));
  close(read.eye, computed.eye, 1e-6);
});

test("a turn goes to the scene's own camera, up stays up, and can be drawn at once", () => {
  const gd = plot();
  const eye = makeEye(gd);
  eye.turn([1, 2, 3, 4, 5, 6]);
  eye.redraw();
  assert.deepEqual(gd.scene.camera.lookAt.mock.calls[0].arguments, [[1, 2, 3], [4, 5, 6], [0, 0, 1]]);
  assert.equal(gd.scene.glplot.redraw.mock.callCount(), 1);
  const { idle, flush } = gd.scene.camera.view;
  for (const call of [idle, flush]) assert.deepEqual(call.mock.calls[0].arguments, [1234], "with no glide towards it");
});

test("the light stays where it is on the map, whichever way the eye looks; what plotly sets anew is held too", () => {
  const gd = plot();
  const { glplot } = gd.scene;
  const lit = { lightPosition: [-1400, 600, 1500] };
  glplot.objects = [{}, lit];
  const eye = makeEye(gd);
  assert.deepEqual([eye.holdLight(), eye.holdLight()], [true, false], "it is to be drawn anew once");
  for (const [camera, place] of [[CAMERA, [-1400, 600, 1500]], [[-2, 0.3, 1, 0, 0, 0], [-1400, 600, 1500]], [CAMERA, [10, 20, 30]]]) {
    glplot.cameraParams.view = lookAt(camera.slice(0, 3), camera.slice(3));
    if (place[0] === 10) lit.lightPosition = place;
    const { projection, view, model } = glplot.cameraParams;
    const back = invert(multiply(multiply(projection, view), model)); // what plotly does with it
    const at = [...lit.lightPosition, 1];
    const [x, y, z, w] = [0, 1, 2, 3].map((row) => at.reduce((sum, value, c) => sum + back[4 * c + row] * value, 0));
    close([x / w, y / w, z / w], place, 1e-3);
  }
});

test("the picture that plotly keeps for the mouse is neither drawn nor waited for", () => {
  const gd = plot();
  const mountain = { drawPick() {} };
  Object.assign(gd.scene.glplot, { objects: [mountain], gl: { readPixels: () => assert.fail("waited") } });
  makeEye(gd).holdLight();
  assert.equal(mountain.drawPick, null); // plotly asks before it calls
  gd.scene.glplot.gl.readPixels();
});

test("one may wait for a picture all the same: by reading a pixel of it", () => {
  const gd = plot();
  const readPixels = mock.fn();
  gd.scene.glplot.gl = Object.create({ readPixels }, { RGBA: { value: 6408 }, UNSIGNED_BYTE: { value: 5121 } });
  const eye = makeEye(gd);
  eye.holdLight();
  eye.finish();
  assert.deepEqual(readPixels.mock.calls.map((call) => call.arguments.slice(0, 6)), [[0, 0, 1, 1, 6408, 5121]]);
  assert.equal(readPixels.mock.calls[0].this, gd.scene.glplot.gl);
});

test("the program that draws the axes is kept when plotly gives their lines up", () => {
  const gd = plot();
  const dispose = mock.fn();
  const lines = () => ({ shader: { dispose } });
  const axes = (gd.scene.glplot.axes = { _lines: lines() });
  const eye = makeEye(gd);
  eye.holdLight();
  axes._lines.shader.dispose(); // as plotly does, before it makes others
  axes._lines = lines();
  eye.holdLight();
  assert.equal(dispose.mock.callCount(), 0);
  axes._lines.shader.dispose();
  assert.equal(dispose.mock.callCount(), 1, "one is enough to keep it");
});

for (const [name, breakIt] of [
  ["a scene", (gd) => delete gd._fullLayout.scene._scene],
  ["a layout", (gd) => delete gd._fullLayout],
  ["camera parameters", (gd) => delete gd.scene.glplot.cameraParams],
  ["a model matrix", (gd) => (gd.scene.glplot.cameraParams.model = null)],
  ["a data scale", (gd) => (gd.scene.dataScale = [1])],
  ["a camera to turn", (gd) => delete gd.scene.camera.lookAt],
  ["a camera's view", (gd) => delete gd.scene.camera.view],
])
  test(`without ${name} inside, the public camera serves, and the console says so once`, () => {
    const warned = mock.method(console, "warn", () => {});
    const gd = plot();
    breakIt(gd);
    const eye = makeEye(gd);
    const first = name === "a scene"; // said for the first plot, not again for each that follows
    assert.deepEqual([eye.fast, warned.mock.callCount()], [false, first ? 1 : 0]);
    close(Array.from(eye.matrix()), Array.from(projectionOf(CAMERA, RATIO, LAST, WIDTH, HEIGHT).matrix));
    gd.handlers.plotly_relayouting({ "scene.camera": toPlotly([3, 2, 1, 0, 0, 0]) });
    assert.deepEqual(eye.camera(), [3, 2, 1, 0, 0, 0]);
    gd.handlers.plotly_relayout({ width: 3 });
    assert.deepEqual(eye.camera(), [3, 2, 1, 0, 0, 0], "news of other things leave it");
    warned.mock.restore();
  });
