"""The controls of a scenario and of its view, each with a name and a sentence of help."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import dash_mantine_components as dmc
import numpy as np
from dash import html
from dash.development.base_component import Component

from app.figures.look import LOOKS, WALKERS
from app.made import KINDS
from app.scenario import MOST_STEPS, MOST_WALKERS
from app.ui import ids
from app.ui.aria import aria
from app.view import CAMERAS, LAYOUTS, SCALES
from surfaces import TERRAINS
from surfaces.words import N_, numeral
from surfaces.words import gettext as _

SLOWEST, FASTEST = -6.0, 1.0  # powers of ten that the rate sliders cover; typing goes beyond
PRESET_WORDS = {
    "too_small": (N_("too small"), N_("Still crawling when all steps are done.")),
    "good": (N_("good"), N_("Reaches the bottom in the fewest steps of all rates tried.")),
    "too_large": (N_("too large"), N_("Overshoots, and bounces from side to side.")),
    "diverges": (N_("diverges"), N_("Each step is worse than the last: it flies off.")),
}


def labelled(name: str, help: str, control: Component, **props: Any) -> Component:
    """A control under its name; its help shows when the name is pointed at or focused."""
    label = dmc.Tooltip(
        html.Span(name, className="label", tabIndex=0),
        label=help,
        multiline=True,
        w=250,
        withArrow=True,
        events={"hover": True, "focus": True, "touch": True},
    )
    return html.Div([label, control], className="control", **props)


def choices(names: Mapping[str, str]) -> list[dict[str, str]]:
    """What a menu offers: the names of a table, in the reader's language, by their keys."""
    return [{"value": key, "label": _(name)} for key, name in names.items()]


def icon_button(id: str, icon: str, name: str, key: str, **props: Any) -> Component:
    """A small button with a picture, whose name and key show when it is pointed at."""
    button = dmc.ActionIcon(
        html.Span(className=f"icon {icon}"), id=id, **{"variant": "subtle", **aria(name), **props}
    )
    return dmc.Tooltip(button, label=f"{name} ({key})", withArrow=True)


def scenario_tools() -> Component:
    """What is done to a scenario as a whole."""
    undo = icon_button(ids.UNDO, "undo", _("Undo the last change"), "Ctrl-Z", disabled=True)
    redo = icon_button(ids.REDO, "redo", _("Do it again"), "Ctrl-Shift-Z", disabled=True)
    retell = icon_button(ids.RETELL, "retell", _("Back to this mountain's own story"), "R")
    return html.Div([undo, redo, retell], className="scenario-tools")


def surface_menu() -> Component:
    data = [
        {"group": _(terrain), "items": [{"value": s.key, "label": _(s.name)} for s in surfaces]}
        for terrain, surfaces in TERRAINS.items()
    ]
    made = [{"value": kind.key, "label": _(kind.name)} for kind in KINDS.values()]
    data.insert(0, {"group": _("Your own"), "items": made})
    menu = dmc.Select(
        id=ids.SURFACE,
        data=data,
        searchable=True,
        allowDeselect=False,
        maxDropdownHeight=420,
        attributes={"input": {"aria-label": _("Mountain")}},
    )
    return labelled(
        _("Mountain"),
        _(
            "The loss as a landscape. Height is the loss, x and y are two weights. "
            "Choosing one starts its own story: a telling start and three telling rates."
        ),
        html.Div(
            [
                menu,
                _gallery_button(),
                html.P(id=ids.STORY, className="story"),
                html.Div(id=ids.FORMULA, className="formula"),
            ]
        ),
    )


def _box(id: str, name: str, **props: Any) -> Component:
    return dmc.TextInput(id=id, inputProps={"aria-label": name}, size="sm", **props)


def _gallery_button() -> Component:
    return dmc.Button(_("See them all"), id=ids.GALLERY, variant="subtle", size="compact-xs")


def start_controls() -> Component:
    boxes = [
        _box(id, _("Start {axis}", axis=axis), leftSection=html.Span(axis, className="axis"))
        for id, axis in ((ids.START_X, "x"), (ids.START_Y, "y"))
    ]
    return labelled(
        _("Start"),
        _("Where all walkers set out. Type x and y, or click on the mountain or on the map."),
        html.Div(boxes, className="pair"),
    )


