"""Link, a chosen mountain or a file -> every control."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from dash import Dash, Input, Output, State, ctx, no_update

from app.climb import TELLING, story, suggested
from app.made import full_words
from app.method import PLAIN, Method
from app.scenario import (
    MOST_WALKERS,
    Scenario,
    ScenarioError,
    link_data,
    read_methods,
    read_surface,
)
from app.ui import ids
from app.ui.controls import number_text, slider_place
from app.ui.ground_controls import parameter_controls, word_controls
from app.ui.notes import note
from app.view import View
from app.walk.rules import RULES
from app.walk.site import Site, fitted
from surfaces.words import gettext as _

DEFAULT = "himmelblau"
FIRST_LOOK = {False: "terrain", True: "slate"}  # by whether the system prefers dark pages

SCENARIO_OUTPUTS = (
    Output(ids.SURFACE, "value"),
    Output(ids.UPLOAD_BOX, "style"),
    Output(ids.WORDS, "children"),
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
    Output(ids.LOOK, "value"),
    Output(ids.BASINS, "checked"),
    Output(ids.KNOWS, "value"),
    Output(ids.CAMERA, "value"),
    Output(ids.OPENED, "data"),
)


def register(app: Dash) -> None:
    @app.callback(
        *SCENARIO_OUTPUTS,
        *VIEW_OUTPUTS,
        Output(ids.NOTES, "sendNotifications"),
        Input(ids.LINK, "data"),
        Input(ids.CHOSEN, "data"),
        Input(ids.UPLOADED, "data"),
        State(ids.COURSE, "data"),
        prevent_initial_call=True,
    )
    def fill(link: dict[str, Any], chosen: Any, file: str, course: Any) -> list[Any]:
        same_view = [no_update] * (len(VIEW_OUTPUTS) + 1)
        if ctx.triggered_id == ids.UPLOADED:
            return [*scenario_values(opened(file, course)[0]), *same_view]
        if ctx.triggered_id == ids.CHOSEN:
            return [no_update, *chosen_values(chosen), *same_view]
        scenario, view, problem = opened(link["search"])
        notes = [note(_("This link is damaged"), problem)] if problem else no_update
        shown = view_values(view, link)
        typed = [number_text(rate) for rate in scenario.rates]
        shown[-1] |= {"methods": scenario.to_dict()["methods"], "rates": typed}
        return [*scenario_values(scenario), *shown, notes]


def opened(query: str, course: Any = None) -> tuple[Scenario, View, str]:
    """What a link shows, and what was wrong with it; the default mountain when anything was.

    Where it only names a ground, walkers go there as they do on the page, on their last `course`.
    """
    try:
        data, view = link_data(query), View.from_link(query)
        if "surface" not in data:
            return tour() if view.tour else story(DEFAULT), view, ""
        if "rates" not in data and "start" not in data:
            return on_ground(data, course), view, ""
        if "start" not in data:
            data["start"] = read_surface(data).start
        return Scenario.from_dict(data), view, ""
    except ScenarioError as error:
        instead = _("{problem} Here is the first mountain instead.", problem=error)
        return story(DEFAULT), View(), instead


def on_ground(data: Mapping[str, Any], course: Any) -> Scenario:
    """The story of a ground, walked as `data` says, or else as on the last `course`.

    ScenarioError.
    """
    surface = read_surface(data)
    site = Site(surface, surface.start)
    methods = read_methods(data, site, TELLING) or same_method(course, site)
    return story(surface.key, surface.values, words=surface.words, methods=methods)


def tour() -> Scenario:
    """Three walkers that crawl, arrive and fly off."""
    told = story(DEFAULT)
    return replace(told, rates=(*told.rates[:2], suggested(told).diverges))


def same_method(course: Any, site: Site) -> tuple[Method, ...]:
    """How the first walker of a course walks, on another site; what is wrong in it is left out.

    Numbers that go by the ground are not taken along, nor is what a hand did.
    """
    methods = course.get("methods") if isinstance(course, dict) else None
    first = methods[0] if isinstance(methods, list) and methods else {}
    method = Method.from_dict(first, {}, "", site)
    fits = fitted(RULES[method.rule], site)
    kept = replace(method, values={**method.values, **fits}, changes=())
    return () if kept == PLAIN else (kept,)


def scenario_values(scenario: Scenario) -> list[Any]:
    """Values for SCENARIO_OUTPUTS. A rate that a hand drove is the one it set last."""
    empty = [None] * (MOST_WALKERS - len(scenario.rates))
    driven = [
        method.changes[-1][1] if method.changes else rate
        for method, rate in zip(scenario.each_method, scenario.rates, strict=True)
    ]
    return [
        scenario.surface,
        upload_style(scenario.surface),
        word_controls(scenario.surface, scenario.words),
        parameter_controls(scenario.ground),
        *(number_text(value) for value in scenario.start),
        scenario.direction,
        str(scenario.steps),
        *(number_text(rate) for rate in driven),
        *empty,
        *(slider_place(rate) for rate in driven),
        *[no_update] * len(empty),
    ]


def chosen_values(chosen: Any) -> list[Any]:
    """Values for SCENARIO_OUTPUTS but its first, where the menu says {surface, methods}.

    While a ground waits for its file all else stays as it is.
    """
    kind = str(chosen.get("surface")) if isinstance(chosen, dict) else ""
    if kind != "file":
        return scenario_values(opened(urlencode({"surface": kind}), chosen)[0])[1:]
    words = word_controls(kind, full_words(kind, {}))
    return [upload_style(kind), words, [], *[no_update] * (len(SCENARIO_OUTPUTS) - 4)]


def upload_style(surface: str) -> dict[str, str]:
    """Where files may be dropped: grounds of heights, and a neuron's data."""
    return {} if surface in ("file", "neuron") else {"display": "none"}


def view_values(view: View, link: dict[str, Any]) -> list[Any]:
    """Values for VIEW_OUTPUTS."""
    look = view.look or FIRST_LOOK[link["dark"]]
    opened = {
        "cameras": view.cameras,
        "playhead": view.playhead,
        "mesh": view.mesh,
        "basins": view.basins,
        "motion": view.motion,
        "tour": view.tour,
        "nth": link["nth"],
    }
    basins, motion = view.basins > 0, view.motion or None
    return [view.layout, view.linked, view.race, look, basins, view.knows, motion, opened]
