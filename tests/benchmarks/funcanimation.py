"""The film that matplotlib makes: FuncAnimation of one mountain of 120 x 120, every cell drawn."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import Any

import av
import numpy as np
from browser import link
from matplotlib.animation import AbstractMovieWriter, FuncAnimation
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from native import in_cells

from app.climb import climb
from app.figures.ground import FULL, ground
from app.scenario import Scenario, link_data

CELLS, SIZE, FPS = 120, (1280, 720), 30


class Writer(AbstractMovieWriter):  # type: ignore[misc]  # it brings no types
    """Encodes as our MP4 is, since a machine need not have the program that matplotlib calls."""

    def setup(self, fig: Any, outfile: str, dpi: float | None = None) -> None:
        super().setup(fig, outfile, dpi)
        self.film = av.open(outfile, "w")
        self.stream = self.film.add_stream("libx264", rate=FPS)
        self.stream.width, self.stream.height = SIZE
        self.stream.options = {"preset": "veryfast", "crf": "18"}

    def grab_frame(self, **_: Any) -> None:
        self.fig.canvas.draw()
        pixels = np.asarray(self.fig.canvas.buffer_rgba())
        frame = av.VideoFrame.from_ndarray(pixels, format="rgba")
        self.film.mux(self.stream.encode(frame.reformat(format="yuv420p")))

    def finish(self) -> None:
        self.film.mux(self.stream.encode())
        self.film.close()


def seconds(frames: int, folder: Path) -> float:
    """How long it takes: the figure, and `frames` frames of a walker and its trail."""
    shown = climb(Scenario.from_dict(link_data(link(1, CELLS)[1:])))
    over = ground(shown.surface, CELLS)
    begin = perf_counter()
    figure = Figure(figsize=(SIZE[0] / 100, SIZE[1] / 100), dpi=100)
    FigureCanvasAgg(figure)
    axes = figure.add_subplot(projection="3d")
    axes.plot_surface(
        *np.meshgrid(*2 * [np.arange(CELLS)]), over.heights / FULL, rcount=CELLS, ccount=CELLS
    )
    (path,) = in_cells(shown, over)
    (trail,), (bead,) = axes.plot([], [], []), axes.plot([], [], [], "o")

    def update(n: int) -> None:
        walked = path[: 1 + n * (len(path) - 1) // (frames - 1)]
        trail.set_data_3d(*walked.T)
        bead.set_data_3d(*walked[-1:].T)

    FuncAnimation(figure, update, frames).save(folder / "theirs.mp4", Writer(FPS))
    return perf_counter() - begin
