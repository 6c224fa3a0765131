"""Controls -> scenario: boxes and sliders agree, and all that depends on them hears of it."""

from __future__ import annotations

from dash import ALL, ClientsideFunction, Dash, Input, Output, State

from app.ui import ids


def register(app: Dash) -> None:
    # One callback, not one per row: each costs the page a millisecond and more per change.
    app.clientside_callback(
        ClientsideFunction("fall_line", "gather"),
        Output(ids.COURSE, "data"),
        Output(ids.GROUND_REQUEST, "data"),
        *(Output(box, "value", allow_duplicate=True) for box in ids.RATES),
        *(Output(slider, "value", allow_duplicate=True) for slider in ids.RATE_SLIDERS),
        *(Output(row, "style") for row in ids.RATE_ROWS),
        Input(ids.SURFACE, "value"),
        Input(ids.parameter(ALL), "value"),  # type: ignore[arg-type]
        Input(ids.word(ALL), "value"),  # type: ignore[arg-type]
        Input(ids.START_X, "value"),
        Input(ids.START_Y, "value"),
        Input(ids.DIRECTION, "value"),
        Input(ids.STEPS, "value"),
        Input(ids.OPENED, "data"),
        Input(ids.METHODS, "data"),
        *(Input(box, "value") for box in ids.RATES),
        *(Input(slider, "value") for slider in ids.RATE_SLIDERS),
        *(State(row, "style") for row in ids.RATE_ROWS),
        State(ids.COURSE, "data"),
        State(ids.GROUND_REQUEST, "data"),
        State(ids.LOOKS, "data"),
        prevent_initial_call=True,
    )
