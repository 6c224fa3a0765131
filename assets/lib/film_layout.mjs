/** Where everything stands on a film's frame: rectangles {x, y, width, height} in pixels. */

const STRIP = ["map", "data", "race"]; // below the mountains, from left to right
const WORDS = { header: 26, footer: 82, facts: 24 }; // px at 1280 x 720, above and below a mountain
const LINE = 24; // px at 1280 x 720: the line of one's own, below all

/**
 * The frame's parts: title, one card per panel ({card, scene}), and map, data and race where chosen.
 * `numbers` says whether the update in numbers stands under each mountain, `footer` is a line of one's own.
 */
export function layoutFrame(width, height, count, { numbers, footer, ...chosen }) {
  const size = Math.min(width / 1280, height / 720);
  const gap = 10 * size;
  const title = { x: 2 * gap, y: gap, width: width - 4 * gap, height: 30 * size };
  const top = title.y + title.height + gap * 0.6;
  const beside = STRIP.filter((part) => chosen[part]);
  const strip = beside.length ? Math.round(height * (width > height ? 0.29 : 0.26)) : 0;
  const bottom = height - gap - (footer ? LINE * size : 0);
  const area = { x: gap, y: top, width: width - 2 * gap, height: bottom - top - (strip && strip + gap) };
  const columns = bestColumns(count, area);
  const below = numbers && area.width / columns > 300 * size ? WORDS.footer : WORDS.facts;
  const panels = cells(area, count, columns, gap).map((card) => panelParts(card, size, below));
  const row = { x: gap, y: bottom - strip, width: width - 2 * gap, height: strip };
  const line = footer && { x: title.x, y: bottom, width: title.width, height: height - bottom };
  return { size, title, panels, numbers: below === WORDS.footer, ...(line && { footer: line }), ...stripParts(row, beside, gap) };
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

/** The chosen parts from left to right. */
function stripParts(row, beside, gap) {
  const widths = stripWidths(row.height, row.width - gap * (beside.length - 1), beside);
  let { x } = row;
  return Object.fromEntries(beside.map((part, i) => {
    const place = { ...row, x, width: widths[i] };
    x += place.width + gap;
    return [part, place];
  }));
}

/** The map is as wide as it needs; of what it leaves, the data have less than the race. */
function stripWidths(height, room, beside) {
  if (beside.length < 2) return [room];
  const map = beside[0] === "map" ? [Math.min(height * 1.25, room * (beside.length > 2 ? 0.3 : 0.4))] : [];
  const shares = beside.length > map.length + 1 ? [0.42, 0.58] : [1];
  return [...map, ...shares.map((share) => share * (room - (map[0] ?? 0)))];
}
