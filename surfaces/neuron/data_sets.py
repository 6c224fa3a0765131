"""DATA_SETS: five small sets that come with Fall Line. The numbers are in data/*.csv."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from surfaces.neuron.csv_columns import read_columns
from surfaces.neuron.data_set import DataSet
from surfaces.surface import Array
from surfaces.words import N_

_FOLDER = Path(__file__).with_name("data")
_MADE = "Made for Fall Line by the formula in the file; nothing was measured"
_OURS = "MIT, as a part of Fall Line"


def _pairs(key: str, feature: str = "x", target: str = "t") -> dict[str, Any]:
    """The names and the numbers of two columns of a bundled file."""
    table = read_columns((_FOLDER / f"{key}.csv").read_text("utf-8"), key)
    x: Array = table.numbers(feature)
    return {"key": key, "feature": feature, "target": target, "x": x, "t": table.numbers(target)}


DATA_SETS: dict[str, DataSet] = {
    row.key: row
    for row in (
        DataSet(
            **_pairs("line"),
            name=N_("A line with noise"),
            story=N_(
                "Sixty points around a straight line: the neuron finds the line, not the noise."
            ),
            origin=_MADE,
            licence=_OURS,
        ),
        DataSet(
            **_pairs("outliers"),
            name=N_("A line with outliers"),
            story=N_(
                "Six of forty points lie far above a falling line: squares of errors follow "
                "them, absolute values hardly do."
            ),
            origin=_MADE,
            licence=_OURS,
        ),
        DataSet(
            **_pairs("overlapping"),
            name=N_("Two classes that overlap"),
            story=N_(
                "Two groups share the middle: no neuron gets every point right, so the best one "
                "stays unsure there."
            ),
            origin=_MADE,
            licence=_OURS,
        ),
        DataSet(
            **_pairs("separable"),
            name=N_("Two classes with a gap"),
            story=N_(
                "A gap lies between the two groups: a neuron that is right everywhere gains by "
                "being ever surer, without end."
            ),
            origin=_MADE,
            licence=_OURS,
        ),
        DataSet(
            **_pairs("hubble", N_("distance"), N_("velocity")),
            name=N_("Hubble's galaxies of 1929"),
            story=N_(
                "The farther a galaxy, the faster it leaves: 24 points that made the universe "
                "expand."
            ),
            origin="Hubble (1929), A relation between distance and radial velocity among "
            "extra-galactic nebulae, Proceedings of the National Academy of Sciences 15(3), "
            "168-173, table 1",
            licence="Public domain: published in 1929, and its author died in 1953",
            feature_unit=N_("Mpc"),
            target_unit=N_("km/s"),
        ),
    )
}
