import assert from "node:assert/strict";
import { test } from "node:test";

import { Rig } from "../../assets/lib/rig.mjs";

const FIT = [1, 1, 1, 0, 0, 0];
const A = [2, 0, 1, 0, 0, 0];
const B = [0, 2, 1, 0, 0, 0];

function panel() {
  return {
    own: false,
    camera: FIT,
    ratio: { x: 1, y: 1, z: 0.5 },
    size: [400, 300],
    turn(camera) {
      this.camera = camera ?? FIT;
    },
    point(camera) {
      this.own = camera !== null;
      this.camera = camera ?? FIT;
    },
  };
}

const turn = (one, camera) => (one.camera = camera);

test("linked panels follow the one that is turned, and the link holds one camera", () => {
  const [rig, panels] = [new Rig(), [panel(), panel(), panel()]];
  rig.lead(panels[1]);
  assert.equal(rig.follow(panels, true), false);
  turn(panels[1], A);
  assert.equal(rig.follow(panels, true), true);
  assert.deepEqual(panels.map(({ camera }) => camera), [A, A, A]);
  assert.deepEqual(rig.now(panels, true), [A]);
  assert.equal(rig.follow(panels, true), false);
});

test("panels that are not linked keep their own cameras, and the link holds them all", () => {
  const [rig, panels] = [new Rig(), [panel(), panel()]];
  rig.lead(panels[0]);
  turn(panels[0], A);
  rig.follow(panels, false);
  assert.deepEqual(panels.map(({ camera }) => camera), [A, FIT]);
  assert.deepEqual(rig.now(panels, false), [A, FIT]);
  rig.link(panels);
  assert.deepEqual(panels.map(({ camera }) => camera), [A, A]);
});

test("a camera that moves while nobody leads was not turned by hand", () => {
  const [rig, panels] = [new Rig(), [panel(), panel()]];
  rig.lead(panels[0]);
  rig.release();
  turn(panels[0], A);
  assert.equal(rig.follow(panels, true), false);
  assert.deepEqual(rig.now(panels, true), []);
});

test("a link's cameras are taken up, one for all when linked; none means what fits", () => {
  const [rig, panels] = [new Rig(), [panel(), panel()]];
  rig.open([A], "", panels, true);
  assert.deepEqual([rig.of(0, true), rig.of(5, true), rig.of(5, false)], [A, A, null]);
  assert.deepEqual(panels.map(({ camera }) => camera), [A, A]);
  rig.open([A, B], "", panels, false);
  assert.deepEqual(panels.map(({ camera }) => camera), [A, B]);
  rig.open([], "", panels, true);
  assert.deepEqual(panels.map(({ own }) => own), [false, false]);
});

test("a camera of the table is one for all, in the link, until a hand turns one", () => {
  const [rig, panels] = [new Rig(), [panel(), panel()]];
  rig.choose("above", panels, true);
  const [x, y, z] = panels[0].camera;
  assert.ok(x === 0 && Math.abs(y) < 0.01 && z > 1, "straight above");
  assert.deepEqual(panels[1].camera, panels[0].camera);
  assert.deepEqual([rig.preset, rig.now(panels, true).length, rig.now(panels, false).length], ["above", 1, 2]);
  rig.lead(panels[0]);
  assert.equal(rig.preset, "above", "a press alone turns nothing");
  turn(panels[0], B);
  rig.follow(panels, true);
  assert.equal(rig.preset, "");
  rig.choose("quarter", panels, true);
  assert.deepEqual([rig.now(panels, true), panels[1].own], [[], false]);
});

test("a camera that moves goes on with the walk from where it was, and a press ends it", () => {
  const [rig, panels, scene] = [new Rig(), [panel(), panel()], { climb: { steps: 8 } }];
  rig.open([A], "", panels, true);
  rig.choose("orbit", panels, true);
  assert.equal(rig.motion, "orbit");
  const shown = (time, key = "") => (rig.move(panels, true, time, scene, key), panels[1].camera.map((value) => Math.round(value * 1e6) / 1e6 + 0));
  assert.deepEqual([shown(0), shown(2), shown(4)], [A, [0, 2, 1, 0, 0, 0], [-2, 0, 1, 0, 0, 0]]);
  assert.deepEqual(rig.now(panels, true), [A], "the link has where it set out");
  panels[1].camera = B;
  assert.deepEqual(shown(4), B, "what is there is not turned again");
  assert.deepEqual(shown(4, "other mountains"), [-2, 0, 1, 0, 0, 0]);
  rig.lead(panels[0]);
  assert.deepEqual([rig.motion, shown(5)], ["", [-2, 0, 1, 0, 0, 0]]);
});
