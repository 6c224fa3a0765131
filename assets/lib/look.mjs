/** Looks: the colours of a picture. Figures come with names in place of colours. */

const NAME = /^var\(--(\w+?)(?:-(\d+))?\)$/;

/** Figures, or any part of them, in the colours of a look: "var(--ink)", or "var(--ground-2)" of a scale. */
export function painted(part, look) {
  if (typeof part === "string") return colourOf(part, look);
  if (Array.isArray(part)) return part.map((each) => painted(each, look));
  if (part === null || typeof part !== "object") return part;
  return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, painted(each, look)]));
}

function colourOf(text, look) {
  const [, name, stop] = NAME.exec(text) ?? [];
  if (!name) return text;
  return stop === undefined ? look[name] : look[name][stop][1];
}
