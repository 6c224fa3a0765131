"""The words of a neuron's mountain: its formula, what its creases mean, and its story."""

from __future__ import annotations

from surfaces.neuron.activations import ACTIVATIONS
from surfaces.neuron.bottom import Kind
from surfaces.neuron.losses import LOSSES
from surfaces.neuron.record import Neuron

# condition numbers: below each, the ground around the lowest point looks like this
ROUND, OVAL, LONG = 1.5, 5.0, 20.0

_NO_BOTTOM = {
    Kind.INFINITY: "The two classes do not overlap, so ever heavier weights are ever better: the "
    "ground falls without end and has no lowest point",
    Kind.MANY: "The lowest ground is level, so that many neurons are equally good and none is the "
    "best",
    Kind.UNKNOWN: "No single lowest point was found: the ground is level, creased or still falling "
    "where it is low",
}


def formula(neuron: Neuron) -> str:
    """LaTeX of the loss over (w, b); x_i is the feature as it is in the data."""
    loss = LOSSES[neuron.loss]
    z = r"w\,\hat{x}_i + b" if neuron.standardise else r"w\,x_i + b"
    y = z if loss.on_logits else ACTIVATIONS[neuron.activation].latex.replace("{z}", z)
    pair = loss.latex.replace("{y}", y).replace("{z}", z)
    text = rf"L(w, b) = \frac{{1}}{{n}} \sum_{{i=1}}^{{n}} {pair} + \frac{{\lambda}}{{2}} w^2"
    if loss.uses_delta:
        text += (
            r",\quad h_\delta(r) = m_r \left(|r| - \tfrac{1}{2} m_r\right),"
            r"\quad m_r = \min(|r|, \delta)"
        )
    if neuron.standardise:
        text += r",\quad \hat{x}_i = \frac{x_i - \bar{x}}{s_x}"
    return text


def kink(neuron: Neuron) -> str:
    """What the gradient is where there is none, in sentences; "" where the ground is smooth."""
    loss = LOSSES[neuron.loss]
    kinks = (loss.kink, "" if loss.on_logits else ACTIVATIONS[neuron.activation].kink)
    return " ".join(k for k in kinks if k)


def story(neuron: Neuron, kind: Kind, on_map: bool, condition: float | None) -> str:
    """One sentence: the shape of the ground, and how far the slope that is felt can be trusted.

    `condition` is the ratio of the curvatures at the lowest point, None where it has none.
    """
    if kind is not Kind.ONE:
        said = _NO_BOTTOM[kind]
    elif not on_map:
        said = "The ground falls towards a lowest point beyond the edge of this map"
    else:
        said = _shape(neuron, condition)
    return f"{said}{_noise(neuron)}."


def _shape(neuron: Neuron, condition: float | None) -> str:
    """The ground around its lowest point."""
    if condition is None:
        return (
            "The ground is folded along creases, one for each pair of the data, and its lowest "
            "point lies on them: a fixed rate hops to and fro across"
        )
    far, feature = _far_out(neuron), "standardised" if neuron.standardise else "raw"
    said = f"{far}the {feature} feature makes" if far else f"The {feature} feature makes"
    if condition < ROUND:
        return f"{said} a round bowl: weight and bias arrive together"
    times = f"{condition:.2g}" if condition < 100 else f"{float(f'{condition:.2g}'):,.0f}"
    if condition < OVAL:
        return f"{said} an oval bowl, {times} times more curved one way than the other"
    return (
        f"{said} a {'long bowl' if condition < LONG else 'ravine'}, {times} times more curved "
        "across than along: the walker is soon on its floor and slow to follow it"
    )


def _far_out(neuron: Neuron) -> str:
    """What the ground is like away from its lowest point, where that is not convex."""
    activation = ACTIVATIONS[neuron.activation]
    if activation.saturates and not LOSSES[neuron.loss].on_logits:
        return "The ground is nearly level where the neuron is saturated; around its lowest point "
    if activation.rectifies:
        return "The ground is nearly level where the neuron is silent; around its lowest point "
    return ""


def _noise(neuron: Neuron) -> str:
    n = len(neuron.data.x)
    if neuron.batch == "all" or neuron.batch >= n:
        return ""
    return f"; each step looks at only {neuron.batch} of {n} pairs, so the slope it feels is noisy"
