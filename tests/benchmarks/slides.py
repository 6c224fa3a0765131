"""Slides against the films in them: processor seconds more, for talks of one to nine walkers.

python -m tests.benchmarks.slides [steps]
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import process_time

from app.film import mp4, pptx
from app.film.kinds import Write
from app.film.settings import Settings
from app.scenario import Scenario
from tests.film.pictures import frames

FRAMES = 120  # of each film
RATES = tuple(0.001 * n for n in range(1, 10))


def main(steps: int = 60) -> None:
    """Print a line for each number of walkers."""
    bodies = frames(Settings(format="mp4", width=1280, height=720, fps=30, frames=FRAMES))
    print(f"{'walkers':>8}{'films':>8}{'MP4s, s':>10}{'slides, s':>12}{'more, s':>10}{'MB':>8}")
    for walkers in (1, 3, 9):
        films = 1 + walkers if walkers > 1 else 1
        link = Scenario("himmelblau", (0.2, 4.4), RATES[:walkers], steps=steps).to_link()
        order = Settings(
            format="pptx",
            width=1280,
            height=720,
            fps=30,
            frames=films * FRAMES,
            films=films,
            link=f"http://here/?{link}",
        )
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "film"
            alone = sum(_timed(mp4.write, bodies, order, path) for _ in range(films))
            packed = _timed(pptx.write, _again(bodies, films), order, path)
            more, size = packed - alone, path.stat().st_size / 1e6
        print(f"{walkers:8}{films:8}{alone:10.2f}{packed:12.2f}{more:10.2f}{size:8.2f}")


def _timed(write: Write, bodies: Iterable[bytes], order: Settings, path: Path) -> float:
    """Of the processor, all threads together: others may be at work."""
    began = process_time()
    write(bodies, order, path)
    return process_time() - began


def _again(bodies: list[bytes], times: int) -> Iterator[bytes]:
    for _ in range(times):
        yield from bodies


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
