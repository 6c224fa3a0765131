/** Where everything stands on a film's frame: rectangles {x, y, width, height} in pixels. */

const WORDS = { header: 26, footer: 64, facts: 24 }; // px at 1280 x 720, above and below a mountain

/**
 * The frame's parts: title, one card per panel ({card, scene}), and map and race where chosen.
 * `numbers` says whether the update in numbers stands under each mountain.
 */
export function layoutFrame(width, height, count, { map, race, numbers }) {
  const size = Math.min(width / 1280, height / 720);
  const gap = 10 * size;
  const title = { x: 2 * gap, y: gap, width: width - 4 * gap, height: 30 * size };
  const top = title.y + title.height + gap * 0.6;
  const strip = map || race ? Math.round(height * (width > height ? 0.29 : 0.26)) : 0;
  const area = { x: gap, y: top, width: width - 2 * gap, height: height - top - gap - (strip && strip + gap) };
  const columns = bestColumns(count, area);
  const below = numbers && area.width / columns > 300 * size ? WORDS.footer : WORDS.facts;
  const panels = cells(area, count, columns, gap).map((card) => panelParts(card, size, below));
  const row = { x: gap, y: height - gap - strip, width: width - 2 * gap, height: strip };
  return { size, title, panels, numbers: below === WORDS.footer, ...stripParts(row, map, race, gap) };
}

function bestColumns(count, { width, height }) {
  const room = (n) => Math.min(width / n, (height / Math.ceil(count / n)) * 1.2);
  return Array.from({ length: count }, (_, i) => i + 1).reduce((best, n) => (room(n) > room(best) ? n : best), 1);
}

function cells(area, count, columns, gap) {
  const lines = Math.ceil(count / columns);
  const [width, height] = [(area.width - gap * (columns - 1)) / columns, (area.height - gap * (lines - 1)) / lines];
  return Array.from({ length: count }, (_, i) => ({
    x: area.x + (i % columns) * (width + gap),
    y: area.y + Math.floor(i / columns) * (height + gap),
    width,
    height,
  }));
}

function panelParts(card, size, below) {
  const y = Math.round(card.y + WORDS.header * size + 6 * size);
  const bottom = Math.round(card.y + card.height - below * size);
  const scene = { x: Math.round(card.x), y, width: Math.floor(card.width), height: Math.max(bottom - y, 40) };
  return { card, scene };
}

function stripParts(row, map, race, gap) {
  if (!map && !race) return {};
  const wide = map && race ? Math.min(row.height * 1.25, row.width * 0.4) : row.width;
  const rest = { ...row, x: row.x + wide + gap, width: row.width - wide - gap };
  return { map: map ? { ...row, width: wide } : null, race: race ? (map ? rest : row) : null };
}
