"""Course (scenario without its rates) -> the rates that the preset buttons offer."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from dash import Dash, Input, Output, no_update

from app.climb import suggested
from app.scenario import Scenario, ScenarioError
from app.ui import ids
from app.ui.controls import PRESET_WORDS, number_text
from surfaces.words import gettext as _
from surfaces.words import numeral


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
        return [rates, *(button_text(name, rates) for name in ids.PRESET_NAMES)]


def _first(course: dict[str, Any]) -> dict[str, Any]:
    """One walker in place of all: with any rate, and the first one's method."""
    methods = course.get("methods")
    return {"rates": [1.0], "methods": methods[:1] if isinstance(methods, list) else []}


def course_presets(scenario: Scenario) -> dict[str, str]:
    """The presets of a scenario, as the boxes show them; without those that no rate is."""
    found = suggested(scenario)._asdict()
    return {name: number_text(rate) for name, rate in found.items() if math.isfinite(rate)}


def button_text(name: str, rates: Mapping[str, str]) -> str:
    """What stands on a preset's button."""
    word = _(PRESET_WORDS[name][0])
    return f"{word} {numeral(rates[name])}" if name in rates else _("{word}: none", word=word)
