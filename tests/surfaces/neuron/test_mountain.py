"""The mountain as a Surface: its map, start, words, sliders, and how long it takes."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from dataclasses import replace

import numpy as np
import pytest

from surfaces.neuron import DATA_SETS, Neuron, first_neuron, neuron_surface
from tests.surfaces.neuron.pairings import neurons

LINE = DATA_SETS["line"]
ALL = [(neuron, neuron_surface(neuron)) for neuron in neurons()]


def test_every_mountain_is_a_surface_like_the_others() -> None:
    for neuron, surface in ALL:
        assert surface.neuron is neuron
        assert surface.contains(np.array(surface.start))
        assert np.linalg.norm(surface.gradient(np.array(surface.start))) > 1e-3
        assert re.fullmatch(r"[A-Z][^.]*( [^.]|\.\d)*.*\.", surface.story), surface.story
        assert re.search(r"[\w.]+ \(\d{4}\), \w+", surface.source)
        x, y, z = surface.mesh(31)
        assert np.isfinite(z).all() and (z >= 0).all()
        assert np.isfinite(surface.gradient(np.stack(np.meshgrid(x, y), axis=-1))).all()


def test_minima_lie_on_the_map_with_room() -> None:
    for _, surface in ALL:
        for point in surface.minima:
            for value, (low, high) in zip(point, (surface.x, surface.y), strict=True):
                assert min(value - low, high - value) > 0.1 * (high - low), surface.story


def test_the_start_has_a_weight_of_the_wrong_sign() -> None:
    for data in DATA_SETS.values():
        for standardise in (True, False):
            surface = neuron_surface(Neuron(data=data, standardise=standardise))
            assert surface.start[0] * surface.minima[0][0] < 0
            assert surface.loss(np.array(surface.start)) > 2 * (surface.optimum or 0)


def test_the_map_ends_on_round_numbers() -> None:
    for _, surface in ALL:
        for end in (*surface.x, *surface.y):
            assert len(f"{abs(end):.10g}".replace(".", "").strip("0")) <= 3, surface.x


def test_both_scales_of_the_feature_show_the_same_neurons() -> None:
    for data in DATA_SETS.values():
        raw = neuron_surface(Neuron(data=data, standardise=False))
        bowl = neuron_surface(Neuron(data=data))
        mean, deviation = bowl.neuron.moments
        v, c = np.random.default_rng(4).normal(size=(2, 50))
        same = np.stack([v / deviation, c - v * mean / deviation], axis=-1)
        np.testing.assert_allclose(raw.loss(same), bowl.loss(np.stack([v, c], axis=-1)), rtol=1e-10)
        assert raw.optimum == pytest.approx(bowl.optimum, rel=1e-12)


def test_a_map_that_was_chosen_is_kept() -> None:
    surface = neuron_surface(Neuron(data=LINE), (-1.0, 1.0), (0.0, 4.0))
    assert (surface.x, surface.y) == ((-1, 1), (0, 4))
    assert surface.contains(np.array(surface.start))
    assert surface.minima == () and surface.optimum is None
    assert "beyond the edge of this map" in surface.story


def test_sliders_move_the_ground_its_minimum_and_nothing_else() -> None:
    surface = neuron_surface(Neuron(data=LINE, loss="huber"))
    assert [p.key for p in surface.parameters] == ["decay", "delta"]
    other = surface.at(decay=0.5).at(delta=2.0)
    assert other.values == {"decay": 0.5, "delta": 2.0}
    assert (other.x, other.y, other.start) == (surface.x, surface.y, surface.start)
    assert other.neuron == replace(surface.neuron, decay=0.5, delta=2.0)
    lowest = np.array(other.minima[0])
    assert np.linalg.norm(other.gradient(lowest)) < 1e-12 < surface.gradient(lowest)[0] ** 2
    assert other.optimum == other.loss(lowest)
    assert surface.at() is surface
    with pytest.raises(ValueError, match=r"has no parameter 'kappa'\. It has: decay, delta\."):
        surface.at(kappa=1)
    with pytest.raises(ValueError, match="Weight decay must be a number between 0 and 1"):
        surface.at(decay=2)


def test_the_decay_is_on_the_weight_and_not_on_the_bias() -> None:
    p = np.array([3.0, 5.0])
    plain, decayed = (neuron_surface(Neuron(data=LINE, decay=decay)) for decay in (0.0, 0.4))
    assert decayed.loss(p) - plain.loss(p) == pytest.approx(0.4 / 2 * 9)
    np.testing.assert_allclose(decayed.gradient(p) - plain.gradient(p), (0.4 * 3, 0), atol=1e-12)


def test_formulas_name_what_is_there_and_have_all_their_brackets() -> None:
    for neuron, surface in ALL:
        formula = surface.formula
        assert formula.startswith("L(w, b) = ") and r"\frac{\lambda}{2} w^2" in formula
        for left, right in (("{", "}"), (r"\left", r"\right")):
            assert formula.count(left) == formula.count(right), formula
        assert "{z}" not in formula and "{y}" not in formula
        assert (r"\hat{x}_i" in formula) == neuron.standardise
        assert (r"h_\delta" in formula) == (neuron.loss == "huber")
    plain = neuron_surface(Neuron(data=LINE, standardise=False)).formula
    assert r"\sum_{i=1}^{n} \left(w\,x_i + b - t_i\right)^2" in plain


def test_heights_of_a_steep_ravine_are_drawn_as_logs() -> None:
    assert neuron_surface(Neuron(data=LINE, standardise=False)).height == "log"
    assert neuron_surface(first_neuron(DATA_SETS["separable"])).height == "linear"


def test_a_mesh_takes_well_below_a_second() -> None:
    x = np.linspace(-3, 3, 200)
    data = replace(DATA_SETS["overlapping"], x=x, t=(np.sin(7 * x) > 0).astype(float))
    surface = neuron_surface(first_neuron(data))
    began = time.process_time()
    surface.mesh(200)
    assert time.process_time() - began < 1


def test_importing_loads_numpy_and_nothing_larger() -> None:
    code = "import sys, surfaces.neuron; print(*{m.split('.')[0] for m in sys.modules})"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert {"scipy", "sympy", "h5py", "dash", "pandas"}.isdisjoint(loaded.stdout.split())
