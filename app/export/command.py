"""fall-line export: reads the words, makes the files, and says how it goes."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence

from app.export.bar import Bar
from app.export.errors import ExportError
from app.export.make import make
from app.export.order import Take
from app.export.places import STANDARD
from app.export.question import agreed
from app.export.words import read_orders

STOPPED = 130  # as shells say it of Ctrl-C


def export(words: Sequence[str]) -> int:
    """Run `fall-line export`.

    Returns 0, 1 when a file could not be made, or 2 when something typed is wrong, or was refused.
    """
    try:
        orders, jobs = read_orders(words)
    except ValueError as error:  # WordsError and ScenarioError, both of them sentences
        print(error, file=sys.stderr)
        return 2
    for remark in dict.fromkeys(filter(None, (order.remark for order in orders))):
        print(remark, file=sys.stderr)
    if not agreed(orders):
        return 2
    # A polite kill must end the browsers as Ctrl-C does.
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with Bar(len(orders)) as bar:
            return _report(make(orders, jobs=jobs, hear=bar.show))
    except ExportError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. Files that are whole are kept.", file=sys.stderr)
        return STOPPED
    finally:
        signal.signal(signal.SIGTERM, before)


def _report(takes: Sequence[Take]) -> int:
    """Say what became of each file."""
    # Beside a film on standard output nothing may stand.
    good = sys.stderr if any(take.order.out == STANDARD for take in takes) else sys.stdout
    for take in takes:
        if take.problem:
            print(f"{take.order.out}: {take.problem}", file=sys.stderr)
        elif take.order.out != STANDARD:
            print(f"Saved {take.order.out} ({size_text(take.bytes)})", file=good)
    return int(any(take.problem for take in takes))


def size_text(count: int) -> str:
    """Bytes, as a person reads them."""
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{-(-count // 1000)} kB"
