/** Keys of the player, unless something is being typed or moved by keys of its own. */

import * as clocks from "./clock.mjs";

const KEYS = {
  " ": clocks.toggle,
  ArrowRight: (clock) => clocks.stepBy(clock, 1),
  ArrowLeft: (clock) => clocks.stepBy(clock, -1),
  Home: (clock) => clocks.seek(clock, 0),
  End: (clock) => clocks.seek(clock, clock.steps),
};

const BUSY = "input:not([type=range].scrub), textarea, select, [contenteditable], [role=slider], [role=listbox], [role=dialog] *, [role=tablist] *";

/** What a key does to the clock, or null. */
export const commandOf = (event) =>
  event.ctrlKey || event.metaKey || event.altKey ? null : (KEYS[event.key] ?? null);

export function listen(stage, target = document) {
  target.addEventListener("keydown", (event) => {
    const command = commandOf(event);
    const focused = event.target;
    const pressed = event.key === " " && focused.closest?.("button, a, [role=switch], summary");
    if (!command || pressed || focused.closest?.(BUSY)) return;
    event.preventDefault();
    stage.command(command);
  });
}
