"""Films and pictures come down through the dialog, and are what was on the screen."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image, ImageSequence
from playwright.sync_api import TimeoutError
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE

from app.figures.look import LOOKS, WALKERS
from app.film.choices import ARRANGEMENTS
from app.film.formats import FILMS, FORMATS
from app.film.options import BACKGROUND, OPTIONS
from tests.browser.page import Stage

MEDIA = RELATIONSHIP_TYPE.MEDIA
LINK = "?surface=himmelblau&start=0.2,4.4&rates=0.003,0.019&direction=down&steps=40"


def order(stage: Stage, kind: str, look: str = "terrain", walk: str = "0.5") -> None:
    """Open the dialog and set it, short of saving."""
    if not stage.page.locator(".film-dialog").is_visible():
        stage.page.click("#export")
    stage.page.locator("#film-save").wait_for()
    stage.pick_from("film-format", FORMATS[kind].name)
    stage.pick("film-look", look)
    words = f"{FORMATS[kind].suffix}: 1280 × 720, " + (
        "this" if FORMATS[kind].group.startswith("Pictures") else f"{float(walk)} s, "
    )
    for patience in (5_000, 10_000, 20_000, 60_000):
        # A box that is typed into while the dialog still comes up may forget it.
        for box, text in (("#film-walk", walk), ("#film-hold", "0")):
            if stage.page.locator(box).is_enabled():
                stage.page.fill(box, text)
                stage.page.press(box, "Tab")
        with suppress(TimeoutError):
            stage.page.locator("#film-name", has_text=words).wait_for(timeout=patience)
            return
    said = stage.page.inner_text("#film-name")
    raise AssertionError(f"The dialog says {said!r}, not {words!r}.")


def save(stage: Stage, folder: Path) -> Path:
    with stage.page.expect_download(timeout=180_000) as coming:
        stage.page.click("#film-save")
    path = folder / coming.value.suggested_filename
    coming.value.save_as(path)
    stage.page.locator("#film-state", has_text=f"Saved {path.name}").wait_for()
    return path


def leave(stage: Stage) -> None:
    stage.page.keyboard.press("Escape")
    stage.page.locator(".film-dialog").wait_for(state="hidden")


def frames(path: Path) -> list[np.ndarray]:
    """All frames of a film, as (height, width, 3)."""
    if path.suffix == ".gif":
        with Image.open(path) as film:
            assert film.info["loop"] == 0
            return [np.asarray(one.convert("RGB")) for one in ImageSequence.Iterator(film)]
    with av.open(str(path)) as film:
        video = film.streams.video[0]
        assert (video.codec_context.name, video.codec_context.pix_fmt) == ("h264", "yuv420p")
        assert float(video.average_rate or 0) == 30
        return [frame.to_ndarray(format="rgb24") for frame in film.decode(video)]


def cards(picture: np.ndarray, look: str) -> int:
    """How many cards stand side by side, by their colour on the paper, in a row through their heads.

    One or two mountains leave room for one more, with the map, at their side.
    """
    card = [int(LOOKS[look].card[i : i + 2], 16) for i in (1, 3, 5)]
    row = (np.abs(picture[54].astype(int) - card).max(axis=-1) <= 3).astype(int)
    return sum(1 for run in "".join(map(str, row)).split("0" * 6) if len(run.strip("0")) > 100)


@pytest.mark.parametrize("kind", ["mp4", "gif"])
def test_a_film_comes_down_and_decodes(stage: Stage, tmp_path: Path, kind: str) -> None:
    stage.visit(LINK)
    stills = []
    for key in ("Home", "End"):
        stage.page.keyboard.press(key)
        stage.settled()
        order(stage, "png")
        path = save(stage, tmp_path)
        stills.append(np.asarray(Image.open(path).convert("RGB")))
        leave(stage)
    order(stage, kind)
    path = save(stage, tmp_path)
    leave(stage)
    assert path.name == f"himmelblau-down-rates_0.003_0.019-40_steps.{kind}"
    film = frames(path)
    assert len(film) == 15 and film[0].shape == (720, 1280, 3)
    far = [float(np.abs(film[0].astype(int) - one).mean()) for one in film[1:]]
    assert min(far) > 0.05 and far[-1] > far[0]
    # the first frame is the first moment; the last is nearer to the end than to the start
    apart = [
        [float(np.abs(one.astype(int) - still).mean()) for still in stills]
        for one in (film[0], film[-1])
    ]
    assert apart[0][0] < 3 and apart[0][0] < apart[0][1]
    assert apart[1][1] < 3 and apart[1][1] < apart[1][0]


@pytest.mark.parametrize(
    ("look", "rates"), [("terrain", "0.003,0.019"), ("slate", "0.003,0.01,0.019")]
)
def test_a_picture_holds_all_panels_in_its_look(
    stage: Stage, tmp_path: Path, look: str, rates: str
) -> None:
    stage.visit(LINK.replace("0.003,0.019", rates) + "&at=9")
    order(stage, "png", look)
    picture = np.asarray(Image.open(save(stage, tmp_path)).convert("RGB"))
    leave(stage)
    assert picture.shape == (720, 1280, 3)
    count = rates.count(",") + 1
    assert cards(picture, look) == count + (count < 3)
    paper = [int(LOOKS[look].paper[i : i + 2], 16) for i in (1, 3, 5)]
    assert picture[2, 2].tolist() == paper
    right = 920 if count < 3 else 1260
    for part in np.array_split(picture[90:380, 20:right], count, axis=1):
        assert len(np.unique(part.reshape(-1, 3), axis=0)) > 500


def test_the_data_of_a_neuron_are_in_its_picture(stage: Stage, tmp_path: Path) -> None:
    stage.visit("?surface=neuron&data=hubble&start=-360,740&rates=0.4&direction=down&steps=9&at=1")
    order(stage, "png")
    assert stage.page.locator(".film-data").is_visible()
    picture = np.asarray(Image.open(save(stage, tmp_path)).convert("RGB"))
    leave(stage)
    curve = [int(WALKERS[0][i : i + 2], 16) for i in (1, 3, 5)]
    data = picture[275:480, 985:1255]  # the middle card of the strip, inside its axes
    assert (np.abs(data.astype(int) - curve).max(axis=-1) < 12).sum() > 200
    stage.visit(LINK)
    stage.page.click("#export")
    stage.page.locator("#film-save").wait_for()
    assert not stage.page.locator(".film-data").is_visible()
    leave(stage)


def test_slides_come_down_with_a_film_of_each_rate_and_one_of_all(
    stage: Stage, tmp_path: Path
) -> None:
    stage.visit(LINK + "&race=log")
    order(stage, "pptx", look="slate")
    assert "15 frames, steps a second: 80, 3 films" in stage.page.inner_text("#film-name")
    deck = Presentation(str(save(stage, tmp_path)))
    leave(stage)
    pictures = []
    for n, slide in enumerate(list(deck.slides)[1:4]):
        film = tmp_path / f"{n}.mp4"
        film.write_bytes(movies(slide)[0])
        shown = frames(film)
        assert len(shown) == 15
        pictures.append(shown[-1])
    assert [cards(picture, "slate") for picture in pictures] == [2, 2, 3]
    # the walker by itself is another one each time
    assert np.abs(pictures[0].astype(int) - pictures[1]).max() > 100
    chart = next(shape for shape in deck.slides[4].shapes if shape.has_chart).chart
    assert [line.name for line in chart.plots[0].series] == ["rate 0.003", "rate 0.019"]
    assert chart.value_axis.axis_title.text_frame.text.endswith("(log)")


def movies(slide: Any) -> list[bytes]:
    """The films that a slide holds."""
    parts = [rel.target_part for rel in slide.part.rels.values() if rel.reltype == MEDIA]
    return [part.blob for part in parts]


def test_parts_are_left_out_and_put_in_and_begin_as_the_page_has_them(
    stage: Stage, tmp_path: Path
) -> None:
    def part(key: str) -> Any:
        return stage.page.locator(f".film-{key} input")

    def picture() -> np.ndarray:
        return np.asarray(Image.open(save(stage, tmp_path)).convert("RGB")).astype(int)

    stage.visit(LINK + "&knows=arrow,compass&at=9")
    order(stage, "png")
    assert part("compass").is_checked() and part("equation").is_checked()
    whole = picture()
    part("compass").click()
    without = picture()
    changed = np.argwhere(np.abs(whole - without).max(axis=-1) > 30)
    # in the upper corners of two mountains, and nowhere else
    assert len(changed) > 1000 and changed[:, 0].min() > 75 and changed[:, 0].max() < 190
    part("equation").click()
    changed = np.argwhere(np.abs(without - picture()).max(axis=-1) > 30)
    assert len(changed) > 200 and changed[:, 0].max() < 45
    leave(stage)
    stage.visit(LINK)
    order(stage, "png")
    assert not part("compass").is_checked() and not part("equation").is_checked()
    part("equation").click()
    leave(stage)


def test_mountains_are_arranged_as_it_is_chosen(stage: Stage, tmp_path: Path) -> None:
    stage.visit(LINK.replace("0.003,0.019", "0.003,0.01,0.019"))
    order(stage, "png")
    found = {}
    for key, name in ARRANGEMENTS.items():
        stage.pick_from("film-arrangement", name)
        picture = np.asarray(Image.open(save(stage, tmp_path)).convert("RGB"))
        found[key] = cards(picture, "terrain")
    stage.pick_from("film-arrangement", ARRANGEMENTS["screen"])
    leave(stage)
    assert found == {"screen": 3, "row": 3, "grid": 3, "together": 2}


def test_the_dialog_says_what_will_come(stage: Stage) -> None:
    stage.visit(LINK)
    order(stage, "mp4")
    assert "15 frames" in stage.page.inner_text("#film-name")
    assert "1280 × 720" in stage.page.inner_text("#film-name")
    stage.pick_from("film-format", FORMATS["png"].name)
    stage.page.locator("#film-name", has_text="this moment").wait_for()
    assert stage.page.locator("#film-walk").is_disabled()
    leave(stage)


def test_numbers_come_down_without_a_picture(stage: Stage, tmp_path: Path) -> None:
    stage.visit(LINK + "&at=9")
    stage.page.click("#export")
    stage.page.locator("#film-save").wait_for()
    for key, words in (("csv", "surface=himmelblau"), ("embed", "embed=1"), ("link", "at=9")):
        stage.pick_from("film-format", FORMATS[key].name)
        stage.page.locator("#film-size:disabled").wait_for()
        assert words in save(stage, tmp_path).read_text()
    leave(stage)


def test_each_format_shows_its_own_options(stage: Stage) -> None:
    stage.visit(LINK)
    stage.page.click("#export")
    stage.page.locator("#film-save").wait_for()
    for key, row in FORMATS.items():
        stage.pick_from("film-format", row.name)
        stage.page.locator("#film-help", has_text=row.help).wait_for()
        own = {option.key for option in FILMS[key].options} if key in FILMS else set()
        for option in OPTIONS:
            assert stage.page.locator(f"#film-option-{option}").is_visible() == (option in own), key
    leave(stage)


def test_a_transparent_picture_is_the_same_one_without_its_paper(
    stage: Stage, tmp_path: Path
) -> None:
    stage.visit(LINK + "&at=9")
    order(stage, "png")
    stage.page.fill("#film-line-title", "Lecture 3")
    stage.page.fill("#film-line-footer", "TU, 2026")
    plain = np.asarray(Image.open(save(stage, tmp_path)).convert("RGB")).astype(int)
    stage.pick_from("film-option-background", BACKGROUND.choices["none"])
    with Image.open(save(stage, tmp_path)) as clear:
        assert clear.mode == "RGBA"
        pixels = np.asarray(clear).astype(int)
    leave(stage)
    solid, gone = pixels[..., 3] == 255, pixels[..., 3] == 0
    assert gone[0, 0] and 0.4 < gone.mean() < 0.95 and 0.05 < solid.mean() < 0.6
    assert np.abs(pixels[..., :3] - plain)[solid].mean() < 3
    foot = slice(700, 718)  # the line at the bottom stands below the cards, on nothing
    assert 0 < (pixels[foot, :, 3] > 0).mean() < 0.2
