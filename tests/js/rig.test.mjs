import assert from "node:assert/strict";
import { test } from "node:test";

import { Rig } from "../../assets/lib/rig.mjs";

const FIT = [1, 1, 1, 0, 0, 0];
const A = [2, 0, 1, 0, 0, 0];
const B = [0, 2, 1, 0, 0, 0];

function panel() {
  return {
    eye: {},
    own: false,
    camera: FIT,
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
  rig.open([A], panels, true);
  assert.deepEqual([rig.of(0, true), rig.of(5, true), rig.of(5, false)], [A, A, null]);
  assert.deepEqual(panels.map(({ camera }) => camera), [A, A]);
  rig.open([A, B], panels, false);
  assert.deepEqual(panels.map(({ camera }) => camera), [A, B]);
  rig.open([], panels, true);
  assert.deepEqual(panels.map(({ own }) => own), [false, false]);
});
