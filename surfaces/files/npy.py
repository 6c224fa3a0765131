"""NumPy's `.npy`: one bare array. Its header is checked before anything is made of it."""

from __future__ import annotations

import ast
import re
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from surfaces.files.errors import FileError, quoted
from surfaces.files.imported import Import
from surfaces.files.limits import check_count
from surfaces.files.named import assemble
from surfaces.surface import Array
from surfaces.words import N_, numeral
from surfaces.words import gettext as _

MAGIC = b"\x93NUMPY"
NUMBERS = "fiu"  # kinds of dtype: floats and whole numbers
KEYS = {"descr", "fortran_order", "shape"}
DESCR = re.compile(r"[<>|=]?([A-Za-z])\d*(\[\w+\])?")  # dtype.str: byte order, kind, bytes
LONGEST_HEADER = 10_000  # bytes; NumPy too reads no longer ones
BROKEN = (ValueError, TypeError, SyntaxError, KeyError, RecursionError, MemoryError)
WRONG = {
    "O": N_(
        "Python objects, stored as a pickle, which can run code. Save numbers: a.astype(float)"
    ),
    "V": N_("structured records. Save one array of numbers"),
    "c": N_("complex numbers. Save their real part or their size"),
    "U": N_("text. Save numbers"),
    "S": N_("text. Save numbers"),
    "b": N_("true and false. Save numbers"),
    "M": N_("dates. Save numbers"),
    "m": N_("durations. Save numbers"),
}


def read_npy(data: bytes, name: str) -> Import:
    """The heights of one array without axes."""
    array = load(data, name)
    if array.ndim != 2:
        raise FileError(
            _(
                "The array has {n} dimensions, {shape}. Heights have two: save one layer of it, "
                "a[0] for example.",
                n=array.ndim,
                shape=array.shape,
            )
        )
    found = assemble({"heights": array})
    return Import(file=name, format=N_("NumPy array"), grids=found.grids, report=found.rows)


def load(data: bytes, name: str) -> Array:
    """The numbers of an `.npy` file, as float64. FileError for all that are not numbers."""
    head, start = _header(data, name)
    shape, dtype = head["shape"], _dtype(head["descr"], name)
    check_count(prod(shape), quoted(name))
    size = prod(shape) * dtype.itemsize
    if size != len(data) - start:
        raise FileError(
            _(
                "{name} says that it holds {size} bytes of numbers, {shape}, but there are "
                "{found}. The file is damaged or cut off.",
                name=quoted(name),
                size=numeral(f"{size:,}"),
                shape=shape,
                found=numeral(f"{len(data) - start:,}"),
            )
        )
    array = np.frombuffer(data, dtype, offset=start) if size else np.empty(0)
    return floats(array).reshape(shape, order="F" if head["fortran_order"] else "C")


def floats(array: NDArray[Any]) -> Array:
    """As float64; what is too large for it becomes infinite, which is reported later."""
    with np.errstate(all="ignore"):
        return np.asarray(array, dtype=np.float64)


def refuse_kind(kind: str, name: str) -> None:
    """FileError where the letter of a dtype's kind is not one of plain numbers."""
    if kind not in NUMBERS:
        held = WRONG.get(kind, N_("no numbers"))
        raise FileError(_("{name} holds {kind}.", name=quoted(name), kind=_(held)))


def _dtype(descr: object, name: str) -> np.dtype[Any]:
    """The dtype that a header describes, one of plain numbers."""
    found = DESCR.fullmatch(descr) if isinstance(descr, str) else None
    refuse_kind(found[1] if found else "V", name)
    try:
        return np.dtype(str(descr))
    except TypeError as error:
        text = N_("{name} holds no numbers that NumPy knows: damaged?")
        raise FileError(_(text, name=quoted(name))) from error


def _header(data: bytes, name: str) -> tuple[dict[str, Any], int]:
    """What the header says, and where the numbers begin. It is a literal, and never run."""
    width = {b"\1\0": 2, b"\2\0": 4}.get(data[6:8], 0)  # by version
    start = 8 + width + int.from_bytes(data[8 : 8 + width], "little")
    try:
        if not width or start > min(len(data), LONGEST_HEADER):
            raise ValueError("no header")
        head = ast.literal_eval(data[8 + width : start].decode("latin-1").strip())
        whole = set(head) == KEYS and all(type(n) is int and n >= 0 for n in head["shape"])
        if not (whole and isinstance(head["shape"], tuple)):
            raise ValueError("not a header of NumPy's")
    except BROKEN as error:
        text = N_("{name} has no header that NumPy writes: damaged?")
        raise FileError(_(text, name=quoted(name))) from error
    return head, start
