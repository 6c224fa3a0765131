"""A formula, a neuron and a file: made from words, climbed, linked; and what is wrong with them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from surfaces import SURFACES
from tests.browser.conftest import Opener
from tests.browser.page import Stage

SURFACE = "() => window.fallLine.stage.scene.climb.surface"
CURVES = "() => flat(document.querySelector('#data')).canvas.toDataURL()"


def is_shown(stage: Stage, part: str) -> None:
    """Wait until the ground and the climb of a link that holds `part` are on the screen."""
    stage.wait(
        """(part) => {
          const { scene, ground, climb } = window.fallLine.stage;
          return scene.climb === climb && ground.key === climb.key && decodeURIComponent(climb.link).includes(part);
        }""",
        part,
    )
    stage.ready()


@pytest.fixture
def formula(open_page: Opener) -> Stage:
    return open_page("?surface=formula")


def test_a_formula_is_typed_and_climbed(formula: Stage) -> None:
    stage = formula
    stage.page.locator(".formula math").first.wait_for()
    stage.page.fill("[aria-label=Formula]", "a*x^2 + b*abs(y)")
    stage.page.locator(".parameter-row").nth(1).wait_for()
    is_shown(stage, "parameter.b=1")
    assert "corner of abs" in stage.page.inner_text(".formula")
    before = stage.js("() => Array.from(window.fallLine.stage.ground.grid.heights.slice(0, 9))")
    stage.page.fill(".parameter-row >> nth=0 >> input.mantine-Input-input", "3")
    is_shown(stage, "parameter.a=3.0")
    after = stage.js("() => Array.from(window.fallLine.stage.ground.grid.heights.slice(0, 9))")
    assert after != before
    stage.press("forward")
    stage.wait("() => window.fallLine.stage.clock.playhead === 1")
    link = stage.settled().climb()["link"]
    stage.wait("(link) => location.search.startsWith(`?${link}`)", link)
    again = stage.js("() => location.search")
    stage.page.reload()
    stage.ready()
    assert stage.page.input_value("[aria-label=Formula]") == "a*x^2 + b*abs(y)"
    assert stage.js("() => location.search").startswith(again[:40])
    assert stage.errors == []


def test_a_slider_of_a_parameter_and_its_box_agree(formula: Stage) -> None:
    stage = formula
    stage.page.fill("[aria-label=Formula]", "a*x^2 + y^2")
    thumb = stage.page.locator(".parameter-row [role=slider]").first
    thumb.focus()
    for _ in range(3):
        stage.page.keyboard.press("ArrowRight")
    stage.wait("() => document.querySelector('.parameter-row input').value === '1.3'")
    is_shown(stage, "parameter.a=1.3")
    stage.page.fill(".parameter-row >> nth=0 >> input.mantine-Input-input", "-2.5")
    stage.wait(
        "() => document.querySelector('.parameter-row [role=slider]').ariaValueNow === '-2.5'"
    )
    assert stage.errors == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("sinn(x)", "I do not know 'sinn' (column 1). Did you mean 'sin'?"),
        ("", "Formula"),
        ("__import__('os')", "Formula"),
        ("9**9**9", "Formula"),
    ],
)
def test_a_wrong_formula_says_where_and_keeps_the_ground(
    formula: Stage, text: str, sentence: str
) -> None:
    stage = formula
    before = stage.climb()
    stage.page.fill("[aria-label=Formula]", text)
    problem = stage.page.locator("#words-problem", has_text=sentence)
    problem.wait_for()
    assert stage.page.input_value("[aria-label=Formula]") == text
    assert stage.settled().climb() == before
    stage.page.fill("[aria-label=Formula]", "x^2 + y^2")
    is_shown(stage, "formula=x^2")
    assert stage.page.inner_text("#words-problem") == ""
    assert stage.errors == []


def test_a_neuron_moves_its_curve_over_the_data(open_page: Opener) -> None:
    stage = open_page("?surface=neuron&data=hubble")
    assert stage.page.locator(".card.data").is_visible()
    still = stage.js(CURVES)
    stage.press("forward")
    stage.wait("() => window.fallLine.stage.clock.playhead === 1")
    assert stage.settled().js(CURVES) != still
    assert "weight" in stage.captions()[0] and "bias" in stage.captions()[0]
    stage.page.click("[aria-label=Mini-batch]")
    stage.page.get_by_role("option", name="One pair").click()
    is_shown(stage, "batch=1")
    stage.choose("Booth")
    stage.wait("() => window.fallLine.stage.scene.climb.surface === 'booth'")
    stage.ready()
    assert not stage.page.locator(".card.data").is_visible()
    assert stage.errors == []


def test_a_file_is_opened_reported_and_climbed(open_page: Opener, tmp_path: Path) -> None:
    path = tmp_path / "valley.csv"
    rows = [[(i - 4) ** 2 + 3 * (j - 3) ** 2 for i in range(9)] for j in range(8)]
    rows[0][0] = ""
    path.write_text("\n".join(",".join(map(str, row)) for row in rows))
    stage = open_page()
    stage.choose("A measured file")
    stage.page.locator("#words-problem", has_text="No file is open yet").wait_for()
    assert stage.js(SURFACE) == "himmelblau"  # it stays until there is a file
    stage.page.set_input_files("#upload input[type=file]", path)
    is_shown(stage, "surface=file")
    assert re.search(r"[89] along", stage.page.inner_text("#report"))
    assert stage.js("() => window.fallLine.stage.ground.grid.heights.some(Number.isNaN)")
    assert "reached the bottom" in stage.js("() => window.fallLine.stage.climb.endings[1].sentence")
    bad = tmp_path / "bad.npy"
    bad.write_bytes(b"\x80\x04pickle")
    stage.page.set_input_files("#upload input[type=file]", bad)
    stage.page.get_by_text("This file could not be opened").wait_for()
    assert stage.js(SURFACE) == "file"
    assert stage.errors == []


def test_a_recorded_walk_walks_beside_the_others(open_page: Opener, tmp_path: Path) -> None:
    stage = open_page()
    stage.choose("A measured file")
    stage.page.locator("#words-problem", has_text="No file is open yet").wait_for()
    ground, walk = tmp_path / "valley.csv", tmp_path / "adam.csv"
    rows = [[(i - 4) ** 2 + 3 * (j - 3) ** 2 for i in range(9)] for j in range(8)]
    ground.write_text("\n".join(",".join(map(str, row)) for row in rows))
    walk.write_text("proj_xcoord,proj_ycoord\n0,0\n4,0\n4,3\n")
    stage.page.set_input_files("#upload input[type=file]", ground)
    is_shown(stage, "surface=file")
    stage.page.set_input_files("#upload input[type=file]", walk)
    words = "adam: recorded walk of 3 points, one a step"
    stage.page.locator("#legend", has_text=words).wait_for()
    stage.ready()
    assert stage.js("() => window.fallLine.stage.charts.race.racers.length") == 4
    before = stage.overlay()
    stage.press("forward")
    stage.wait("() => window.fallLine.stage.clock.playhead === 1")
    assert stage.settled().overlay() != before
    assert stage.js("() => window.fallLine.stage.map.standing.passed[0] > 0")
    assert stage.errors == []


def test_the_columns_of_a_table_are_chosen(open_page: Opener, tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    rows = [("net", i / 4 - 1, j / 4 - 1, i, 9 - i * j) for i in range(9) for j in range(9)]
    path.write_text("model,p,q,err,acc\n" + "\n".join(",".join(map(str, row)) for row in rows))
    stage = open_page()
    stage.choose("A measured file")
    stage.page.locator("#words-problem", has_text="No file is open yet").wait_for()
    stage.page.set_input_files("#upload input[type=file]", path)
    is_shown(stage, "x=p&y=q&grid=err")
    assert "the first two that make a full grid" in stage.page.inner_text("#report")
    stage.page.click("[aria-label='Heights of']")
    stage.page.get_by_role("option", name="acc").click()
    is_shown(stage, "grid=acc")
    stage.page.click("[aria-label='Column of x']")
    stage.page.get_by_role("option", name="err").click()
    stage.page.locator("#words-problem").wait_for(state="hidden")
    is_shown(stage, "x=err")
    assert "as chosen" in stage.page.inner_text("#report")
    assert stage.errors == []


def test_a_mountain_is_chosen_from_the_gallery(stage: Stage) -> None:
    stage.page.click("#gallery")
    pictures = stage.page.locator(".gallery img")
    assert pictures.count() == len(SURFACES)
    stage.wait("() => document.querySelector('.gallery img').naturalWidth > 100")
    stage.page.keyboard.press("Escape")
    stage.page.locator("dialog.gallery").wait_for(state="hidden")
    stage.page.click("#gallery")
    stage.page.get_by_role("button", name="Booth's tilted bowl").click()
    stage.wait("() => window.fallLine.stage.scene.climb.surface === 'booth'")
    stage.ready()
