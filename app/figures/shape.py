"""Shapes of walkers: beside its colour each of the nine has an outline of its own."""

from __future__ import annotations

from math import cos, pi, sin

Corner = tuple[float, float]  # x to the right, y down, from the middle of the shape

DISC = 0.32  # radius of a disc, of a box's width, that leaves room for the corners of all shapes


def _sized(*corners: Corner) -> tuple[Corner, ...]:
    """The polygon around its centroid, of the area of a disc of radius 1: none looks bigger."""
    pairs = list(zip(corners, (*corners[1:], corners[0]), strict=True))
    crosses = [a[0] * b[1] - b[0] * a[1] for a, b in pairs]
    area = sum(crosses) / 2
    x, y = (
        sum((a[i] + b[i]) * cross for (a, b), cross in zip(pairs, crosses, strict=True))
        / (6 * area)
        for i in (0, 1)
    )
    scale = (pi / abs(area)) ** 0.5
    return tuple((round((a - x) * scale, 3), round((b - y) * scale, 3)) for a, b in corners)


def _star(points: int, notch: float) -> list[Corner]:
    turns = [(pi * i / points, notch if i % 2 else 1.0) for i in range(2 * points)]
    return [(radius * sin(angle), -radius * cos(angle)) for angle, radius in turns]


_ARM = 0.42  # half the width of a plus's arms: wide enough for a number

SHAPES: dict[str, tuple[Corner, ...]] = {  # in the order of the walkers
    "disc": (),  # no corners
    "square": _sized((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "triangle": _sized((0, -1.732), (1, 0), (-1, 0)),
    "diamond": _sized((0, -1), (1, 0), (0, 1), (-1, 0)),
    "hanging triangle": _sized((0, 1.732), (1, 0), (-1, 0)),
    "plus": _sized(
        (-_ARM, -1), (_ARM, -1), (_ARM, -_ARM), (1, -_ARM), (1, _ARM), (_ARM, _ARM),
        (_ARM, 1), (-_ARM, 1), (-_ARM, _ARM), (-1, _ARM), (-1, -_ARM), (-_ARM, -_ARM),
    ),
    "star": _sized(*_star(5, 0.55)),
    "lying bar": _sized((-2, -1), (2, -1), (2, 1), (-2, 1)),
    "standing bar": _sized((-1, -2), (1, -2), (1, 2), (-1, 2)),
}  # fmt: skip


def clip_path(corners: tuple[Corner, ...]) -> str:
    """The shape as a CSS clip-path of a square box."""
    if not corners:
        return f"circle({100 * DISC:g}%)"
    places = (" ".join(f"{50 + 100 * DISC * at:.4g}%" for at in corner) for corner in corners)
    return f"polygon({', '.join(places)})"
