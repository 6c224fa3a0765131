/** The composer: what it draws anew, and what it keeps. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Composer } from "../../assets/lib/composer.mjs";
import { filmTime, frameCount } from "../../assets/lib/film_time.mjs";

test("under a turning camera each mountain is drawn once for each moment, and not again where the film stands still", async () => {
  const film = { fps: 10, walk: 3, lead: 0.5, hold: 0.7, pause: 0.4 };
  const [moment, frames] = [filmTime(film, 40, [13]), frameCount(film, [13])];
  const shots = [];
  const shoot = async (panel, i, share, time) => shots.push(`${panel} at ${time}`) && { share, time };
  const composer = Object.assign(Object.create(Composer.prototype), { shot: { panels: ["a", "b"] }, views: [], shoot });
  await composer.turnTo(0, 0); // as it prepares itself
  for (let index = 0; index < frames; index++) {
    const { time, share } = moment(index);
    await composer.turnTo(share, time);
    assert.deepEqual(composer.views, [{ share, time }, { share, time }]);
  }
  assert.equal(frames, 5 + 30 + 7 + 4);
  assert.equal(shots.length, 2 * (30 + 1), "each moment of the walk, and the one at which it pauses");
  assert.equal(new Set(shots).size, shots.length);
});
