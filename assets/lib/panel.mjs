/** One 3D panel: plotly's standing mountain, the canvas above it where its walkers walk, its captions. */

import { element, Poster, prepare } from "./canvas.mjs";
import { endOn, fitting, sceneScale, zoomed } from "./camera.mjs";
import { makeFooter } from "./footer.mjs";
import { compassBox } from "./compass.mjs";
import { hasWebGL } from "./graphics.mjs";
import { rows } from "./grid.mjs";
import { hit } from "./hidden.mjs";
import { cornered, drawCorner } from "./knows.mjs";
import { drawMoving, makePicture, mountainLens } from "./picture.mjs";
import { pinched } from "./pinch.mjs";
import { makeEye } from "./plotly_scene.mjs";
import { makeProjection, rayThrough } from "./projection.mjs";
import { seenBy, sizedScene } from "./sized.mjs";
import { Standing } from "./standing.mjs";
import { reducesMotion } from "./browser.mjs";
import { N_, t } from "./words.mjs";

export const CONFIG = { displayModeBar: false, responsive: false, doubleClick: false, showTips: false };

const WITHOUT = N_("The map, the race and the numbers work all the same.");
const NO_WEBGL = N_("This browser draws no 3D: WebGL is switched off. Turn on hardware acceleration in its settings, or open this page in another browser.");
const LOST = N_("The browser has taken this 3D picture away twice. Close other pages with 3D pictures and reload this one.");
const FADE = 250; // ms in which a new mountain comes up
const CLICK = 4; // px: a press that moves farther turns the camera

export class Panel {
  /** `walkers` are the indices shown, `near` says whether it is seen; `onPick(u, v)` hears a click on the ground. */
  constructor(host, { walkers, near, onPick, onTurn, onRest, onLost }) {
    Object.assign(this, { walkers, near, losses: 0 });
    this.plot = element("div", "plot");
    const standing = element("canvas", "overlay", { ariaHidden: "true" });
    this.standing = new Standing(standing);
    this.canvas = element("canvas", "overlay", { role: "img" });
    this.corner = element("canvas", "", { ariaHidden: "true", hidden: true });
    this.compass = new Poster(this.corner);
    this.scene = element("div", "scene", {}, this.plot, standing, this.canvas, element("div", "corner", {}, this.corner));
    this.footer = makeFooter(walkers);
    this.root = element("section", walkers.length > 1 ? "panel several" : "panel", {}, this.footer.header, this.scene, this.footer.body);
    host.append(this.root);
    this.listen(onPick, onTurn, onRest);
    this.plot.addEventListener("webglcontextlost", () => onLost(this), true);
  }

  /** Look how large the scene is now: to ask in each frame would cost. */
  measure() {
    this.size = [this.scene.clientWidth, this.scene.clientHeight];
  }

  get scale() {
    return sceneScale(...this.size);
  }

  /** Draw the mountain; the one slow thing here. `camera` is null for the one that fits. */
  async raise(grid, figure, camera, options) {
    if (this.losses > 1) return;
    if (!hasWebGL()) return this.excuse(NO_WEBGL);
    this.measure();
    this.grid = grid;
    this.ratio = figure.layout.scene.aspectratio;
    this.own = camera !== null;
    if (!this.near) return this.rest();
    const [width, height] = this.size;
    const scene = sizedScene(figure.layout.scene, this.scale, camera ?? this.fit());
    this.hidden = String(endOn(camera ?? this.fit()));
    const layout = { ...figure.layout, scene, width, height };
    const surface = { ...figure.data[0], z: rows(grid) };
    await globalThis.Plotly.react(this.plot, [surface], layout, CONFIG);
    if (this.eye) this.turn(camera ?? this.fit()); // plotly keeps the camera it had
    if (this.eye && !reducesMotion()) this.scene.animate({ opacity: [0.15, 1] }, { duration: FADE, easing: "ease-out" });
    this.eye ??= makeEye(this.plot, options);
    this.eye.holdLight();
    this.drawn = String(this.size);
    this.matrix = null;
  }

  /** In place of the mountain: what is missing, and what to do. */
  excuse(words) {
    this.plot.replaceChildren(element("p", "no-webgl", { role: "alert", textContent: `${t(words)} ${t(WITHOUT)}` }));
  }

  /** Give the picture back, until it is raised again. */
  rest() {
    if (!this.eye) return;
    this.kept = this.camera;
    globalThis.Plotly.purge(this.plot);
    Object.assign(this, { eye: null, picture: null });
    prepare(this.canvas, ...this.size);
    this.standing.clear();
  }

