"""For notebooks and scripts: a scenario drawn and played inline, and as a film.

What is shown is the file that `app.film.html` makes, whole, in a frame: it needs no widget package
and no kernel once it is there, so it also plays in a notebook that is opened again, exported to
HTML or shown by nbviewer. The price is 2 MB of the notebook for each.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from app.climb import climb
from app.export.errors import ExportError
from app.export.make import make
from app.export.question import question
from app.export.words import read_orders
from app.film.html import page
from app.scenario import Scenario
from app.view import View

Choice = str | float | bool | Sequence[float]


@dataclass(frozen=True, repr=False)
class Shown:
    """What a notebook displays: a page in a frame of its own that can reach nothing outside it."""

    page: str
    height: int  # pixels

    def _repr_html_(self) -> str:
        """As Jupyter asks for it; no import of its packages is needed."""
        return (
            f'<iframe srcdoc="{escape(self.page)}" title="Fall Line" height="{self.height}" '
            'sandbox="allow-scripts allow-downloads" style="width: 100%; border: 0"></iframe>'
        )


def show(scenario: Scenario, view: View | None = None, height: int = 640) -> Shown:
    """Walk a scenario and show it under the cell: it plays, steps and turns as on the page.

    It must be the cell's last value, or be handed to IPython's `display`. Charts and map stand
    below the mountains where `height` (pixels) is above 640.
    """
    return Shown(page(climb(scenario), view or View()), height)


def film(scenario: Scenario, out: str | Path, **choices: Choice) -> Path:
    """Save a scenario as a film, a picture or a file of numbers, as `out`'s ending says.

    `choices` are the options of `fall-line export`: `size="1000x700"`, `fps=60`, `seconds=4`,
    `camera=(1, -1, 1)`, `walker=2`, `force=True` to overwrite, `yes=True` for one that takes
    minutes. It needs a browser for all that is drawn.
    ExportError says what is wrong with what was given, or why there is no file.
    """
    said = [f"?{scenario.to_link()}", str(out), *(_word(*choice) for choice in choices.items())]
    orders, _ = read_orders([word for word in said if word])
    if orders[0].remark:
        warnings.warn(orders[0].remark, stacklevel=2)
    if words := question(orders):
        raise ExportError(f"{words} Say yes=True to make it.")
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
