"""Notebooks: their cells read and run, without Jupyter."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

EXAMPLE = Path(__file__).parent.parent / "app" / "notebook_example.ipynb"


def cells(path: Path = EXAMPLE) -> list[dict[str, Any]]:
    """The cells that hold code."""
    notebook = json.loads(path.read_text("utf-8"))
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def run(path: Path = EXAMPLE) -> dict[str, object]:
    """Run all cells in one namespace, from top to bottom: what each shows, by its id."""
    names: dict[str, Any] = {"__name__": "__main__"}
    return {cell["id"]: _shown("".join(cell["source"]), names) for cell in cells(path)}


def _shown(source: str, names: dict[str, Any]) -> object:
    """The value of a cell's last line, as Jupyter shows it."""
    *before, last = ast.parse(source).body
    exec(compile(ast.Module(before, []), "cell", "exec"), names)
    if isinstance(last, ast.Expr):
        return eval(compile(ast.Expression(last.value), "cell", "eval"), names)
    exec(compile(ast.Module([last], []), "cell", "exec"), names)
    return None
