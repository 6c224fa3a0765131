"""View controls -> the stage's view, and the page's look."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output, State

from app.ui import ids


def register(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("fall_line", "gatherView"),
        Output(ids.THEME, "forceColorScheme"),
        Input(ids.LAYOUT, "value"),
        Input(ids.LINKED, "checked"),
        Input(ids.RACE_SCALE, "value"),
        Input(ids.LOOK, "value"),
        Input(ids.BASINS, "checked"),
        Input(ids.KNOWS, "value"),
        Input(ids.CAMERA, "value"),
        State(ids.LOOKS, "data"),
        prevent_initial_call=True,
    )
