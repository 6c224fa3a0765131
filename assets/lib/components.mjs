/** Dash's own components, as what is handed to its properties. */

/** The letter of an axis, before a box. */
export const axisLetter = (children) => ({ type: "Span", namespace: "dash_html_components", props: { children, className: "axis" } });
