"""SVG: a drawing of the page is kept byte for byte; what runs, fetches or is none is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.film import svg
from app.film.errors import FilmError
from tests.film.pictures import encoded, picture, settings
from tests.film.visitor import fetched, opened, refused, sent

ORDER = settings(format="svg", frames=1, width=320, height=180)
ROOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'
)
SIZE = 'width="320" height="180"'
GOOD = ROOT.format(
    SIZE,
    '<defs><clipPath id="a"><path d="M0 0"/></clipPath>'
    '<image id="b" width="1" height="1" xlink:href="data:image/png;base64,AAAA"/></defs>'
    '<g clip-path="url(#a)" style="fill: url(\'#c\')"><use xlink:href="#b"/></g>'
    '<text x="1">α &lt; β</text>',
).encode()


def test_a_drawing_is_kept_as_it_is(tmp_path: Path) -> None:
    svg.check(GOOD, 0, ORDER)
    svg.write([GOOD], ORDER, tmp_path / "a.svg")
    assert (tmp_path / "a.svg").read_bytes() == GOOD


def test_a_drawing_goes_the_way_of_all_pictures(client) -> None:
    order = settings(format="svg", frames=1)
    body = GOOD.replace(b'"320"', b'"1280"').replace(b'"180"', b'"720"')
    url = opened(client, order)
    refused(client.put(f"{url}/0", data=GOOD), 400, "Frame 0: this is not a drawing of this page (")
    sent(client, url, [body])
    answer = fetched(client, url)
    assert (answer.data, answer.mimetype) == (body, "image/svg+xml")


@pytest.mark.parametrize(
    "inside",
    [
        "<script>1</script>",
        "<foreignObject/>",
        "<style>@import 'http://a.b/c'</style>",
        "<animate/>",
        '<b xmlns="http://www.w3.org/1999/xhtml"/>',
        '<path onload="1"/>',
        '<g ONCLICK="1"/>',
        '<use href="http://a.b/c.svg#d"/>',
        '<use xlink:href="other.svg#d"/>',
        '<image href="javascript:1"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        '<image href="data:image/png;base64,AA AA"/>',
        '<path fill="url(http://a.b/c#d)"/>',
        "<path style=\"fill: URL( 'http://a.b' )\"/>",
        '<?xml-stylesheet href="a.css"?>',
        "<path>",
    ],
)
def test_what_does_more_than_draw_is_refused(inside: str, tmp_path: Path) -> None:
    body = ROOT.format(SIZE, inside).encode()
    for act in (
        lambda: svg.check(body, 0, ORDER),
        lambda: svg.write([body], ORDER, tmp_path / "a"),
    ):
        with pytest.raises(FilmError, match=r"^Frame 0: this is not a drawing of this page \("):
            act()
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<svg/>",
        b"<html/>",
        GOOD[:-3],
        GOOD + GOOD,
        GOOD.replace(b"180", b"181"),
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + GOOD,
        GOOD.replace(b"<text", b"\xff<text"),
        encoded(picture(0, ORDER), "PNG"),
    ],
)
def test_what_is_no_drawing_of_this_size_is_refused(body: bytes) -> None:
    with pytest.raises(FilmError, match=r"^Frame 0: this is not a drawing of this page \("):
        svg.check(body, 0, ORDER)
