"""The worst that fits into the limits is worked out in time."""

from __future__ import annotations

from time import thread_time

import numpy as np
import pytest

from surfaces.formula import FormulaError, formula_surface
from surfaces.formula.limits import LOOKING, READING, Clock


def _joined(sign: str, *parts: str) -> str:
    """As many parts as 300 characters hold."""
    text = parts[0]
    for part in parts[1:]:
        if len(text) + len(sign) + len(part) <= 290:
            text += sign + part
    return text


WORST = (
    _joined("*", *(f"sin(x*y+{i})" for i in range(40))),  # products have the longest slopes
    _joined("*", *(f"{f}(x*y+{i}*x)" for i in range(9) for f in ("exp", "log", "atan"))),
    _joined("/", *(f"sin(x+{i}*y)" for i in range(40))),
    _joined("*", *(f"(x+{i}*y)^(1/{i})" for i in range(2, 40))),
    "^".join(["(x+y)"] * 24),
    "sin(" * 24 + "x" + ")" * 24,
    "tanh(x*(" * 8 + "x" + "))" * 8,
    "max(x,min(y,x*" * 6 + "x" + "))" * 6,
    "x*y/(1+" * 12 + "x" + ")" * 12,
    "exp(-" * 12 + "x*y" + ")" * 12,
    # SymPy's own tanh thinks about this for a minute and a half: is it real?
    "tanh(sqrt((log(x+tanh(x))*atan2(min(y,a*x*0),x)+cosh(y-1e15))^-1-(2*x+1e15/(x+y)/e)"
    "/tan(abs(exp(x))^-2.5+b-min(tanh(y)*y,0.5))))+cosh(-x/exp(pi)^(1/3))/pi",
)


@pytest.mark.parametrize("text", WORST, ids=range(len(WORST)))
def test_the_worst_takes_less_than_two_seconds(text: str) -> None:
    formula_surface("x")  # loads SymPy
    began = thread_time()
    surface = formula_surface(text)
    assert thread_time() - began < READING + LOOKING
    assert surface.hessian(np.ones((3, 2))).shape == (3, 2, 2)


def test_the_clock_stops_what_takes_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("surfaces.formula.formula.READING", 0.0)
    with pytest.raises(FormulaError, match="it takes more than 0 seconds to work out"):
        formula_surface("x + 4321*y")
    monkeypatch.undo()
    monkeypatch.setattr("surfaces.formula.lowest.LOOKING", 0.0)
    assert formula_surface("x^2 + 4321*y^2").minima == ()
    monkeypatch.undo()
    Clock(1).check()
    assert formula_surface("x + 4321*y").gradient(np.zeros(2)).tolist() == [1, 4321]
