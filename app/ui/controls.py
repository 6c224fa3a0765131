"""The controls of a scenario and of its view, each with a name and a sentence of help."""

from __future__ import annotations

import math
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

SLOWEST, FASTEST = -6.0, 1.0  # powers of ten that the rate sliders cover; typing goes beyond
PRESET_WORDS = {
    "too_small": ("too small", "Still crawling when all steps are done."),
    "good": ("good", "Reaches the bottom in the fewest steps of all rates tried."),
    "too_large": ("too large", "Overshoots, and bounces from side to side."),
    "diverges": ("diverges", "Each step is worse than the last: it flies off."),
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


def icon_button(id: str, icon: str, name: str, key: str, **props: Any) -> Component:
    """A small button with a picture, whose name and key show when it is pointed at."""
    button = dmc.ActionIcon(
        html.Span(className=f"icon {icon}"), id=id, **{"variant": "subtle", **aria(name), **props}
    )
    return dmc.Tooltip(button, label=f"{name} ({key})", withArrow=True)


def scenario_tools() -> Component:
    """What is done to a scenario as a whole."""
    undo = icon_button(ids.UNDO, "undo", "Undo the last change", "Ctrl-Z", disabled=True)
    redo = icon_button(ids.REDO, "redo", "Do it again", "Ctrl-Shift-Z", disabled=True)
    retell = icon_button(ids.RETELL, "retell", "Back to this mountain's own story", "R")
    return html.Div([undo, redo, retell], className="scenario-tools")


def surface_menu() -> Component:
    data = [
        {"group": terrain, "items": [{"value": s.key, "label": s.name} for s in surfaces]}
        for terrain, surfaces in TERRAINS.items()
    ]
    made = [{"value": kind.key, "label": kind.name} for kind in KINDS.values()]
    data.insert(0, {"group": "Your own", "items": made})
    menu = dmc.Select(
        id=ids.SURFACE,
        data=data,
        searchable=True,
        allowDeselect=False,
        maxDropdownHeight=420,
        attributes={"input": {"aria-label": "Mountain"}},
    )
    return labelled(
        "Mountain",
        "The loss as a landscape. Height is the loss, x and y are two weights. "
        "Choosing one starts its own story: a telling start and three telling rates.",
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
    return dmc.Button("See them all", id=ids.GALLERY, variant="subtle", size="compact-xs")


def start_controls() -> Component:
    boxes = [
        _box(id, f"Start {axis}", leftSection=html.Span(axis, className="axis"))
        for id, axis in ((ids.START_X, "x"), (ids.START_Y, "y"))
    ]
    return labelled(
        "Start",
        "Where all walkers set out. Type x and y, or click on the mountain or on the map.",
        html.Div(boxes, className="pair"),
    )


def walk_controls() -> Component:
    direction = dmc.SegmentedControl(
        id=ids.DIRECTION,
        data=[{"value": "down", "label": "Down"}, {"value": "up", "label": "Up"}],
        fullWidth=True,
    )
    return html.Div(
        [
            labelled(
                "Direction",
                "Down the loss, against the gradient; or up to a summit, along it. "
                "Only the sign of the step changes.",
                direction,
            ),
            labelled(
                "Steps", f"How many updates, from 1 to {MOST_STEPS:,}.", _box(ids.STEPS, "Steps")
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
            _box(ids.RATES[i], f"Learning rate of walker {i + 1}"),
            dmc.Slider(
                id=ids.RATE_SLIDERS[i],
                min=SLOWEST,
                max=FASTEST,
                step=0.01,
                value=-2,
                updatemode="drag",
                label=None,
                size="sm",
                thumbLabel=f"Learning rate of walker {i + 1}, logarithmic",
                color=WALKERS[i],
            ),
            dmc.ActionIcon(
                "×",
                id=ids.RATE_REMOVES[i],
                variant="subtle",
                color="gray",
                size="sm",
                **aria(f"Remove walker {i + 1}"),
            ),
        ],
        id=ids.RATE_ROWS[i],
        className=f"rate-row walker-{i + 1}",
        style={"display": "none"},
    )


def rate_controls() -> Component:
    presets = [
        dmc.Tooltip(
            dmc.Button(PRESET_WORDS[name][0], id=id, variant="default", size="compact-xs"),
            label="Add a walker with this rate, computed for this mountain and start. "
            f"{PRESET_WORDS[name][1]}",
            multiline=True,
            w=240,
            withArrow=True,
        )
        for name, id in zip(ids.PRESET_NAMES, ids.PRESET_BUTTONS, strict=True)
    ]
    rows = html.Div([rate_row(i) for i in range(MOST_WALKERS)], className="rate-rows")
    again = dmc.Button(
        "Suggest three for this start", id=ids.SUGGEST, variant="subtle", size="compact-xs"
    )
    return labelled(
        "Learning rates",
        f"One walker each, one to {MOST_WALKERS}. A step is the rate times the gradient, or "
        "times what another rule makes of it: the rate says how far to go, the gradient which way.",
        html.Div(
            [
                rows,
                html.Div(id=ids.RATES_PROBLEM, className="problem", role="alert"),
                html.Div([html.Span("Add", className="key"), *presets], className="presets"),
                again,
            ]
        ),
    )


def layout_switch() -> Component:
    return dmc.SegmentedControl(
        id=ids.LAYOUT,
        data=[{"value": key, "label": name} for key, name in LAYOUTS.items()],
        value="side",
        size="xs",
    )


def linked_switch() -> Component:
    return dmc.Tooltip(
        dmc.Switch(id=ids.LINKED, label="Linked", checked=True, size="xs"),
        label="Turn one mountain and all turn with it.",
        withArrow=True,
    )


def camera_menu() -> Component:
    return dmc.Select(
        id=ids.CAMERA,
        data=[{"value": key, "label": name} for key, name in CAMERAS.items()],
        placeholder="Camera",
        size="xs",
        w=146,
        attributes={"input": {"aria-label": "Camera"}},
    )


def look_names() -> dict[str, str]:
    return {look.key: look.name for look in LOOKS.values()}


def look_menu() -> Component:
    return dmc.Select(
        id=ids.LOOK,
        data=[{"value": key, "label": name} for key, name in look_names().items()],
        value="terrain",
        allowDeselect=False,
        size="xs",
        w=104,
        attributes={"input": {"aria-label": "Look"}},
    )


def basins_switch() -> Component:
    return dmc.Tooltip(
        dmc.Switch(id=ids.BASINS, label="Basins", size="xs"),
        label="Which minimum each start ends in, for this walker's rate.",
        withArrow=True,
    )


def race_switch() -> Component:
    return dmc.SegmentedControl(
        id=ids.RACE_SCALE,
        data=[{"value": key, "label": name} for key, name in SCALES.items()],
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
