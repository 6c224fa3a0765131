"""Buttons that do what a key does as well -> the page."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output

from app.ui import ids

_BUTTONS = (ids.UNDO, ids.REDO, ids.RETELL, ids.GALLERY, ids.PRESENT, ids.KEYS)


def register(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("fall_line", "press"),
        Output(ids.PRESSED, "data"),
        *(Input(id, "n_clicks") for id in _BUTTONS),
        prevent_initial_call=True,
    )
