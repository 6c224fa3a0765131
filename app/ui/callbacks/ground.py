"""Ground request -> the ground: heights for all panels, figures, and what is said about it."""

from __future__ import annotations

from typing import Any

from dash import ALL, Dash, Input, Output, State, ctx, no_update

from app.figures.ground import ground
from app.figures.wire import ground_data
from app.scenario import ScenarioError, read_surface
from app.ui import ids
from app.ui.ground_controls import formula, parameter_controls, report
from app.view import MESHES
from surfaces.words import gettext as _


def register(app: Dash) -> None:
    @app.callback(
        Output(ids.GROUND, "data"),
        Output(ids.STORY, "children"),
        Output(ids.REPORT, "children"),
        Output(ids.PARAMETERS, "children", allow_duplicate=True),
        Input(ids.GROUND_REQUEST, "data"),
        State(ids.parameter(ALL), "value"),  # type: ignore[arg-type]
        prevent_initial_call=True,
    )
    def lay(request: dict[str, Any], there: Any) -> list[Any]:
        try:
            surface = read_surface(request)
        except ScenarioError:
            return [no_update] * 4  # the climb's answer says what is wrong
        mesh = request.get("mesh")
        laid = ground_data(ground(surface, mesh if mesh in MESHES else MESHES[0]))
        shown = [one["id"]["key"] for one in ctx.states_list[0]]
        same = shown == [parameter.key for parameter in surface.parameters]
        return [
            {**laid, "formula": formula(surface)},
            _(surface.story),
            report(surface),
            no_update if same else parameter_controls(surface),
        ]
