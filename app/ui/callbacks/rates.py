"""Add, remove and preset buttons -> rate boxes."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output, State

from app.ui import ids


def register(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("fall_line", "changeRates"),
        *(Output(box, "value", allow_duplicate=True) for box in ids.RATES),
        Output(ids.NOTES, "sendNotifications", allow_duplicate=True),
        *(Input(id, "n_clicks") for id in (*ids.RATE_REMOVES, *ids.PRESET_BUTTONS, ids.SUGGEST)),
        State(ids.PRESETS, "data"),
        *(State(box, "value") for box in ids.RATES),
        prevent_initial_call=True,
    )
