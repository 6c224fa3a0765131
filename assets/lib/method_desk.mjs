/** The controls of how walkers walk: for whom, which rule, which schedule, and their numbers. */

import { element } from "./canvas.mjs";
import * as method from "./method.mjs";

const DIGITS = 3; // that a slider can be aimed at

export class MethodDesk {
  /** `tables` are {rules, schedules}, rows with parameters; `hear(methods)` hears every change. */
  constructor(host, { rules, schedules }, hear) {
    Object.assign(this, { host, rules, schedules, hear, target: "all", methods: [] });
    this.said = element("span", "summary");
    this.body = element("div", "method-body");
    const summary = element("summary", "", {}, element("span", "label", { textContent: "Rule and schedule" }), this.said);
    this.problem = element("div", "problem", { role: "alert" });
    host.replaceChildren(element("details", "", {}, summary, this.body, this.problem));
  }

  /** Show these methods, one a walker; nothing is redrawn where they are what is shown. */
  show(methods) {
    const shape = JSON.stringify([methods.map(({ changes, ...rest }) => rest), this.target]);
    const same = shape === this.shape;
    Object.assign(this, { methods, shape });
    if (same) return;
    if (this.target !== "all" && this.target >= methods.length) this.target = "all";
    this.said.textContent = method.summary(methods, this.rules, this.schedules);
    this.draw();
  }

  /** Say what is wrong: sentences by field; those of methods begin with "methods". */
  complain(problems) {
    const mine = Object.entries(problems).filter(([field]) => field.startsWith("methods"));
    this.problem.replaceChildren(...[...new Set(mine.map(([, sentence]) => sentence))].map((sentence) => element("div", "", { textContent: sentence })));
  }

  get shown() {
    return this.methods[this.target === "all" ? 0 : this.target] ?? method.PLAIN;
  }

  /** Numbers that are being typed keep their box: only what they change elsewhere is drawn. */
  change(change, redraw = true) {
    this.methods = method.changed(this.methods, this.target, change);
    if (redraw) {
      this.show(this.methods);
    } else {
      this.shape = JSON.stringify([this.methods.map(({ changes, ...rest }) => rest), this.target]);
    }
    this.hear(this.methods);
  }

  draw() {
    const focus = document.activeElement?.id;
    this.body.replaceChildren(
      ...(this.methods.length > 1 ? [this.targets()] : []),
      this.menu("rule", "Rule", "What makes a step of the gradient. Gradient descent is the formula itself; the others remember, scale or look around.", this.rules, "values"),
      this.menu("schedule", "Schedule", "How the learning rate changes from step to step. What you typed is the highest rate.", this.schedules, "schedule_values"),
    );
    if (focus) document.getElementById(focus)?.focus();
  }

  targets() {
    const names = ["all", ...this.methods.keys()];
    const choose = (name) => {
      this.target = name;
      this.show([...this.methods]);
    };
    const buttons = names.map((name) => {
      const radio = element("input", "", { type: "radio", name: "method-target", id: `method-for-${name}`, checked: name === this.target });
      radio.addEventListener("change", () => choose(name));
      return element("label", name === this.target ? "on" : "", {}, radio, name === "all" ? "All" : String(name + 1));
    });
    return element("fieldset", "targets", {}, element("legend", "key", { textContent: "For walker" }), ...buttons);
  }

  menu(kind, name, help, table, values) {
    const row = table.find(({ key }) => key === this.shown[kind]) ?? table[0];
    const options = table.map((each) => element("option", "", { value: each.key, textContent: each.name, selected: each === row }));
    const select = element("select", "", { id: `method-${kind}` }, ...options);
    select.addEventListener("change", () => {
      const chosen = table.find(({ key }) => key === select.value);
      this.change({ [kind]: chosen.key, [values]: method.defaults(chosen) });
    });
    const label = element("label", "label", { htmlFor: select.id, textContent: name, title: help });
    const story = element("p", "story", { textContent: row.help });
    const numbers = row.parameters.map((parameter) => this.parameter(parameter, values, row.fitted?.includes(parameter.key)));
    const idle = kind === "schedule" ? this.idle() : [];
    return element("div", "control", {}, label, select, story, ...idle, ...numbers);
  }

  /** What is to be said where a rule takes no notice of the schedule. */
  idle() {
    const rule = this.rules.find(({ key }) => key === this.shown.rule);
    if (!rule?.oneRate) return [];
    return [element("p", "story idle", { textContent: `${rule.name} takes the rate of its first step alone: no schedule, and no rate changed by hand later, has an effect on it.` })];
  }

  /** What is `measured` on the ground is empty until the server has done so. */
  parameter(parameter, values, measured) {
    const value = this.shown[values][parameter.key] ?? (measured ? "" : parameter.default);
    const set = (number) => this.change({ [values]: { ...this.shown[values], [parameter.key]: number } }, false);
    const id = `method-${values}-${parameter.key}`;
    const label = element("label", "parameter-name", { htmlFor: id, textContent: parameter.name, title: parameter.help });
    const inputs = parameter.options.length ? [makeMenu(id, parameter, value, set)] : makeNumber(id, parameter, value, set);
    return element("div", "method-parameter", {}, label, ...inputs);
  }
}

function makeMenu(id, { options, help }, value, set) {
  const choices = options.map((name, n) => element("option", "", { value: n, textContent: name, selected: n === Number(value) }));
  const select = element("select", "", { id, title: help }, ...choices);
  select.addEventListener("change", () => set(Number(select.value)));
  return [select];
}

/** A box to type in and a slider to drag; what is typed goes to the server as it is. */
function makeNumber(id, parameter, value, set) {
  const { low, high, help, name } = parameter;
  const scale = scaleOf(parameter);
  const box = element("input", "", { id, type: "text", inputMode: "decimal", value: String(value), title: help, autocomplete: "off" });
  const slider = element("input", "", { type: "range", min: 0, max: 1, step: "any", value: scale.place(Number(value)), ariaLabel: `${name}, from ${low} to ${high}` });
  box.addEventListener("input", () => {
    const place = scale.place(Number(box.value));
    if (Number.isFinite(place)) slider.value = place;
    set(box.value.trim());
  });
  slider.addEventListener("input", () => {
    box.value = String(scale.value(Number(slider.value)));
    set(Number(box.value));
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
