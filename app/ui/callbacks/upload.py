"""A file that was dropped -> the link of its ground, or a sentence."""

from __future__ import annotations

import base64
import binascii

from dash import Dash, Input, Output, State, no_update

from app.made import MadeError
from app.made.measured import link_of
from app.ui import ids
from app.ui.notes import note
from surfaces.files import MOST_BYTES


def register(app: Dash) -> None:
    @app.callback(
        Output(ids.UPLOADED, "data"),
        Output(ids.NOTES, "sendNotifications", allow_duplicate=True),
        Input(ids.UPLOAD, "contents"),
        State(ids.UPLOAD, "filename"),
        prevent_initial_call=True,
    )
    def receive(contents: str, name: str) -> tuple[object, object]:
        try:
            return link_of(decoded(contents), str(name)), no_update
        except MadeError as error:
            return no_update, [note("This file could not be opened", str(error), "red")]


def decoded(contents: str) -> bytes:
    """The bytes of a data address; MadeError when they are too many or none."""
    if len(contents or "") > 1.4 * MOST_BYTES:
        raise MadeError("file", f"The file is larger than {MOST_BYTES // 2**20} MB. Thin it out.")
    try:
        return base64.b64decode(str(contents).partition(",")[2], validate=True)
    except binascii.Error as error:
        raise MadeError("file", "The file did not arrive whole. Choose it again.") from error
