/** A ground's formula beside its menu. */

import { element } from "./canvas.mjs";

/** `math` is MathML that the server has made of LaTeX; `notes` are sentences. */
export function showFormula(host, { math, notes }) {
  host.innerHTML = math;
  host.append(...notes.map((textContent) => element("p", "", { textContent })));
}
