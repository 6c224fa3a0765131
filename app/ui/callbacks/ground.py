"""Ground request -> the ground: heights for all panels, and figures without walkers."""

from __future__ import annotations

from typing import Any

from dash import Dash, Input, Output, no_update

from app.figures.ground import ground
from app.scenario import ScenarioError, read_surface
from app.ui import ids
from app.ui.wire import ground_data
from app.view import MESHES


def register(app: Dash) -> None:
    @app.callback(
        Output(ids.GROUND, "data"),
        Input(ids.GROUND_REQUEST, "data"),
        prevent_initial_call=True,
    )
    def lay(request: dict[str, Any]) -> Any:
        try:
            surface = read_surface(request)
        except ScenarioError:
            return no_update  # the climb's callback says what is wrong
        mesh = request.get("mesh")
        return ground_data(ground(surface, mesh if mesh in MESHES else MESHES[0]))
