/** Keys of the player, unless something is being typed or moved by keys of its own. */

import { COMMANDS } from "./clock.mjs";

const KEYS = {
  " ": COMMANDS.play,
  ArrowRight: COMMANDS.forward,
  ArrowLeft: COMMANDS.back,
  Home: COMMANDS.first,
  End: COMMANDS.last,
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
