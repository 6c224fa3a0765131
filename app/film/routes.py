"""The films' addresses: requests -> the studio, and its errors -> answers."""

from __future__ import annotations

import io
import logging
from pathlib import Path
from urllib.parse import urlsplit

from flask import Blueprint, Response, jsonify, request, send_file
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge

from app.climb import climb
from app.film.errors import (
    BusyError,
    ConflictError,
    FilmError,
    ForeignError,
    GoneError,
    TooLargeError,
)
from app.film.folder import FilmFolder
from app.film.formats import FILMS
from app.film.order import read_record_order
from app.film.studio import MOST_FRAME_BYTES, Studio, check_frame_bytes, gone
from app.private import private_folder
from app.scenario import LONGEST_LINK, ScenarioError
from surfaces.words import gettext as _

MOST_ORDER_BYTES = 2 * LONGEST_LINK  # the link, and what else an order holds
RETRY_S = 1  # seconds until asking again makes sense

STATUS: dict[type[FilmError], int] = {
    FilmError: 400,
    ForeignError: 403,
    GoneError: 404,
    ConflictError: 409,
    TooLargeError: 413,
    BusyError: 503,
}

_log = logging.getLogger(__name__)


def film_blueprint(prefix: str = "/", root: Path | None = None) -> Blueprint:
    """The films' addresses under `prefix`; `root` holds what is in the making."""
    views = _Views(Studio(root or private_folder()))
    films = Blueprint("films", __name__, url_prefix=prefix)
    for rule, method, view in (
        ("/film", "POST", views.open),
        ("/film/<token>/<int:index>", "PUT", views.put),
        ("/film/<token>", "GET", views.state),
        ("/film/<token>/file", "GET", views.file),
        ("/film/<token>", "DELETE", views.cancel),
        ("/record", "POST", record),
    ):
        films.add_url_rule(rule, endpoint=view.__name__, view_func=view, methods=[method])
    films.before_request(_refuse_other_sites)
    films.register_error_handler(FilmError, _answer)
    films.register_error_handler(ScenarioError, _answer_scenario)
    films.register_error_handler(OSError, _answer_disk)
    return films


class _Views:
    """One method per address."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio

    def open(self) -> ResponseReturnValue:
        body = _body(MOST_ORDER_BYTES)
        if body is None:
            raise TooLargeError(
                _("The order of a film takes at most {most} bytes.", most=MOST_ORDER_BYTES)
            )
        order = request.get_json(force=True, silent=True)
        return {"film": self._studio.open(order)}, 201

    def put(self, token: str, index: int) -> ResponseReturnValue:
        body = _body(MOST_FRAME_BYTES)
        if body is None:
            check_frame_bytes(max(request.content_length or 0, MOST_FRAME_BYTES + 1), index)
        else:
            self._studio.put(token, index, body)
        return "", 204

    def state(self, token: str) -> ResponseReturnValue:
        return self._studio.state(token), {"Cache-Control": "no-store"}

    def file(self, token: str) -> ResponseReturnValue:
        folder = self._studio.fetch(token)
        response = _attachment(folder)
        if request.method == "GET":  # HEAD comes here too, and takes nothing away
            response.call_on_close(folder.remove)
        return response

    def cancel(self, token: str) -> ResponseReturnValue:
        self._studio.cancel(token)
        return "", 204


def record() -> ResponseReturnValue:
    """The numbers of a climb as a file, made at once."""
    if _body(MOST_ORDER_BYTES) is None:
        raise TooLargeError(
            _("The order of numbers takes at most {most} bytes.", most=MOST_ORDER_BYTES)
        )
    order = read_record_order(request.get_json(force=True, silent=True))
    row = order.record
    return send_file(
        io.BytesIO(row.make(climb(order.scenario), order.link)),
        mimetype=row.mime,
        as_attachment=True,
        download_name=f"{order.name.removesuffix(row.suffix)}{row.suffix}",
    )


def _body(most: int) -> bytes | None:
    """The body of the request, or None when it is longer than `most` bytes; never read then."""
    request.max_content_length = most
    try:
        return request.get_data()
    except RequestEntityTooLarge:
        return None


def _attachment(folder: FilmFolder) -> Response:
    """The whole film: a part of it, or "not modified", would be its last sign of life."""
    settings = folder.settings
    row = FILMS[settings.format]
    response = send_file(
        folder.film,
        mimetype=row.mime,
        as_attachment=True,
        download_name=f"{settings.name.removesuffix(row.suffix)}{row.suffix}",
        conditional=False,
        etag=False,
    )
    response.direct_passthrough = False  # passed through, a response never says it is closed
    response.headers["Cache-Control"] = "no-store"
    return response


def _refuse_other_sites() -> None:
    """Films are written by this site's pages, and by programs, which send neither header."""
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    same = site == "same-origin" if site else not origin or urlsplit(origin).netloc == request.host
    if not same:
        raise ForeignError(
            _("Films are made by Fall Line's own page only. Open it, and start there.")
        )


def _answer(problem: FilmError) -> ResponseReturnValue:
    response = jsonify(message=str(problem))
    response.status_code = STATUS[type(problem)]
    if response.status_code == STATUS[BusyError]:
        response.headers["Retry-After"] = str(RETRY_S)
    return response


def _answer_scenario(problem: ScenarioError) -> ResponseReturnValue:
    return {"message": str(problem)}, STATUS[FilmError]


def _answer_disk(problem: OSError) -> ResponseReturnValue:
    if isinstance(problem, FileNotFoundError):
        return _answer(gone())
    _log.error("A film's file could not be written.", exc_info=problem)
    return _answer(
        BusyError(
            _("The film cannot be stored ({problem}). Try again later.", problem=problem.strerror)
        )
    )
