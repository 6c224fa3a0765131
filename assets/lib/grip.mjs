/** A hand on a mountain: it turns what it drags, two fingers and the wheel bring it nearer, a press that rests is a click. */

const CLICK = 4; // px: a press that moves farther turns the camera
const LINE = 16; // px that a wheel turns at least, where it counts lines
const WHEEL = 0.0015; // of the distance, for a pixel of the wheel

/** `hear` are {begin(), turn(dx, dy), shift(dx, dy), zoom(factor), end(turned), click(x, y)}, in px; a right button or Shift shifts. */
export function gripped(host, hear) {
  const fingers = new Map();
  let press = null; // where one finger or button went down and did not move since
  const move = (event) => {
    if (!fingers.has(event.pointerId)) return;
    const [before, [x, y]] = [apart(fingers), fingers.get(event.pointerId)];
    fingers.set(event.pointerId, at(event));
    if (press && Math.hypot(event.clientX - press[0], event.clientY - press[1]) >= CLICK) press = null;
    if (fingers.size > 1) return before > 0 && apart(fingers) > 0 && hear.zoom(before / apart(fingers));
    const shifted = event.shiftKey || (event.buttons & 2) > 0;
    hear[shifted ? "shift" : "turn"](event.clientX - x, event.clientY - y);
  };
  const lift = (event) => {
    if (!fingers.delete(event.pointerId) || fingers.size) return;
    for (const [name, listener] of away) globalThis.removeEventListener(name, listener, true);
    const clicked = press && event.type === "pointerup";
    hear.end(!clicked);
    if (clicked) hear.click(...within(host, press));
    press = null;
  };
  const away = [["pointermove", move], ["pointerup", lift], ["pointercancel", lift]]; // a hand may leave what it holds
  host.addEventListener("pointerdown", (event) => {
    if (!fingers.size) for (const [name, listener] of away) globalThis.addEventListener(name, listener, true);
    fingers.set(event.pointerId, at(event));
    press = fingers.size === 1 && event.button === 0 ? at(event) : null;
    hear.begin();
  });
  host.addEventListener("wheel", (event) => {
    event.preventDefault(); // the page stays where it is
    hear.begin();
    hear.zoom(Math.exp(WHEEL * event.deltaY * (event.deltaMode ? LINE : 1)));
    hear.end(false); // many come in a frame: what rests is seen by the frames
  }, { passive: false });
  host.addEventListener("contextmenu", (event) => event.preventDefault()); // the right button drags
}

const at = ({ clientX, clientY }) => [clientX, clientY];

function apart(fingers) {
  const [[a, b], [c, d] = [a, b]] = fingers.values();
  return Math.hypot(a - c, b - d);
}

function within(host, [x, y]) {
  const { left, top } = host.getBoundingClientRect();
  return [x - left, y - top];
}
