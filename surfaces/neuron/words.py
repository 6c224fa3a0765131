"""The words of a neuron's mountain: its formula, what its creases mean, and its story."""

from __future__ import annotations

import numpy as np

from surfaces.neuron.activations import ACTIVATIONS
from surfaces.neuron.bottom import Kind
from surfaces.neuron.losses import LOSSES
from surfaces.neuron.record import Neuron
from surfaces.words import N_, later, numeral
from surfaces.words import gettext as _

# condition numbers: below each, the ground around the lowest point looks like this
ROUND, OVAL, LONG = 1.5, 5.0, 20.0

_NO_BOTTOM = {
    Kind.INFINITY: N_(
        "The two classes do not overlap, so ever heavier weights are ever better: the ground falls "
        "without end and has no lowest point"
    ),
    Kind.MANY: N_(
        "The lowest ground is level, so that many neurons are equally good and none is the best"
    ),
    Kind.UNKNOWN: N_(
        "No single lowest point was found: the ground is level, creased or still falling where it "
        "is low"
    ),
}
_RAW = {  # the shape below each condition number
    ROUND: N_("the raw feature makes a round bowl: weight and bias arrive together"),
    OVAL: N_(
        "the raw feature makes an oval bowl, {times} times more curved one way than the other"
    ),
    LONG: N_(
        "the raw feature makes a long bowl, {times} times more curved across than along: the "
        "walker is soon on its floor and slow to follow it"
    ),
    np.inf: N_(
        "the raw feature makes a ravine, {times} times more curved across than along: the walker "
        "is soon on its floor and slow to follow it"
    ),
}
_STANDARDISED = {
    ROUND: N_("the standardised feature makes a round bowl: weight and bias arrive together"),
    OVAL: N_(
        "the standardised feature makes an oval bowl, {times} times more curved one way than the "
        "other"
    ),
    LONG: N_(
        "the standardised feature makes a long bowl, {times} times more curved across than along: "
        "the walker is soon on its floor and slow to follow it"
    ),
    np.inf: N_(
        "the standardised feature makes a ravine, {times} times more curved across than along: "
        "the walker is soon on its floor and slow to follow it"
    ),
}
_FOLDED = N_(
    "The ground is folded along creases, one for each pair of the data, and its lowest point lies "
    "on them: a fixed rate hops to and fro across"
)
_BEYOND = N_("The ground falls towards a lowest point beyond the edge of this map")
_NOISY = N_("{said}; each step looks at only {batch} of {n} pairs, so the slope it feels is noisy.")
_SATURATED = N_(
    "The ground is nearly level where the neuron is saturated; around its lowest point {shape}"
)
_SILENT = N_(
    "The ground is nearly level where the neuron is silent; around its lowest point {shape}"
)


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
    return later(lambda: " ".join(_(k) for k in _kinks(neuron) if k))


def _kinks(neuron: Neuron) -> tuple[str, str]:
    """Those of the loss and of the activation."""
    loss = LOSSES[neuron.loss]
    return loss.kink, "" if loss.on_logits else ACTIVATIONS[neuron.activation].kink


def story(neuron: Neuron, kind: Kind, on_map: bool, condition: float | None) -> str:
    """One sentence: the shape of the ground, and how far the slope that is felt can be trusted.

    `condition` is the ratio of the curvatures at the lowest point, None where it has none.
    """
    return later(lambda: _with_noise(neuron, _story(neuron, kind, on_map, condition)))


def _story(neuron: Neuron, kind: Kind, on_map: bool, condition: float | None) -> str:
    if kind is not Kind.ONE:
        return _(_NO_BOTTOM[kind])
    if not on_map:
        return _(_BEYOND)
    return _(_FOLDED) if condition is None else _shape(neuron, condition)


def _shape(neuron: Neuron, condition: float) -> str:
    """The ground around its lowest point, and away from it where that is not convex."""
    shapes = _STANDARDISED if neuron.standardise else _RAW
    text = next(text for limit, text in shapes.items() if condition < limit)
    times = f"{condition:.2g}" if condition < 100 else f"{float(f'{condition:.2g}'):,.0f}"
    shape, far = _(text, times=numeral(times)), _far_out(neuron)
    return _(far, shape=shape) if far else shape[0].upper() + shape[1:]


def _far_out(neuron: Neuron) -> str:
    activation = ACTIVATIONS[neuron.activation]
    if activation.saturates and not LOSSES[neuron.loss].on_logits:
        return _SATURATED
    return _SILENT if activation.rectifies else ""


def _with_noise(neuron: Neuron, said: str) -> str:
    n = len(neuron.data.x)
    if neuron.batch == "all" or neuron.batch >= n:
        return f"{said}."
    return _(_NOISY, said=said, batch=neuron.batch, n=n)
