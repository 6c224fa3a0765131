"""The encoder: a thread that follows one film's folder and makes the film while frames arrive."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from dataclasses import replace

from app.film.errors import FilmError
from app.film.folder import FilmFolder
from app.film.formats import FILMS
from surfaces.words import gettext as _
from surfaces.words import language, speak

THREAD = "film encoder"
POLL_S = 0.004  # seconds between two looks for a frame: a look costs 10 microseconds
PATIENCE_S = 60.0  # seconds without any new frame after which the film is given up
LOOK_S = 1.0  # seconds that one look may count: while a machine sleeps, nobody waits

_log = logging.getLogger(__name__)


class _NobodyCameError(Exception):
    """No frame arrived for PATIENCE_S: whoever ordered the film has left."""


def start(folder: FilmFolder) -> threading.Thread:
    """Begin to make the film of `folder`, in the language that is spoken here; it ends by itself,
    whatever happens.
    """
    thread = threading.Thread(target=_make_in, args=(language(), folder), name=THREAD, daemon=True)
    thread.start()
    return thread


def _make_in(spoken: str, folder: FilmFolder) -> None:
    speak(spoken)  # a new thread knows English only
    make(folder)


def make(folder: FilmFolder) -> None:
    """Make the film, and leave in the folder either the film, or why there is none, or nothing."""
    try:
        _write(folder)
    except _NobodyCameError:
        folder.remove()
    except Exception as problem:  # an exporter may raise anything, and a thread must not die mute
        _explain(folder, problem)


def _write(folder: FilmFolder) -> None:
    settings = folder.settings
    row = FILMS[settings.format]
    draft = folder.path / f"draft{row.suffix}"
    row.write(ArrivingFrames(folder, row.passes), settings, draft)
    folder.finish(draft)


def _explain(folder: FilmFolder, problem: Exception) -> None:
    """Write down why the film failed, and remove the rest. Silent when the folder is gone."""
    if not folder.path.is_dir():
        return  # cancelled: the error is that of a writer whose folder went away
    if not isinstance(problem, FilmError):
        _log.error("The film in %s failed.", folder.path, exc_info=problem)
    try:
        folder.fail(_sentence(problem))
    except FileNotFoundError:
        return  # cancelled meanwhile


def _sentence(problem: Exception) -> str:
    if isinstance(problem, FilmError):
        return str(problem)
    return _(
        "The film could not be made ({problem}). Try again, or choose another format.",
        problem=problem,
    )


class ArrivingFrames:
    """The frames of a film in order, each as soon as it is there; `passes` times over, or more.

    Memory holds one frame; files hold those that are waited for or needed again.
    """

    def __init__(self, folder: FilmFolder, passes: int) -> None:
        self._folder = folder
        self._passes_left = passes
        self._keep = passes > 1
        self._taken = 0

    def __iter__(self) -> Iterator[bytes]:
        self._passes_left -= 1
        for index in range(self._folder.settings.frames):
            yield self._take(index) if index == self._taken else self._folder.again(index)
            if self._passes_left <= 0:
                progress = self._folder.progress
                self._folder.set_progress(replace(progress, encoded=index + 1))

    def _take(self, index: int) -> bytes:
        for _look in self._looks():
            body = self._folder.take(index, keep=self._keep)
            if body is not None:
                self._taken = index + 1
                return body
        raise _NobodyCameError

    def _looks(self) -> Iterator[None]:
        """Time after time, until nothing has arrived for too long."""
        arrival, waited, looked = self._folder.last_arrival(), 0.0, time.monotonic()
        while waited < PATIENCE_S:
            yield
            time.sleep(POLL_S)
            now = time.monotonic()
            waited, looked = waited + min(now - looked, LOOK_S), now
            if self._folder.last_arrival() != arrival:
                arrival, waited = self._folder.last_arrival(), 0.0
                self._folder.beat()
