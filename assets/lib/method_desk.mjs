/** The controls of how walkers walk: for whom, which rule, which schedule, and their numbers. */

import { element } from "./canvas.mjs";
import * as method from "./method.mjs";
import { named, parameterControl } from "./parameter_control.mjs";
import { N_, t } from "./words.mjs";

const HELP = {
  rule: N_("What makes a step of the gradient. Gradient descent is the formula itself; the others remember, scale or look around."),
  "another rule": N_("Its good rates may be others than those above: the buttons there suggest them for this rule."),
  schedule: N_("How the learning rate changes from step to step. What you typed is the highest rate."),
};

export class MethodDesk {
  /** `tables` are {rules, schedules}, rows with parameters; `hear(methods)` hears every change. */
  constructor(host, { rules, schedules }, hear) {
    Object.assign(this, { host, rules, schedules, hear, target: "all", methods: [], problems: {}, fill: {} });
    this.said = element("span", "summary");
    this.body = element("div", "method-body");
    const summary = element("summary", "", {}, element("span", "label", { textContent: t("Rule and schedule") }), this.said);
    this.problem = element("div", "problem", { role: "alert" });
    host.replaceChildren(element("details", "", {}, summary, this.body), this.problem);
  }

  /** Show these methods, one a walker; nothing is redrawn where they are what is shown. */
  show(methods) {
    if (this.target !== "all" && this.target >= methods.length) this.target = "all";
    const shape = shapeOf(methods, this.target);
    const same = shape === this.shape;
    Object.assign(this, { methods, shape });
    if (same) return;
    this.said.textContent = method.summary(methods, this.rules, this.schedules);
    this.draw();
  }

  get shown() {
    return this.methods[this.target === "all" ? 0 : this.target] ?? method.PLAIN;
  }

  /** What is being typed in keeps its box, and a menu its letters: nothing is drawn anew. */
  change(change) {
    this.methods = method.changed(this.methods, this.target, change);
    this.shape = shapeOf(this.methods, this.target);
    this.said.textContent = method.summary(this.methods, this.rules, this.schedules);
    this.hear(this.methods);
  }

  /** Say what is wrong: sentences by field; those of methods begin with "methods". */
  complain(problems) {
    this.problems = Object.fromEntries(Object.entries(problems).filter(([field]) => field.startsWith("methods")));
    this.problem.replaceChildren(...[...new Set(Object.values(this.problems))].map((sentence) => element("div", "", { textContent: sentence })));
    this.mark();
  }

  /** The boxes that hold what is wrong turn red; the sentences stand below, also while all is closed. */
  mark() {
    const walker = this.target === "all" ? 0 : this.target;
    for (const [field, box] of this.boxes) box.ariaInvalid = `methods.${walker}.${field}` in this.problems ? "true" : null;
  }

  draw() {
    const focus = document.activeElement?.id;
    this.boxes = new Map(); // by field, as the server names it
    this.body.replaceChildren(
      ...(this.methods.length > 1 ? [this.targets()] : []),
      this.menu("rule", t("Rule"), this.rules, "values"),
      this.menu("schedule", t("Schedule"), this.schedules, "schedule_values"),
    );
    this.mark();
    if (focus && this.host.querySelector(`[id="${focus}"]`)) document.getElementById(focus).focus();
  }

  targets() {
    const choose = (name) => {
      this.target = name;
      this.show([...this.methods]);
    };
    const buttons = ["all", ...this.methods.keys()].map((name) => {
      const radio = element("input", "", { type: "radio", name: "method-target", id: `method-for-${name}`, checked: name === this.target });
      radio.addEventListener("change", () => choose(name));
      return element("label", name === this.target ? "on" : "", {}, radio, name === "all" ? t("All") : String(name + 1));
    });
    return element("fieldset", "targets", {}, element("legend", "key", { textContent: t("For walker") }), ...buttons);
  }

  menu(kind, name, table, values) {
    const chosen = () => table.find(({ key }) => key === this.shown[kind]) ?? table[0];
    const select = element("select", "", { id: `method-${kind}` }, ...groups(table, chosen()));
    const rest = element("div", "rest");
    this.fill[kind] = (more = "") => {
      const { help, parameters, fitted } = chosen();
      const numbers = parameters.map((parameter) => this.parameter(parameter, values, fitted?.includes(parameter.key)));
      const idle = kind === "schedule" ? this.idle() : [];
      rest.replaceChildren(element("p", "story", { textContent: [help, more && t(more)].filter(Boolean).join(" ") }), ...idle, ...numbers);
    };
    select.addEventListener("change", () => {
      const row = table.find(({ key }) => key === select.value);
      this.change({ [kind]: row.key, [values]: method.defaults(row) });
      this.fill[kind](HELP[`another ${kind}`]);
      if (kind === "rule") this.fill.schedule();
    });
    this.fill[kind]();
    return element("div", "control", {}, named(select, name, t(HELP[kind]), "label"), select, rest);
  }

  /** What is to be said where a rule takes no notice of the schedule. */
  idle() {
    const rule = this.rules.find(({ key }) => key === this.shown.rule);
    if (!rule?.oneRate) return [];
    return [element("p", "story idle", { textContent: t("{rule} takes the rate of its first step alone: no schedule, and no rate changed by hand later, has an effect on it.", { rule: rule.name }) })];
  }

  /** What is `measured` on the ground is empty until the server has done so. */
  parameter(parameter, values, measured) {
    const { key } = parameter;
    const set = (number) => this.change({ [values]: { ...this.shown[values], [key]: number } });
    const value = this.shown[values][key] ?? (measured ? "" : parameter.default);
    const { node, box } = parameterControl(`method-${values}-${key}`, parameter, value, set);
    this.boxes.set(`${values}.${key}`, box);
    return node;
  }
}

/** The rows of a table as options, under the names of their families. */
function groups(table, chosen) {
  const families = [...new Set(table.map(({ family }) => family))];
  const option = (row) => element("option", "", { value: row.key, textContent: row.name, selected: row === chosen });
  return families.map((family) => element("optgroup", "", { label: family }, ...table.filter((row) => row.family === family).map(option)));
}

/** What is drawn anew when it changes: all but what hands did. */
const shapeOf = (methods, target) => JSON.stringify([methods.map(({ changes, ...rest }) => rest), target]);
