"""The reel: the films to make. Pages take them one by one and tell how far they are.

Each browser has a key of its own. Its page posts what happened since it was last heard of, and
hears what it shall film now: the one it is at, the next one, or nothing.
"""

from __future__ import annotations

import secrets
import shutil
import threading
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from flask import Blueprint, abort, request

from app.export.errors import ExportError
from app.export.order import Order, Take
from app.film.errors import BusyError, FilmError
from app.film.studio import Studio


@dataclass
class Camera:
    """One browser and what it is at."""

    take: Take | None = None
    heard: float = field(default_factory=time.monotonic)  # when its page last said something
    busy: bool = False  # it waits for us


class Reel:
    """All films, and which camera is at which. Called from many threads."""

    def __init__(self, takes: Sequence[Take], studio: Studio) -> None:
        # Films with one query share a page, and its number.
        self._pages = list(dict.fromkeys(take.order.query for take in takes))
        self._waiting = deque(takes)
        self.cameras: dict[str, Camera] = {}
        self._lock = threading.Lock()
        self._studio = studio

    def new_camera(self) -> str:
        """A key for one more browser."""
        key = secrets.token_hex(8)
        self.cameras[key] = Camera()
        return key

    def next(self, key: str) -> Take | None:
        """What a camera is at, or else the next film there is; None when all are taken."""
        camera = self.cameras[key]
        with self._lock:
            if camera.take is None or camera.take.ended:
                camera.take = self._waiting.popleft() if self._waiting else None
        return camera.take

    def address(self, key: str) -> str:
        """Where a camera's browser begins, behind the site's own address; "" with nothing to do."""
        take = self.next(key)
        return f"?{take.order.query}#reel={key}-{self.page(take)}" if take else ""

    def page(self, take: Take) -> int:
        """The number of the page that shows what is filmed."""
        return self._pages.index(take.order.query)

    def hear(self, key: str, news: dict[str, Any]) -> None:
        """What a camera's page says: {share}, {film: token} or {problem}."""
        camera = self.cameras[key]
        camera.heard = time.monotonic()
        if camera.take is None:
            return
        if "share" in news:
            camera.take.share = float(news["share"])
        elif "film" in news:
            camera.busy = True
            camera.take.end(*self._collect(camera.take.order, str(news["film"])))
            camera.busy = False
            camera.heard = time.monotonic()
        elif "problem" in news:
            camera.take.end(0, str(news["problem"]))

    def silence(self, key: str) -> float:
        """Seconds since a camera's page was last heard of, unless it is waiting for us."""
        camera = self.cameras[key]
        return 0.0 if camera.busy else time.monotonic() - camera.heard

    def lose(self, key: str, problem: str) -> None:
        """A camera is broken: the film it was at has failed."""
        take = self.cameras[key].take
        if take and not take.ended:
            take.end(0, problem)

    def _collect(self, order: Order, token: str) -> tuple[int, str]:
        """Wait for the file and put it in its place: its bytes, or why that cannot be."""
        try:
            folder = self._fetch(token)
            try:
                return order.deliver(lambda draft: shutil.copyfile(folder.film, draft)), ""
            finally:
                folder.remove()
        except (ExportError, FilmError) as problem:
            return 0, str(problem)

    def _fetch(self, token: str) -> Any:
        while True:
            try:
                return self._studio.fetch(token)
            except BusyError:  # a long second pass: ask again
                continue


def reel_blueprint(reel: Reel) -> Blueprint:
    """The address at which pages ask for films."""
    films = Blueprint("reel", __name__)

    @films.post("/reel/<key>")
    def hear(key: str) -> dict[str, Any]:
        if key not in reel.cameras:
            abort(404)
        reel.hear(key, request.get_json(force=True))
        take = reel.next(key)
        if take is None:
            return {}
        return {"address": reel.address(key), "page": reel.page(take), "film": take.order.to_page()}

    return films
