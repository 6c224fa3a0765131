/** Presenting: only the mountains, with large words, on the whole screen where the browser lets us. */

const root = () => document.documentElement;

export class Present {
  constructor() {
    // Escape leaves the whole screen before any key reaches the page.
    document.addEventListener("fullscreenchange", () => document.fullscreenElement || this.mark(false));
  }

  get on() {
    return "present" in root().dataset;
  }

  set(on) {
    this.mark(on);
    if (on) root().requestFullscreen?.().catch(() => {}); // a frame may be forbidden to: the page is enough
    else if (document.fullscreenElement) document.exitFullscreen();
  }

  /** The style sheet leaves out what is not presented. */
  mark(on) {
    if (on) root().dataset.present = "";
    else delete root().dataset.present;
  }
}
