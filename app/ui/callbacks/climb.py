"""Scenario store -> the climb, or a sentence beside each control that is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import ALL, Dash, Input, Output, State, ctx, no_update

from app.climb import climb
from app.scenario import MOST_WALKERS, PARAMETER, Scenario, ScenarioError
from app.ui import ids
from app.ui.wire import climb_data

_PARAMETERS: tuple[Any, str] = (ids.parameter(ALL), "error")  # type: ignore[arg-type]
SAID: tuple[tuple[Any, str], ...] = (
    (ids.START_X, "error"),
    (ids.START_Y, "error"),
    (ids.STEPS, "error"),
    (ids.RATES_PROBLEM, "children"),
    _PARAMETERS,
    *((box, "error") for box in ids.RATES),
)
_NTH = SAID.index(_PARAMETERS)


def register(app: Dash) -> None:
    @app.callback(
        Output(ids.CLIMB, "data"),
        *(Output(*place) for place in SAID),
        Input(ids.SCENARIO, "data"),
        *(State(*place) for place in SAID),
        prevent_initial_call=True,
    )
    def walk(data: dict[str, Any], *said: Any) -> list[Any]:
        parameters = [one["id"]["key"] for one in ctx.outputs_list[1 + _NTH]]
        try:
            walked: Any = climb_data(climb(Scenario.from_dict(data)))
            problems: dict[str, str] = {}
        except ScenarioError as error:
            walked, problems = no_update, error.problems
        say = errors(problems, parameters)
        new = only_new(say, said)
        # One property that stands for several must be answered with as many.
        new[_NTH] = only_new(say[_NTH], said[_NTH])
        return [walked, *new]


def only_new(say: Sequence[Any], said: Sequence[Any]) -> list[Any]:
    """What differs from what is said already: each control drawn anew would cost a frame."""
    return [
        no_update if (new or None) == (old or None) else new
        for new, old in zip(say, said, strict=True)
    ]


def errors(problems: dict[str, str], parameters: list[str]) -> list[Any]:
    """What each control says is wrong with it; None where nothing is."""
    boxes = [problems.get(f"rates.{i}") for i in range(MOST_WALKERS)]
    return [
        problems.get("start.x"),
        problems.get("start.y"),
        problems.get("steps"),
        # Long sentences stand below the rows; a row itself only turns red.
        [line for line in (problems.get("rates"), *boxes) if line],
        [problems.get(PARAMETER + key) for key in parameters],
        *(bool(box) for box in boxes),
    ]
