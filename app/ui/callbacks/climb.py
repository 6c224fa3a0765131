"""Scenario -> the climb, or what is wrong with each value.

The one arrow that does not pass through Dash's stores: between a rate's slider and the new path
they would take longer than the walk itself. The page asks this address and tells its stage.
"""

from __future__ import annotations

from dash import Dash
from flask.typing import ResponseReturnValue

from app.climb import climb
from app.figures.wire import climb_data
from app.scenario import Scenario, ScenarioError
from app.ui.asked import body, problems


def register(app: Dash) -> None:
    rule = f"{app.config.routes_pathname_prefix}climb"
    app.server.add_url_rule(rule, "climb", walk, methods=["POST"])


def walk() -> ResponseReturnValue:
    """The walks of a scenario, or a sentence for each value that is wrong.

    Both are good answers: half a number is what a box holds while somebody types.
    """
    try:
        return climb_data(climb(Scenario.from_dict(body())))
    except ScenarioError as error:
        return problems(error)
