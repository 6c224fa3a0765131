"""Points that a symmetry of the ground gives, so that a row need not repeat them."""

from __future__ import annotations

from surfaces.surface import Points


def opposite(points: Points) -> Points:
    """Each point and the one across the origin."""
    return tuple((sign * x, sign * y) for x, y in points for sign in (1, -1))


def mirrored(points: Points) -> Points:
    """Each point and its images in both axes, once each."""
    images = {(i * x + 0.0, j * y + 0.0) for x, y in points for i in (1, -1) for j in (1, -1)}
    return tuple(sorted(images))
