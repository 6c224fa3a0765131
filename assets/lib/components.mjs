/** Dash's own components, as what is handed to its properties. */

/** Text with LaTeX in it. */
export const markdown = (text) => ({ type: "Markdown", namespace: "dash_core_components", props: { children: text, mathjax: true } });

/** The letter of an axis, before a box. */
export const axisLetter = (children) => ({ type: "Span", namespace: "dash_html_components", props: { children, className: "axis" } });
