"""Imports go one way, Dash stays in its room, and files stay short."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# From the bottom to the top; a module may import its own layer and those below it.
LAYERS = (
    ("surfaces",),
    ("app.walk", "app.private", "app.folders", "app.drafts"),
    ("app.made",),
    ("app.typed",),
    ("app.method",),
    ("app.knows",),
    ("app.scenario", "app.view"),
    ("app.climb",),
    ("app.figures",),
    ("app.film",),
    ("app.ui",),
    ("app.server",),
    ("app.export",),
    ("app.notebook", "app.serving"),
    ("app.cli", "app.__main__"),
)
WITH_DASH = ("app.ui", "app.server")
DASH = ("dash", "dash_mantine_components")
LIGHT = ("surfaces", "app.walk.simulate", "app.walk.presets", "app.scenario", "app.view")
LONGEST = 300  # lines


def module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {
    module(path): path for room in ("surfaces", "app") for path in (ROOT / room).rglob("*.py")
}


def within(name: str, room: str) -> bool:
    return name == room or name.startswith(room + ".")


def layer(name: str) -> int | None:
    """How high a module stands; None for what is not ours, and for app itself, which is empty."""
    for height, rooms in enumerate(LAYERS):
        if any(within(name, room) for room in rooms):
            return height
    return None


def imports(tree: ast.AST, name: str) -> Iterator[tuple[str, bool]]:
    """Every module that this one imports, and whether only when a function of it is called."""
    late = {
        id(part)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for part in ast.walk(function)
    }
    for part in ast.walk(tree):
        if isinstance(part, ast.Import):
            yield from ((alias.name, id(part) in late) for alias in part.names)
        elif isinstance(part, ast.ImportFrom):
            assert part.level == 0, f"{name} imports relatively"
            # `from app.film import gif` may name a module as well as something in app.film
            for alias in part.names:
                full = f"{part.module}.{alias.name}"
                yield (full if full in MODULES else str(part.module)), id(part) in late


def mistakes(name: str, source: str) -> list[str]:
    """What a module imports and must not."""
    found = []
    own = layer(name)
    for other, late in imports(ast.parse(source), name):
        height = layer(other)
        if other.partition(".")[0] in DASH and not any(within(name, room) for room in WITH_DASH):
            found.append(f"{name} imports {other}: only {' and '.join(WITH_DASH)} may")
        if height is not None and own is not None and height > own:
            found.append(f"{name} imports {other}, which stands above it")
        if name == "app.cli" and not late and height is not None and other != "app.serving":
            found.append(f"{name} imports {other} before it knows that it is needed")
    return found


@pytest.mark.parametrize("name", MODULES)
def test_imports_go_one_way(name: str) -> None:
    assert not mistakes(name, MODULES[name].read_text("utf-8"))


def test_every_module_stands_in_a_layer() -> None:
    assert [name for name in MODULES if layer(name) is None] == ["app"]


def test_wrong_imports_are_seen() -> None:
    for name, source in (
        ("surfaces.formula", "from app.walk.simulate import simulate"),
        ("app.walk.rules", "import app.scenario"),
        ("app.scenario", "def later():\n    from app.climb import climb"),
        ("app.figures.map", "from app import film"),
        ("app.film.gif", "import dash.html"),
        ("app.cli", "from dash_mantine_components import Text"),
        ("app.cli", "from app.server import create_app"),
    ):
        assert len(mistakes(name, source)) == 1, source


@pytest.mark.parametrize("name", LIGHT)
def test_the_lower_rooms_load_neither_dash_nor_plotly(name: str) -> None:
    heavy = ("dash", "plotly", "flask", "av", "PIL", "waitress", "scipy")
    code = f"import sys, {name}; print([m for m in {heavy} if m in sys.modules])"
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "[]"


def test_files_are_short() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for room in ("app", "surfaces", "assets", "tests")
        for path in sorted((ROOT / room).rglob("*"))
        if path.suffix in (".py", ".mjs", ".js", ".css")
        and (lines := len(path.read_text("utf-8").splitlines())) > LONGEST
    }
    assert not long
