"""A typed formula as ground."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.made.kind import HEIGHT_HELP, HEIGHTS, Kind, MadeError, Word, fitting_height, interval
from surfaces import Surface
from surfaces.formula import FormulaError, formula_surface
from surfaces.words import N_
from surfaces.words import gettext as _

_EDGE = N_("The map's edges: a low and a higher number, such as -5, 5.")
WORDS = (
    Word(
        key="formula",
        name=N_("Formula"),
        help=N_(
            "The loss as a function of x and y: + - * / ^, sqrt, exp, log, sin, cos, tan, abs, "
            "min, max and more. Other names become parameters."
        ),
        default="sin(x)*cos(y) + 0.1*(x^2 + y^2)",
    ),
    Word(key="x", name=N_("Map from x to x"), help=_EDGE, default="-5, 5"),
    Word(key="y", name=N_("Map from y to y"), help=_EDGE, default="-5, 5"),
    Word(key="height", name=N_("Heights"), help=HEIGHT_HELP, default="auto", choices=HEIGHTS),
)


def _make(words: Mapping[str, str]) -> Surface:
    wanted = WORDS[-1].check(words["height"], words)
    x, y = (interval(key, _("The map along {axis}", axis=key), words[key]) for key in "xy")
    try:
        surface = formula_surface(words["formula"], x=x, y=y)
    except FormulaError as error:
        raise MadeError("formula", str(error)) from error
    return replace(surface, words=words, height=fitting_height(surface, wanted))


FORMULA = Kind(key="formula", name=N_("A formula of your own"), words=WORDS, make=_make)
