"""Course (scenario without its rates) -> the rates that the preset buttons offer."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, no_update

from app.climb import suggested
from app.scenario import Scenario, ScenarioError
from app.ui import ids
from app.ui.controls import PRESET_WORDS, number_text


def register(app: Dash) -> None:
    @app.callback(
        Output(ids.PRESETS, "data"),
        *(Output(id, "children") for id in ids.PRESET_BUTTONS),
        Input(ids.COURSE, "data"),
        prevent_initial_call=True,
    )
    def offer(course: dict[str, Any]) -> list[Any]:
        try:
            rates = course_presets(Scenario.from_dict({**(course or {}), **_first(course or {})}))
        except ScenarioError:
            return [no_update] * (1 + len(ids.PRESET_BUTTONS))
        return [rates, *(f"{PRESET_WORDS[name][0]} {rate}" for name, rate in rates.items())]


def _first(course: dict[str, Any]) -> dict[str, Any]:
    """One walker in place of all: with any rate, and the first one's method."""
    methods = course.get("methods")
    return {"rates": [1.0], "methods": methods[:1] if isinstance(methods, list) else []}


def course_presets(scenario: Scenario) -> dict[str, str]:
    """The presets of a scenario, as the boxes show them."""
    found = suggested(scenario)
    return {name: number_text(getattr(found, name)) for name in ids.PRESET_NAMES}
