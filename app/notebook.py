"""For notebooks and scripts: a scenario as a film."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.export.errors import ExportError
from app.export.make import make
from app.export.words import read_orders
from app.scenario import Scenario

Choice = str | float | bool | Sequence[float]


def film(scenario: Scenario, out: str | Path, **choices: Choice) -> Path:
    """Save a scenario as a film, a picture or a file of numbers, as `out`'s ending says.

    `choices` are the options of `fall-line export`: `size="1080p"`, `fps=60`, `seconds=4`,
    `camera=(1, -1, 1)`, `force=True` to overwrite. It needs a browser for all that is drawn.
    ExportError says what is wrong with what was given, or why there is no file.
    """
    words = [f"?{scenario.to_link()}", str(out), *(_word(*choice) for choice in choices.items())]
    orders, _ = read_orders([word for word in words if word])
    (take,) = make(orders)
    if take.problem:
        raise ExportError(take.problem)
    return Path(take.order.out)


def _word(name: str, value: Choice) -> str:
    """A choice as the command line has it; "" for one that is off."""
    option = f"--{name.replace('_', '-')}"
    if isinstance(value, bool):
        return option if value else ""
    listed = isinstance(value, Sequence) and not isinstance(value, str)
    return f"{option}={','.join(map(repr, value)) if listed else value}"  # type: ignore[arg-type]
