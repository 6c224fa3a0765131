"""Scenario -> the climb, and the ground where that is new; or what is wrong with each value.

The one arrow that does not pass through Dash's stores: between a rate's slider and the new path
they would take longer than the walk itself. The page asks this address and tells its stage.
"""

from __future__ import annotations

from typing import Any

from dash import Dash
from flask.typing import ResponseReturnValue

from app.climb import climb
from app.figures.ground import ground
from app.figures.wire import Json, climb_data, ground_data
from app.scenario import Scenario, ScenarioError
from app.ui.asked import body, problems
from app.ui.callbacks.open import on_ground
from app.ui.controls import number_text
from app.ui.ground_controls import formula
from app.view import MESHES
from surfaces import Surface


def register(app: Dash) -> None:
    rule = f"{app.config.routes_pathname_prefix}climb"
    app.server.add_url_rule(rule, "climb", walk, methods=["POST"])


def walk() -> ResponseReturnValue:
    """The walks of a scenario, or a sentence for each value that is wrong.

    Both are good answers: half a number is what a box holds while somebody types. Beside the
    scenario, `mesh` has the ground sent along in so many cells a side, unless it is the `ground`
    and mesh that the page says it has. Of a surface alone its own story is walked, and `told`.
    """
    data = body()
    alone = isinstance(data, dict) and "surface" in data and not {"start", "rates"} & data.keys()
    try:
        scenario = _story(data) if alone else Scenario.from_dict(data)
    except ScenarioError as error:
        return problems(error)
    answer = climb_data(climb(scenario))
    if alone:
        answer["told"] = typed(scenario)
    if "mesh" in data and data.get("ground") != f"{answer['key']} {data['mesh']}":
        answer["ground"] = _laid(scenario.ground, data["mesh"])
    return answer


def _story(data: Json) -> Scenario:
    return on_ground({"surface": data["surface"]}, data)


def _laid(surface: Surface, mesh: Any) -> Json:
    """A ground as the page draws it, in so many cells a side."""
    made = ground(surface, mesh if mesh in MESHES else MESHES[0])
    return {**ground_data(made), "formula": formula(surface)}


def typed(scenario: Scenario) -> Json:
    """A scenario in the very texts that the page's controls have for it."""
    return {
        **scenario.to_dict(),
        "parameters": {key: number_text(value) for key, value in scenario.parameters.items()},
        "start": [number_text(value) for value in scenario.start],
        "rates": [number_text(rate) for rate in scenario.rates],
        "steps": str(scenario.steps),
    }
