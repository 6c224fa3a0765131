"""Waiting for what other threads do: as short as possible, and never for ever."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from app.film import encoder


def until(true: Callable[[], Any], seconds: float = 20.0) -> Any:
    """Look until something is true, and return it; fail after a while."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := true():
            return found
        time.sleep(0.005)
    raise AssertionError(f"nothing came of it within {seconds} s")


def encoders() -> list[threading.Thread]:
    """The encoders at work in this process."""
    return [thread for thread in threading.enumerate() if thread.name == encoder.THREAD]
