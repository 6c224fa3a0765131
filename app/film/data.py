"""A climb -> its numbers as a file: CSV, JSON or NumPy's npz, each saying how to read it."""

from __future__ import annotations

import io
import json
import math
from collections.abc import Iterator
from typing import Any

import numpy as np

from app import __version__
from app.climb import Climb
from surfaces import Array

MEANINGS = {
    "walker": "counted from 1, in the order of the learning rates",
    "step": "counted from 0, the start",
    "rate": "the learning rate of the step that leads from this place to the next; none at the end",
    "limit": "the learning rate above which steps overshoot ever farther at this place",
}


def csv_table(climb: Climb, page: str) -> bytes:
    """A row for each place of each walker, in full precision, under lines that begin with #."""
    columns = _columns(climb)
    rows = zip(*(column.tolist() for column in columns.values()), strict=True)
    head = [*_story(climb, page), *_csv_help(len(columns))]
    comment = [f"# {line}" for line in head]
    # said last, since it counts the lines above the names
    comment.append(
        f"# numpy:  np.genfromtxt(path, delimiter=',', names=True, skip_header={len(comment) + 1})"
    )
    lines = [*comment, ",".join(columns), *(",".join(map(repr, row)) for row in rows)]
    return ("\n".join(lines) + "\n").encode()


def json_text(climb: Climb, page: str) -> bytes:
    """The scenario, how each walk ended, and a list per column and walker."""
    columns = _columns(climb)
    walkers = range(len(climb.scenario.rates))
    places = climb.walk.losses.shape[1]
    walks = [
        {name: _numbers(column[w * places : (w + 1) * places]) for name, column in columns.items()}
        for w in walkers
    ]
    for walk in walks:
        del walk["walker"]
    text = {
        "about": _story(climb, page),
        "read": "A list holds one number per step. What is no finite number is the text 'NaN', "
        "'Infinity' or '-Infinity': float() in Python and Number() in JavaScript understand them.",
        "meanings": MEANINGS,
        "scenario": climb.scenario.to_dict(),
        "endings": [outcome.sentence for outcome in climb.outcomes],
        "walks": walks,
    }
    return (json.dumps(text, allow_nan=False) + "\n").encode()


def npz(climb: Climb, page: str) -> bytes:
    """Arrays of float64, with a text `header` that says what they are; no pickles."""
    walk = climb.walk
    arrays: dict[str, Any] = {
        "points": walk.points,
        "losses": walk.losses,
        "gradients": walk.gradients,
        "rates": climb.rates,
        "limits": climb.limits,
        **{f"record_{name}": record for name, record in walk.records.items()},
    }
    shapes = [f"{name}: {' x '.join(map(str, array.shape))}" for name, array in arrays.items()]
    read = [
        "Read it with: walks = np.load(path); walks['points'][0] are the places of walker 1.",
        "Axes: walker, step (0 is the start; rates and records have one less), coordinate.",
    ]
    header = "\n".join([*_story(climb, page), *read, *shapes])
    file = io.BytesIO()
    np.savez_compressed(
        file, header=header, scenario=json.dumps(climb.scenario.to_dict()), **arrays
    )
    return file.getvalue()


def _columns(climb: Climb) -> dict[str, Any]:
    """Each column of the table, (walkers * places,)."""
    walk = climb.walk
    walkers, places = walk.losses.shape
    first, second = climb.surface.axes
    none = np.full((walkers, 1), np.nan)
    columns: dict[str, Array] = {
        first: walk.points[..., 0],
        second: walk.points[..., 1],
        "loss": walk.losses,
        f"gradient_{first}": walk.gradients[..., 0],
        f"gradient_{second}": walk.gradients[..., 1],
        "rate": np.hstack([climb.rates, none]),
        "limit": climb.limits,
    }
    return {
        "walker": np.repeat(np.arange(1, walkers + 1), places),
        "step": np.tile(np.arange(places), walkers),
        **{name: column.reshape(-1) for name, column in columns.items()},
    }


def _numbers(column: Array) -> list[float | str]:
    """As strict JSON has them."""
    return [value if math.isfinite(value) else _word(value) for value in column.tolist()]


def _word(value: float) -> str:
    if math.isnan(value):
        return "NaN"
    return "Infinity" if value > 0 else "-Infinity"


def _story(climb: Climb, page: str) -> list[str]:
    """What was walked, in lines."""
    scenario, name = climb.scenario, climb.surface.name
    rates = ", ".join(map(repr, scenario.rates))
    return [
        f"Fall Line {__version__}: {name}, {scenario.direction} from {scenario.start}",
        f"learning rates {rates}; {scenario.steps} steps",
        page,
    ]


def _csv_help(columns: int) -> Iterator[str]:
    """How to read the table, in lines."""
    yield f"{columns} columns; nan is no number, inf is too large for one."
    for name, meaning in MEANINGS.items():
        yield f"{name}: {meaning}"
    yield "pandas: pd.read_csv(path, comment='#', float_precision='round_trip')"
