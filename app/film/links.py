"""A climb -> texts that lead to it: its link, and a frame for a web page."""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit, urlunsplit

from app.climb import Climb
from surfaces.words import gettext as _

SITE = "http://127.0.0.1:8050/"  # where `fall-line` serves the page, unless told otherwise
EMBED = "embed=1"  # in a query: only the mountains and the player


def address(climb: Climb, site: str = SITE) -> str:
    """The link of a page at `site` that shows the climb."""
    return f"{site}?{climb.scenario.to_link()}"


def link(climb: Climb, page: str) -> bytes:
    """The address as a line of text."""
    return f"{page}\n".encode()


def embed(climb: Climb, page: str) -> bytes:
    """An <iframe> that shows the mountains of the page alone."""
    parts = urlsplit(page)
    address = urlunsplit(parts._replace(query=f"{parts.query}&{EMBED}", fragment=""))
    title = f"Fall Line: {_(climb.surface.name)}"
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}"\n'
        '  width="960" height="600" style="border: 0" loading="lazy" allowfullscreen></iframe>\n'
    ).encode()
