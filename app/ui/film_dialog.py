"""The dialog in which a film is chosen, made and cancelled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from app.film.choices import (
    ARRANGEMENTS,
    EASINGS,
    LINES,
    LONGEST_LINE,
    PARTS,
    SIDES,
    SPANS,
    USUAL_EASING,
    Span,
    usual_parts,
)
from app.film.formats import FORMATS
from app.film.options import OPTIONS, Option
from app.film.settings import CUSTOM, CUSTOM_NAME, RATES, SIZES, USUAL_RATE
from app.knows import USUAL
from app.ui import controls, ids
from app.ui.aria import aria
from surfaces.words import N_
from surfaces.words import gettext as _


def film_dialog() -> Component:
    return dmc.Modal(
        id=ids.FILM_DIALOG,
        title=_("Save what is on the screen"),
        size=940,
        keepMounted=True,
        closeButtonProps={"aria-label": _("Close")},
        children=html.Div(
            [html.Div(_settings(), className="film-settings"), _order(), _making()],
            className="film-dialog",
        ),
    )


def _settings() -> list[Component]:
    return [
        _formats(),
        html.P(id=ids.FILM_HELP, className="help"),
        html.Div([_option(option) for option in OPTIONS.values()], className="triple"),
        html.Div(
            [
                _menu(
                    ids.FILM_SIZE,
                    _("Size"),
                    {**{s.key: s.name for s in SIZES.values()}, CUSTOM: CUSTOM_NAME},
                    "720p",
                ),
                _menu(
                    ids.FILM_FPS,
                    _("Smoothness"),
                    {str(k): v for k, v in RATES.items()},
                    str(USUAL_RATE),
                ),
            ],
            className="pair",
        ),
        _sides(),
        html.Div(
            [
                *(_time(key) for key in ("walk", "lead", "hold")),
                _menu(ids.FILM_EASING, _("Pace"), EASINGS, USUAL_EASING),
                _time("pause"),
                _time("turn"),
            ],
            className="triple",
        ),
        _choice(ids.FILM_LOOK, _("Look"), controls.look_names(), "terrain"),
        html.Div(
            [
                _menu(ids.FILM_WALKER, _("Walkers"), {"0": N_("All")}, "0"),
                _menu(ids.FILM_ARRANGEMENT, _("Mountains"), ARRANGEMENTS, "screen"),
            ],
            className="pair",
        ),
        _parts(),
        html.Div([_line(key, name) for key, name in LINES.items()], className="pair"),
    ]


def _order() -> Component:
    """What will come of the settings."""
    preview = html.Div(
        id=ids.FILM_PREVIEW, className="film-preview", role="group", **aria(_("Preview"))
    )
    return html.Div(
        [
            preview,
            html.P(id=ids.FILM_NAME, className="help file"),
            dmc.Button(_("Save"), id=ids.FILM_SAVE, variant="filled"),
        ],
        className="film-order",
    )


def _making() -> Component:
    """How far the film is that is being made, and what waits."""
    return html.Div(
        [
            # No glide: its frames would be drawn in the time of the film's.
            dmc.Progress(
                id=ids.FILM_PROGRESS,
                value=0,
                size="lg",
                transitionDuration=0,
                **aria(_("Progress")),
            ),
            html.P(id=ids.FILM_STATE, className="film-state"),
            html.Div(id=ids.FILM_SPOKEN, className="spoken", role="status"),
            html.Ul(id=ids.FILM_ORDERS, className="film-orders", **aria(_("Films being made"))),
        ],
        className="film-making",
    )


def _formats() -> Component:
    groups: dict[str, list[dict[str, str]]] = {}
    for row in FORMATS.values():
        groups.setdefault(row.group, []).append({"value": row.key, "label": _(row.name)})
    return dmc.Select(
        id=ids.FILM_FORMAT,
        label=_("Format"),
        data=[{"group": _(group), "items": rows} for group, rows in groups.items()],
        value="mp4",
        allowDeselect=False,
        maxDropdownHeight=420,
        size="sm",
    )


def _option(option: Option) -> Component:
    menu = _menu(ids.FILM_OPTIONS[option.key], _(option.name), option.choices, option.default)
    return html.Div(
        menu, id=ids.FILM_OPTION_BOXES[option.key], title=_(option.help), style={"display": "none"}
    )


def _choice(id: str, name: str, choices: dict[str, str], value: str) -> Component:
    data = controls.choices(choices)
    control = dmc.SegmentedControl(id=id, data=data, value=value, fullWidth=True, size="xs")
    return html.Div([html.Span(name, className="label"), control], className="control")


def _menu(id: str, name: str, choices: Mapping[str, str], value: str) -> Component:
    data = controls.choices(choices)
    return dmc.Select(id=id, label=name, data=data, value=value, allowDeselect=False, size="sm")


def _parts() -> Component:
    boxes = [
        dmc.Checkbox(label=_(name), value=key, size="xs", className=f"film-{key}")
        for key, name in PARTS.items()
    ]
    return dmc.CheckboxGroup(
        id=ids.FILM_PARTS,
        label=_("What is shown"),
        value=list(usual_parts(USUAL)),
        children=dmc.Group(boxes, mt=6),
    )


def _line(key: str, name: str) -> Component:
    empty = _("The mountain's name") if key == "title" else _("None")
    return dmc.TextInput(
        id=ids.FILM_LINES[key],
        label=_(name),
        value="",
        placeholder=empty,
        attributes={"input": {"maxLength": LONGEST_LINE}},
        size="sm",
    )


def _time(key: str) -> Component:
    span = SPANS[key]
    box = _number(ids.FILM_SPANS[key], span, decimalScale=2)
    return html.Div(box, title=_(span.help)) if span.help else box


def _sides() -> Component:
    boxes = [_number(ids.FILM_SIDES[key], SIDES[key], allowDecimal=False) for key in SIDES]
    return html.Div(boxes, id=ids.FILM_SIDE_BOXES, className="pair", style={"display": "none"})


def _number(id: str, span: Span, **props: Any) -> Component:
    return dmc.NumberInput(
        id=id,
        label=_(span.name),
        value=span.default,
        min=span.least,
        max=span.most,
        step=span.step,
        size="sm",
        **props,
    )
