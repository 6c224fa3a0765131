"""Sizes of films and pictures, chosen in the dialog: finer ones, and ones of one's own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from app.film.options import SCALE
from app.film.settings import CUSTOM_NAME, SIZES
from tests.browser.page import Stage
from tests.browser.test_film import LINK, leave, order, save


def test_a_finer_picture_is_the_same_picture(stage: Stage, tmp_path: Path) -> None:
    stage.visit(LINK + "&at=9")
    order(stage, "png")
    plain = np.asarray(Image.open(save(stage, tmp_path)).convert("RGB"))
    stage.pick_from("film-option-scale", SCALE.choices["2"])
    stage.page.locator("#film-name", has_text="2560 × 1440").wait_for()
    with Image.open(save(stage, tmp_path)) as fine:
        assert fine.size == (2560, 1440)
        shrunk = np.asarray(fine.convert("RGB").resize((1280, 720), Image.Resampling.BOX))
    stage.pick_from("film-option-scale", SCALE.choices["1"])  # the page stays for the next test
    leave(stage)
    assert np.abs(shrunk.astype(int) - plain).mean() < 3


def test_a_size_of_ones_own_is_made_even_and_said(stage: Stage, tmp_path: Path) -> None:
    stage.visit(LINK)
    order(stage, "png")
    assert not stage.page.locator("#film-width").is_visible()
    stage.pick_from("film-size", CUSTOM_NAME)
    for side, pixels in (("width", "701"), ("height", "900")):
        stage.page.fill(f"#film-{side}", pixels)
        stage.page.press(f"#film-{side}", "Tab")
    said = stage.page.locator("#film-name", has_text="700 × 900, this moment")
    said.wait_for()
    assert said.inner_text().endswith(". 701 × 900 has an odd side, and films have none.")
    with Image.open(save(stage, tmp_path)) as picture:
        assert picture.size == (700, 900)
    stage.pick_from("film-size", SIZES["720p"].name)
    stage.page.locator("#film-width").wait_for(state="hidden")
    leave(stage)
