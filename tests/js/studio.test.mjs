/** One mountain for all panels of a size, photographed only for those who look from elsewhere; it comes back once. */

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { Panel } from "../../assets/lib/panel.mjs";
import { Studio } from "../../assets/lib/studio.mjs";

const [SMALL, LARGE] = [[300, 200], [400, 200]];
const CAMERA = [1, -2, 1, 0, 0, 0];
const log = [];
let number = 0;

beforeEach(() => {
  [log.length, number] = [0, 0];
  globalThis.document = { createElement: () => ({ getContext: () => ({ getExtension: () => null, getParameter: () => "card" }) }) };
  globalThis.HTMLCanvasElement = class {};
});

/** A mountain that says what is asked of it. */
function mountain() {
  const name = "ABC"[number++];
  const stand = ({ size }) => Object.assign(one, { size, eye: {}, standing: true, hidden: "false,false,false", drawings: one.drawings + 1, at: null });
  const one = {
    name, drawings: 0,
    raise: async (grid, figure, panel) => (log.push(`${name} raised ${panel.size}`), stand(panel)),
    resize: async (panel) => (log.push(`${name} resized ${panel.size}`), stand(panel)),
    trim: async (camera) => ((one.hidden = String(camera[0] === 0)), log.push(`${name} trimmed`)),
    look: (camera) => (one.at === camera ? null : ((one.at = camera), log.push(`${name} looks`), one.slow ?? null)),
    rest: () => Object.assign(one, { eye: null, standing: false }),
    dispose: () => log.push(`${name} gone`),
  };
  return one;
}

function studio(again = () => {}) {
  const made = new Studio({}, again);
  made.another = () => (made.mountains.push(mountain()), made.mountains.at(-1));
  return made;
}

/** A panel without a page. */
function panel(size, camera = CAMERA, near = true) {
  const one = Object.create(Panel.prototype, { outgrown: { value: false } });
  return Object.assign(one, {
    size, camera, near, taken: 0,
    take: ({ drawings, hidden }, camera) => Object.assign(one, { taken: one.taken + 1, shot: { drawings, hidden, camera } }),
    excuse: (words) => (one.excused = words), fade: () => (one.faded = true), rest: () => (one.shot = null),
  });
}

const said = () => log.splice(0).join("; ");

test("panels of a size share a mountain, and a camera they share is drawn once", async () => {
  const [made, panels] = [studio(), [panel(SMALL), panel(SMALL), panel(LARGE), panel(SMALL, CAMERA, false)]];
  await made.raise(panels, null, null, true);
  assert.equal(said(), "A raised 400,200; B raised 300,200");
  assert.ok(panels[0].faded && panels[2].faded);
  made.shoot(panels);
  made.shoot(panels); // who has a picture needs no other
  assert.deepEqual([said(), panels.map(({ taken }) => taken)], ["B looks; A looks", [1, 1, 1, 0]]);
  panels[1].camera = [0, -2, 1, 0, 0, 0];
  assert.deepEqual(panels.map(({ turned }) => turned), [false, true, false, false]);
  made.shoot(panels);
  assert.deepEqual([said(), panels.map(({ taken }) => taken)], ["B looks", [1, 2, 1, 0]]);
});

test("another ground is drawn anew; another size is only fitted, and what nobody sees goes", async () => {
  const [made, panels] = [studio(), [panel(SMALL), panel(SMALL)]];
  await made.raise(panels, null, null, true);
  await made.raise(panels, null, null, false);
  assert.equal(said(), "A raised 300,200");
  panels[0].size = LARGE;
  await made.raise(panels, null, null, false);
  assert.equal(said(), "B raised 400,200");
  panels[1].size = LARGE;
  await made.raise(panels, null, null, false);
  assert.equal(said(), "A gone");
  for (const one of panels) one.size = [500, 500];
  await made.raise(panels, null, null, false);
  assert.equal(said(), "B resized 500,500");
  made.shoot(panels);
  await made.raise(panels, null, null, true);
  made.shoot(panels);
  assert.deepEqual([said(), panels[0].taken], ["B looks; B raised 500,500; B looks", 2]);
  for (const one of panels) one.near = false;
  await made.raise(panels, null, null, false);
  assert.deepEqual([said(), panels[0].shot], ["", null], "one that will be seen again soon is kept");
});

test("a picture for which plotly takes its time is taken when it is there, one after another", async () => {
  const [made, panels] = [studio(), [panel(SMALL), panel(SMALL, [3, 3, 3, 0, 0, 0])]];
  await made.raise(panels, null, null, true);
  let arrive;
  made.mountains[0].slow = new Promise((done) => (arrive = done));
  made.shoot(panels);
  made.shoot(panels);
  assert.deepEqual(panels.map(({ taken }) => taken), [0, 0]);
  panels[0].camera = [9, 9, 9, 0, 0, 0];
  arrive();
  await made.waiting;
  assert.ok(panels[0].taken === 1 && panels[0].turned, "what is there is of the camera that was asked for");
  panels[0].camera = CAMERA;
  made.mountains[0].slow = null;
  made.shoot(panels);
  assert.deepEqual(panels.map(({ taken }) => taken), [1, 1]);
});

test("axes are trimmed for the panels that need it, and those alone are photographed anew", async () => {
  const [made, panels] = [studio(), [panel(SMALL), panel(SMALL)]];
  panels.forEach((one, n) => Object.defineProperty(one, "isTrim", { value: () => n === 0 || one.shot.hidden === "true" }));
  await made.raise(panels, null, null, true);
  made.shoot(panels);
  said();
  panels[1].camera = [0, -2, 1, 0, 0, 0];
  made.shoot(panels);
  await made.trim(panels);
  assert.deepEqual([said(), panels.map(({ taken }) => taken)], ["A looks; A trimmed", [1, 3]]);
  await made.trim(panels);
  assert.equal(said(), "");
});

test("a picture that is taken away comes back once; then the panels say so, new ones too", async () => {
  const again = mock.fn();
  const [made, panels] = [studio(again), [panel(SMALL), panel(SMALL)]];
  await made.raise(panels, null, null, true);
  const [one] = made.mountains;
  made.lose(one);
  made.lose(one); // it has been given back
  assert.deepEqual([again.mock.callCount(), made.trouble], [1, ""]);
  await made.raise(panels, null, null, false);
  assert.equal(said(), "A raised 300,200; A raised 300,200");
  made.lose(one);
  await made.raise([...panels, panel(SMALL)], null, null, false);
  assert.deepEqual([said(), panels.map(({ excused }) => /twice/.test(excused))], ["", [true, true]]);
});
