"""Values that nobody should send, the same in every run."""

from __future__ import annotations

import random
from typing import Any

WEIRD: tuple[Any, ...] = (
    None,
    True,
    False,
    "",
    " ",
    "x" * 100_000,
    "0,01",
    "nan",
    "-inf",
    "1e999",
    "\ud800",
    "\x00",
    "مرحبا",
    b"1",
    0,
    -1,
    2.5,
    10**400,
    10**5000,
    float("nan"),
    float("inf"),
    1j,
    [],
    [[]],
    [None, None],
    [1, 2, 3],
    ["a"] * 100_000,
    {},
    {"self": 1},
    {1: 2},
    {"kappa": {"kappa": []}},
    {(): None},
    object,
    print,
)


def weird(dice: random.Random, depth: int = 3) -> Any:
    """One of them, or a list or a dictionary of them."""
    kind = dice.randrange(8)
    if depth and kind == 0:
        return [weird(dice, depth - 1) for _ in range(dice.randrange(5))]
    if depth and kind == 1:
        keys = ("kappa", "self", "key", "0", "a" * 50)
        return {dice.choice(keys): weird(dice, depth - 1) for _ in range(dice.randrange(4))}
    return dice.choice(WEIRD)


def rubbish(dice: random.Random, keys: tuple[str, ...]) -> str:
    """A query with some of the `keys`, and percent-encoded rubbish for values."""
    signs = "0123456789.,;:-+eE%&=?/# abcxyz\\'\"<>é日\ud800\x00"
    parts = []
    for _ in range(dice.randrange(8)):
        value = "".join(dice.choice(signs) for _ in range(dice.randrange(12)))
        code = "".join(f"%{dice.randrange(256):02x}" for _ in range(dice.randrange(6)))
        parts.append(f"{dice.choice(keys)}={value}{code}%")
    return dice.choice(("", "?")) + dice.choice("&;").join(parts)
