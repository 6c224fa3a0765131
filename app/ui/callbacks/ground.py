"""Ground request -> what is said about the ground, and its parameters' controls."""

from __future__ import annotations

from typing import Any

from dash import ALL, Dash, Input, Output, State, ctx, no_update

from app.scenario import ScenarioError, read_surface
from app.ui import ids
from app.ui.ground_controls import parameter_controls, report
from surfaces.words import gettext as _


def register(app: Dash) -> None:
    @app.callback(
        Output(ids.STORY, "children"),
        Output(ids.REPORT, "children"),
        Output(ids.PARAMETERS, "children", allow_duplicate=True),
        Input(ids.GROUND_REQUEST, "data"),
        State(ids.parameter(ALL), "value"),  # type: ignore[arg-type]
        prevent_initial_call=True,
    )
    def tell(request: dict[str, Any], there: Any) -> list[Any]:
        try:
            surface = read_surface(request)
        except ScenarioError:
            return [no_update] * 3  # the climb's answer says what is wrong
        shown = [one["id"]["key"] for one in ctx.states_list[0]]
        same = shown == [parameter.key for parameter in surface.parameters]
        return [
            _(surface.story),
            report(surface),
            no_update if same else parameter_controls(surface),
        ]
