"""The controls of a ground: the words it is made of, its parameters; and what is said about it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from app.made import KINDS, Word
from app.ui import ids
from app.ui.controls import labelled, number_text
from surfaces import Parameter, Surface
from surfaces.files import MOST_BYTES
from surfaces.words import gettext as _
from surfaces.words import numeral

FILES = ".csv,.tsv,.txt,.npy,.npz,.h5,.hdf5,.asc,.hgt"


def word_controls(key: str, words: Mapping[str, str]) -> list[Component]:
    """A control for each word that a ground is made of; none for known surfaces."""
    kind = KINDS.get(key)
    return [_word(word, words) for word in kind.words] if kind else []


def _word(word: Word, words: Mapping[str, str]) -> Component:
    id, value, choices = ids.word(word.key), words[word.key], word.options(words)
    name, help = _(word.name), _(word.help)
    if not word.shown(words):
        return dcc.Input(id=id, value=value, type="hidden")
    if not choices:
        box = dmc.TextInput(id=id, value=value, size="sm", inputProps={"aria-label": name})
        return labelled(name, help, box)
    menu = dmc.Select(
        id=id,
        value=value,
        data=[{"value": key, "label": _(label)} for key, label in choices],
        allowDeselect=False,
        size="sm",
        attributes={"input": {"aria-label": name}},
    )
    return labelled(name, help, menu)


def upload() -> Component:
    """Where a file of measured heights is dropped."""
    choose = html.U(_("Choose a file, or drop it here"))
    words: list[str | Component] = [choose, ": .csv .npy .npz .h5 .asc .hgt"]
    box = dcc.Upload(
        html.Div(words), id=ids.UPLOAD, className="upload", accept=FILES, max_size=MOST_BYTES
    )
    return html.Div(box, id=ids.UPLOAD_BOX, style={"display": "none"})


def parameter_controls(surface: Surface) -> list[Component]:
    """A box and a slider for each parameter of a surface."""
    return [
        _parameter(parameter, surface.values[parameter.key]) for parameter in surface.parameters
    ]


def _parameter(parameter: Parameter, value: float) -> Component:
    low, high = (slider_place(parameter, edge) for edge in (parameter.low, parameter.high))
    edges = {"low": numeral(f"{parameter.low:g}"), "high": numeral(f"{parameter.high:g}")}
    name, span = _(parameter.name), _("From {low} to {high}.", **edges)
    box = dmc.TextInput(
        id=ids.parameter(parameter.key),
        value=number_text(value),
        inputProps={"aria-label": name, "inputMode": "decimal"},
    )
    slider = dmc.Slider(
        id=ids.parameter_slider(parameter.key),
        name="log" if parameter.logarithmic else "linear",
        min=low,
        max=high,
        step=round((high - low) / 200, 12),
        value=slider_place(parameter, value),
        updatemode="drag",
        label=None,
        size="sm",
        thumbLabel=name,
    )
    return labelled(
        name,
        f"{_(parameter.help)} {span}",
        html.Div([box, slider], className="parameter-row"),
    )


def slider_place(parameter: Parameter, value: float) -> float:
    """Where a value stands on its slider: itself, or its power of ten."""
    return math.log10(value) if parameter.logarithmic else value


def report(surface: Surface) -> list[Component]:
    """What was found in the file a ground comes from, in sentences; nothing for other grounds."""
    if surface.key != "file":
        return []
    from app.made.measured import imported

    rows = imported(surface.words).report
    lines: list[Component] = []
    for label, words in rows:
        lines += [html.Dt(_(label)), html.Dd(_(words))]
    return [
        html.Details([html.Summary(_("What was found in the file")), html.Dl(lines)], open=True)
    ]


def formula(surface: Surface) -> dict[str, Any]:
    """The loss as MathML, which browsers typeset, and `notes` on its kinks and its Hessian."""
    from latex2mathml.converter import convert

    equations = [convert(_spoken(equation)) for equation in _equations(surface)]
    notes = (surface.kink, surface.hessian_words)
    return {"math": "".join(equations), "notes": [_(note) for note in notes if note]}


def _spoken(latex: str) -> str:
    """LaTeX with the words in it, which stand in text{}, in the reader's language."""
    return re.sub(r"\\text\{( ?)(.*?)( ?)\}", lambda m: rf"\text{{{m[1]}{_(m[2])}{m[3]}}}", latex)


def _equations(surface: Surface) -> list[str]:
    if not surface.formula:
        return []
    if surface.key != "formula":
        text = surface.formula
        return [text if "=" in text else f"L(x, y) = {text}"]
    from surfaces.formula import read_formula

    by_x, by_y = read_formula(surface.words["formula"]).partials
    slopes = (("x", by_x), ("y", by_y))
    partials = [rf"\frac{{\partial L}}{{\partial {name}}} = {slope}" for name, slope in slopes]
    return [f"L = {surface.formula}", *partials]
