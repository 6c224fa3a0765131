/** Where climbs are asked for: one at a time, and of the wishes that wait only the newest. */

import { N_, t } from "./words.mjs";

const PATIENCE = 2000; // ms until a silent server is asked again
const SILENT = N_("The server does not answer. Start it again: nothing on the page is lost, and the walk comes as soon as it is back.");

export class ClimbDesk {
  /** `hear` are {climb(data, asked), problems(sentences by field), silent(sentence)}, and `order(asked)` where more is sent than asked. */
  constructor(url, hear) {
    Object.assign(this, { url, hear, wish: null, told: false });
  }

  /** Ask for the walks of a scenario, as JSON; resolves when nothing is wished for any more. */
  ask(scenario) {
    this.wish = scenario;
    this.work ??= this.serve().finally(() => (this.work = null));
    return this.work;
  }

  async serve() {
    while (this.wish !== null) {
      const asked = this.wish;
      this.wish = null;
      const answer = await fetch(this.url, { method: "POST", body: this.hear.order?.(asked) ?? asked }).catch(() => null);
      const data = answer?.ok && (await answer.json());
      if (answer) this.pass(answer, data, asked); // at once: the next one is on its way while the page lays this one out
      else await this.wait(asked);
    }
  }

  pass(answer, data, asked) {
    this.told = false;
    if (!data) return this.hear.silent(t("The server could not walk this (it answered {status}). Change a value, or reload the page.", { status: answer.status }));
    return data.problems ? this.hear.problems(data.problems) : this.hear.climb(data, asked);
  }

  /** Nobody answers: say so once, and keep the wish unless there is a newer one. */
  async wait(asked) {
    if (!this.told) this.hear.silent(t(SILENT));
    this.told = true;
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    this.wish ??= asked;
  }
}
