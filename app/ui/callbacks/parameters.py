"""Parameter boxes <-> parameter sliders."""

from __future__ import annotations

from dash import MATCH, ClientsideFunction, Dash, Input, Output, State

from app.ui import ids

_BOX = ids.parameter(MATCH)  # type: ignore[arg-type]
_SLIDER = ids.parameter_slider(MATCH)  # type: ignore[arg-type]


def register(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("fall_line", "matchParameter"),
        Output(_BOX, "value"),
        Output(_SLIDER, "value"),
        Input(_BOX, "value"),
        Input(_SLIDER, "value"),
        State(_SLIDER, "name"),
        prevent_initial_call=True,
    )
