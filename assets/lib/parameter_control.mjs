/** One number of a rule or a schedule: its name, its sentence, and what to set it with. */

import { element } from "./canvas.mjs";
import { numeral, t } from "./words.mjs";

const DIGITS = 3; // that a slider can be aimed at

/** A name under which a control stands, and the sentence that shows when it is pointed at or focused. */
export function named(control, name, help, className) {
  const label = element("label", className, { htmlFor: control.id, textContent: name, tabIndex: 0 });
  const tip = element("span", "tip", { id: `${control.id}-help`, role: "tooltip", textContent: help });
  control.setAttribute("aria-describedby", tip.id);
  return element("div", "named", {}, label, tip);
}

/** A row {node, box} for a parameter; `set(value)` hears a number, or text as it was typed. */
export function parameterControl(id, parameter, value, set) {
  const { low, high, help, options, name } = parameter;
  const [box, ...rest] = options.length ? [makeMenu(id, options, value, set)] : makeNumber(id, parameter, value, set);
  const range = options.length ? "" : t("From {low} to {high}.", { low: numeral(String(low)), high: numeral(String(high)) });
  const node = element("div", "method-parameter", {}, named(box, name, [help, range].filter(Boolean).join(" "), "parameter-name"), box, ...rest);
  return { node, box };
}

function makeMenu(id, options, value, set) {
  const choices = options.map((name, n) => element("option", "", { value: n, textContent: name, selected: n === Number(value) }));
  const select = element("select", "", { id }, ...choices);
  select.addEventListener("change", () => set(Number(select.value)));
  return select;
}

/** A box to type in and a slider to drag; what is typed goes to the server as it is. */
function makeNumber(id, parameter, value, set) {
  const scale = scaleOf(parameter);
  const box = element("input", "", { id, type: "text", inputMode: "decimal", value: String(value), autocomplete: "off" });
  const slider = element("input", "", { type: "range", min: 0, max: 1, step: "any", ariaLabel: parameter.name });
  const show = (number) => {
    const place = scale.place(number);
    if (!Number.isFinite(place)) return;
    slider.value = place;
    slider.style.setProperty("--place", `${100 * slider.value}%`);
    slider.ariaValueText = numeral(String(number));
  };
  show(Number(value));
  box.addEventListener("input", () => {
    show(Number(box.value));
    set(box.value.trim());
  });
  slider.addEventListener("input", () => {
    const number = scale.value(Number(slider.value));
    box.value = String(number);
    show(number);
    set(number);
  });
  return [box, slider];
}

/** Where a parameter's value stands on a slider from 0 to 1, and back, with digits a hand can aim at. */
export function scaleOf({ low, high, logarithmic, whole }) {
  // A logarithmic slider begins at a smallest value above 0, and at its left end says the lowest.
  const least = low > 0 ? low : high / 1e12;
  const [from, to] = logarithmic ? [Math.log(least), Math.log(high)] : [low, high];
  const round = (value) => (whole ? Math.round(value) : Number(value.toPrecision(DIGITS)));
  return {
    place: (value) => ((logarithmic ? Math.log(Math.max(value, least)) : value) - from) / (to - from),
    value: (place) => {
      if (place <= 0) return low;
      if (place >= 1) return high;
      const at = from + place * (to - from);
      return Math.min(Math.max(round(logarithmic ? Math.exp(at) : at), low), high);
    },
  };
}
