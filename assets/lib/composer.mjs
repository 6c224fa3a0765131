/**
 * The composer: whole frames of a film on one canvas, at the film's own size. plotly draws each
 * standing picture once at that size; with a turning camera it draws the mountain again per frame,
 * once for all panels that share the camera.
 */

import { element, memoryCanvas } from "./canvas.mjs";
import { fitting, sceneScale, toText, turned } from "./camera.mjs";
import { CAMERAS } from "./cameras.mjs";
import { dataFrame, drawCurves } from "./data_chart.mjs";
import { layoutFrame } from "./film_layout.mjs";
import { drawFooter, drawTitle, drawWords } from "./film_words.mjs";
import { hasSamples, hasWebGL } from "./graphics.mjs";
import { rows } from "./grid.mjs";
import { drawCorner, withCompass } from "./knows.mjs";
import { contours, fitMap } from "./map.mjs";
import { CONFIG } from "./mountain.mjs";
import { drawKnowing, drawMoving, makePicture, mapLens, mountainLens, TrailLayer } from "./picture.mjs";
import { makeEye, projectionNow, sceneCanvas } from "./plotly_scene.mjs";
import { drawRaster } from "./raster_paint.mjs";
import { FilmError } from "./request.mjs";
import { sizedChart, sizedScene } from "./sized.mjs";
import { drawLines, drawRace, raceFrame, raceLayout, racersOf } from "./race.mjs";
import { SvgCanvas } from "./svg_context.mjs";
import { N_, t } from "./words.mjs";

const FINE = 2; // pixels of a mountain to one of a drawing in vectors
const WIDEST = 8192; // px: the widest picture that every graphics card draws
const NO_WEBGL = N_("This browser draws no 3D: WebGL is switched off. Turn on hardware acceleration in its settings, reload the page and save again.");

export class Composer {
  /**
   * `shot` is what is filmed: {ground, scene, look, figures, panels: [{walkers, camera}], motion, race},
   * `film` how: {width, height, scale, map, data, race, numbers, equation, compass, arrangement, title, footer, turn}
   * with `turn` in whole turns over the walk. All is laid out as at a `scale` of 1, and drawn so many times as fine;
   * or in vectors, but for the mountains, where it is a `vector` film.
   */
  constructor(shot, film) {
    const { scale = 1 } = film;
    Object.assign(this, { shot, film, scale, fine: film.vector ? FINE : scale });
    this.parts = layoutFrame(film.width / scale, film.height / scale, shot.panels.length, { ...film, walkers: shot.panels[0].walkers.length, data: film.data && shot.ground.neuron });
    this.clear = film.options?.background === "none"; // what lies under the picture shows through
    this.canvas = film.vector ? new SvgCanvas(film.width, film.height) : memoryCanvas(film.width, film.height, { alpha: this.clear });
    this.ctx = this.canvas.getContext("2d");
    const { width, height } = this.parts.panels[0].scene;
    this.style = { look: shot.look, size: sceneScale(width, height), knows: withCompass(shot.knows, film.compass) };
    this.flat = { ...this.style, size: Math.max(this.parts.size, 0.75) };
    this.host = element("div", "offscreen", { ariaHidden: "true" });
    document.body.append(this.host);
  }

  /** Draw all that stands still. */
  async prepare() {
    if (!hasWebGL()) throw new FilmError(t(NO_WEBGL));
    const { shot, film, parts } = this;
    await this.raiseMountain();
    this.views = [];
    await this.turnTo(0, 0);
    if (parts.map) this.map = await this.standing(parts.map, (w, h) => this.mapFigure(w, h));
    if (parts.data) this.data = await this.standing(parts.data, (w, h) => this.dataFigure(w, h));
    if (parts.race) this.race = await this.standing(parts.race, (w, h) => this.raceFigure(w, h));
    if (parts.map) this.prepareMap();
    if (parts.race) this.prepareRace();
    this.moving = Boolean(film.turn || shot.motion);
  }

  /** The frame at a time in steps; `share` (0 to 1) of the walk says how far the camera has turned. */
  async frame(time, share) {
    const { ctx, shot, parts } = this;
    if (this.moving) await this.turnTo(share, time);
    ctx.setTransform(this.scale, 0, 0, this.scale, 0, 0);
    this.layPaper();
    drawTitle(ctx, shot, parts, time, { ...this.film, walkers: everyone(shot) });
    if (parts.footer) drawFooter(ctx, shot, parts, this.film.footer);
    shot.panels.forEach((panel, i) => this.drawPanel(parts.panels[i], this.views[i], panel, time));
    if (this.map) this.drawStanding(parts.map, this.map, () => this.walk(parts.map, this.mapPicture, this.mapTrails, time, this.flat));
    if (this.data) this.drawStanding(parts.data, this.data, () => drawCurves(ctx, shot.ground.neuron, shot.scene, time, this.data.frame, this.flat, everyone(shot)));
    if (this.race) this.drawStanding(parts.race, this.race, () => drawRace(ctx, this.race, time, this.flat, this.layer, parts.race));
    return this.canvas;
  }

