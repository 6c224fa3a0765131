/**
 * Which panels are near what is seen. On a phone many of them stand in a row that a finger swipes, and
 * only those near hold a 3D picture: a browser keeps few, and each takes time to draw.
 */

const AROUND = "0px 50%"; // of the row's width: who comes next is ready before it is seen

export class Near {
  /** `changed()` hears when a panel's `near` is another one. */
  constructor(host, changed) {
    this.observer = new IntersectionObserver((entries) => this.hear(entries, changed), { root: host, rootMargin: AROUND });
  }

  watch(panels) {
    this.observer.disconnect();
    this.panels = panels;
    for (const { root } of panels) this.observer.observe(root);
  }

  hear(entries, changed) {
    let other = false;
    for (const { target, isIntersecting } of entries) {
      const panel = this.panels.find(({ root }) => root === target);
      if (!panel || panel.near === isIntersecting) continue;
      panel.near = isIntersecting;
      other = true;
    }
    if (other) changed();
  }
}
