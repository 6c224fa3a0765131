"""Damaged files give an Import or a FileError, and nothing else; an Import gives ground."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from surfaces.files import FileError, Import, hdf5, read
from surfaces.grid import grid_surface
from tests.surfaces.files.made import X, Y, Z, asc, h5, hgt, li, long, matrix, npy, npz

FILES = {
    "long": ("a.csv", long()),
    "matrix": ("a.csv", matrix()),
    "walk": ("a.txt", b"epoch px py\n0 1 2\n1 3 4\n2 5 6"),
    "npy": ("a.npy", npy(Z)),
    "npz": ("a.npz", npz(loss=Z, x=X, y=Y)),
    "asc": ("a.asc", asc()),
}
LI = (
    li(Z, train_acc=Z.ravel().reshape(7, 5), dir_file="/x"),
    h5(lambda f: f.create_dataset("loss", data=Z, chunks=(3, 3), compression="gzip")),
)
WORDS = (
    b"nan",
    b"inf",
    b"-",
    b",",
    b";",
    b"\n",
    b'"',
    b"1e308",
    b"1e-320",
    b"\xff",
    b"#",
    b"9" * 400,
)


def damaged(data: bytes, dice: random.Random) -> bytes:
    """The file cut off, with flipped bits, with a piece from elsewhere, or with a word put in."""
    at, other = dice.randrange(len(data)), dice.randrange(len(data))
    kind = dice.randrange(4)
    if kind == 0:
        return data[:at]
    if kind == 1:
        flipped = bytearray(data)
        for _ in range(dice.randrange(1, 8)):
            flipped[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        return bytes(flipped)
    piece = data[other : other + dice.randrange(64)] if kind == 2 else dice.choice(WORDS)
    return data[:at] + piece + data[at + dice.randrange(2) * len(piece) :]


def outcome(name: str, data: bytes) -> Import | None:
    try:
        return read(data, name)
    except FileError as error:
        assert str(error).startswith(f"'{name}': ") and len(str(error)) < 500
        return None


@pytest.mark.parametrize(("name", "data"), FILES.values(), ids=FILES)
def test_damaged_files(name: str, data: bytes) -> None:
    dice = random.Random(name)
    opened = 0
    for turn in range(700):
        found = outcome(name, damaged(data, dice))
        opened += found is not None
        if found and turn % 7 == 0:
            for grid in found.grids:
                surface = grid_surface(grid)
                assert np.isfinite(surface.loss(np.array(surface.start)))
    assert 0 < opened < 700  # some of either kind, or the damage says nothing


def test_damaged_hdf5() -> None:
    """One flipped bit can crash the HDF5 library: so it is a child that reads."""
    dice = random.Random(3)
    files = [damaged(dice.choice(LI), dice) for _ in range(16)]
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda data: outcome("a.h5", data), files))
    assert any(found) and not all(found)


@pytest.mark.parametrize("child", ["import os; os.abort()", "while True: pass", "print('?')"])
def test_a_reader_that_dies_or_hangs_is_told(child: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hdf5, "CHILD", child)
    monkeypatch.setattr(hdf5, "PATIENCE", 1)
    with pytest.raises(FileError, match=r"[Tt]he file is damaged"):
        read(LI[0], "a.h5")


def test_damaged_tiles() -> None:
    dice, data = random.Random(4), hgt()[0]
    for name in ("N00E000.hgt", "S90W180.hgt", "N90E179.hgt", "S00E180.hgt", "n46e007.hgt"):
        outcome(name, damaged(data, dice))
        found = outcome(name, dice.randbytes(len(data)))
        assert found is None or found.grids[0].z.shape == (1201, 1201)
