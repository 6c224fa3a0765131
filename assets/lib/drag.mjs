/** Picking a place by a click, or dragging it: with a mouse from anywhere, with a finger from where it is. */

const CLICK = 4; // px: a press that moves farther is a drag

/**
 * `at(left, top)` is the place under a pixel of the host, or null; `holds(place)` whether a finger there
 * drags; `onDrag(...place)` hears each place on the way, `onPick(...place)` the last.
 */
export function dragged(host, { at, holds, onPick, onDrag }) {
  let press = null;
  const here = ({ clientX, clientY }) => {
    const { left, top } = host.getBoundingClientRect();
    return at(clientX - left, clientY - top);
  };
  host.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const place = here(event);
    press = { x: event.clientX, y: event.clientY, place, drags: Boolean(place) && (event.pointerType !== "touch" || holds(place)), moved: false };
    if (press.drags) host.setPointerCapture(event.pointerId);
  });
  host.addEventListener("pointermove", (event) => {
    if (!press) return;
    press.moved ||= Math.hypot(event.clientX - press.x, event.clientY - press.y) >= CLICK;
    if (!press.drags || !press.moved) return;
    press.place = here(event) ?? press.place; // off the map it stays where it was
    onDrag(...press.place);
  });
  host.addEventListener("pointerup", () => {
    if (press?.place && (press.drags || !press.moved)) onPick(...press.place);
    press = null;
  });
  host.addEventListener("pointercancel", () => (press = null));
  // A finger that drags does not scroll as well; the browser asks before it knows which it will be.
  host.addEventListener("touchstart", (event) => press?.drags && event.preventDefault(), { passive: false });
}
