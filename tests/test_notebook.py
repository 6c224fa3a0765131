"""What a notebook gets: one frame with the whole file in it."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from app.climb import climb, story
from app.film import html
from app.notebook import show
from app.view import View
from tests.notebooks import EXAMPLE, cells

ROOT = Path(__file__).parent.parent


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


def test_the_example_keeps_no_outputs_and_the_readme_leads_to_it() -> None:
    assert [cell["outputs"] for cell in cells()] == [[]] * len(cells())
    assert all(cell["execution_count"] is None for cell in cells())
    assert f"]({EXAMPLE.relative_to(ROOT)})" in (ROOT / "README.md").read_text("utf-8")
