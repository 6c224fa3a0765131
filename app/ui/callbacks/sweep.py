"""Scenario and one of its walkers -> what became of 400 rates from the same start."""

from __future__ import annotations

import math

from dash import Dash
from flask.typing import ResponseReturnValue

from app.figures.wire import Json, packed
from app.scenario import ScenarioError
from app.ui.asked import Asked, body, problems
from app.walk.basins import ENDINGS, ending_classes
from app.walk.sweep import Sweep, sweep


def register(app: Dash) -> None:
    rule = f"{app.config.routes_pathname_prefix}sweep"
    app.server.add_url_rule(rule, "sweep", answer, methods=["POST"])


def answer() -> ResponseReturnValue:
    try:
        asked = Asked.read(body())
        start = asked.scenario.start
        return sweep_data(sweep(asked.course, start, asked.rates(start)))
    except ScenarioError as error:
        return problems(error)


def sweep_data(found: Sweep) -> Json:
    """`walked` steps at most; per rate: which of `endings`, at which step, and the last loss."""
    return {
        "walked": found.walked,
        "endings": list(ENDINGS),
        "rates": packed(found.rates, "f8"),
        "classes": packed(ending_classes(found.endings), "u1"),
        "steps": packed(found.steps, "u2"),
        "losses": packed(found.losses, "f4"),
        "best": found.best,
        "limit": found.limit if math.isfinite(found.limit) else None,
    }
