"""A drawing comes down through the dialog, and shows again what the picture of the same moment shows."""

from __future__ import annotations

import io
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser

from app.film.options import BACKGROUND
from tests.browser.page import Stage
from tests.browser.test_film import LINK, leave, order, save

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"


def drawn(browser: Browser, drawing: str) -> np.ndarray:
    """What another page makes of it, (720, 1280, 3), by itself and without a network."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True)
    page = context.new_page()
    page.set_content(f'<body style="margin: 0">{drawing}</body>')
    with Image.open(io.BytesIO(page.screenshot())) as shot:
        picture = np.asarray(shot.convert("RGB")).astype(int)
    context.close()
    return picture


@pytest.mark.parametrize("more", ["&at=9&knows=arrow,contour,compass", "&at=30&view=together"])
def test_a_drawing_shows_what_the_picture_shows(
    stage: Stage, browser: Browser, tmp_path: Path, more: str
) -> None:
    stage.visit(LINK + more)
    order(stage, "png")
    picture = np.asarray(Image.open(save(stage, tmp_path)).convert("RGB")).astype(int)
    order(stage, "svg")
    text = save(stage, tmp_path).read_text("utf-8")
    leave(stage)
    apart = np.abs(drawn(browser, text) - picture).max(axis=-1)
    assert apart.mean() < 1 and (apart > 60).mean() < 0.004  # a mountain's lines are finer here


def test_words_are_text_and_lines_are_lines(stage: Stage, tmp_path: Path) -> None:
    stage.visit(LINK + "&at=9")
    order(stage, "svg")
    stage.page.fill("#film-line-title", "Lecture <3>")
    root = ElementTree.parse(save(stage, tmp_path)).getroot()
    stage.pick_from("film-option-background", BACKGROUND.choices["none"])
    clear = save(stage, tmp_path).read_text("utf-8")
    stage.page.fill("#film-line-title", "")
    leave(stage)
    words = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    for said in ("Lecture <3>", "step 9 of 40", "0.003", "0.019", "loss"):
        assert any(said in each for each in words), said
    assert len(list(root.iter(f"{SVG}path"))) > 200
    [mountain] = root.iter(f"{SVG}image")  # both panels look from one camera
    assert mountain.get(f"{XLINK}href", "").startswith("data:image/png;base64,")
    assert clear.count("<path") < ElementTree.tostring(root, "unicode").count("path ")
