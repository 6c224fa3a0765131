/** plotly layouts with words and margins in proportion to the picture's size. */

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

/** A 3D scene's layout. */
export function sizedScene(scene, scale) {
  const axes = ["xaxis", "yaxis", "zaxis"].map((name) => [name, sized3dAxis(scene[name], scale)]);
  return { ...scene, ...Object.fromEntries(axes) };
}

/** A flat chart's layout. */
export function sizedChart(layout, scale) {
  const margin = Object.entries(layout.margin).map(([side, px]) => [side, px * scale]);
  const axes = ["xaxis", "yaxis"].map((name) => [name, sizedAxis(layout[name], scale)]);
  return { ...layout, margin: Object.fromEntries(margin), ...Object.fromEntries(axes) };
}
