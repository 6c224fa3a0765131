"""The player's bar: play, step, scrub, speed, loop. Its scrubber and readings are the browser's."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from app.ui import ids
from app.ui.aria import aria
from app.ui.controls import icon_button
from surfaces.words import N_
from surfaces.words import gettext as _

_BUTTONS = (
    (ids.FIRST, "first", N_("Back to the start"), N_("Home")),
    (ids.BACK, "back", N_("One step back"), N_("Left arrow")),
    (ids.PLAY, "play", N_("Play or pause"), N_("Space")),
    (ids.FORWARD, "forward", N_("One step on"), N_("Right arrow")),
    (ids.LAST, "last", N_("To the end"), N_("End")),
)


def player() -> Component:
    return html.Div(
        [
            html.Div([_button(*row) for row in _BUTTONS], className="buttons"),
            html.Div(id=ids.SCRUB, className="scrub-slot"),
            html.Output(id=ids.READING, className="reading"),
            _speed(),
            dmc.Tooltip(
                dmc.Switch(id=ids.LOOP, label=_("Loop"), size="xs"),
                label=_("Begin again at the end."),
                withArrow=True,
            ),
        ],
        id=ids.BAR,
        className="player",
        role="group",
        **aria(_("Player")),
    )


def _button(id: str, icon: str, name: str, key: str) -> Component:
    if id != ids.PLAY:
        return icon_button(id, icon, _(name), _(key), radius="xl")
    return icon_button(id, icon, _(name), _(key), radius="xl", size="lg", variant="filled")


def _speed() -> Component:
    slider = dmc.Slider(
        id=ids.SPEED,
        min=-1,
        max=1,
        step=0.05,
        value=0,
        w=110,
        size="sm",
        updatemode="drag",
        label=None,
        marks=[{"value": -1}, {"value": 0}, {"value": 1}],
        thumbLabel=_("Speed; 1 walks all steps in ten seconds"),
    )
    reading = html.Span("1×", id=ids.SPEED_READING, className="reading")
    return html.Div([html.Span(_("Speed"), className="key"), slider, reading], className="speed")
