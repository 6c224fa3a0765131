"""Link, or a chosen mountain -> every control."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from dash import Dash, Input, Output, ctx, no_update

from app.climb import story
from app.scenario import MOST_WALKERS, Scenario, ScenarioError, link_data, read_surface
from app.ui import ids
from app.ui.controls import number_text, parameter_controls, slider_place
from app.ui.notes import note
from app.view import View

DEFAULT = "himmelblau"

SCENARIO_OUTPUTS = (
    Output(ids.SURFACE, "value"),
    Output(ids.STORY, "children"),
    Output(ids.PARAMETERS, "children"),
    Output(ids.START_X, "value"),
    Output(ids.START_Y, "value"),
    Output(ids.DIRECTION, "value"),
    Output(ids.STEPS, "value"),
    *(Output(id, "value") for id in ids.RATES),
    *(Output(id, "value") for id in ids.RATE_SLIDERS),
)
VIEW_OUTPUTS = (
    Output(ids.LAYOUT, "value"),
    Output(ids.LINKED, "checked"),
    Output(ids.RACE_SCALE, "value"),
    Output(ids.DARK, "checked"),
    Output(ids.OPENED, "data"),
)


def register(app: Dash) -> None:
    @app.callback(
        *SCENARIO_OUTPUTS,
        *VIEW_OUTPUTS,
        Output(ids.NOTES, "sendNotifications"),
        Input(ids.LINK, "data"),
        Input(ids.SURFACE, "value"),
        prevent_initial_call=True,
    )
    def fill(link: dict[str, Any], surface: str) -> list[Any]:
        if ctx.triggered_id == ids.SURFACE:
            scenario, _, problem = opened(urlencode({"surface": surface}))
            return [*scenario_values(scenario), *[no_update] * len(VIEW_OUTPUTS), no_update]
        scenario, view, problem = opened(link["search"])
        notes = [note("This link is damaged", problem)] if problem else no_update
        return [*scenario_values(scenario), *view_values(view, link), notes]


def opened(query: str) -> tuple[Scenario, View, str]:
    """What a link shows, and what was wrong with it; the default mountain when anything was."""
    try:
        data, view = link_data(query), View.from_link(query)
        if "surface" not in data:
            return story(DEFAULT), view, ""
        if "rates" not in data and "start" not in data:
            surface = read_surface(data)
            return story(surface.key, surface.values), view, ""
        return Scenario.from_dict(data), view, ""
    except ScenarioError as error:
        return story(DEFAULT), View(), f"{error} Here is the first mountain instead."


def scenario_values(scenario: Scenario) -> list[Any]:
    """Values for SCENARIO_OUTPUTS."""
    empty = [None] * (MOST_WALKERS - len(scenario.rates))
    return [
        scenario.surface,
        scenario.ground.story,
        parameter_controls(scenario),
        *(number_text(value) for value in scenario.start),
        scenario.direction,
        str(scenario.steps),
        *(number_text(rate) for rate in scenario.rates),
        *empty,
        *(slider_place(rate) for rate in scenario.rates),
        *[no_update] * len(empty),
    ]


def view_values(view: View, link: dict[str, Any]) -> list[Any]:
    """Values for VIEW_OUTPUTS."""
    dark = link["dark"] if view.theme is None else view.theme == "dark"
    opened = {
        "cameras": view.cameras,
        "playhead": view.playhead,
        "mesh": view.mesh,
        "nth": link["nth"],
    }
    return [view.layout, view.linked, view.race, dark, opened]
