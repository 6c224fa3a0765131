"""Each ground, and each error of one, in Russian: whole, with the same numbers and places."""

from __future__ import annotations

import numpy as np
import pytest

from surfaces import TERRAINS, FormulaError, formula_surface, get_surface, grid_surface
from surfaces import neuron_surface as neuron_ground
from surfaces.files import FORMATS, read
from surfaces.neuron import (
    ACTIVATIONS,
    DATA_SETS,
    LOSSES,
    DataError,
    first_neuron,
    read_columns,
)
from surfaces.words import gettext as _
from surfaces.words import speaking
from tests.russian import check_parameters, check_russian, check_texts
from tests.surfaces.files import made, test_refused_arrays, test_refused_text
from tests.surfaces.formula.test_refusals import REFUSED
from tests.surfaces.neuron.test_csv_columns import BAD

NAMES = {"ReLU", "Softplus"}  # they are called so in Russian too


def test_every_surface_tells_its_story():
    for terrain, surfaces in TERRAINS.items():
        check_texts(terrain)
        for surface in surfaces:
            check_texts(surface.name, surface.story, surface.kink)
            check_parameters(surface.parameters)


def test_all_that_makes_a_neuron_is_told():
    for row in (*ACTIVATIONS.values(), *LOSSES.values()):
        check_texts(row.kink, "" if row.name in NAMES else row.name)
    for data in DATA_SETS.values():
        check_texts(data.name, data.story)
    with speaking("ru"):
        assert DATA_SETS["hubble"].feature_label == "расстояние (Мпк)"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_ground_is_said_anew_whoever_it_was_made_for(language):
    with speaking(language):
        neuron = neuron_ground(first_neuron(DATA_SETS["overlapping"]))
        formula = formula_surface("abs(x) + max(a*x, y)")
        measured = grid_surface(read(made.npy(made.Z), "heights.npy").grids[0])
    for surface in (neuron, formula, measured):
        check_texts(surface.story, surface.kink)
    check_texts(neuron.name, formula.parameters[0].help)
    check_parameters(neuron.parameters)
    with speaking("ru"):  # names of the reader's own
        assert _(formula.name) == "abs(x) + max(a*x, y)"
        assert _(measured.name) == "heights, heights"
    assert formula.kink.startswith("At a corner of abs and where values of max are equal, the")


def test_every_refused_formula_is_told_with_its_column():
    for text, (_kind, column, _said) in REFUSED.items():
        english = str(refused(text))
        with speaking("ru"):
            error = refused(text)
        assert error.column == column
        check_russian(str(error), english)


def refused(text):
    with pytest.raises(FormulaError) as error:
        formula_surface(text)
    return error.value


def test_every_refused_file_is_told_with_its_place():
    cases = (*test_refused_arrays.CASES.values(), *test_refused_text.CASES.values())
    for name, data, _sentence in cases:
        english = made.refusal(name, data)
        with speaking("ru"):
            check_russian(made.refusal(name, data), english)


def test_every_bad_table_of_pairs_is_told_with_its_line():
    for text, english in BAD.items():
        with speaking("ru"), pytest.raises(DataError) as error:
            read_columns(text, "f.csv").data_set(0, 1)
        check_russian(str(error.value), english)


def test_every_report_is_said_anew():
    holed = made.Z.copy()
    holed[0, :4] = np.nan, np.inf, 1e200, -1
    files = {
        "a.npy": made.npy(10.0 ** np.linspace(0, 35, 35).reshape(5, 7)),
        "a.npz": made.npz(loss=made.Z, x=made.X, y=made.Y, tiny=made.Z[:2], note=np.arange(3)),
        "b.npz": made.npz(loss=holed),
        "c.npz": made.npz(loss=made.Z, path_x=np.array([1, 2, np.nan]), path_y=np.arange(3)),
        "a.h5": made.li(made.Z),
        "a.asc": made.asc(),
        "a.csv": made.long(),
        "b.csv": made.matrix(),
        "N46E007.hgt": made.hgt()[0],
    }
    for name, data in files.items():
        found = read(data, name)
        for label, sentence in found.report:
            with speaking("ru"):
                said = f"{_(label)}: {_(sentence)}"
            check_russian(said.removeprefix("train_loss: "), f"{label}: {sentence}")
    check_texts(*(form.name for form in FORMATS))


def test_a_value_that_is_refused_is_told_with_a_point_as_it_is_typed():
    with speaking("ru"), pytest.raises(ValueError, match="Попробуйте 100") as error:
        get_surface("rosenbrock", b=-1.5)
    assert "«Крутизна стен, b»" in str(error.value)
    assert "-1.5" in str(error.value)
