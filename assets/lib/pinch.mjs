/** Two fingers on a mountain: it comes nearer as they part, and goes away as they meet. */

/** `zoom(factor)` hears by how much the distance of the eye changes. */
export function pinched(host, zoom) {
  const fingers = new Map();
  const apart = () => {
    const [[a, b], [c, d]] = fingers.values();
    return Math.hypot(a - c, b - d);
  };
  const lift = ({ pointerId }) => fingers.delete(pointerId);
  host.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch") fingers.set(event.pointerId, [event.clientX, event.clientY]);
  }, true);
  host.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    const before = fingers.size === 2 ? apart() : 0;
    fingers.set(event.pointerId, [event.clientX, event.clientY]);
    if (before > 0 && apart() > 0) zoom(before / apart());
  }, true);
  for (const name of ["pointerup", "pointercancel"]) globalThis.addEventListener(name, lift, true);
  // plotly would turn the mountain with the first of the two.
  host.addEventListener("touchmove", (event) => fingers.size > 1 && event.stopPropagation(), true);
}
