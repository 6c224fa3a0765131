/**
 * The studio: one mountain for all panels of a size, photographed for each of them. plotly draws a ground
 * once, however many walkers stand on it, and cameras that are linked share their picture too.
 */

import { element } from "./canvas.mjs";
import { hasWebGL } from "./graphics.mjs";
import { Mountain } from "./mountain.mjs";
import { N_ } from "./words.mjs";

const NO_WEBGL = N_("This browser draws no 3D: WebGL is switched off. Turn on hardware acceleration in its settings, or open this page in another browser.");
const LOST = N_("The browser has taken this 3D picture away twice. Close other pages with 3D pictures and reload this one.");

export class Studio {
  mountains = [];
  losses = 0;

  /** `again()` hears that a mountain is to be raised again. */
  constructor(options, again) {
    Object.assign(this, { options, again });
  }

  /** Why there are no pictures, or nothing. */
  get trouble() {
    if (this.losses > 1) return LOST;
    return hasWebGL() ? "" : NO_WEBGL;
  }

  /** Raise a mountain for each size among the panels that are seen; `anew` where it is another ground. */
  async raise(panels, grid, figure, anew) {
    for (const panel of panels) panel.resize();
    if (!this.trouble) await this.build(bySize(panels), grid, figure, anew);
    for (const panel of panels) {
      if (this.trouble) panel.excuse(this.trouble);
      else if (!panel.near) panel.rest();
      else if (anew) panel.fade();
    }
  }

  async build(sizes, grid, figure, anew) {
    const idle = this.mountains.filter(({ size }) => !sizes.has(String(size)));
    for (const [size, panel] of sizes) {
      const mountain = this.of(size) ?? idle.pop() ?? this.another();
      if (anew || !mountain.eye) await mountain.raise(grid, figure, panel);
      else if (String(mountain.size) !== size) await mountain.resize(panel);
    }
    for (const mountain of sizes.size ? idle : []) this.remove(mountain);
  }

  of(size) {
    return this.mountains.find((mountain) => String(mountain.size) === String(size));
  }

  another() {
    this.host ??= document.body.appendChild(element("div", "offscreen studio", { ariaHidden: "true" }));
    this.mountains.push(new Mountain(this.host, { options: this.options, lost: (mountain) => this.lose(mountain) }));
    return this.mountains.at(-1);
  }

  remove(mountain) {
    this.mountains = this.mountains.filter((other) => other !== mountain);
    mountain.dispose();
  }

  /** The graphics card took a picture away: it may be raised again, once. */
  lose(mountain) {
    if (!mountain.eye) return; // it was given back
    mountain.rest();
    this.losses++;
    this.again();
  }

  /** A new photograph for each panel that looks from elsewhere than its own was taken from. */
  shoot(panels) {
    for (const panel of panels) {
      const mountain = panel.near && this.of(panel.size);
      if (!mountain?.standing || this.waiting || panel.shows(mountain)) continue;
      const { camera } = panel;
      const turned = mountain.look(camera);
      if (turned) this.waiting = turned.then(() => this.develop(panel, mountain, camera));
      else panel.take(mountain, camera);
    }
  }

  /** A picture for which plotly took its time; the panel may look from elsewhere by now. */
  develop(panel, mountain, camera) {
    this.waiting = null;
    if (mountain.standing) panel.take(mountain, camera);
  }

  /** Axes that a camera sees from their end lose their words, now that it rests. */
  async trim(panels) {
    for (const panel of panels) {
      const mountain = panel.near && this.of(panel.size);
      if (!mountain?.standing || panel.isTrim(mountain)) continue;
      await mountain.trim(panel.camera);
      panel.forget();
      this.shoot([panel]);
    }
  }
}

/** Of the panels that are seen, the first of each size. */
function bySize(panels) {
  const seen = panels.filter(({ near, size }) => near && Math.min(...size) > 0);
  return new Map(seen.reverse().map((panel) => [String(panel.size), panel]));
}
