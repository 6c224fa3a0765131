/** The words of a panel: its rate above the mountain, its numbers below, as page elements. */

import { element } from "./canvas.mjs";
import { captionOf, spoken, widest } from "./captions.mjs";
import { handMark } from "./walkers.mjs";
import { N_, t } from "./words.mjs";

const FACTS = [
  { key: "loss", name: N_("loss"), help: N_("The height where the walker stands") },
  { key: "step", name: N_("step"), help: N_("How many updates it has made") },
  {
    key: "heading",
    name: N_("heading"),
    help: N_("Compass heading of the step: 0° is north (+y), 90° is east (+x). ↻ and ↺ say how far it turned since the last step"),
  },
];

const REMARKS = {
  limit: N_(
    "The limit of the learning rate at this place, for this rule. It comes from the sharpness: how strongly the ground curves here. Above the limit each bounce is longer than the one before",
  ),
  astray: N_(
    "Newton's step goes to where the ground would be level if its curvature stayed as it is here. Where the ground curves downwards that place is a top, not a bottom, and the step, drawn red, leads up to it",
  ),
  saddle: N_(
    "Newton's step goes to where the ground would be level if its curvature stayed as it is here. Where the ground curves downwards in one direction that place is a saddle, not a bottom",
  ),
  turn: N_(
    "How the mountaineer turns, in compass degrees: from its old heading (dashed) to the steepest way down that it sees in the disc (white arrow) it turns by the share that it trusts; the dark arrow is the step on its new heading",
  ),
};

/** {header, body, update(climb, time)}; `update` returns the same in one sentence. */
export function makeFooter(walkers) {
  const cards = walkers.map((i) => makeCard(i, walkers.length > 1));
  // One walker has its rate above the mountain; several stand in a list beside it.
  const header = element("header", "rates", {}, ...(walkers.length > 1 ? [] : [cards[0].title]));
  const body = element("footer", "numbers", {}, ...cards.map(({ lines }) => lines));
  return {
    header,
    body,
    update: (climb, time) => cards.map((card) => card.update(captionOf(climb, card.i, time))).join(" "),
  };
}

function makeCard(i, several) {
  const chip = element("i", `chip walker-${i + 1}`, { textContent: i + 1 });
  const [rule, rate] = [element("span", "key"), element("b", "rate")];
  const [outcome, when] = [element("span"), element("span", "when")];
  const ending = element("span", "ending", { hidden: true }, outcome, when);
  const hand = handMark(i);
  hand.textContent = "×";
  const title = element("div", "title", {}, chip, rule, rate, hand, ending);
  const [loss, step, heading] = FACTS.map(makeFact);
  const facts = element("div", "facts", {}, loss.node, step.node, heading.node);
  const equations = [0, 1].map(() => makeEquation());
  const remark = element("div", "remark");
  const below = several ? [title, facts, remark] : [facts, ...equations.map(({ node }) => node), remark];
  const lines = element("div", "lines", {}, ...below);
  return {
    i,
    title,
    lines,
    update(caption) {
      say(rule, caption.rule);
      say(rate, caption.rate);
      hand.hidden = !caption.byHand;
      say(outcome, caption.outcome);
      say(when, caption.ending.slice(caption.outcome.length)); // where there is room: the step is said last
      ending.hidden = !caption.ending;
      ending.dataset.kind = caption.kind;
      ending.title = caption.detail;
      say(remark, caption.remark.text);
      remark.dataset.kind = caption.remark.kind;
      remark.title = t(REMARKS[caption.remark.kind]);
      loss.say(caption.loss);
      step.say(String(caption.step));
      heading.say(`${caption.heading} ${caption.turned}`);
      equations.forEach(({ say }, n) => say(caption, caption.axes[n], n ? caption.y : caption.x));
      return spoken(i, caption);
    },
  };
}

/** Words that are there already are left alone: a text that is set anew lays out its line anew, changed or not. */
function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function makeFact({ key, name, help }) {
  const value = element("b");
  const node = element("span", `fact ${key}`, { title: t(help) }, element("span", "key", { textContent: t(name) }), value);
  return { node, say: (text) => say(value, text) };
}

function makeEquation() {
  const [key, value] = [element("span", "key"), element("span")];
  const node = element("div", "equation", {}, key, value);
  return {
    node,
    say({ axes, sign, direction }, axis, text) {
      const help = t("The step taken from here: new {axis} = old {axis}, {sign} the learning rate times {direction}", { axis, sign, direction });
      if (help !== node.title) {
        key.style.minWidth = `${Math.max(widest(axes), 2)}ch`;
        key.textContent = axis;
        node.title = help;
      }
      say(value, text);
    },
  };
}