  layPaper() {
    const { ctx, film, scale } = this;
    ctx.fillStyle = this.shot.look.paper;
    if (this.clear) ctx.clearRect(0, 0, film.width / scale, film.height / scale);
    else ctx.fillRect(0, 0, film.width / scale, film.height / scale);
  }

  /** A canvas as fine as the film. */
  sheet(width, height) {
    return this.film.vector ? this.canvas.sheet(width, height) : scaledCanvas(width, height, this.scale);
  }

  dispose() {
    // Browsers keep few 3D pictures, and one that is only forgotten counts until memory is swept.
    const canvas = sceneCanvas(this.host);
    const gl = canvas?.getContext("webgl2") ?? canvas?.getContext("webgl");
    for (const plot of this.host.children) globalThis.Plotly.purge(plot);
    gl?.getExtension("WEBGL_lose_context")?.loseContext();
    this.host.remove();
  }

  // -- the mountain -------------------------------------------------------------------------

  async raiseMountain() {
    const { figures, ground } = this.shot;
    const { width, height } = this.parts.panels[0].scene;
    this.plot = element("div");
    this.host.append(this.plot);
    const { layout, data } = figures.mountain;
    this.ratio = layout.scene.aspectratio;
    const scene = sizedScene(layout.scene, this.style.size, this.cameraOf(this.shot.panels[0], 0, 0));
    // Drawn twice as fine as shown while the camera stands still, since only one picture is needed; and where samples smooth nothing.
    const finest = (this.film.turn || this.shot.motion) && hasSamples() ? Math.min(1, 2 * this.fine) : 2 * this.fine;
    const plotGlPixelRatio = Math.min(finest, WIDEST / Math.max(width, height));
    const config = { ...CONFIG, plotGlPixelRatio };
    const full = { ...layout, scene, width, height };
    await globalThis.Plotly.newPlot(this.plot, [{ ...data[0], z: rows(ground.grid) }], full, config);
    this.eye = makeEye(this.plot, this.shot.options);
    this.eye.holdLight();
  }

  cameraOf({ camera, walkers }, share, time) {
    const { width, height } = this.parts.panels[0].scene;
    const { motion, ground, scene } = this.shot;
    const panel = { ratio: this.ratio, size: [width, height], grid: ground.grid, walkers };
    const base = motion ? CAMERAS[motion].aim(panel, time, scene, camera) : (camera ?? fitting(this.ratio, width, height));
    return share && this.film.turn ? turned(base, share * this.film.turn * 2 * Math.PI) : base;
  }

  /** The mountain from a panel's camera: its picture, and its walkers' paths in pixels. */
  async shoot(panel, i, share, time) {
    const camera = this.cameraOf(panel, share, time);
    const key = toText(camera);
    const twin = this.views?.findIndex((view, n) => n < i && view.key === key && view.time === time) ?? -1;
    const { width, height } = this.parts.panels[0].scene;
    const seen = twin >= 0 ? this.views[twin] : await this.photograph(camera, width, height);
    const lens = mountainLens(this.shot.ground.grid, seen.projection);
    const trails = this.views?.[i]?.trails ?? new TrailLayer(this.sheet(width, height));
    return { ...seen, key, time, trails, picture: makePicture(this.shot.scene, lens, panel.walkers) };
  }

  async photograph(camera, width, height) {
    await this.eye.turn(camera);
    this.eye.redraw();
    const image = scaledCanvas(width, height, this.fine);
    const source = this.eye.fast ? sceneCanvas(this.plot) : await rendered(this.plot, width, height, this.fine);
    image.getContext("2d").drawImage(source, 0, 0, width, height);
    return { image, projection: projectionNow(this.eye, width, height) };
  }

  /** See all mountains as they are seen at a moment; while time stands still, so do all cameras. */
  async turnTo(share, time) {
    const moment = [share, time].join();
    if (moment === this.moment) return;
    this.moment = moment;
    for (const [i, panel] of this.shot.panels.entries()) this.views[i] = await this.shoot(panel, i, share, time);
  }

  drawPanel({ card, scene }, view, panel, time) {
    const { ctx, shot, parts } = this;
    if (!this.clear) drawCard(ctx, card, shot.look, parts.size);
    ctx.drawImage(view.image, scene.x, scene.y, scene.width, scene.height);
    inside(ctx, scene, () => {
      this.walk(scene, view.picture, view.trails, time, this.style);
      drawCorner(ctx, view.picture, time, this.style, scene.width);
    });
    drawWords(ctx, shot, parts, { card, scene, walkers: panel.walkers }, time);
  }

