"""Films -> files: a server of our own, and browsers that open its page and film it."""

from __future__ import annotations

import logging
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.export.browser import browser_at, find_browser
from app.export.errors import ExportError
from app.export.order import Order, Take, share_of
from app.export.reel import Reel, reel_blueprint
from app.film.errors import FilmError
from app.film.studio import MOST_FILMS, Studio

HOST = "127.0.0.1"
MOST_JOBS = MOST_FILMS  # browsers at a time: each has one film in the studio
THREADS = 8  # of the server per browser, which has six requests on their way at most
PATIENCE_S = 120.0  # seconds of silence after which a browser is given up
LOOK_S = 0.02  # seconds between two looks at how far it is

ENDED = "The browser ended before the file was made. Try again, or with a smaller --size."
SILENT = f"The browser said nothing for {PATIENCE_S:.0f} s. Try again, or with a smaller --size."
CANCELLED = "It was cancelled."

Hear = Callable[[Sequence[Take], float], object]  # all takes, and the share of the work done


def deaf(takes: Sequence[Take], share: float) -> None:
    """Nobody wants to know."""


def make(orders: Sequence[Order], *, jobs: int = 1, hear: Hear = deaf) -> list[Take]:
    """Make all files, `jobs` at a time, and return what became of each, in order.

    `hear` is called again and again meanwhile. ExportError when what is drawn finds no browser.
    """
    takes = [Take(order) for order in orders]
    for take in takes:
        if not take.order.drawn:
            take.end(*_recorded(take.order))
    films = [take for take in takes if take.order.drawn]
    if films:
        _make_films(films, jobs, lambda: hear(takes, share_of(takes)))
    hear(takes, share_of(takes))
    return takes


def _recorded(order: Order) -> tuple[int, str]:
    """The bytes of a file of numbers or words, or why there is none."""
    try:
        return order.deliver(lambda draft: draft.write_bytes(order.record())), ""
    except (ExportError, FilmError) as problem:
        return 0, str(problem)


def _make_films(films: Sequence[Take], jobs: int, hear: Callable[[], object]) -> None:
    path = find_browser()
    with socket.create_server((HOST, 0)) as port, _studio() as (studio, folder):
        reel = Reel(films, studio)
        site = f"http://{HOST}:{port.getsockname()[1]}/"
        # The port is open already: browsers start while the app is loaded, and their requests wait.
        with _crew(reel, site, path, min(jobs, len(films))) as crew, _served(port, reel, folder):
            while any(one.is_alive() for one in crew):
                hear()
                time.sleep(LOOK_S)


@contextmanager
def _studio() -> Iterator[tuple[Studio, Path]]:
    """A studio in a folder of its own, and both gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="fall-line-", ignore_cleanup_errors=True) as name:
        studio = Studio(Path(name))
        try:
            yield studio, Path(name)
        finally:
            studio.clear()  # encoders at work go quietly


@contextmanager
def _served(port: socket.socket, reel: Reel, folder: Path) -> Iterator[None]:
    """The page, and the reel beside it, on an open port."""
    from waitress import create_server

    from app.server import create_app

    # It warns of requests that wait for a moment, and of those that nobody waits for after a stop.
    logging.getLogger("waitress").setLevel(logging.ERROR)
    app = create_app(films=folder).server
    app.register_blueprint(reel_blueprint(reel))
    server = create_server(app, sockets=[port], threads=THREADS * len(reel.cameras))
    threading.Thread(target=server.run, daemon=True).start()
    try:
        yield
    finally:
        server.task_dispatcher.shutdown()
        # In its own thread: it must not be closed while it waits for who is next.
        server.trigger.pull_trigger(server.close)


@contextmanager
def _crew(reel: Reel, site: str, path: str, count: int) -> Iterator[list[threading.Thread]]:
    """A thread per browser. However it ends (Ctrl-C as well), no browser stays behind."""
    over = threading.Event()
    keys = [reel.new_camera() for _ in range(count)]
    crew = [threading.Thread(target=_film, args=(reel, key, site, path, over)) for key in keys]
    try:
        for one in crew:
            one.start()
        yield crew
    finally:
        over.set()
        for one in crew:
            one.join()


def _film(reel: Reel, key: str, site: str, path: str, over: threading.Event) -> None:
    """One browser after another until no film is left: the first makes all, most of the time."""
    while not over.is_set() and (address := reel.address(key)):
        try:
            with browser_at(site + address, path) as browser:
                problem = _watch(reel, key, browser.poll, over)
        except ExportError as error:
            problem = str(error)
        reel.lose(key, problem)


def _watch(reel: Reel, key: str, ended: Callable[[], int | None], over: threading.Event) -> str:
    """Wait while a browser is at work; why it works no more, or "" when it has done all."""
    while not over.wait(LOOK_S):
        if reel.next(key) is None:
            return ""
        if ended() is not None:
            return ENDED
        if reel.silence(key) > PATIENCE_S:
            return SILENT
    return CANCELLED
