/** A file for the person: its name, and how it gets to them. */

/** A file name that says what is in it. */
export function fileName({ key, rates, uphill, steps }) {
  const shown = rates.map((rate) => Number(rate.toPrecision(3))).join("_");
  return `${key}-${uphill ? "up" : "down"}-rates_${shown}-${steps}_steps`;
}

/** Hand a file to the browser's own download. */
export function save({ blob, name }) {
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
