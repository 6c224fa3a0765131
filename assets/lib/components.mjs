/** Dash's own components, as what is handed to its properties. */

/** The letter of an axis, before a box. */
export const axisLetter = (children) => ({ type: "Span", namespace: "dash_html_components", props: { children, className: "axis" } });

/**
 * Whenever anything changes, Dash looks through all that ever changed, once for each component that asks to hear of
 * its children (4.4). Mantine's tooltips ask (2.8), though what they hold draws itself: with thirty of them on the
 * page that was most of the time that Dash took. They ask no more.
 */
export function calmTooltips({ Tooltip } = globalThis.dash_mantine_components) {
  delete Tooltip?.dashChildrenUpdate;
}
