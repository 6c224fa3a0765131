/** One 3D panel: plotly's standing mountain, the canvas above it where its walkers walk, its captions. */

import { element, Poster } from "./canvas.mjs";
import { endOn, fitting, orbited, sceneScale, shifted, zoomed } from "./camera.mjs";
import { makeFooter } from "./footer.mjs";
import { compassBox } from "./compass.mjs";
import { gripped } from "./grip.mjs";
import { hit } from "./hidden.mjs";
import { cornered, drawCorner } from "./knows.mjs";
import { Moving } from "./moving.mjs";
import { makePicture, mountainLens } from "./picture.mjs";
import { projectionNow } from "./plotly_scene.mjs";
import { rayThrough } from "./projection.mjs";
import { Standing } from "./standing.mjs";
import { reducesMotion } from "./browser.mjs";
import { N_, t } from "./words.mjs";

const WITHOUT = N_("The map, the race and the numbers work all the same.");
const FADE = 250; // ms in which a new mountain comes up

export class Panel {
  /** `walkers` are the indices shown, `near` says whether it is seen; `onPick(u, v)` hears a click on the ground. */
  constructor(host, { walkers, near, beside, onPick, onTurn, onRest }) {
    Object.assign(this, { walkers, near, own: false });
    const [mountain, standing] = ["overlay mountain", "overlay"].map((name) => element("canvas", name, { ariaHidden: "true" }));
    this.photograph = new Poster(mountain);
    this.standing = new Standing(new Poster(standing), beside);
    this.canvas = element("canvas", "overlay", { role: "img" });
    this.corner = element("canvas", "", { ariaHidden: "true", hidden: true });
    this.moving = new Moving(this.canvas);
    this.compass = new Poster(this.corner);
    this.scene = element("div", "scene", {}, mountain, standing, this.canvas, element("div", "corner", {}, this.corner));
    this.footer = makeFooter(walkers);
    this.root = element("section", walkers.length > 1 ? "panel several" : "panel", {}, this.footer.header, this.scene, this.footer.body);
    host.append(this.root);
    this.listen(onPick, onTurn, onRest);
  }

  /** Look how large the scene is now: to ask in each frame would cost. */
  measure() {
    this.size = [this.scene.clientWidth, this.scene.clientHeight];
  }

  get scale() {
    return sceneScale(...this.size);
  }

  /** Stand on a ground. `camera` is null for the one that fits. */
  stand(grid, ratio, camera) {
    Object.assign(this, { grid, ratio });
    this.measure();
    this.point(camera);
  }

  /** A new mountain comes up. */
  fade() {
    if (this.shot && !reducesMotion()) this.scene.animate({ opacity: [0.15, 1] }, { duration: FADE, easing: "ease-out" });
  }

  /** In place of the mountain: what is missing, and what to do. */
  excuse(words) {
    this.rest();
    this.excused ??= this.scene.appendChild(element("p", "no-webgl", { role: "alert" }));
    this.excused.textContent = `${t(words)} ${t(WITHOUT)}`;
  }

  /** Show nothing, until there is a photograph again. */
  rest() {
    if (!this.shot) return;
    Object.assign(this, { shot: null, picture: null, projection: null });
    this.photograph.clear();
    this.moving.clear(...this.size);
    this.standing.clear();
  }

  fit() {
    return fitting(this.ratio, ...this.size);
  }

  /** Turn to a camera, or with null to the one from which the whole mountain fits. */
  point(camera) {
    this.own = camera !== null;
    if (this.own) this.turn(camera);
    else if (this.ratio) this.turn(this.fit());
  }

  turn(camera) {
    this.camera = camera;
  }

  /** Whether the scene has another size now than was measured. */
  get outgrown() {
    return Boolean(this.size) && String(this.size) !== String([this.scene.clientWidth, this.scene.clientHeight]);
  }

  resize() {
    if (!this.outgrown) return;
    this.measure();
    if (!this.own && this.ratio) this.turn(this.fit());
  }

  /** Whether it looks from elsewhere than its photograph was taken from. */
  get turned() {
    return Boolean(this.shot) && this.shot.camera !== this.camera;
  }

  shows({ drawings }) {
    return Boolean(this.shot) && this.shot.camera === this.camera && this.shot.drawings === drawings;
  }

  /** Whether the axes on its photograph, or those it will be taken of, have words where this camera has room for them. */
  isTrim(mountain) {
    return (this.shot?.hidden ?? mountain.hidden) === String(endOn(this.camera));
  }

  /** Its photograph is not as it should be. */
  forget() {
    if (this.shot) this.shot.camera = null;
  }

  /** Photograph a mountain as it is drawn now, from a camera. */
  take({ drawings, hidden, eye, canvas }, camera) {
    this.shot = { drawings, hidden, camera };
    this.photograph.show(...this.size, (ctx) => ctx.drawImage(canvas, 0, 0, ...this.size));
    this.projection = projectionNow(eye, ...this.size);
    this.stale = true; // the walkers above it are
  }

  project(scene) {
    this.stale = false;
    this.picture = makePicture(scene, mountainLens(this.grid, this.projection), this.walkers);
    this.orient(this.said);
  }

  draw(time, look, pace) {
    const style = (this.style = { ...look, size: this.scale });
    this.standing.show(this.picture, time, style, ...this.size, pace);
    this.moving.show(this.picture, time, style, ...this.size, this.standing.passed);
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
    this.root.remove();
  }

  listen(onPick, onTurn, onRest) {
    const by = (change) => this.shot && this.turn(change(this.camera));
    const part = (px) => px / this.size[1];
    gripped(this.scene, {
      begin: () => {
        this.held = true;
        onTurn(this);
      },
      turn: (dx, dy) => by((camera) => orbited(camera, part(dx), part(dy))),
      shift: (dx, dy) => by((camera) => shifted(camera, part(dx), part(dy))),
      zoom: (factor) => by((camera) => zoomed(camera, factor)),
      end: (turned) => {
        this.held = false;
        if (turned) onRest();
      },
      click: (x, y) => {
        const place = this.projection && hit(this.grid, ...rayThrough(this.projection, x, y));
        if (place) onPick(...place);
      },
    });
  }
}
