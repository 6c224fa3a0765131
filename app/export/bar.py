"""A line on the terminal that says how far the work is.

These few lines, because all there is to show is one share; a library for it would be one more to
install and to follow.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from typing import TextIO

from app.export.order import Take

WIDTH = 30  # characters
PAUSE_S = 0.1  # seconds between two changes
SURE = 0.05  # the share of the work after which the time left can be told


class Bar:
    """Shown on a terminal, and silent in a pipe."""

    def __init__(self, count: int, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._shown = self._stream.isatty()
        self._count = count
        self._began: float | None = None  # when the first frame was there
        self._at = -PAUSE_S  # when the line last changed

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._stream.write("\r\033[K")
            self._stream.flush()

    def show(self, takes: Sequence[Take], share: float) -> None:
        """How far it is now."""
        now = time.monotonic()
        if not self._shown or now - self._at < PAUSE_S:
            return
        if share and self._began is None:
            self._began = now
        self._at = now
        done = sum(take.ended for take in takes)
        self._stream.write("\r\033[K" + self._line(done, share, now - (self._began or now)))
        self._stream.flush()

    def _line(self, done: int, share: float, seconds: float) -> str:
        full = round(WIDTH * share)
        files = f"  {done} of {self._count} files" if self._count > 1 else ""
        left = f"  about {seconds * (1 - share) / share:.0f} s left" if share > SURE else ""
        return f"[{'#' * full}{'.' * (WIDTH - full)}] {share:4.0%}{files}{left}"
