"""The chart and the table of slides have the numbers of the climb."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pptx.oxml.ns import qn

from app.climb import climb
from app.figures.look import WALKERS
from app.figures.race import race_axes
from app.film import telling
from tests.film.decks import SCENARIO, shapes, slides


@pytest.mark.parametrize("scale", ["linear", "log"])
@pytest.mark.parametrize("direction", ["down", "up"])
def test_the_chart_has_the_losses_of_the_climb(scale: str, direction: str, tmp_path: Path) -> None:
    scenario = replace(SCENARIO, direction=direction)
    walked = climb(scenario)
    deck = slides(tmp_path, scenario, f"&race={scale}")
    (frame,) = shapes(deck.slides[5], "Chart")
    expected = walked.walk.losses
    axes = race_axes(walked)
    if scale == "log":
        expected = np.abs(expected - axes["best"])
    for series, losses in zip(frame.chart.plots[0].series, expected, strict=True):
        points = [*zip(_column(series, "xVal"), _column(series, "yVal"), strict=True)]
        whole = np.isfinite(losses) & ((losses > 0) | (scale == "linear"))
        assert points == [(k, losses[k]) for k in np.flatnonzero(whole)]
    (bases, axis) = list(frame.chart.element.iter(qn("c:logBase"))), frame.chart.value_axis
    assert [base.get("val") for base in bases] == (["10"] if scale == "log" else [])
    seen = walked.surface.contains(walked.walk.points) & np.isfinite(expected)
    within = expected[seen & (expected > 0)]  # here all losses are above 0
    assert axis.minimum_scale <= within.min() or scale == "log"  # which ends 12 decades down
    assert within.max() <= axis.maximum_scale < 10 * within.max()
    assert axes[scale]["title"]["text"] == axis.axis_title.text_frame.text


def _column(series: Any, name: str) -> list[float]:
    """As the file has them; python-pptx rounds nothing, but reads no x."""
    (column,) = series._element.iter(qn(f"c:{name}"))
    return [float(value.text) for value in column.iter(qn("c:v"))]


@pytest.mark.parametrize(("steps", "every"), [(97, 1), (1000, 1), (2001, 3)])
def test_of_long_walks_the_chart_draws_fewer_steps_and_says_so(
    steps: int, every: int, tmp_path: Path
) -> None:
    scenario = replace(SCENARIO, rates=(0.001,), steps=steps)
    (frame,) = shapes(slides(tmp_path, scenario).slides[2], "Chart")
    points = _column(frame.chart.plots[0].series[0], "xVal")
    assert points == sorted({*range(0, steps + 1, every), steps})
    axis = frame.chart.category_axis
    assert (axis.minimum_scale, axis.maximum_scale) == (0, steps)
    said = axis.axis_title.text_frame.text
    assert said == ("step" if every == 1 else f"step, one in {every} drawn")


def test_the_workbook_behind_the_chart_can_be_edited(tmp_path: Path) -> None:
    (frame,) = shapes(slides(tmp_path).slides[5], "Chart")
    book = frame.chart.part.chart_workbook.xlsx_part.blob
    assert book.startswith(b"PK") and b"xl/worksheets" in book


def test_lines_have_the_names_and_the_colours_of_their_walkers(tmp_path: Path) -> None:
    (frame,) = shapes(slides(tmp_path).slides[5], "Chart")
    lines = list(frame.chart.plots[0].series)
    assert [line.name for line in lines] == ["rate 0.001", "rate 0.01", "rate 0.1"]
    colours = [f"#{line.format.line.color.rgb}" for line in lines]
    assert tuple(colours) == WALKERS[:3]


def test_the_table_says_what_became_of_each_walk(tmp_path: Path) -> None:
    (frame,) = shapes(slides(tmp_path).slides[5], "Table")
    rows = [[cell.text for cell in row.cells] for row in frame.table.rows]
    walked = climb(SCENARIO)
    assert rows[0] == list(telling.COLUMNS)
    assert rows[2][:4] == ["● 0.01", "Gradient descent", walked.outcomes[1].sentence, "30"]
    for row, losses, points in zip(rows[1:], walked.walk.losses, walked.walk.points, strict=True):
        last = int(row[3])
        assert _number(row[4]) == pytest.approx(losses[last], rel=1e-3)
        legs = [np.linalg.norm(b - a) for a, b in zip(points[:last], points[1:], strict=False)]
        assert _number(row[5]) == pytest.approx(sum(legs), rel=1e-3)
    assert int(rows[3][3]) < 30  # it blew up: no number later


def _number(text: str) -> float:
    return float(text.replace("−", "-"))
