"""An asymmetric ground, and files of every format that hold it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import h5py
import numpy as np
import pytest

from surfaces import Array
from surfaces.files import FileError, Import, read
from surfaces.grid import grid_surface

X = np.linspace(-1, 2, 7)  # nx = 7 and ny = 5: no turn of the grid can hide
Y = np.linspace(10, 14, 5)


def ground(x: Array, y: Array) -> Array:
    """Heights that tell x from y, and each from its mirror."""
    return 100 + 3 * x + 0.5 * y + 0.25 * x * (y - 12)


Z = ground(*np.meshgrid(X, Y))  # (ny, nx)


def npy(array: Array, **options: bool) -> bytes:
    file = io.BytesIO()
    np.save(file, array, **options)
    return file.getvalue()


def npz(**arrays: Array) -> bytes:
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    return file.getvalue()


def zipped(packing: int = zipfile.ZIP_DEFLATED, **entries: bytes) -> bytes:
    """A zip as NumPy makes it, of these bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as archive:
        for name, data in entries.items():
            archive.writestr(f"{name}.npy", data)
    return file.getvalue()


def h5(fill: Callable[[h5py.File], object] | None = None, **arrays: object) -> bytes:
    """An HDF5 file of these arrays, and of what `fill` puts into it."""
    file = io.BytesIO()
    with h5py.File(file, "w") as opened:
        for name, array in arrays.items():
            opened[name] = array
        if fill:
            fill(opened)
    return file.getvalue()


def li(z: Array, **more: object) -> bytes:
    """A surface file as the tool of Li et al. makes it: nx rows of ny, in ravel order."""
    loss = z.ravel().reshape(X.size, Y.size)
    return h5(xcoordinates=X, ycoordinates=Y, train_loss=loss, **more)


def asc(z: Array = Z, nodata: float = -9999) -> bytes:
    size = Y[1] - Y[0]
    head = (
        f"ncols {z.shape[1]}\nnrows {z.shape[0]}\nxllcenter -1\nyllcenter 10\n"
        f"cellsize {size}\nNODATA_value {nodata}\n"
    )
    rows = "\n".join(" ".join(map(repr, map(float, row))) for row in z[::-1])
    return f"{head}{rows}\n".encode()


def matrix(z: Array = Z, between: str = ",") -> bytes:
    return "\n".join(between.join(map(repr, map(float, row))) for row in z).encode()


def long(header: str = "dir1,dir2,loss") -> bytes:
    """One row per place, in no order."""
    x, y = (a.ravel() for a in np.meshgrid(X, Y))
    rows = np.stack([x, y, Z.ravel()], axis=-1)[np.random.default_rng(1).permutation(x.size)]
    return "\n".join([header, *(",".join(map(repr, map(float, r))) for r in rows)]).encode()


def hgt(side: int = 1201) -> tuple[bytes, Array]:
    """A tile, and its heights with y to the north."""
    share = np.linspace(0, 1, side)
    z = np.rint(1000 * np.add.outer(share**2, 0.5 * share)).astype(">i2")
    return z[::-1].tobytes(), z.astype(np.float64)


def height(found: Import, x: float, y: float, name: str | None = None) -> float:
    """The height that an import has at a place."""
    grid = found.grids[0] if name is None else found.grid(name)
    return float(grid_surface(grid).loss(np.array([x, y])))


def said(found: Import) -> str:
    return "\n".join(f"{label}: {words}" for label, words in found.report)


def refusal(name: str, data: bytes) -> str:
    """The sentence with which a file is refused, once it is known to be one."""
    with pytest.raises(FileError) as error:
        read(data, name)
    sentence = str(error.value)
    assert sentence.startswith((f"'{name}': ", f"«{name}»: ")) and len(sentence) < 400
    assert sentence.rstrip()[-1] in ".?"
    return sentence
