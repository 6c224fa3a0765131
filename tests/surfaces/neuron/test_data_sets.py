"""The five data sets: their origin, that they are as their files say, and what they show."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from statistics import NormalDist

import numpy as np
import pytest

import surfaces.neuron
from surfaces.neuron import DATA_SETS, DataError, DataSet, Neuron, neuron_surface

FOLDER = Path(surfaces.neuron.__file__).parent / "data"
SIZES = {"line": 60, "outliers": 40, "overlapping": 80, "separable": 40, "hubble": 24}
normal = NormalDist().inv_cdf
Draw = Callable[[], float]


def _line(u: Draw, i: int) -> tuple[float, float]:
    x = 2 + 6 * u()
    return x, 2 + 1.5 * x + normal(u())


def _outliers(u: Draw, i: int) -> tuple[float, float]:
    return i / 4, 8 - 0.5 * (i / 4) + 0.5 * normal(u()) + (10 if i >= 34 else 0)


def _overlapping(u: Draw, i: int) -> tuple[float, float]:
    return 3 + 2 * (i % 2) + normal(u()), i % 2


def _separable(u: Draw, i: int) -> tuple[float, float]:
    return 1 + 4 * (i % 2) + 3 * u(), i % 2


FORMULAS = {  # key: the seed and the formula that the file states
    "line": (1, _line),
    "outliers": (2, _outliers),
    "overlapping": (3, _overlapping),
    "separable": (4, _separable),
}


@pytest.mark.parametrize("data", DATA_SETS.values(), ids=DATA_SETS)
def test_each_set_says_what_it_is_and_where_it_comes_from(data: DataSet) -> None:
    assert DATA_SETS[data.key] is data
    assert len(data.x) == len(data.t) == SIZES[data.key]
    assert np.isfinite(data.x).all() and np.isfinite(data.t).all()
    assert data.name and data.story.endswith(".") and data.origin and data.notes == ()
    assert "MIT" in data.licence or "Public domain" in data.licence
    assert data.feature in data.feature_label and data.target in data.target_label


def test_there_are_five_sets_and_as_many_files() -> None:
    assert set(SIZES) == set(DATA_SETS) == {path.stem for path in FOLDER.glob("*.csv")}
    assert all(path.stat().st_size < 4_000 for path in FOLDER.iterdir())


@pytest.mark.parametrize("key", FORMULAS)
def test_made_sets_are_what_their_formula_makes(key: str) -> None:
    seed, formula = FORMULAS[key]
    numbers = random.Random(seed)  # random() is the same in every version of Python
    rows = np.array([formula(numbers.random, i) for i in range(SIZES[key])])
    data = DATA_SETS[key]
    np.testing.assert_allclose(np.column_stack([data.x, data.t]), rows, atol=0.00051)
    assert f"random.Random({seed})" in (FOLDER / f"{key}.csv").read_text("utf-8")


def test_hubbles_galaxies_give_the_numbers_of_the_paper() -> None:
    data = DATA_SETS["hubble"]
    assert (data.feature_label, data.target_label) == ("distance (Mpc)", "velocity (km/s)")
    assert (data.x.min(), data.x.max(), data.t.min(), data.t.max()) == (0.032, 2, -220, 1090)
    assert data.x.sum() == pytest.approx(21.873) and data.t.sum() == 8955  # against slips
    # Hubble, who also took out the motion of the sun, found 465 +- 50 km/s per Mpc
    w, _ = neuron_surface(Neuron(data=data, standardise=False)).minima[0]
    assert abs(w - 465) < 50


def test_outliers_pull_squares_more_than_absolute_values_and_hubers_loss() -> None:
    slopes = {
        loss: neuron_surface(
            Neuron(data=DATA_SETS["outliers"], loss=loss, standardise=False)
        ).minima[0][0]
        for loss in ("squared", "absolute", "huber")
    }
    assert slopes["squared"] > 0  # they turn the falling line into a rising one
    assert abs(slopes["absolute"] + 0.5) < 0.05 and abs(slopes["huber"] + 0.5) < 0.2


def test_one_pair_of_classes_overlaps_and_the_other_has_a_gap() -> None:
    for key, gap in (("overlapping", False), ("separable", True)):
        data = DATA_SETS[key]
        assert data.classes == (0, 1)
        assert (data.x[data.t == 0].max() < data.x[data.t == 1].min()) == gap
    assert DATA_SETS["hubble"].classes is None


def test_nobody_can_change_the_numbers() -> None:
    data = DATA_SETS["line"]
    for values in (data.x, data.t):
        with pytest.raises(ValueError, match="read-only"):
            values[0] = 7
    mine = np.array([1.0, 2.0])
    copied = _data(mine, [3.0, 4.0])
    mine[0] = 9
    assert copied.x[0] == 1


def _data(x: object, t: object) -> DataSet:
    return DataSet(
        key="mine", name="mine.csv", story="", origin="", licence="",
        feature="a", target="b", x=np.asarray(x), t=np.asarray(t),
    )  # fmt: skip


def test_a_sample_of_many_pairs_says_that_it_is_one() -> None:
    data = DATA_SETS["line"]
    few = data.sample(20, seed=1)
    assert few.notes == ("20 of the 60 rows were drawn at random and used (seed 1).",)
    pairs = set(zip(data.x, data.t, strict=True))
    assert len(set(zip(few.x, few.t, strict=True)) & pairs) == 20
    np.testing.assert_array_equal(few.x, data.sample(20, seed=1).x)
    assert (few.x != data.sample(20, seed=2).x).any()
    assert data.sample(60) is data


@pytest.mark.parametrize(
    ("x", "t", "sentence"),
    [
        ([1.0], [2.0], "mine.csv: a neuron learns from 2 pairs or more. Add rows."),
        ([1, 2], [1, 2, 3], "mine.csv: a neuron learns from 2 pairs or more. Add rows."),
        ([1, 1e60], [1, 2], "mine.csv: 'a' has numbers beyond 1e+50. Rescale them."),
        ([1, 2], [1, np.nan], "mine.csv: 'b' has numbers beyond 1e+50. Rescale them."),
        (
            [3, 3, 3],
            [1, 2, 3],
            "mine.csv: 'a' is the same in every row, so no weight can be learned from it. "
            "Choose a column that varies.",
        ),
        (
            [1, 1 + 1e-15],
            [1, 2],
            "mine.csv: 'a' is the same in every row, so no weight can be learned from it. "
            "Choose a column that varies.",
        ),
    ],
)
def test_data_that_no_neuron_can_learn_from(x: object, t: object, sentence: str) -> None:
    with pytest.raises(DataError) as error:
        _data(x, t)
    assert str(error.value) == sentence
