/** Where everything stands on a film's frame: rectangles {x, y, width, height} in pixels. */

const STRIP = ["map", "data", "race"]; // below the mountains from left to right, or beside them from the top
const WORDS = { header: 32, footer: 82, facts: 24 }; // px at 1280 x 720, above and below a mountain
export const LIST = { told: { wide: 330, row: 42 }, plain: { wide: 240, row: 24 } }; // px at 1280 x 720: words of several walkers on one mountain
const LINE = 24; // px at 1280 x 720: the line of one's own, below all
const NUMBERS = 300; // px at 1280 x 720: the narrowest card that has room for an update in numbers
const WIDER = 1.15; // a mountain's picture is this much wider than it is high
const BESIDE = 0.26; // of the width, for a strip at the side

/**
 * The frame's parts: title, one card per panel ({card, scene}), and map, data and race where chosen.
 * `numbers` says whether the update in numbers stands under each mountain, `footer` is a line of one's own,
 * `arrangement` how panels stand, `walkers` how many share a panel.
 */
export function layoutFrame(width, height, count, { numbers, footer, arrangement, walkers = 1, ...chosen }) {
  const size = Math.min(Math.max(width, height) / 1280, Math.min(width, height) / 720); // upright, letters have as much room
  const gap = 10 * size;
  const title = { x: 2 * gap, y: gap, width: width - 4 * gap, height: 30 * size };
  const top = title.y + title.height + gap * 0.6;
  const bottom = height - gap - (footer ? LINE * size : 0);
  const whole = { x: gap, y: top, width: width - 2 * gap, height: bottom - top };
  const wanted = { size, numbers, walkers };
  const strips = stripsOf(whole, STRIP.filter((part) => chosen[part]), width, height, gap);
  const all = strips.flatMap(({ area, parts }) => columnsOf(arrangement, count).map((columns) => placed(cells(area, count, columns, gap), parts, wanted)));
  // All are looked at, for the place in which mountains are largest.
  const { panels, parts, below } = all.reduce((best, each) => (each.room > best.room ? each : best));
  const line = footer && { x: title.x, y: bottom, width: title.width, height: height - bottom };
  return { size, title, panels, numbers: below === WORDS.footer, ...(line && { footer: line }), ...parts };
}

/** How many panels may stand in a line. */
function columnsOf(arrangement, count) {
  if (arrangement === "row") return [count];
  if (arrangement === "grid") return [Math.ceil(Math.sqrt(count))];
  return Array.from({ length: count }, (_, i) => i + 1);
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

/** Panels in these cards, and how large their mountains are. */
function placed(cards, parts, { size, numbers, walkers }) {
  const below = numbers && cards[0].width > NUMBERS * size ? WORDS.footer : WORDS.facts;
  const list = listOf(walkers, size, numbers);
  const panels = cards.map((card) => ({ card, scene: walkers > 1 ? sceneOfAll(card, list) : sceneOfOne(card, size, below) }));
  const { scene } = panels[0];
  return { panels, parts, below, room: Math.min(scene.width / WIDER, scene.height) };
}

function sceneOfOne(card, size, below) {
  const y = Math.round(card.y + WORDS.header * size);
  const bottom = Math.round(card.y + card.height - below * size);
  return { x: Math.round(card.x), y, width: Math.floor(card.width), height: Math.max(bottom - y, 40) };
}

/** How much room the words of several walkers take. */
function listOf(walkers, size, numbers) {
  const { wide, row } = numbers ? LIST.told : LIST.plain;
  return { width: wide * size, height: (walkers + 0.5) * row * size };
}

/** All walkers' words stand to the left of their mountain, or above it where the card is high. */
function sceneOfAll({ x, y, width, height }, list) {
  const [left, above] = width > height ? [list.width, 0] : [0, Math.min(list.height, height / 2)];
  return { x: Math.round(x + left), y: Math.round(y + above), width: Math.floor(width - left), height: Math.floor(height - above) };
}

/** Where the strip may stand: {area: what it leaves for mountains, parts}. */
function stripsOf(whole, chosen, width, height, gap) {
  if (!chosen.length) return [{ area: whole, parts: {} }];
  const low = Math.round(height * (width > height ? 0.29 : 0.26));
  const area = { ...whole, height: whole.height - low - gap };
  const below = { area, parts: inRow({ ...whole, y: whole.y + whole.height - low, height: low }, chosen, gap) };
  return width > height ? [below, besideOf(whole, chosen, gap)] : [below];
}

function besideOf(whole, chosen, gap) {
  const wide = Math.round(whole.width * BESIDE);
  const column = { ...whole, x: whole.x + whole.width - wide, width: wide };
  const parts = cells(column, chosen.length, 1, gap);
  return { area: { ...whole, width: whole.width - wide - gap }, parts: Object.fromEntries(chosen.map((part, i) => [part, parts[i]])) };
}

/** The chosen parts from left to right. */
function inRow(row, chosen, gap) {
  const widths = widthsOf(row.height, row.width - gap * (chosen.length - 1), chosen);
  let { x } = row;
  return Object.fromEntries(chosen.map((part, i) => {
    const place = { ...row, x, width: widths[i] };
    x += place.width + gap;
    return [part, place];
  }));
}

/** The map is as wide as it needs; of what it leaves, the data have less than the race. */
function widthsOf(height, room, chosen) {
  if (chosen.length < 2) return [room];
  const map = chosen[0] === "map" ? [Math.min(height * 1.25, room * (chosen.length > 2 ? 0.3 : 0.4))] : [];
  const shares = chosen.length > map.length + 1 ? [0.42, 0.58] : [1];
  return [...map, ...shares.map((share) => share * (room - (map[0] ?? 0)))];
}