def walk_controls() -> Component:
    direction = dmc.SegmentedControl(
        id=ids.DIRECTION,
        data=[{"value": "down", "label": _("Down")}, {"value": "up", "label": _("Up")}],
        fullWidth=True,
    )
    return html.Div(
        [
            labelled(
                _("Direction"),
                _(
                    "Down the loss, against the gradient; or up to a summit, along it. "
                    "Only the sign of the step changes."
                ),
                direction,
            ),
            labelled(
                _("Steps"),
                _("How many updates, from 1 to {most}.", most=numeral(f"{MOST_STEPS:,}")),
                _box(ids.STEPS, _("Steps")),
            ),
        ],
        className="pair",
    )


def rate_row(i: int) -> Component:
    """One walker: its colour, its rate to type and to drag, and a button that removes it.

    Each part that Dash knows of costs a moment at every change, nine times: the number in its
    colour comes from the style sheet.
    """
    return html.Div(
        [
            _box(ids.RATES[i], _("Learning rate of walker {n}", n=i + 1)),
            dmc.Slider(
                id=ids.RATE_SLIDERS[i],
                min=SLOWEST,
                max=FASTEST,
                step=0.01,
                value=-2,
                updatemode="drag",
                label=None,
                size="sm",
                thumbLabel=_("Learning rate of walker {n}, logarithmic", n=i + 1),
                color=WALKERS[i],
            ),
            dmc.ActionIcon(
                "×",
                id=ids.RATE_REMOVES[i],
                variant="subtle",
                color="gray",
                size="sm",
                **aria(_("Remove walker {n}", n=i + 1)),
            ),
        ],
        id=ids.RATE_ROWS[i],
        className=f"rate-row walker-{i + 1}",
        style={"display": "none"},
    )


def rate_controls() -> Component:
    added = _("Add a walker with this rate, computed for this mountain and start.")
    presets = [
        dmc.Tooltip(
            dmc.Button(_(PRESET_WORDS[name][0]), id=id, variant="default", size="compact-xs"),
            label=f"{added} {_(PRESET_WORDS[name][1])}",
            multiline=True,
            w=240,
            withArrow=True,
        )
        for name, id in zip(ids.PRESET_NAMES, ids.PRESET_BUTTONS, strict=True)
    ]
    rows = html.Div([rate_row(i) for i in range(MOST_WALKERS)], className="rate-rows")
    again = dmc.Button(
        _("Suggest three for this start"), id=ids.SUGGEST, variant="subtle", size="compact-xs"
    )
    return labelled(
        _("Learning rates"),
        _(
            "One walker each, one to {most}. A step is the rate times the gradient, or times what "
            "another rule makes of it: the rate says how far to go, the gradient which way.",
            most=MOST_WALKERS,
        ),
        html.Div(
            [
                rows,
                html.Div(id=ids.RATES_PROBLEM, className="problem", role="alert"),
                html.Div([html.Span(_("Add"), className="key"), *presets], className="presets"),
                again,
            ]
        ),
    )


def layout_switch() -> Component:
    return dmc.SegmentedControl(
        id=ids.LAYOUT,
        data=choices(LAYOUTS),
        value="side",
        size="xs",
    )


def linked_switch() -> Component:
    return dmc.Tooltip(
        dmc.Switch(id=ids.LINKED, label=_("Linked"), checked=True, size="xs"),
        label=_("Turn one mountain and all turn with it."),
        withArrow=True,
    )


def camera_menu() -> Component:
    return dmc.Select(
        id=ids.CAMERA,
        data=choices(CAMERAS),
        placeholder=_("Camera"),
        size="xs",
        w=146,
        attributes={"input": {"aria-label": _("Camera")}},
    )


def look_names() -> dict[str, str]:
    return {look.key: look.name for look in LOOKS.values()}


def look_menu() -> Component:
    return dmc.Select(
        id=ids.LOOK,
        data=choices(look_names()),
        value="terrain",
        allowDeselect=False,
        size="xs",
        w=104,
        attributes={"input": {"aria-label": _("Look")}},
    )


def basins_switch() -> Component:
    return dmc.Tooltip(
        dmc.Switch(id=ids.BASINS, label=_("Basins"), size="xs"),
        label=_("Which minimum each start ends in, for this walker's rate."),
        withArrow=True,
    )


def race_switch() -> Component:
    return dmc.SegmentedControl(
        id=ids.RACE_SCALE,
        data=choices(SCALES),
        value="linear",
        size="xs",
    )


def number_text(value: float) -> str:
    """A number as its box shows it, and as JavaScript would; it reads back as the same float."""
    if value == 0 or 1e-6 <= abs(value) < 1e21:
        return np.format_float_positional(value, trim="-")
    return repr(value)


def slider_place(rate: float) -> float:
    """Where a rate stands on the sliders: its power of ten, at their end when it is beyond."""
    return round(min(max(math.log10(rate), SLOWEST), FASTEST), 4)
