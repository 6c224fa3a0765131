"""A climb -> one HTML file that plays and turns without a network, drawn by the page's own stage.

plotly.js, unaltered, is nine tenths of the file; it is zipped, to a third, and unzipped by the
browser. plotly's smaller bundles lack either the mountain or the map's contours.
"""

from __future__ import annotations

import gzip
import json
import re
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

import numpy as np
from plotly.offline import get_plotlyjs

from app.climb import Climb
from app.drafts import drafted
from app.figures.ground import ground
from app.figures.look_sheet import look_sheet
from app.figures.wire import Json, climb_data, colors_data, ground_data, packed
from app.figures.words_sheet import words_sheet
from app.film.bundle import LIB, bundle
from app.folders import ASSETS
from app.view import View
from surfaces.words import N_, language, speaking
from surfaces.words import gettext as _

STYLES = ("style.css", "charts.css", "bare.css")
WORDS = {  # by their names in standalone.html
    "map": N_("Map"),
    "data_and_neuron": N_("Data and neuron"),
    "player": N_("Player"),
    "first": N_("Back to the start"),
    "home": N_("Home"),
    "back": N_("One step back"),
    "left": N_("Left arrow"),
    "play": N_("Play or pause"),
    "space": N_("Space"),
    "forward": N_("One step on"),
    "right": N_("Right arrow"),
    "last": N_("To the end"),
    "end": N_("End"),
    "speed": N_("Speed"),
    "speed_help": N_("Speed; 1 walks all steps in ten seconds"),
    "loop": N_("Loop"),
    "loop_help": N_("Begin again at the end"),
    "origin": N_("Made with Fall Line. Behind the address of its page, this opens the same walk:"),
    "noscript": N_(
        "This page draws with JavaScript. Allow it, or open the file in another browser."
    ),
}


def write(climb: Climb, view: View, path: Path) -> None:
    """Write the file, about 2.1 MB, in place of one that is there."""
    with drafted(path) as draft:
        draft.write_text(page(climb, view), encoding="utf-8")


def make(climb: Climb, address: str) -> bytes:
    """The file's bytes; `address` of a page says how the climb is looked at, and in what words."""
    view = View.from_link(urlsplit(address).query)
    with speaking(view.lang or language()):
        return page(climb, view).encode()


def page(climb: Climb, view: View) -> str:
    """The file's text, in the language that is spoken. Nothing in it loads anything, and its own
    policy forbids that.
    """
    laid = ground_data(ground(climb.surface, view.mesh))
    texts = {
        **{name: _(text) for name, text in WORDS.items()},
        "language": language(),
        "title": laid["name"],
        "scale": laid["scale"],
        "link": climb.scenario.to_link(),
    }
    return Template((LIB / "standalone.html").read_text("utf-8")).substitute(
        {key: escape(text) for key, text in texts.items()},
        notice=_notice(),
        style="\n".join([look_sheet(), *((ASSETS / name).read_text("utf-8") for name in STYLES)]),
        words=words_sheet(language()),
        script=bundle("standalone"),
        data=_inside(
            {
                "colors": colors_data(),
                "ground": laid,
                "climb": climb_data(climb),
                "view": view.to_dict(),
                "plotly": _plotly(),
            }
        ),
    )


@cache
def _plotly() -> Json:
    zipped = gzip.compress(get_plotlyjs().encode(), mtime=0)  # no time in it: same climb, same file
    return packed(np.frombuffer(zipped, np.uint8), "u1")


def _notice() -> str:
    """plotly.js's own notice, which zipping hides."""
    return "\n".join(re.findall(r"^\* ?(.*)", get_plotlyjs()[:400], re.MULTILINE)[:4])


def _inside(data: Json) -> str:
    """JSON that cannot end the element it stands in."""
    return json.dumps(data, allow_nan=False, separators=(",", ":")).replace("<", r"\u003c")
