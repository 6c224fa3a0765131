/** Requests to the film room: a few tries, and what goes wrong in words. */

import { N_, t } from "./words.mjs";

export const TRIES = 4;
const PATIENCE = 250; // ms before the second try, twice that before the next
const LONGEST = 2000; // ms
const BUSY = 503;
const SILENT = N_("The server does not answer. Start it again, then press Save again: nothing on the page is lost.");

/** What went wrong, in a sentence for the user. */
export class FilmError extends Error {}

/**
 * fetch with a few tries; a refusal or a silent server becomes a FilmError in words. A server that
 * says it is busy is asked `busy` times.
 */
export async function request(url, options, tries = TRIES, busy = tries) {
  for (let attempt = 1; ; attempt++) {
    const answer = await fetch(url, options).catch((error) => {
      if (options.signal?.aborted) throw error;
      return null;
    });
    if (answer?.ok) return answer;
    if (answer && answer.status < 500) throw new FilmError(await messageOf(answer));
    if (attempt >= (answer?.status === BUSY ? busy : tries)) throw new FilmError(answer ? await messageOf(answer) : t(SILENT));
    await new Promise((resolve) => setTimeout(resolve, Math.min(PATIENCE * 2 ** (attempt - 1), LONGEST)));
  }
}

async function messageOf(answer) {
  const data = await answer.json().catch(() => null);
  return data?.message ?? t("The film could not be made (the server answered {status}). Try again.", { status: answer.status });
}
