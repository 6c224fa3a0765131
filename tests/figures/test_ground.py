"""Heights as they are drawn, and ticks that say what they are in truth."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from app.figures.ground import (
    CLIP,
    FULL,
    HOLE,
    LOG_DECADES,
    Ground,
    exaggeration,
    ground,
    make_ground,
)
from app.figures.mountain import mountain
from app.figures.ticks import even_ticks
from app.view import MESHES
from surfaces import SURFACES, Array, Surface

EVERY = pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES.keys())
LOG = [surface for surface in SURFACES.values() if surface.height == "log"]
LINEAR = [surface for surface in SURFACES.values() if surface.height == "linear"]


def lowest_decade(made: Ground) -> float:
    return float(10.0 ** np.floor(np.log10(made.high - made.low) - LOG_DECADES))


def truth(made: Ground, share: Array) -> Array:
    """The true heights that shares of the drawn range stand for: the scale, inverted."""
    span = made.high - made.low
    if made.surface.height != "log":
        return made.low + share * span
    unit = lowest_decade(made)
    return made.low + unit * ((1 + span / unit) ** share - 1)


@EVERY
@pytest.mark.parametrize("cells", MESHES)
def test_heights_are_within_half_a_step(surface: Surface, cells: int) -> None:
    made = make_ground(surface, cells)
    x, y, heights = surface.mesh(cells)
    assert made.heights.shape == (cells, cells) == heights.shape
    assert made.heights.dtype == np.uint16
    assert (made.heights.min(), made.heights.max()) == (0, FULL)
    if surface.height == "clipped":
        heights = np.clip(heights, *np.percentile(heights, CLIP))
    assert (made.low, made.high) == (heights.min(), heights.max())
    assert made.unit == (lowest_decade(made) if surface.height == "log" else None)
    half = 0.5 + 1e-6
    drawn = made.heights.astype(float)
    lowest, highest = truth(made, (drawn - half) / FULL), truth(made, (drawn + half) / FULL)
    rounding = 1e-12 * (abs(made.low) + abs(made.high))
    assert (heights >= lowest - rounding).all()
    assert (heights <= highest + rounding).all()
    row, column = 3, cells - 5  # z[iy, ix]: rows run along y
    point = np.array([x[column], y[row]])
    _, _, whole = surface.mesh(cells)
    np.testing.assert_allclose(whole[row, column], surface.loss(point), rtol=1e-12)


@EVERY
def test_map_ticks_say_where_they_are(surface: Surface) -> None:
    made = ground(surface)
    for ticks, (low, high) in ((made.x_ticks, surface.x), (made.y_ticks, surface.y)):
        assert 3 <= len(ticks.values) <= 11
        true = low + np.array(ticks.values) / (made.cells - 1) * (high - low)
        np.testing.assert_allclose([float(text) for text in ticks.labels], true, atol=1e-9)
        assert low - 1e-9 <= true.min() < true.max() <= high + 1e-9
        gaps = np.diff(ticks.values)
        np.testing.assert_allclose(gaps, gaps[0])


@EVERY
def test_height_ticks_say_how_high_they_are(surface: Surface) -> None:
    made = ground(surface)
    ticks = made.z_ticks
    assert min(ticks.values) >= -1e-9
    assert max(ticks.values) <= 1 + 1e-9
    assert len(set(ticks.labels)) == len(ticks.labels) >= 2
    true = truth(made, np.array(ticks.values))
    said = np.array([float(text.replace(",", "")) for text in ticks.labels])
    # labels have six digits; on a log scale none is below the lowest decade drawn
    close = 0.51 * lowest_decade(made) if made.surface.height == "log" else 1e-9
    np.testing.assert_allclose(said, true, rtol=1e-5, atol=close)
    assert "-0" not in ticks.labels


@EVERY
def test_the_scale_is_named(surface: Surface) -> None:
    said = ground(surface).scale
    assert (said == "heights on a log scale") == (surface.height == "log")
    assert ("is drawn as long as" in said) == (surface.height == "linear")


def _sides(made: Ground) -> dict[str, float]:
    sides: dict[str, float] = mountain(made)["layout"]["scene"]["aspectratio"]
    return sides


def test_the_exaggeration_is_that_of_the_picture() -> None:
    made = ground(SURFACES["round-bowl"])
    sides = _sides(made)
    drawn = (sides["z"] / (made.high - made.low)) / (sides["x"] / 10)
    assert exaggeration(made.surface, made.low, made.high) == pytest.approx(drawn)
    assert f"as long as {drawn:.2g} of x" in made.scale


def test_axes_that_are_not_equal_are_drawn_as_a_square() -> None:
    wide = replace(SURFACES["round-bowl"], x=(-500.0, 500.0), equal_axes=False, key="wide")
    sides = _sides(ground(wide))
    assert (sides["x"], sides["y"]) == (1, 1)
    assert _sides(ground(replace(wide, equal_axes=True, key="long")))["y"] < 0.1


def test_a_clipped_ground_says_where_it_is_cut() -> None:
    spike = replace(
        SURFACES["round-bowl"], key="spike", height="clipped",
        loss=lambda p: 1 / (1e-6 + p[..., 0] ** 2 + p[..., 1] ** 2),
    )  # fmt: skip
    made = make_ground(spike, 121)
    assert made.heights.max() == FULL
    assert f"above {made.high:.4g} are cut off" in made.scale
    assert made.high < 100 < spike.loss(np.zeros(2))


def test_heights_that_dwarf_all_else_leave_the_rest_in_sight() -> None:
    tower = replace(
        SURFACES["round-bowl"], key="tower", height="log",
        loss=lambda p: 1 + p[..., 1] ** 2 + 10.0 ** (7.2 * p[..., 0]),
    )  # fmt: skip
    made = make_ground(tower, 121)
    west = made.heights[:, 10]
    assert west.max() - west.min() > FULL / 100  # heights of 1 to 26 beside 1e36
    assert 3 <= len(made.z_ticks.labels) <= 6
    assert made.z_ticks.labels[-1] == "1e+36"


def test_a_hole_is_drawn_as_a_hole() -> None:
    def loss(p: Array) -> Array:
        with np.errstate(all="ignore"):
            return np.log(p[..., 0])

    made = make_ground(replace(SURFACES["round-bowl"], key="half", loss=loss), 121)
    assert (made.heights[:, :61] == HOLE).all()  # log 0 is not finite either
    assert (made.heights[:, 61:] < HOLE).all()
    assert made.scale.endswith("holes where there is no height")
    z = mountain(made)["data"][0]["z"]
    np.testing.assert_array_equal(np.isnan(z), made.heights == HOLE)


def test_both_scales_are_tried() -> None:
    assert LOG
    assert LINEAR


@pytest.mark.parametrize("height", ["linear", "log"])
def test_flat_ground_is_drawn_flat(height: str) -> None:
    flat = replace(
        SURFACES["round-bowl"], key="flat", height=height, loss=lambda p: np.full(p.shape[:-1], 7.0)
    )
    made = make_ground(flat, 120)
    assert not made.heights.any()
    assert made.z_ticks.labels == ("7",)
    assert made.z_ticks.values == (0,)


def test_a_ground_is_remembered_for_its_parameters() -> None:
    bowl = SURFACES["stretched-bowl"]
    assert ground(bowl) is ground(bowl.at(kappa=10.0))
    assert ground(bowl) is not ground(bowl, 200)
    assert ground(bowl).high < ground(bowl.at(kappa=99.0)).high


@pytest.mark.parametrize("low", [-1e6, -3.7, 0.0, 1e-5, 12.0])
@pytest.mark.parametrize("span", [1e-4, 0.3, 1.0, 7.0, 99.0, 1e7])
def test_even_ticks_are_round_and_inside(low: float, span: float) -> None:
    ticks = even_ticks(low, low + span)
    assert 3 <= len(ticks.values) <= 8
    assert low - span * 1e-6 <= ticks.values[0]
    assert ticks.values[-1] <= low + span * (1 + 1e-6)
    step = np.diff(ticks.values).mean()
    mantissa = step / 10 ** np.floor(np.log10(step) + 1e-9)
    assert np.isclose(mantissa, [1, 2, 5], rtol=1e-3).any()
