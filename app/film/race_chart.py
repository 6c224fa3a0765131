"""The race as a chart of slides: loss against step, numbers that can be edited."""

from __future__ import annotations

from typing import Any

import numpy as np
from pptx.chart.data import XyChartData
from pptx.enum.chart import (
    XL_AXIS_CROSSES,
    XL_CHART_TYPE,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
)
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.slide import Slide
from pptx.util import Pt

from app.climb import Climb
from app.figures.look import WALKERS, Look
from app.figures.race import ROOM, race_axes
from app.figures.ticks import even_ticks
from app.film.deck import TEXT, Place, describe, rgb
from app.film.telling import label
from surfaces.words import gettext as _

MOST_POINTS = 1000  # of a line: with ten times as many, slides take seconds to turn


def add_race(slide: Slide, place: Place, climb: Climb, *, look: Look, scale: str, alt: str) -> None:
    """Draw all losses on `scale`, linear or log, within the range that the page's race has."""
    axes, steps = race_axes(climb), climb.scenario.steps
    every = -(-steps // MOST_POINTS)
    kind = XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS
    frame = slide.shapes.add_chart(kind, *place, _points(climb, axes["best"], scale, every))
    describe(frame, _("Chart"), alt)
    _paint(frame.chart, look)
    _set_axis(frame.chart.category_axis, 0, steps, _unit(0, steps, about=8))
    _name(
        frame.chart.category_axis,
        _("step") if every == 1 else _("step, one in {every} drawn", every=every),
    )
    low, high = axes[scale]["range"]
    if scale == "log":
        _set_log_axis(frame.chart, low, high)
    else:
        unit, pad = _unit(low, high, about=5), ROOM / (1 + 2 * ROOM) * (high - low)
        first, last = _whole((low + pad) / unit, (high - pad) / unit)  # whole ticks are room enough
        _set_axis(frame.chart.value_axis, unit * first, unit * last, unit)
    _name(frame.chart.value_axis, axes[scale]["title"]["text"])


def _points(climb: Climb, best: float, scale: str, every: int) -> XyChartData:
    """The losses of each walker, or their distances from the best; one in `every`, and the last."""
    losses = climb.walk.losses if scale == "linear" else np.abs(climb.walk.losses - best)
    drawn = np.arange(losses.shape[1]) % every == 0
    drawn[-1] = True
    data = XyChartData()
    for walker, line in enumerate(losses):
        series = data.add_series(label(climb, walker))
        # A spreadsheet has no nan and no infinity, and its log no 0: the line ends or has a gap.
        held = np.isfinite(line) & ((line > 0) | (scale == "linear"))
        for step in np.flatnonzero(held & drawn):
            series.add_data_point(int(step), float(line[step]))
    return data


def _paint(chart: Any, look: Look) -> None:
    """Lines in the colours of their walkers, all else in those of the look."""
    chart.has_title = False
    chart.font.size, chart.font.color.rgb = TEXT, rgb(look.ink)
    chart.has_legend = len(chart.plots[0].series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    for line, colour in zip(chart.plots[0].series, WALKERS, strict=False):
        line.smooth = False
        line.format.line.width, line.format.line.color.rgb = Pt(2.5), rgb(colour)
    for axis in (chart.category_axis, chart.value_axis):
        axis.has_major_gridlines = True
        axis.major_gridlines.format.line.color.rgb = rgb(look.grid)
        axis.format.line.color.rgb = rgb(look.quiet)
        axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
        axis.crosses = XL_AXIS_CROSSES.MINIMUM


def _set_axis(axis: Any, low: float, high: float, unit: float) -> None:
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = low, high, unit


def _set_log_axis(chart: Any, low: float, high: float) -> None:
    """Powers of ten, from exponent to exponent; python-pptx has no words for them."""
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale = (10.0**exponent for exponent in _whole(low, high))
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "0E+0", False
    (scaling,) = chart.element.xpath("c:chart/c:plotArea/c:valAx[2]/c:scaling")
    scaling.insert(0, parse_xml(f'<c:logBase {nsdecls("c")} val="10"/>'))


def _name(axis: Any, title: str) -> None:
    axis.axis_title.text_frame.text = title
    font = axis.axis_title.text_frame.paragraphs[0].font
    font.size, font.bold = TEXT, False


def _unit(low: float, high: float, about: int) -> float:
    """How far ticks are apart, a round number."""
    ticks = even_ticks(low, high, about).values
    return ticks[1] - ticks[0] if len(ticks) > 1 else high - low


def _whole(low: float, high: float) -> tuple[float, float]:
    """The next ones below and above; what is whole up to a rounding error stays."""
    return float(np.floor(low + 1e-9)), float(np.ceil(high - 1e-9))
