"""One module per arrow of the flow: link -> controls -> scenario -> climb -> stage."""

from __future__ import annotations

from dash import Dash

from app.ui.callbacks import (
    basins,
    climb,
    film,
    gallery,
    ground,
    open,
    parameters,
    presets,
    press,
    rates,
    scenario,
    stage,
    sweep,
    upload,
    view,
)

ARROWS = (
    open,
    upload,
    gallery,
    rates,
    parameters,
    scenario,
    climb,
    sweep,
    basins,
    ground,
    presets,
    view,
    stage,
    press,
    film,
)


def register(app: Dash) -> None:
    """Draw all arrows."""
    for arrow in ARROWS:
        arrow.register(app)
