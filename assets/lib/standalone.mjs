/** A climb in one file: the page's own stage and player, without a server; app/film/html.py packs it. */

import { decode } from "./arrays.mjs";
import { directionsText, updateText } from "./captions.mjs";
import { COMMANDS, speedText } from "./clock.mjs";
import { KEYS, listen } from "./keys.mjs";
import { Stage } from "./stage.mjs";
import { Transport } from "./transport.mjs";
import { t } from "./words.mjs";

const at = (id) => document.getElementById(id);

/** Text of gzipped bytes. */
export const unzip = (bytes) => new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();

/** The look that was chosen, or else the first for a system that is dark, or light. */
export const lookOf = ({ look }, looks, dark) => look ?? Object.values(looks).find((each) => each.dark === dark).key;

/** plotly.js goes in as an ordinary script: it was zipped only to make the file small. */
async function loadPlotly(zipped) {
  const script = document.createElement("script");
  script.textContent = await unzip(decode(zipped));
  document.head.append(script);
}

function makeStage({ colors, ground, climb, view }, look) {
  const fail = (error) => {
    console.error(error);
    at("problem").textContent = t("The picture could not be drawn: {problem}. Try another browser.", { problem: error.message ?? error });
  };
  const hosts = Object.fromEntries(["panels", "map", "charts", "data", "legend"].map((id) => [id, at(id)]));
  const hear = { pick() {}, look() {}, fail, tick: (clock, due) => transport.show(clock, due) };
  const stage = new Stage(hosts, colors, hear);
  const transport = new Transport({ bar: at("player"), scrub: at("scrub"), reading: at("reading") }, (change) => stage.command(change));
  Object.assign(stage.view, { ...view, look });
  Object.assign(at("tagline"), { textContent: updateText(climb), title: directionsText(climb) });
  stage.setGround(ground);
  stage.setClimb(climb);
  stage.open(view);
  return stage;
}

/** The player's buttons, its speed and its loop. */
function bind(stage) {
  for (const [id, command] of Object.entries(COMMANDS)) at(id).addEventListener("click", () => stage.command(command));
  at("speed").addEventListener("input", ({ target }) => {
    const speed = 10 ** target.value;
    at("speed-reading").textContent = speedText(speed);
    stage.command((clock) => ({ ...clock, speed }));
  });
  at("loop").addEventListener("change", ({ target }) => stage.command((clock) => ({ ...clock, loop: target.checked })));
  listen({ stage }, KEYS.filter(({ whole }) => !whole));
}

async function start() {
  const data = JSON.parse(at("climb").textContent);
  const { looks } = data.colors;
  const look = lookOf(data.view, looks, matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.look = look; // the style sheet has its colours
  document.documentElement.style.colorScheme = looks[look].dark ? "dark" : "light";
  if (globalThis !== globalThis.top) document.documentElement.dataset.embed = "";
  await loadPlotly(data.plotly);
  const stage = makeStage(data, look);
  bind(stage);
  globalThis.fallLine = { stage }; // for the browser's console, and for tests
}

if (globalThis.document?.getElementById("climb")) start();