  /** Trails and walkers of a picture, over what is there. */
  walk({ width, height }, picture, trails, time, style) {
    trails.show(picture, time, style, width, height, this.scale);
    this.ctx.drawImage(trails.canvas, 0, 0, width, height);
    drawKnowing(this.ctx, picture, time, style);
    drawMoving(this.ctx, picture, time, style);
  }

  // -- map, data and race -------------------------------------------------------------------------

  async standing({ width, height }, figure) {
    const { data, layout, frame } = figure(width, height);
    const plot = element("div");
    this.host.append(plot);
    await globalThis.Plotly.newPlot(plot, data, layout, { ...CONFIG, staticPlot: true });
    const image = this.sheet(width, height);
    const standing = this.film.vector ? await engraved(plot, width, height) : await rendered(plot, width, height, this.scale);
    image.getContext("2d").drawImage(standing, 0, 0, width, height);
    return { image, frame };
  }

  mapFigure(width, height) {
    const { ground, figures, basins } = this.shot;
    const fitted = fitMap(ground.grid, sizedChart(figures.map.layout, this.flat.size), width, height);
    return { data: [contours(ground.grid, figures.map, Boolean(basins))], ...fitted };
  }

  /** Under the contour lines, which were drawn first. */
  layBasins({ image, frame }) {
    const ctx = image.getContext("2d");
    ctx.globalCompositeOperation = "destination-over";
    drawRaster(ctx, this.shot.basins, frame, this.scale);
  }

  prepareMap() {
    const { width, height } = this.parts.map;
    if (this.shot.basins) this.layBasins(this.map);
    this.mapPicture = makePicture(this.shot.scene, mapLens(this.shot.ground.grid, this.map.frame), everyone(this.shot));
    this.mapTrails = new TrailLayer(this.sheet(width, height));
  }

  dataFigure(width, height) {
    const { data: [points], layout: own } = this.shot.figures.data;
    const layout = { ...sizedChart(own, this.flat.size), width, height };
    const marker = { ...points.marker, size: points.marker.size * this.flat.size };
    return { data: [{ ...points, marker }], layout, frame: dataFrame(layout) };
  }

  raceFigure(width, height) {
    const { scene, figures, race } = this.shot;
    const layout = raceLayout(scene.climb, sizedChart(figures.race.layout, this.flat.size), race, width, height);
    return { data: [], layout, frame: raceFrame(layout) };
  }

  prepareRace() {
    const { scene, race } = this.shot;
    const { width, height } = this.parts.race;
    this.race.racers = this.ofThese(racersOf(scene, race, this.race.frame));
    this.layer = this.sheet(width, height);
    drawLines(this.layer.getContext("2d"), this.race.racers, this.race.frame, this.flat);
  }

  /** Of all that run, those with a mountain in this film, and what somebody recorded, which comes first. */
  ofThese(racers) {
    const [shown, recorded] = [everyone(this.shot), racers.length - this.shot.scene.climb.rates.length];
    return racers.filter((_, n) => n < recorded || shown.includes(n - recorded));
  }

  drawStanding(part, { image }, draw) {
    const { ctx, shot, parts } = this;
    if (!this.clear) drawCard(ctx, part, shot.look, parts.size);
    inside(ctx, part, () => {
      ctx.drawImage(image, 0, 0, part.width, part.height);
      draw();
    });
  }
}

/** All walkers that have a mountain in this film. */
const everyone = (shot) => shot.panels.flatMap(({ walkers }) => walkers).sort((a, b) => a - b);

function drawCard(ctx, { x, y, width, height }, look, size) {
  ctx.fillStyle = look.card;
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, 8 * size);
  ctx.fill();
}

function inside(ctx, { x, y, width, height }, draw) {
  ctx.save();
  ctx.beginPath();
  ctx.rect(x, y, width, height);
  ctx.clip();
  ctx.translate(x, y);
  draw();
  ctx.restore();
}

/** A canvas so many times as fine, on which one is one pixel of a scale of 1. */
function scaledCanvas(width, height, scale) {
  const canvas = memoryCanvas(width * scale, height * scale);
  canvas.getContext("2d").scale(scale, scale);
  return canvas;
}

/** plotly's own drawing of a flat plot, as a part of a larger one. */
async function engraved(plot, width, height) {
  const address = await globalThis.Plotly.toImage(plot, { format: "svg", width, height });
  return { svg: decodeURIComponent(address.slice(address.indexOf(",") + 1)), width, height };
}

/** plotly's own picture of a plot, as an image. */
async function rendered(plot, width, height, scale) {
  const image = new Image();
  image.src = await globalThis.Plotly.toImage(plot, { format: "png", width, height, scale });
  await image.decode();
  return image;
}
