"""The menu of what is drawn where walkers stand."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from app.knows import MARKS, USUAL
from app.ui import ids
from surfaces.words import gettext as _


def show_menu() -> Component:
    """What folds out of the header: what may be drawn where walkers stand."""
    rows = [
        dmc.Tooltip(
            dmc.Checkbox(value=mark.key, label=_(mark.name), size="xs"),
            label=_(mark.help),
            multiline=True,
            w={"base": 130, "sm": 250},
            position="left",
            withArrow=True,
            events={"hover": True, "focus": True, "touch": True},
        )
        for mark in MARKS.values()
    ]
    marks = dmc.CheckboxGroup(
        id=ids.KNOWS,
        label=_("Where a walker stands"),
        value=list(USUAL),
        size="xs",
        children=dmc.Stack(rows, gap=9, m="9px 4px 4px"),
    )
    return html.Details([html.Summary(_("Show")), html.Div(marks)], id=ids.SHOW, className="fold")
