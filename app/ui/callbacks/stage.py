"""Player buttons -> the clock of the stage."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output

from app.ui import ids

_BUTTONS = (ids.PLAY, ids.FIRST, ids.BACK, ids.FORWARD, ids.LAST)


def register(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("fall_line", "play"),
        Output(ids.PLAYER_DONE, "data"),
        *(Input(id, "n_clicks") for id in _BUTTONS),
        Input(ids.SPEED, "value"),
        Input(ids.LOOP, "checked"),
        prevent_initial_call=True,
    )