  /** The graphics card took the picture away: it may be raised again, once. Returns whether. */
  lose() {
    if (!this.eye) return false; // it was given back
    this.rest();
    this.losses++;
    if (this.losses > 1) this.excuse(LOST);
    return this.losses === 1;
  }

  fit() {
    return fitting(this.ratio, ...this.size);
  }

  get camera() {
    return this.eye?.camera() ?? this.kept ?? this.fit();
  }

  /** Turn to a camera, or with null to the one from which the whole mountain fits. */
  point(camera) {
    this.own = camera !== null;
    if (this.eye) this.turn(camera ?? this.fit());
    else this.kept = camera;
  }

  turn(camera) {
    return this.eye.turn(camera);
  }

  /** Leave out the words of an axis that is seen from its end, now that the camera rests. */
  async trim() {
    if (this.eye && this.hidden !== String(endOn(this.camera))) await this.relayout(this.camera);
  }

  async relayout(camera, change = {}) {
    this.hidden = String(endOn(camera));
    await globalThis.Plotly.relayout(this.plot, { ...change, ...seenBy(camera) });
    this.turn(camera);
  }

  /** Whether the mountain was drawn for another size than the scene has now. */
  get outgrown() {
    return Boolean(this.eye) && this.drawn !== String([this.scene.clientWidth, this.scene.clientHeight]);
  }

  async resize() {
    if (!this.outgrown) return;
    this.measure();
    const [width, height] = this.size;
    this.drawn = String(this.size);
    const camera = this.own ? this.camera : this.fit();
    await this.relayout(camera, { width, height });
    this.matrix = null;
  }

  /** Whether the mountain on the screen is no longer the one the overlay was projected for. */
  moved() {
    const matrix = this.eye.matrix();
    if (this.matrix?.every((value, i) => value === matrix[i])) return false;
    this.matrix = matrix;
    return true;
  }

  project(scene) {
    this.projection = makeProjection(this.matrix, ...this.size);
    this.picture = makePicture(scene, mountainLens(this.grid, this.projection), this.walkers);
    this.orient(this.said);
  }

  draw(time, look, due) {
    const style = (this.style = { ...look, size: this.scale });
    this.standing.show(this.picture, time, style, ...this.size, due);
    drawMoving(prepare(this.canvas, ...this.size), this.picture, time, style, this.standing.trails.last);
  }

  caption(climb, time) {
    this.canvas.ariaLabel = this.footer.update(climb, time);
  }

  /** The compass in the corner has numbers, which keep the pace of captions. */
  orient(time) {
    this.said = time;
    const { picture, style, corner, walkers } = this;
    if (!picture || !style) return;
    corner.hidden = !cornered(style.knows);
    if (corner.hidden) return;
    const box = compassBox(style, walkers, this.size[0]);
    Object.assign(corner.style, { width: `${box[0]}px`, height: `${box[1]}px` });
    this.compass.show(...box, (ctx) => drawCorner(ctx, picture, time, style, this.size[0], box[0]));
  }

  dispose() {
    globalThis.Plotly.purge(this.plot);
    this.eye = null; // who still holds the panel, as one that is to be whole again, must find nothing to look with
    this.root.remove();
  }

  listen(onPick, onTurn, onRest) {
    let press = null;
    const here = (event) => {
      const box = this.scene.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top];
    };
    pinched(this.scene, (factor) => this.eye && this.turn(zoomed(this.camera, factor)));
    this.scene.addEventListener("pointerdown", (event) => {
      press = event.isPrimary ? here(event) : null; // two fingers are no tap
      this.held = true;
      onTurn(this);
    }, true);
    this.scene.addEventListener("wheel", () => onTurn(this), { capture: true, passive: true });
    const settle = () => this.eye?.settle(); // after plotly, which has heard it on its canvas below
    for (const name of ["mousemove", "touchmove"]) this.scene.addEventListener(name, settle, { passive: true });
    // On window and in capture: plotly's own handlers swallow what happens on its canvas.
    globalThis.addEventListener("pointercancel", () => (this.held = false), true);
    globalThis.addEventListener("pointerup", (event) => {
      this.held = false;
      if (!press || !this.root.isConnected) return;
      const [x, y] = here(event);
      const still = Math.hypot(x - press[0], y - press[1]) < CLICK;
      press = null;
      if (!still) onRest();
      const place = still && this.projection && hit(this.grid, ...rayThrough(this.projection, x, y));
      if (place) onPick(...place);
    }, true);
  }
}
