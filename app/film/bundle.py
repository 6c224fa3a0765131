"""Modules of assets/lib -> one script that needs no address, so that it runs wherever it is pasted.

A page opened from a disk may not import modules from files beside it, and a page inside another
one (a notebook, a course) often may not run scripts from addresses of any kind, data: and blob:
among them. So each module becomes a function that returns what it exports, in the order in which
they need each other:

    import { seek as go } from "./clock.mjs";      const { seek: go } = clock_;
    export const KEYS = ...                        const KEYS = ... return { KEYS };

That is all of the language's import and export that assets/lib uses; a test holds it to that.
"""

from __future__ import annotations

import re

from app.folders import ASSETS

LIB = ASSETS / "lib"
IMPORT = re.compile(r'^import ([^;]+?) from "\./(\w+)\.mjs";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:const|function\*?|class) (\w+))", re.MULTILINE)


def bundle(entry: str) -> str:
    """The script of a module of assets/lib, named without its ending, and all that it imports."""
    return "\n".join(_wrapped(name, source(name)) for name in in_order(entry))


def source(name: str) -> str:
    """A module's own text."""
    return (LIB / f"{name}.mjs").read_text("utf-8")


def in_order(entry: str) -> list[str]:
    """A module and all that it imports, directly or not: each behind those that it needs."""
    order: dict[str, None] = {}

    def add(name: str) -> None:
        for needed in IMPORT.finditer(source(name)):
            if needed[2] not in order:
                add(needed[2])
        order[name] = None

    add(entry)
    return list(order)


def _wrapped(name: str, text: str) -> str:
    exports = ", ".join(EXPORT.findall(text))
    body = EXPORT.sub("", IMPORT.sub(_local, text))
    return f"const {name}_ = (() => {{\n{body}return {{ {exports} }};\n}})();"


def _local(imported: re.Match[str]) -> str:
    names, module = imported.groups()
    names = re.sub(r"(\w+) as (\w+)", r"\1: \2", names.removeprefix("* as "))
    return f"const {names} = {module}_;"
