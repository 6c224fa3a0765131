/** What keys do: one table for the page's ears and for the sheet that names them all, beside what hands do. */

import { COMMANDS } from "./clock.mjs";
import { N_ } from "./words.mjs";

const clock = (command) => (hands) => hands.stage.command(COMMANDS[command]);
const camera = (key) => (hands) => hands.chooseCamera(key);

/**
 * Rows {group, key, shown, does, run(hands)}: `key` as the browser calls it, with `ctrl` (or, on a Mac,
 * Command) and `shift` held where that is so; `whole` where it takes the page with its controls.
 */
export const KEYS = [
  { group: N_("The walk"), key: " ", shown: N_("Space"), does: N_("Play or pause"), run: clock("play") },
  { group: N_("The walk"), key: "ArrowRight", shown: "→", does: N_("One step on"), run: clock("forward") },
  { group: N_("The walk"), key: "ArrowLeft", shown: "←", does: N_("One step back"), run: clock("back") },
  { group: N_("The walk"), key: "Home", shown: "Home", does: N_("Back to the start"), run: clock("first") },
  { group: N_("The walk"), key: "End", shown: "End", does: N_("To the end"), run: clock("last") },
  { group: N_("The camera"), key: "1", shown: "1", does: N_("Three quarters: the whole mountain"), run: camera("quarter"), whole: true },
  { group: N_("The camera"), key: "2", shown: "2", does: N_("From above, north up"), run: camera("above"), whole: true },
  { group: N_("The camera"), key: "3", shown: "3", does: N_("From the side"), run: camera("side"), whole: true },
  { group: N_("The camera"), key: "4", shown: "4", does: N_("Along the valley of the lowest point"), run: camera("valley"), whole: true },
  { group: N_("The camera"), key: "5", shown: "5", does: N_("Follow the walker, over its shoulder"), run: camera("follow"), whole: true },
  { group: N_("The camera"), key: "6", shown: "6", does: N_("Go slowly around the mountain"), run: camera("orbit"), whole: true },
  { group: N_("The scenario"), key: "z", ctrl: true, shown: "Ctrl Z", does: N_("Undo the last change"), run: (hands) => hands.undo(), whole: true },
  { group: N_("The scenario"), key: "z", ctrl: true, shift: true, shown: "Ctrl Shift Z", does: N_("Do it again"), run: (hands) => hands.redo(), whole: true },
  { group: N_("The scenario"), key: "y", ctrl: true, shown: "Ctrl Y", does: N_("Do it again"), run: (hands) => hands.redo(), whole: true },
  { group: N_("The scenario"), key: "r", shown: "R", does: N_("This mountain's own story: its start and rates"), run: (hands) => hands.tellStory(), whole: true },
  { group: N_("The scenario"), key: "g", shown: "G", does: N_("All mountains in pictures"), run: (hands) => hands.openGallery(), whole: true },
  { group: N_("The page"), key: "f", shown: "F", does: N_("Present: only the mountains, with large words"), run: (hands) => hands.togglePresent(), whole: true },
  { group: N_("The page"), key: "Escape", shown: "Esc", does: N_("Close a menu, stop presenting, or leave the tour"), run: (hands) => hands.leave(), when: (hands) => hands.away, whole: true },
  { group: N_("The page"), key: "t", shown: "T", does: N_("The tour: what a learning rate does, in 20 seconds"), run: (hands) => hands.startTour(), whole: true },
  { group: N_("The page"), key: "?", shown: "?", does: N_("This sheet"), run: (hands) => hands.openSheet(), whole: true },
];

/** What a hand does on a mountain, as the sheet says it; grip.mjs hears it. */
export const HANDS = [
  { group: N_("On a mountain"), shown: N_("Drag"), does: N_("Turn it: with the mouse, or with a finger") },
  { group: N_("On a mountain"), shown: N_("Shift Drag"), does: N_("Move it aside, as the right button does") },
  { group: N_("On a mountain"), shown: N_("Wheel"), does: N_("Nearer or farther, as two fingers do") },
  { group: N_("On a mountain"), shown: N_("Click"), does: N_("Start there; a click or a tap on the map does the same") },
];

const BUSY = "input:not([type=range].scrub), textarea, select, [contenteditable], [role=slider], [role=listbox], [role=dialog] *, dialog *, [role=tablist] *";

// What is typed has an undo of its own; a slider that was dragged has none.
const TYPED = "input:not([type=range]), textarea, [contenteditable], dialog *";
const OWN = "[role=dialog] *, dialog *, [aria-expanded=true]"; // what Escape closes by itself
const busyFor = ({ ctrl, key }) => (ctrl ? TYPED : key === "Escape" ? OWN : BUSY);

/** The row of `rows` for a key that was pressed, or null. */
export function rowOf({ key, ctrlKey, metaKey, altKey, shiftKey }, rows) {
  const [name, held] = [key.length === 1 ? key.toLowerCase() : key, Boolean(ctrlKey || metaKey)];
  const fits = (row) => row.key === name && Boolean(row.ctrl) === held && (!held || Boolean(row.shift) === Boolean(shiftKey));
  return altKey ? null : (rows.find(fits) ?? null);
}

/** Let `hands` hear keys, unless something is being typed or moved by keys of its own. */
export function listen(hands, rows = KEYS, target = document) {
  target.addEventListener("keydown", (event) => {
    const row = rowOf(event, rows);
    const focused = event.target;
    const pressed = event.key === " " && focused.closest?.("button, a, [role=switch], summary");
    if (!row || pressed || focused.closest?.(busyFor(row)) || row.when?.(hands) === false) return;
    event.preventDefault();
    row.run(hands);
  });
}
