"""A file that was dropped -> the link of its ground, or a sentence."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from dash import Dash, Input, Output, State, no_update

from app.made import MadeError
from app.made.measured import link_of
from app.made.neuron import link_of_pairs
from app.ui import ids
from app.ui.notes import note
from surfaces.files import MOST_BYTES
from surfaces.words import gettext as _


def register(app: Dash) -> None:
    @app.callback(
        Output(ids.UPLOADED, "data"),
        Output(ids.NOTES, "sendNotifications", allow_duplicate=True),
        Input(ids.UPLOAD, "contents"),
        State(ids.UPLOAD, "filename"),
        State(ids.GROUND_REQUEST, "data"),
        prevent_initial_call=True,
    )
    def receive(contents: str, name: str, shown: dict[str, Any]) -> tuple[object, object]:
        try:
            return link(decoded(contents), str(name), shown or {}), no_update
        except MadeError as error:
            return no_update, [note(_("This file could not be opened"), str(error), "red")]


def link(data: bytes, name: str, shown: dict[str, Any]) -> str:
    """The query of what a file is for, beside what is shown: a neuron's pairs, or a ground."""
    if shown.get("surface") == "neuron":
        return link_of_pairs(data, name)
    return link_of(data, name, shown.get("words") if shown.get("surface") == "file" else None)


def decoded(contents: str) -> bytes:
    """The bytes of a data address; MadeError when they are too many or none."""
    if len(contents or "") > 1.4 * MOST_BYTES:
        most = MOST_BYTES // 2**20
        raise MadeError("file", _("The file is larger than {most} MB. Thin it out.", most=most))
    try:
        return base64.b64decode(str(contents).partition(",")[2], validate=True)
    except binascii.Error as error:
        raise MadeError("file", _("The file did not arrive whole. Choose it again.")) from error
