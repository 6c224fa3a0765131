"""Apps that make films in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from app.film.folder import FilmFolder
from app.film.routes import film_blueprint
from tests.film.waiting import encoders, until


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    """The folder that all processes of one test share; no encoder outlives the test."""
    folder = tmp_path / "films-root"
    yield folder
    for film in folder.glob("films/*"):
        FilmFolder(film).remove()
    until(lambda: not encoders())


@pytest.fixture
def make_app(root: Path):
    """Each call is one more worker process, as far as films can tell."""

    def make(prefix: str = "/") -> Flask:
        app = Flask("fall-line-test")
        app.register_blueprint(film_blueprint(prefix, root))
        return app

    return make


@pytest.fixture
def client(make_app):
    """A visitor of the first process."""
    return make_app().test_client()
