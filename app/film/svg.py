"""One drawing of the page -> SVG, once it is sure that it only draws.

Whoever opens the file trusts it as they trust a picture: nothing in it may run, or fetch anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from app.film.errors import FilmError
from app.film.settings import Settings
from surfaces.words import gettext as _

SPACE = "http://www.w3.org/2000/svg"
SHAPES = ("path", "rect", "circle", "line", "polyline", "polygon", "text", "tspan", "use", "image")
ELEMENTS = frozenset(("svg", "g", "defs", "clipPath", *SHAPES))
PICTURE = re.compile(r"data:image/png;base64,[A-Za-z0-9+/]+={0,2}")
OWN = re.compile(r"#[\w.-]+")  # another part of the same file
POINTER = re.compile(
    r"url\(\s*['\"]?(?!['\"]?#)", re.I
)  # in a style or an attribute, to another file


class _ForeignError(Exception):
    """Something that a drawing of ours does not have."""


def check(body: bytes, index: int, settings: Settings) -> None:
    """FilmError when `body` is not of the film's size, or does more than draw."""
    try:
        root = _read(body)
    except (expat.ExpatError, _ForeignError) as problem:
        raise _refused(index, str(problem)) from problem
    if (root.get("width"), root.get("height")) != (str(settings.width), str(settings.height)):
        raise _refused(index, f"{settings.width} x {settings.height}?")


def write(frames: Iterable[bytes], settings: Settings, path: Path) -> None:
    """Write the first of `frames` to `path`. FilmError when it is not a drawing of ours."""
    body = next(iter(frames))
    check(body, 0, settings)
    path.write_bytes(body)


def _refused(index: int, problem: str) -> FilmError:
    return FilmError(
        _(
            "Frame {index}: this is not a drawing of this page ({problem}). Reload it, save again.",
            index=index,
            problem=problem,
        )
    )


def _read(body: bytes) -> Mapping[str, str]:
    """The attributes of the root; _ForeignError for the first thing that is not ours."""
    roots: list[Mapping[str, str]] = []
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")

    def start(name: str, attributes: Mapping[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if space != SPACE or local not in ELEMENTS or not (roots or local == "svg"):
            raise _ForeignError(f"<{local}>")
        roots.append(attributes) if not roots else None
        for key, value in attributes.items():
            _check_attribute(key.rpartition(" ")[2], value)

    def doctype(*_declared: object) -> NoReturn:
        raise _ForeignError("<!DOCTYPE>")

    def instruction(target: str, _data: str) -> NoReturn:
        raise _ForeignError(f"<?{target}?>")

    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = doctype
    parser.ProcessingInstructionHandler = instruction
    parser.Parse(body, True)
    return roots[0]


def _check_attribute(key: str, value: str) -> None:
    if key == "href" and not (OWN.fullmatch(value) or PICTURE.fullmatch(value)):
        raise _ForeignError(f'{key}="{value[:40]}"')
    if key.lower().startswith("on") or POINTER.search(value):
        raise _ForeignError(f'{key}="{value[:40]}"')
