"""What is asked before a long film is begun."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from app.export.order import Order
from app.film.estimate import bytes_of, seconds_of, time_text
from app.film.formats import FILMS
from app.film.options import SCALE
from app.film.settings import MANY_FRAMES
from app.view import View


def question(orders: Sequence[Order]) -> str:
    """How long the long films take, in sentences; "" where there are none, or all are sure."""
    return " ".join(
        _estimate(order) for order in orders if order.frames > MANY_FRAMES and not order.sure
    )


def _estimate(order: Order) -> str:
    scale, turns = int(SCALE.chosen(order.options)), bool(order.spans["turn"])
    size = scale * order.size.width, scale * order.size.height
    moving = turns or bool(View.from_link(order.query).motion)
    seconds = seconds_of(*size, order.frames, moving=moving)
    count = bytes_of(FILMS[order.format], order.options, size, order.frames, turns=turns)
    return (
        f"{order.out} has {order.frames} frames: on a small laptop about {time_text(seconds)}, "
        f"and about {float(f'{count / 1e6:.1g}'):g} MB."
    )


def agreed(orders: Sequence[Order]) -> bool:
    """Whether they are to be made: who sits at a terminal is asked, and nobody else can be."""
    words = question(orders)
    if not words:
        return True
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        print(f"{words} Add --yes to make it.", file=sys.stderr)
        return False
    print(f"{words} Make it? [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")
