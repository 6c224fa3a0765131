"""Whatever is typed, the answer is a formula or a FormulaError, and nothing else."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from surfaces.formula import FormulaError, formula_surface, parse
from surfaces.formula.names import FUNCTIONS
from surfaces.formula.tree import Node
from tests.surfaces.formula.test_refusals import REFUSED
from tests.surfaces.formula.test_values import PLAIN

_TOKENS = [
    *("x", "y", "a", "b_1", "pi", "e", "1", "0", "2.5", "1e3", "64", "9", ".5", "1_0", "1j", "0x1"),
    *"+-*/^()(),.[]{}=<>!:;%&|~@#$'\"\\`?\n\t ",
    *("**", "//", ":=", "==", "->", "lambda", "if", "for", "in", "not", "None", "await", "yield"),
    *("__import__", "sinn", "eval", "print", "х", "２", "−", "\0", "\ud800", "é", "\u202e"),
    *FUNCTIONS,
    *(f"{name}(" for name in FUNCTIONS),
]
_SEEDS = [text for text in [*PLAIN, *REFUSED] if len(text) <= 300]


def _soup(random: Random) -> str:
    return random.choice(("", " ")).join(random.choices(_TOKENS, k=random.randint(0, 14)))


def _mutated(random: Random) -> str:
    text = random.choice(_SEEDS)
    for _ in range(random.randint(1, 3)):
        at, end = sorted(random.choices(range(len(text) + 1), k=2))
        middle = random.choice((random.choice(_TOKENS), "", text[at:end] * 2))
        text = text[:at] + middle + text[random.choice((at, end)) :]
    return text


def _unicode(random: Random) -> str:
    return "".join(chr(random.choice((random.randrange(128), random.randrange(0x110000))))
                   for _ in range(random.randint(0, 12)))  # fmt: skip


def _bytes(random: Random) -> str:
    return random.randbytes(random.randint(0, 20)).decode("latin-1")


def _valid(random: Random, size: int) -> str:
    if size <= 1:
        return random.choice(("x", "y", "x", "y", "a", "2", "0.5", "pi", "3"))
    part = random.randint(1, size - 1)
    left, right = _valid(random, part), _valid(random, size - part)
    name = random.choice(list(FUNCTIONS))
    values = f"{left}, {right}" if FUNCTIONS[name].least == 2 else left
    power = f"({left})^{random.choice(('2', '3', '-1', '0.5', 'x', 'a'))}"
    both = [f"({left}) {sign} {right}" for sign in "+-*/"]
    return random.choice([*both, *both, f"{name}({values})", f"{name}({values})", power])


@pytest.mark.parametrize(("make", "count"), [(_soup, 50_000), (_mutated, 35_000),
                                             (_unicode, 10_000), (_bytes, 10_000)])  # fmt: skip
def test_a_parser_answers_with_a_tree_or_a_sentence(make: object, count: int) -> None:
    assert callable(make)
    random, accepted = Random(20), 0
    for _ in range(count):
        text = make(random)
        try:
            tree = parse(text)
        except FormulaError as error:
            assert str(error).startswith("Formula: ") and str(error).isprintable(), repr(text)
            assert error.column is None or 1 <= error.column <= len(text), repr(text)
        else:
            assert isinstance(tree, Node)
            accepted += 1
    assert accepted < count / 2


def _slope_error(text: str, random: Random) -> tuple[int, int]:
    """Of 8 places: on how many the gradient can be compared, and on how many it is wrong."""
    surface = formula_surface(text)
    p = np.random.default_rng(random.randrange(1000)).uniform(-4, 4, size=(8, 2))
    compared = wrong = 0
    for axis in (0, 1):
        slopes = []
        for step in (4e-5, 1e-5):
            e = np.zeros(2)
            e[axis] = step
            with np.errstate(all="ignore"):
                slopes.append((surface.loss(p + e) - surface.loss(p - e)) / (2 * step))
        coarse, fine = slopes
        with np.errstate(all="ignore"):
            size = 1 + np.abs(fine)
            rounding = 1e-15 * np.abs(surface.loss(p)) / 1e-5
            smooth = (np.abs(coarse - fine) < 1e-6 * size) & (rounding < 1e-7 * size)
            off = np.abs(surface.gradient(p)[:, axis] - fine) > 1e-4 * size
            off |= np.isnan(surface.gradient(p)[:, axis])
        compared += int(smooth.sum())
        wrong += int((smooth & off).sum())
    return compared, wrong


def test_generated_formulas_become_ground_with_true_slopes() -> None:
    random, made, compared = Random(21), 0, 0
    for _ in range(400):
        text = _valid(random, random.randint(2, 14))
        try:
            here, wrong = _slope_error(text, random)
        except FormulaError:
            continue
        made, compared = made + 1, compared + here
        assert wrong == 0, text
    assert made > 200 and compared > 1500
