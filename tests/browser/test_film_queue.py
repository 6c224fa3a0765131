"""The film dialog: three frames before it is saved, and films that wait for each other."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image
from playwright.sync_api import Download

from app.film.formats import FORMATS
from tests.browser.conftest import Opener
from tests.browser.page import Stage
from tests.browser.test_film import LINK, frames, leave, order, save
from tests.browser.test_nine import LINK as NINE
from tests.browser.test_nine import RATES

# The preview's frames, each as a PNG's data address, and what is said of them.
SEEN = """() => [...document.querySelectorAll("#film-preview figure:not([hidden]) canvas")].map((canvas) => ({
  words: canvas.ariaLabel, png: canvas.toDataURL().split(",")[1],
}))"""
# Composers give theirs back by losing them, so those of the page's own mountains alone are counted.
COUNT_LOST = """
window.lost = 0;
document.addEventListener("webglcontextlost", ({ target }) => (window.lost += Number(Boolean(target.closest("#panels")))), true);
"""
STATE = "#film-state"
Preview = tuple[list[str], list[np.ndarray]]  # what is said of frames; they, as (height, width, 3)
ROWS = ".film-orders li"


def previewed(stage: Stage, change: Callable[[], object] | None = None) -> Preview:
    """The preview, after a change where one is given."""
    if change:
        change()
        stage.wait("() => document.querySelector('#film-preview').ariaBusy === 'true'")
    stage.wait("() => document.querySelector('#film-preview').ariaBusy === 'false'")
    seen = stage.js(SEEN)
    pngs = [Image.open(io.BytesIO(base64.b64decode(one["png"]))) for one in seen]
    return [one["words"] for one in seen], [np.asarray(png.convert("RGB")) for png in pngs]


def shrunk(frame: np.ndarray, like: np.ndarray) -> np.ndarray:
    height, width, _ = like.shape
    return np.asarray(Image.fromarray(frame).resize((width, height), Image.Resampling.BOX))


def far(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.abs(one.astype(int) - other).mean())


def begun(stage: Stage) -> None:
    stage.page.locator(STATE, has_text=re.compile(r"Frame \d+ of")).wait_for()


def kept(download: Download, folder: Path, name: str) -> Path:
    path = folder / name
    download.save_as(path)
    return path


def test_three_frames_are_those_of_the_film(stage: Stage, tmp_path: Path) -> None:
    stage.visit(LINK)
    order(stage, "mp4", walk="1")
    words, pictures = previewed(stage)
    assert words == [
        f"Preview: {at} s, step {n} of 40" for at, n in (("0.0", 0), ("0.5", 19), ("1.0", 40))
    ]
    film = frames(save(stage, tmp_path))
    for n, picture in zip((0, 14, 29), pictures, strict=True):
        apart = {k: far(picture, shrunk(film[k], picture)) for k in (0, 14, 29)}
        assert apart[n] < 8 and min(apart, key=lambda k: apart[k]) == n, apart
    leave(stage)


def test_it_follows_the_settings_and_nothing_moves(stage: Stage) -> None:
    stage.visit(LINK + "&at=9")
    order(stage, "mp4")
    _, before = previewed(stage)
    place = stage.page.locator("#film-save").bounding_box()
    _, after = previewed(stage, lambda: stage.pick("film-look", "slate"))
    assert far(before[0], after[0]) > 30
    assert stage.page.locator("#film-save").bounding_box() == place
    _, titled = previewed(stage, lambda: stage.page.fill("#film-line-title", "Lecture 3"))
    assert far(after[0][20:], titled[0][20:]) < 0.1 < far(after[0][:20], titled[0][:20])
    previewed(stage, lambda: stage.page.fill("#film-line-title", ""))
    words, _ = previewed(stage, lambda: stage.pick_from("film-format", FORMATS["png"].name))
    assert words == ["Preview: this moment, step 9 of 40"]
    stage.pick_from("film-format", FORMATS["csv"].name)
    stage.page.locator("#film-preview").wait_for(state="hidden")
    leave(stage)
    assert stage.page.locator("body > .offscreen:not(.studio)").count() == 0


def test_nine_mountains_keep_their_pictures_beside_a_film_and_a_preview(open_page: Opener) -> None:
    stage = open_page(NINE + ",".join(RATES), init=COUNT_LOST)
    order(stage, "mp4", walk="20")
    stage.page.click("#film-save")
    begun(stage)
    for look in ("slate", "paper", "blueprint", "terrain", "slate", "paper"):
        previewed(stage, lambda look=look: stage.pick("film-look", look))  # type: ignore[misc]
    stage.page.click(f"{ROWS} .away")
    leave(stage)
    assert stage.js("() => window.lost") == 0
    assert (stage.errors, stage.warnings) == ([], [])


def test_a_film_is_of_the_moment_at_which_it_was_ordered(stage: Stage, tmp_path: Path) -> None:
    stage.visit(LINK)
    order(stage, "mp4", walk="2")
    alone = frames(save(stage, tmp_path))
    came: list[Download] = []

    def hear(one: Download) -> None:
        came.append(one)

    stage.page.on("download", hear)
    stage.page.click("#film-save")
    begun(stage)
    assert stage.page.locator("#export").get_attribute("data-films") == "1"
    leave(stage)
    # the page lives: another mountain, another walk, played, and a second film ordered
    stage.visit("?surface=rosenbrock&start=-1,1&rates=0.001&direction=down&steps=30&look=slate")
    stage.press("play")
    stage.wait("() => window.fallLine.stage.clock.playhead > 0.5")
    order(stage, "png", look="slate")
    stage.page.click("#film-save")
    stage.page.locator(STATE, has_text="Saved rosenbrock").wait_for(timeout=180_000)
    assert stage.page.locator(ROWS).count() == 0
    assert stage.page.locator("#export").get_attribute("data-films") is None
    leave(stage)
    film, picture = [
        kept(each, tmp_path, f"late{n}.{each.suggested_filename[-3:]}")
        for n, each in enumerate(came)
    ]
    assert [each.suggested_filename.split("-")[0] for each in came] == ["himmelblau", "rosenbrock"]
    assert all(np.array_equal(one, other) for one, other in zip(alone, frames(film), strict=True))
    with Image.open(picture) as still:
        assert still.size == (1280, 720)


def test_waiting_films_are_cancelled_with_keys_alone(stage: Stage, films: Path) -> None:
    stage.visit(LINK)
    order(stage, "mp4", walk="30")
    stage.page.focus("#film-save")
    stage.page.keyboard.press("Enter")
    begun(stage)
    stage.page.keyboard.press("Enter")
    stage.notes().filter(has_text="on the list already").wait_for()
    stage.page.fill("#film-walk", "20")
    stage.page.press("#film-walk", "Tab")
    stage.page.locator("#film-name", has_text="20.0 s").wait_for()
    stage.page.focus("#film-save")
    stage.page.keyboard.press("Enter")
    stage.page.locator(ROWS).nth(1).wait_for()
    assert "waits" in stage.page.locator(ROWS).nth(1).inner_text()
    stage.page.keyboard.press("Tab")
    focused = "() => document.activeElement.ariaLabel"
    assert str(stage.js(focused)).startswith("Cancel himmelblau")
    stage.page.keyboard.press("Enter")  # the one that runs
    stage.wait("() => document.querySelectorAll('.film-orders li').length === 1")
    assert str(stage.js(focused)).startswith("Cancel himmelblau")
    stage.page.keyboard.press("Enter")
    assert stage.page.locator(ROWS).count() == 0
    assert stage.js("() => document.activeElement.id") == "film-save"
    leave(stage)


def test_what_is_read_aloud_comes_four_times_a_film(stage: Stage, tmp_path: Path) -> None:
    stage.visit(LINK)
    order(stage, "mp4", walk="2")
    stage.js(
        """() => {
          window.said = [];
          const hear = () => window.said.push(document.querySelector("#film-spoken").textContent);
          new MutationObserver(hear).observe(document.querySelector("#film-spoken"), { childList: true, characterData: true, subtree: true });
        }"""
    )
    save(stage, tmp_path)
    said = list(dict.fromkeys(stage.js("() => window.said")))
    assert said[0] == "Drawing the mountains…" and said[-1].startswith("Saved himmelblau")
    assert [text.split(",")[0] for text in said[1:-1]][-1] == "Finishing the file…"
    assert 3 <= len(said) <= 6
    leave(stage)


def test_a_long_film_is_asked_for_twice_and_a_longer_one_not_made(stage: Stage) -> None:
    stage.visit(LINK)
    order(stage, "mp4", walk="60")
    stage.page.fill("#film-hold", "10")
    stage.page.press("#film-hold", "Tab")
    stage.page.locator("#film-name", has_text="2100 frames").wait_for()
    stage.page.click("#film-save")
    asked = stage.notes().filter(has_text="It has 2100 frames: on a small laptop about 2 min, and")
    asked.wait_for()
    assert stage.page.locator(ROWS).count() == 0
    stage.page.click("#film-save")
    stage.page.locator(ROWS).get_by_role("button", name="Cancel").click()
    stage.pick_from("film-format", FORMATS["gif"].name)
    stage.pick_from("film-fps", "60 frames a second")
    for box in ("#film-lead", "#film-hold"):
        stage.page.fill(box, "60")
        stage.page.press(box, "Tab")
    stage.page.locator("#film-name", has_text="10800 frames").wait_for()
    stage.page.click("#film-save")
    stage.notes().filter(has_text="It would have 10800 frames, and in this").wait_for()
    assert stage.page.locator(ROWS).count() == 0
    stage.pick_from("film-fps", "30 frames a second")
    stage.page.fill("#film-lead", "0")
    stage.page.press("#film-lead", "Tab")
    leave(stage)
