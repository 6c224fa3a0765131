/** plotly layouts with words and margins in proportion to the picture's size. */

import { endOn, toPlotly } from "./camera.mjs";

const AXES = ["xaxis", "yaxis", "zaxis"];
const SMALLEST = 8; // px

// plotly takes the size of a 3D axis's labels twice over: their pixels grow with its square.
const sized3dAxis = (axis, scale) => {
  const flat = sizedAxis(axis, scale);
  return { ...flat, tickfont: { ...axis.tickfont, size: axis.tickfont.size * Math.sqrt(scale) } };
};

const sizedAxis = (axis, scale) => ({
  ...axis,
  tickfont: { ...axis.tickfont, size: Math.max(axis.tickfont.size * scale, SMALLEST) },
  title: { ...axis.title, font: { ...axis.title?.font, size: Math.max((axis.title?.font?.size ?? 12) * scale, SMALLEST) } },
});

/** A 3D scene's layout, seen by a camera; an axis seen from its end is left out, for its words would lie on each other. */
export function sizedScene(scene, scale, camera) {
  const hidden = endOn(camera);
  const axes = AXES.map((name, n) => [name, { ...sized3dAxis(scene[name], scale), visible: !hidden[n] }]);
  return { ...scene, ...Object.fromEntries(axes), camera: toPlotly(camera) };
}

/** The change of a layout that was made for another camera. */
export function seenBy(camera) {
  const visible = endOn(camera).map((hidden, n) => [`scene.${AXES[n]}.visible`, !hidden]);
  return { ...Object.fromEntries(visible), "scene.camera": toPlotly(camera) };
}

/** A flat chart's layout. */
export function sizedChart(layout, scale) {
  const margin = Object.entries(layout.margin).map(([side, px]) => [side, px * scale]);
  const axes = ["xaxis", "yaxis"].map((name) => [name, sizedAxis(layout[name], scale)]);
  return { ...layout, margin: Object.fromEntries(margin), ...Object.fromEntries(axes) };
}
