"""Controls -> Scenario store, and the parts of it that others depend on."""

from __future__ import annotations

from dash import ALL, ClientsideFunction, Dash, Input, Output

from app.ui import ids


def register(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("fall_line", "gather"),
        Output(ids.SCENARIO, "data"),
        Output(ids.COURSE, "data"),
        Output(ids.GROUND_REQUEST, "data"),
        Input(ids.SURFACE, "value"),
        Input(ids.parameter(ALL), "value"),  # type: ignore[arg-type]
        Input(ids.START_X, "value"),
        Input(ids.START_Y, "value"),
        Input(ids.DIRECTION, "value"),
        Input(ids.STEPS, "value"),
        Input(ids.OPENED, "data"),
        *(Input(box, "value") for box in ids.RATES),
        prevent_initial_call=True,
    )
