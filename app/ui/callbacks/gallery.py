"""A mountain's key -> its thumbnail, at a plain address."""

from __future__ import annotations

from dash import Dash
from flask import Response, abort
from flask.typing import ResponseReturnValue

from app.figures.look import LOOKS
from app.figures.thumbnail import thumbnail
from surfaces import UnknownSurface

KEPT_S = 24 * 3600  # seconds that a browser keeps a picture


def register(app: Dash) -> None:
    rule = f"{app.config.routes_pathname_prefix}thumbnail/<look>/<key>.png"
    app.server.add_url_rule(rule, "thumbnail", picture)


def picture(look: str, key: str) -> ResponseReturnValue:
    """The picture of a catalogue surface, as PNG; 404 for what there is not."""
    if look not in LOOKS:
        abort(404)
    try:
        data = thumbnail(key, look)
    except UnknownSurface:
        abort(404)
    return Response(data, mimetype="image/png", headers={"Cache-Control": f"max-age={KEPT_S}"})
