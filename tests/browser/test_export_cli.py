"""`fall-line export` with the real browser: films and pictures, the same each time."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.figures.look import LOOKS
from app.film.settings import SIZES
from tests.browser.conftest import NAMES
from tests.browser.test_film import cards, frames

ROOT = Path(__file__).parents[2]
WALK = ("--surface", "himmelblau", "--rates", "0.003", "0.019", "--steps", "40")
SHORT = ("--seconds", "0.5", "--hold", "0")


def export(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "app", "export", *words],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A film and two pictures, by one browser."""
    folder = tmp_path_factory.mktemp("made")
    outs = [str(folder / name) for name in ("a.mp4", "a.png", "b.png")]
    said = export(*WALK, *SHORT, *outs)
    assert (said.returncode, said.stderr) == (0, b"")
    assert said.stdout.decode().splitlines() == [
        f"Saved {out} ({-(-Path(out).stat().st_size // 1000)} kB)" for out in outs
    ]
    return folder


def test_a_film_decodes_and_moves(made: Path) -> None:
    film = frames(made / "a.mp4")
    assert len(film) == 15 and film[0].shape == (720, 1280, 3)
    assert cards(film[0], "terrain") == 3  # two mountains, and the map beside them
    assert min(float(np.abs(film[0].astype(int) - one).mean()) for one in film[1:]) > 0.05


def test_a_second_film_is_the_same(made: Path, tmp_path: Path) -> None:
    again = export(*WALK, *SHORT, "--format", "mp4", "-")
    assert (again.returncode, again.stderr) == (0, b"")
    (tmp_path / "again.mp4").write_bytes(again.stdout)
    for one, other in zip(frames(made / "a.mp4"), frames(tmp_path / "again.mp4"), strict=True):
        assert np.array_equal(one, other)
    assert (made / "a.png").read_bytes() == (made / "b.png").read_bytes()


def test_a_film_stands_still_where_something_happens(tmp_path: Path) -> None:
    out = tmp_path / "a.mp4"
    words = ("--seconds", "1", "--lead", "0.2", "--hold", "0.3", "--pause", "0.5", "--size=501x900")
    said = export("--surface", "saddle", "--turn", "0.2", *words, str(out))  # two leave the map
    assert said.returncode == 0
    assert said.stderr == b"501 x 900 has an odd side, and films have none: 500 x 900.\n"
    film = [one.astype(int) for one in frames(out)]
    far = [float(np.abs(one - other).mean()) for one, other in pairwise(film)]
    assert len(film) == 6 + 30 + 2 * 15 + 9 and film[0].shape == (900, 500, 3)
    # The walk's 30 frames show 60 steps: those up to step 10 and 20 are 5 and then 5 more.
    still = [*range(6), *range(11, 25), *range(31, 45), *range(65, 74)]
    moving = [n for n in range(74) if n not in still]
    assert max(far[n] for n in still) < 0.1 < min(far[n] for n in moving)


def test_a_picture_is_as_it_was_asked_for(tmp_path: Path) -> None:
    first, second = (tmp_path / f"{n}.png" for n in (1, 2))
    words = ("--size", "square", "--look", "slate", "--at", "20", "--camera", "0", "-1", "2")
    link = "?surface=beale&view=together"
    assert export(link, *words, str(first)).returncode == 0
    assert export(link, *words[:-4], str(second), "--without", "race").returncode == 0
    pictures = [np.asarray(Image.open(path).convert("RGB")) for path in (first, second)]
    square = SIZES["square"]
    assert all(picture.shape == (square.height, square.width, 3) for picture in pictures)
    paper = [int(LOOKS["slate"].paper[i : i + 2], 16) for i in (1, 3, 5)]
    assert all(picture[2, 2].tolist() == paper for picture in pictures)
    far = np.abs(pictures[0].astype(int) - pictures[1]).mean(axis=-1)
    assert far[200:500].mean() > 1, "another camera sees another mountain"


def test_without_a_browser_a_sentence(tmp_path: Path) -> None:
    said = export(*WALK, str(tmp_path / "a.mp4"), PATH=str(tmp_path), FALL_LINE_CHROMIUM="")
    assert (said.returncode, said.stdout) == (1, b"")
    assert said.stderr.startswith(
        b"This needs Chromium, Chrome or Edge to draw, and none was found"
    )
    assert said.stderr.count(b"\n") == 1
    assert not list(tmp_path.iterdir())


def test_the_same_browsers_are_looked_for() -> None:
    from app.export import browser

    assert set(NAMES) <= set(browser.NAMES)
