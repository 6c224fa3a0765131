/** Answers that come line by line: the newest wish only, stopped on both sides when it is no longer wished for. */

import { N_, t } from "./words.mjs";

const QUIET = 250; // ms without a newer wish until one is asked for: a slider is dragged through many
const PATIENCE = 1500; // ms until a busy or silent server is asked again
const SILENT = N_("The server does not answer. It is asked again until it is back.");
const BUSY = N_("The server is busy with other pictures. It is asked again in a moment.");

/** Why there is no answer yet, in a sentence for the user. */
class Waiting extends Error {}

export class StreamDesk {
  /** `hear` are {begin(first line), part(further line), done(), sorry(sentence), waiting(sentence)}. */
  constructor(url, hear) {
    Object.assign(this, { url, hear, asking: null });
  }

  /** Ask with a body of JSON, in place of what was asked for; resolves when that is over. */
  ask(body) {
    this.stop();
    this.asking = new AbortController();
    return this.serve(body, this.asking.signal);
  }

  /** Close the connection: the server hears it and walks no further. */
  stop() {
    this.asking?.abort();
    this.asking = null;
  }

  async serve(body, signal) {
    await soon(QUIET);
    while (!signal.aborted) {
      try {
        return await this.pass(body, signal);
      } catch (error) {
        if (signal.aborted) return undefined;
        if (!(error instanceof Waiting)) throw error;
        this.hear.waiting(error.message);
      }
      await soon(PATIENCE);
    }
    return undefined;
  }

  async pass(body, signal) {
    const { hear } = this;
    const answer = await heard(fetch(this.url, { method: "POST", body, signal }));
    if (answer.status === 503) throw new Waiting(t(BUSY));
    if (!answer.ok) return hear.sorry(t("The server could not make this picture (it answered {status}). Change a value, or reload the page.", { status: answer.status }));
    if (!answer.headers.get("Content-Type").includes("ndjson")) return hear.sorry(Object.values((await heard(answer.json())).problems).join(" "));
    let begun = false;
    for await (const line of linesOf(answer.body)) {
      if (signal.aborted) return undefined;
      if (begun) hear.part(line);
      else hear.begin(line);
      begun = true;
    }
    return hear.done();
  }
}

/** The values of a stream of bytes with a line of JSON each, as they arrive. */
export async function* linesOf(body) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await heard(reader.read());
      const lines = (rest + decoder.decode(value, { stream: !done })).split("\n");
      rest = done ? "" : lines.pop();
      for (const line of lines) if (line.trim()) yield JSON.parse(line);
      if (done) return;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** What the network says; its failures are not those of this page. */
const heard = (promise) =>
  promise.catch((error) => {
    throw new Waiting(t(SILENT), { cause: error });
  });

const soon = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
