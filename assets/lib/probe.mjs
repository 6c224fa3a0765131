/** Asking a picture of cells: with the mouse, or with the arrow keys once it has the focus. */

import { element } from "./canvas.mjs";

const MOVES = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [1, 0], ArrowDown: [-1, 0] };
const STRIDE = 4; // cells that Shift makes of one

/** The cell [row, column] of a place in a frame {x, y, width, height}, rows upwards; null outside it. */
export function cellAt({ x, y, width, height }, { rows, columns }, left, top) {
  const [across, up] = [(left - x) / width, 1 - (top - y) / height];
  if (!(across >= 0 && across < 1 && up >= 0 && up < 1)) return null;
  return [Math.floor(up * rows), Math.floor(across * columns)];
}

/** The middle of a cell in a frame. */
export const middleOf = ({ x, y, width, height }, { rows, columns }, [row, column]) => [
  x + ((column + 0.5) / columns) * width,
  y + (1 - (row + 0.5) / rows) * height,
];

/** Where a key leads from a cell; null for other keys. */
export function movedCell({ key, shiftKey }, { rows, columns }, [row, column]) {
  const move = MOVES[key]?.map((step) => step * (shiftKey ? STRIDE : 1));
  const within = (value, count) => Math.min(Math.max(value, 0), count - 1);
  return move ? [within(row + move[0], rows), within(column + move[1], columns)] : null;
}

/**
 * Let a host be asked. `picture()` is {frame, rows, columns, cell} or null while there is none, `cell`
 * where the keys begin; `hear` are {tell(cell or null), pick(cell): by Enter}, and click(cell) where clicks
 * are not somebody else's.
 */
export function probe(host, picture, { tell, pick, click }) {
  const ring = element("i", "probe", { hidden: true });
  host.setAttribute("role", "group");
  host.append(ring);
  let [cell, mouse] = [null, null];
  const go = (next) => {
    cell = next;
    ring.hidden = !next;
    if (next) [ring.style.left, ring.style.top] = middleOf(picture().frame, picture(), next).map((px) => `${px}px`);
    tell(next);
  };
  const under = (event) => {
    const [shown, box] = [picture(), host.getBoundingClientRect()];
    return shown && cellAt(shown.frame, shown, event.clientX - box.left, event.clientY - box.top);
  };
  host.addEventListener("pointermove", (event) => {
    mouse = event;
    if (picture()) tell(under(event));
  });
  host.addEventListener("pointerleave", () => {
    mouse = null;
    tell(null);
  });
  host.addEventListener("click", (event) => {
    const meant = under(mouse ?? event); // a click knows whole pixels only, and cells are as small
    if (meant) click?.(meant);
  });
  host.addEventListener("focus", () => host.matches(":focus-visible") && picture() && go(picture().cell));
  host.addEventListener("blur", () => go(null));
  host.addEventListener("keydown", (event) => {
    const shown = picture();
    if (!shown || event.ctrlKey || event.metaKey || event.altKey) return;
    const from = cell ?? shown.cell;
    const next = movedCell(event, shown, from);
    if (event.key === "Enter") pick(from);
    else if (next) go(cell ? next : from);
    else return;
    event.preventDefault();
    event.stopPropagation(); // these keys move the clock elsewhere
  });
}
