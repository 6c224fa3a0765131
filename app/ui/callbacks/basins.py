"""Scenario and one of its walkers -> where its walk leads from every start, or at every rate.

The answer is a line of JSON for each part of the picture, sent as soon as it is walked, after a
first line that says what the picture is. Whoever closes the connection ends the walking.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from threading import BoundedSemaphore
from typing import Any

from dash import Dash
from flask import Response
from flask.typing import ResponseReturnValue

from app.figures.wire import Json, packed
from app.scenario import ScenarioError
from app.ui.asked import Asked, body, problems
from app.walk.basins import (
    ENDINGS,
    FIRST,
    RATES,
    Part,
    Picture,
    basins,
    parts,
    rate_by_start,
    upper,
)
from surfaces.words import N_
from surfaces.words import gettext as _

AT_ONCE = 2  # pictures that are walked at a time, so that threads are left for everything else
PATIENCE_S = 2.0  # a picture that the page has just closed makes room within one part
BUSY = N_("Other pictures are being computed. This one can be asked for again in a moment.")

Asking = Callable[[Asked, Any], tuple[Picture, Json]]

_room = BoundedSemaphore(AT_ONCE)


def register(app: Dash) -> None:
    for address, asking in (("basins", _basins), ("rate-by-start", _rate_by_start)):
        rule = f"{app.config.routes_pathname_prefix}{address}"
        view = _view(asking)
        app.server.add_url_rule(rule, address, view, methods=["POST"])


def _view(asking: Asking) -> Callable[[], ResponseReturnValue]:
    def answer() -> ResponseReturnValue:
        data = body()
        try:
            asked = Asked.read(data)
            picture, shown = asking(asked, data)
        except ScenarioError as error:
            return problems(error)
        if not _room.acquire(timeout=PATIENCE_S):
            return {"problems": {"busy": _(BUSY)}}, 503, {"Retry-After": "1"}
        response = Response(_lines(asked, picture, shown), mimetype="application/x-ndjson")
        response.call_on_close(_room.release)  # also when the first line is never asked for
        return response

    return answer


def _basins(asked: Asked, data: Any) -> tuple[Picture, Json]:
    surface = asked.course.surface
    shown = {"rate": asked.rate, "x": list(surface.x), "y": list(surface.y)}
    return basins(asked.course, asked.rate), shown


def _rate_by_start(asked: Asked, data: Any) -> tuple[Picture, Json]:
    line = first, last = asked.line(data.get("line"))
    # Not from the walkers' own start: a picture holds wherever on its line they set out.
    middle = (first[0] + last[0]) / 2, (first[1] + last[1]) / 2
    rates = upper(asked.rates(middle, RATES), asked.scenario.rates)
    picture = rate_by_start(asked.course, first, last, rates)
    return picture, {"line": line, "rates": packed(picture.rates[:, 0], "f8")}


def _lines(asked: Asked, picture: Picture, shown: Json) -> Iterator[str]:
    """What the picture is, then its parts; `done` is how much of it is walked, from 0 to 1."""
    rows, columns = picture.rates.shape
    about = {
        "rows": rows,
        "columns": columns,
        "steps": asked.course.steps,
        "endings": list(ENDINGS),
        "first": FIRST,
        "minima": asked.course.goals.tolist(),
        **shown,
    }
    yield json.dumps(about) + "\n"
    done = 0
    for part in parts(asked.course, picture):
        done += part.classes.size
        yield json.dumps({**_part_data(part), "done": done / (rows * columns)}) + "\n"


def _part_data(part: Part) -> Json:
    return {
        "row": part.row,
        "column": part.column,
        "down": part.down,
        "right": part.right,
        "classes": packed(part.classes, "u1"),
        "steps": packed(part.steps, "u2"),
        "found": part.found.tolist(),
    }
