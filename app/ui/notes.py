"""Notes: messages that come up over the page and go again."""

from __future__ import annotations

from typing import Any


def note(title: str, message: str, color: str = "orange") -> dict[str, Any]:
    """One message, as the page's notification container takes it."""
    return {"action": "show", "title": title, "message": message, "color": color}
