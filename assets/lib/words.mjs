/**
 * Words in the reader's language. English stands in the code and is the key under which a
 * translation is found; the server puts the page's catalogue (surfaces/words) into the page itself.
 */

const COMMA = ["ru"]; // languages whose decimal sign is a comma
const FORMS = ["one", "few", "many"]; // gettext's order of Russian's plural forms

let chosen = { language: "en", words: {} };
let plurals = new Intl.PluralRules("en"); // to make one costs more than all that it is asked

/** Say words in a language: {language, words: English to a text, or to all forms where it counts}. */
export function speak(spoken) {
  chosen = spoken;
  plurals = new Intl.PluralRules(spoken.language);
}

/** What is spoken, for another thread to speak it, too. */
export const speech = () => chosen;

export const language = () => chosen.language;

/** A text in the reader's language, `{name}` in it replaced by the value of that name. */
export const t = (text, values = {}) => filled(chosen.words[text] ?? text, values);

/** A text in the form that the language uses for `n` things; `{n}` in it is the number. */
export function tn(one, many, n, values = {}) {
  const forms = chosen.words[one];
  const form = plurals.select(n);
  const text = forms ? forms[Math.max(FORMS.indexOf(form), 0)] : form === "one" ? one : many;
  return filled(text, { n, ...values });
}

/** Mark a text of a table for translation: it is said, by `t`, where it is shown. */
export const N_ = (text) => text;

/** A number as JavaScript writes it, `0.25`, as it is read in the reader's language: `0,25`. Never for what is typed. */
export const numeral = (text) => (COMMA.includes(chosen.language) ? text.replaceAll(".", ",") : text);

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (name, key) => (key in values ? String(values[key]) : name));

/** What the page was sent: a script of type application/json, id `page-words`. */
const sent = globalThis.document?.getElementById("page-words");
if (sent) speak(JSON.parse(sent.textContent));
