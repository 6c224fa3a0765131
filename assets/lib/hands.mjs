/** What a person can do to the page as a whole, by a key or by a button. */

import { nextFrame } from "./browser.mjs";
import { Gallery } from "./gallery.mjs";
import { storyOf } from "./link.mjs";
import { Present } from "./present.mjs";
import { Sheet } from "./sheet.mjs";
import { Tour, TOUR } from "./tour.mjs";

const openFold = () => document.querySelector(".fold[open]");

function closeFold(fold) {
  fold.open = false;
  fold.querySelector("summary").focus();
}

export class Hands {
  present = new Present();
  sheet = new Sheet();

  constructor(page) {
    this.page = page;
  }

  get stage() {
    return this.page.stage;
  }

  /** Go back to the scenario before: where the last change was wrong, to the one that is on the stage. */
  undo() {
    if (this.page.wrong) this.page.openLink();
    else this.page.address.undo();
  }

  redo() {
    this.page.address.redo();
  }

  /** The mountain that is shown, as its own story goes. */
  tellStory() {
    this.page.goTo(`?${storyOf(this.page.query())}`);
  }

  openGallery() {
    const { constants, base, setProps, view } = this.page;
    this.gallery ??= new Gallery(constants.terrains, base, (key) => setProps("surface", { value: key }));
    this.gallery.open(view.look);
  }

  openSheet() {
    this.sheet.open();
  }

  /** Show the mountains alone, or all again. */
  togglePresent() {
    this.present.set(!this.present.on);
  }

  /** Whether there is something that Escape ends: a menu, presenting, or the tour. */
  get away() {
    return this.present.on || Boolean(this.tour?.on || openFold());
  }

  leave() {
    const fold = openFold();
    if (fold) return closeFold(fold);
    this.tour?.end();
    if (this.present.on) this.present.set(false);
  }

  chooseCamera(key) {
    this.page.setProps("camera", { value: key });
  }

  /** The menu of cameras says which one all have; none where a hand turned them. */
  showCamera() {
    const { preset } = this.stage.rig;
    if (preset !== this.preset) this.page.setProps("camera", { value: preset || null });
    this.preset = preset;
  }

  /** Tell what a learning rate does, on a scenario of its own. */
  startTour() {
    this.page.goTo(TOUR);
  }

  /** Begin the tour once its walkers are on their mountains. */
  async guide() {
    this.tour?.end();
    while (this.stage.scene?.climb !== this.stage.climb) await nextFrame();
    this.tour = new Tour(this.stage, document.querySelector(".stage"));
    this.tour.start();
  }
}
