"""aria(): what a screen reader says of a part that has no text of its own."""

from __future__ import annotations

from typing import Any


def aria(name: str) -> dict[str, Any]:
    """The property, to be spread into a component; a keyword cannot hold the hyphen."""
    return {"aria-label": name}
