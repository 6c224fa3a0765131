"""A film of one walker out of several: it keeps its number and its colour, and nobody else is in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
from PIL import Image

from app.figures.look import WALKERS
from tests.browser.page import Stage
from tests.browser.test_export_cli import ROOT
from tests.browser.test_film import LINK, cards, frames, leave, order, save

THREE = LINK.replace("0.003,0.019", "0.003,0.01,0.019")


def walkers_in(picture: np.ndarray) -> list[int]:
    """Whose colours are on the right, where map and race stand; from 1 on."""
    strip = picture[:, -320:].astype(int)
    colors = [[int(color[i : i + 2], 16) for i in (1, 3, 5)] for color in WALKERS[:3]]
    found = [np.count_nonzero(np.abs(strip - color).max(axis=-1) <= 12) for color in colors]
    return [n for n, count in enumerate(found, 1) if count > 40]


def test_the_dialog_films_one_walker(stage: Stage, tmp_path: Path) -> None:
    stage.visit(THREE)
    order(stage, "mp4")
    stage.pick_from("film-walker", "3: rate 0.019")
    stage.page.locator("#film-name", has_text="rates_0.019-40_steps.mp4").wait_for()
    assert stage.page.locator("#film-arrangement").is_disabled()
    film = frames(save(stage, tmp_path))
    assert len(film) == 15 and walkers_in(film[-1]) == [3]
    leave(stage)
    stage.visit(LINK)  # the third has left: all are in the next film
    order(stage, "png")
    assert stage.page.input_value("#film-walker") == "All"
    everyone = np.asarray(Image.open(save(stage, tmp_path)).convert("RGB"))
    leave(stage)
    assert cards(everyone, "terrain") == 3


def test_the_command_line_films_one_walker(tmp_path: Path) -> None:
    words = ("--seconds", "0.5", "--hold", "0", "--walker", "2", "--at", "40")
    outs = [tmp_path / name for name in ("a.mp4", "a.png", "a.svg")]
    command = [sys.executable, "-m", "app", "export", THREE, *words, *map(str, outs)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=300, check=False)
    assert (said.returncode, said.stderr) == (0, b"")
    picture = np.asarray(Image.open(outs[1]).convert("RGB"))
    assert [walkers_in(one) for one in (frames(outs[0])[-1], picture)] == [[2], [2]]
    drawing = outs[2].read_text()
    assert ">0.01</text>" in drawing
    assert "0.003" not in drawing and WALKERS[1] in drawing and WALKERS[2] not in drawing
