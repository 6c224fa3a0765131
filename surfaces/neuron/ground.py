"""Ground: the loss of a neuron over (w, b) with its exact derivatives, on any points (..., 2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from surfaces.neuron.activations import ACTIVATIONS, Activation
from surfaces.neuron.losses import Loss
from surfaces.surface import Array, stack, symmetric

BLOCK = 2**15  # points times pairs at a time: the temporary arrays then stay in the cache
_LOGIT = ACTIVATIONS["identity"]  # what a loss that contains its own sigmoid is fed with

PerPair = Callable[[Array, Array], Array]  # of z (points, n) and t (n,)


@dataclass(frozen=True, eq=False)
class Ground:
    """mean over the pairs of loss(activation(w * x + b), t) + decay / 2 * w**2.

    The decay is on the weight alone: it asks for a level curve, and says nothing of its height
    (Goodfellow, Bengio and Courville 2016, Deep Learning, section 7.1).
    """

    x: Array  # (n,): the feature as the neuron sees it
    t: Array  # (n,)
    activation: Activation
    loss: Loss

    def height(self, p: Array, *, decay: float, delta: float = 1.0) -> Array:
        """The loss at the points (..., 2): (...). `delta` is for Huber's loss."""

        def cost(z: Array, t: Array) -> Array:
            return self.loss.value(self._outer.value(z), t, delta)

        w = p[..., 0]
        return self._means(p, cost, 0)[..., 0] + (0.5 * decay) * (w * w)

    def gradient(self, p: Array, *, decay: float, delta: float = 1.0) -> Array:
        """Its gradient at the points (..., 2): (..., 2)."""

        def slope(z: Array, t: Array) -> Array:
            y = self._outer.value(z)
            return self.loss.slope(y, t, delta) * self._outer.slope(z, y)

        means = self._means(p, slope, 1)
        return stack(means[..., 1] + decay * p[..., 0], means[..., 0])

    def hessian(self, p: Array, *, decay: float, delta: float = 1.0) -> Array:
        """Its second derivatives at the points (..., 2): (..., 2, 2); between kinks, exact.

        Gauss-Newton's part, from the bend of the loss, plus that from the bend of the activation.
        """

        def bend(z: Array, t: Array) -> Array:
            y = self._outer.value(z)
            up = self._outer.slope(z, y)
            outer = self.loss.bend(y, t, delta) * (up * up)
            return outer + self.loss.slope(y, t, delta) * self._outer.bend(z, y)

        means = self._means(p, bend, 2)
        return symmetric(means[..., 2] + decay, means[..., 1], means[..., 0])

    def predict(self, z: Array) -> Array:
        """What the neuron answers for the pre-activations (...): (...)."""
        return self.activation.value(z)

    @property
    def _outer(self) -> Activation:
        return _LOGIT if self.loss.on_logits else self.activation

    def _means(self, p: Array, per_pair: PerPair, power: int) -> Array:
        """Means over the pairs of per_pair(z, t) * x**k for k up to `power`: (..., power + 1)."""
        flat = p.reshape(-1, 2)
        means = np.empty((len(flat), power + 1))
        for rows in _blocks(len(flat), len(self.x)):
            w, b = flat[rows, :1], flat[rows, 1:]
            value = per_pair(w * self.x + b, self.t)
            means[rows, 0] = value.mean(axis=-1)
            for k in range(1, power + 1):
                value = value * self.x
                means[rows, k] = value.mean(axis=-1)
        return means.reshape(*p.shape[:-1], power + 1)


def _blocks(points: int, pairs: int) -> Iterator[slice]:
    """Slices of the points that make no array longer than BLOCK, or than the pairs themselves."""
    rows = max(1, BLOCK // pairs)
    return (slice(first, first + rows) for first in range(0, points, rows))
