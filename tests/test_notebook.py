"""What a notebook gets: one frame with the whole file in it."""

from __future__ import annotations

from html.parser import HTMLParser

from app.climb import climb, story
from app.film import html
from app.notebook import show
from app.view import View


def test_it_shows_the_file_in_a_frame_of_its_own() -> None:
    found: list[tuple[str, dict[str, str | None]]] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, dict(attrs)))

    view = View(look="slate", layout="together")
    shown = show(story("beale"), view, height=720)
    Tags().feed(shown._repr_html_())
    [(tag, frame)] = found
    assert tag == "iframe"
    assert frame["srcdoc"] == html.page(climb(story("beale")), view)
    assert frame["height"] == "720"
    assert "allow-same-origin" not in str(frame["sandbox"])
    assert len(repr(shown)) < 200
