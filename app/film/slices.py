"""Slices: the source of some functions and of all that they use of ours, in an order that runs."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterable, Iterator
from functools import lru_cache

OURS = ("app", "surfaces")
FUTURE = "__future__"


def sliced(roots: Iterable[tuple[str, str]]) -> tuple[list[str], list[str]]:
    """Import lines, and definitions with their comments, of (module, name) pairs.

    ValueError where two modules of ours use one name for two things: they cannot share a script.
    """
    taken = _Taken()
    for module, name in roots:
        taken.take(module, name)
    return sorted(taken.imports), list(taken.parts.values())


class _Taken:
    """What has been cut out so far."""

    def __init__(self) -> None:
        self.imports: set[str] = set()
        self.parts: dict[tuple[str, int], str] = {}
        self._seen: dict[str, tuple[str, int]] = {}  # name -> where it is defined

    def take(self, module: str, name: str) -> None:
        """Cut out the definition of `name`, after all that it uses."""
        node = _top(module)[name]
        if isinstance(node, ast.Import | ast.ImportFrom):
            self._follow(node, name)
            return
        place = module, node.lineno
        if self._seen.setdefault(name, place) != place:
            raise ValueError(f"{module} and {self._seen[name][0]} both have a {name}.")
        if place in self.parts:
            return
        self.parts[place] = ""  # functions may use each other
        for used in _names(node):
            if used in _top(module):
                self.take(module, used)
        del self.parts[place]  # it stands after what it uses
        self.parts[place] = _text(module, node)

    def _follow(self, node: ast.Import | ast.ImportFrom, name: str) -> None:
        """To the module that defines an imported name, or to an import line of the script."""
        if isinstance(node, ast.ImportFrom) and str(node.module).split(".")[0] in OURS:
            self.take(str(node.module), name)
        elif getattr(node, "module", "") != FUTURE:
            alias = next(alias for alias in node.names if name in (alias.name, alias.asname))
            self.imports.add(ast.unparse(_alone(node, alias)))


def _alone(node: ast.Import | ast.ImportFrom, alias: ast.alias) -> ast.stmt:
    """An import of one name."""
    if isinstance(node, ast.Import):
        return ast.Import([alias])
    return ast.ImportFrom(node.module, [alias], 0)


@lru_cache(maxsize=128)
def _source(module: str) -> str:
    return inspect.getsource(importlib.import_module(module))


@lru_cache(maxsize=128)
def _top(module: str) -> dict[str, ast.stmt]:
    """What the names of a module's first level are: its statements, by name."""
    return {name: node for node in ast.parse(_source(module)).body for name in _defined(node)}


def _defined(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.FunctionDef() | ast.ClassDef():
            yield node.name
        case ast.Import() | ast.ImportFrom():
            yield from (alias.asname or alias.name for alias in node.names)
        case ast.Assign():
            parts = [part for target in node.targets for part in ast.walk(target)]
            yield from (part.id for part in parts if isinstance(part, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield name


def _names(node: ast.stmt) -> list[str]:
    """Every name that is read but not its own, also in annotations, in the order of the text."""
    found = [part for part in ast.walk(node) if isinstance(part, ast.Name)]
    own = {part.id for part in found if isinstance(part.ctx, ast.Store)}
    own |= {part.arg for part in ast.walk(node) if isinstance(part, ast.arg)}
    found.sort(key=lambda part: (part.lineno, part.col_offset))
    return [name for name in dict.fromkeys(part.id for part in found) if name not in own]


def _text(module: str, node: ast.stmt) -> str:
    """The lines of a definition, with its decorators and what is said at their ends."""
    decorators = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(part.lineno for part in decorators)])
    return "\n".join(_source(module).splitlines()[first - 1 : node.end_lineno])
