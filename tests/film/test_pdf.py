"""PDF: every pixel is kept, the page has the size of the screen, and readers find all objects."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, PdfParser

from app.film import pdf
from tests.film.pictures import encoded, noise, picture, settings
from tests.film.reading import pdf_picture

ORDER = settings(format="pdf", frames=1, width=320, height=180)


def written(image: Image.Image, folder: Path, **options: str) -> Path:
    order = settings(
        format="pdf", frames=1, width=image.width, height=image.height, options=options
    )
    pdf.write([encoded(image, "PNG")], order, folder / "page.pdf")
    return folder / "page.pdf"


@pytest.mark.parametrize("make", [picture, lambda _, order: noise(order)])
def test_every_pixel_is_kept(make, tmp_path: Path) -> None:
    image = make(0, ORDER)
    got = pdf_picture(written(image, tmp_path).read_bytes())
    np.testing.assert_array_equal(got, np.asarray(image))


def test_what_is_transparent_lies_on_white_paper(tmp_path: Path) -> None:
    image = Image.new("RGBA", (320, 180), (200, 0, 0, 0))
    assert (pdf_picture(written(image, tmp_path).read_bytes()) == 255).all()


@pytest.mark.parametrize("scale", ["1", "2", "4"])
def test_a_finer_picture_has_the_same_page(scale: str, tmp_path: Path) -> None:
    size = 320 * int(scale), 180 * int(scale)
    with PdfParser.PdfParser(str(written(Image.new("RGB", size), tmp_path, scale=scale))) as page:
        box = page.read_indirect(page.pages[0])[b"MediaBox"]
    assert box == [0, 0, 240, 135]  # points: 320 pixels at 96 an inch are 240 of 72


def test_readers_find_all_objects(tmp_path: Path) -> None:
    body = written(picture(0, ORDER), tmp_path).read_bytes()
    start = int(re.search(rb"startxref\n(\d+)\n%%EOF\n$", body)[1])  # type: ignore[index]
    assert body[start:].startswith(b"xref\n0 6\n")
    places = [int(line[:10]) for line in body[start:].split(b"\n")[3:8]]
    for number, place in enumerate(places, 1):
        assert body[place:].startswith(b"%d 0 obj\n" % number)
    for length, content in re.findall(rb"/Length (\d+) >>\nstream\n(.*?)\nendstream", body, re.S):
        assert len(content) == int(length)
