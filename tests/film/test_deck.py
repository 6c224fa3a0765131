"""How slides look: colours and font, nothing off the slide or over anything else, words to read."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx.oxml.ns import qn

from app.climb import story
from app.figures.look import LOOKS, WALKERS
from app.method import Method
from app.scenario import MOST_WALKERS, Scenario
from app.walk.rules import RULES
from tests.film.decks import SCENARIO, shapes, slides, theme, titles


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_the_theme_has_the_colours_of_the_look_and_one_font(look: Any, tmp_path: Path) -> None:
    deck = slides(tmp_path, look=look.key)
    tree = etree.fromstring(theme(deck))
    for name, colour in (("dk1", look.ink), ("lt1", look.paper), ("accent1", WALKERS[0])):
        (entry,) = tree.iter(qn(f"a:{name}"))
        assert [f"#{child.get('val')}".lower() for child in entry] == [colour.lower()]
    fonts = [font.find(qn("a:latin")).get("typeface") for font in tree.iter(qn("a:minorFont"))]
    assert fonts == ["Arial"]
    cell = shapes(deck.slides[5], "Table")[0].table.cell(1, 1)
    assert f"#{cell.fill.fore_color.rgb}".lower() == look.card.lower()


def _longest(walkers: int) -> Scenario:
    """Walkers with the longest names and the longest endings there are."""
    rules = sorted(RULES, key=lambda key: -len(RULES[key].name))[:walkers]
    return replace(
        story("himmelblau", steps=1000),
        rates=tuple(1.234e-5 * 4.1**k for k in range(walkers)),
        methods=tuple(Method(rule=key) for key in rules),
    )


WORST = {
    "nine": _longest(MOST_WALKERS),
    "four": _longest(4),  # a table with few rows, and high ones
    "three": SCENARIO,
    "one": replace(SCENARIO, rates=(0.01,)),
}


@pytest.mark.parametrize("scenario", WORST.values(), ids=WORST)
@pytest.mark.parametrize("size", [(1280, 720), (1080, 1080)])
def test_all_stands_on_the_slide_and_nothing_on_anything_else(
    scenario: Scenario, size: tuple[int, int], tmp_path: Path
) -> None:
    deck = slides(tmp_path, scenario, width=size[0], height=size[1])
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= deck.slide_width
            assert shape.top >= 0 and shape.top + shape.height <= deck.slide_height
        for one, other in combinations(slide.shapes, 2):
            apart = (
                one.left + one.width <= other.left
                or other.left + other.width <= one.left
                or one.top + one.height <= other.top
                or other.top + other.height <= one.top
            )
            assert apart, (one.name, other.name)
        for shape in shapes(slide, "Chart"):
            assert shape.height > 0.4 * deck.slide_height
        for shape in shapes(slide, "Film"):
            assert shape.width / shape.height == pytest.approx(size[0] / size[1], rel=1e-4)
        for shape in slide.shapes:
            assert shape.is_placeholder or shape.element.xpath(".//p:cNvPr/@descr")


@pytest.mark.parametrize("scenario", WORST.values(), ids=WORST)
def test_words_have_14_points_at_least_and_fit_their_line(
    scenario: Scenario, tmp_path: Path
) -> None:
    deck = slides(tmp_path, scenario)
    for title in titles(deck)[1:]:
        # a letter of Arial is about half as wide as high, and there is room for two lines
        assert len(title) * 24 * 0.53 / 72 < 2 * 11, title
    for (_, _), size in _sizes(deck):
        assert size >= 14
    (frame,) = shapes(deck.slides[len(deck.slides) - 1], "Table")
    assert frame.height == sum(row.height for row in frame.table.rows)
    for row in frame.table.rows:
        lines = int((row.height.inches - 0.1) / (14 * 1.17 / 72))  # of what stands in for Arial
        for cell, column in zip(row.cells, frame.table.columns, strict=True):
            words = len(cell.text) * 14 * 0.53 / 72
            assert words < (column.width.inches - 0.2) * (lines if lines == 1 else 0.9 * lines)


def _sizes(deck: Any) -> list[tuple[tuple[int, str], float]]:
    """All sizes of letters that the slides, their charts and the master set, in points."""
    found = []
    for n, slide in enumerate(deck.slides):
        parts = [slide.element, *(s.chart.element for s in slide.shapes if s.has_chart)]
        for part in parts:
            found += [
                ((n, node.tag), int(node.get("sz")) / 100) for node in part.iter() if node.get("sz")
            ]
    (style,) = deck.slide_master.element.iter(qn("p:titleStyle"))
    return [*found, *(((-1, n.tag), int(n.get("sz")) / 100) for n in style.iter() if n.get("sz"))]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine")
@pytest.mark.parametrize("look", ["terrain", "slate"])
def test_libreoffice_opens_it(look: str, tmp_path: Path) -> None:
    deck = slides(tmp_path, look=look)
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    words = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*words, str(tmp_path / "talk.pptx")], check=True, capture_output=True)
    pages = (tmp_path / "talk.pdf").read_bytes().count(b"/Type/Page/")
    assert pages == len(deck.slides)
