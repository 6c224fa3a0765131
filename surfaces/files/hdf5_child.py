"""The arrays of an HDF5 file, read in a process of its own.

A damaged file can crash the HDF5 library or keep it busy without end: single flipped bits do. So
this module runs as a child with limits, and what goes wrong there is a FileError in its parent.
"""

from __future__ import annotations

import io
import json
import sys
import zlib
from math import prod
from typing import Any, BinaryIO

import numpy as np

from surfaces.files.errors import FileError, quoted
from surfaces.files.hdf5 import DAMAGED
from surfaces.files.limits import MEGABYTE, MOST_NAMES, check_count, check_unpacked
from surfaces.files.npy import NUMBERS, floats, refuse_kind
from surfaces.surface import Array
from surfaces.words import N_, speak
from surfaces.words import gettext as _

SECONDS = 10  # of a processor
MEMORY = 2048 * MEGABYTE  # ten times what the largest file needs, and what the libraries take
DEFLATE, SHUFFLE, FLETCHER32 = 1, 2, 3  # H5Z.h: numbers of the filters that HDF5 has built in
PIPELINES = tuple(  # orders in which HDF5 applies them; deflate once only, so a bomb cannot nest
    tuple(f for f, on in zip((SHUFFLE, DEFLATE, FLETCHER32), switches, strict=True) if on)
    for switches in np.ndindex(2, 2, 2)
)
BROKEN = (
    OSError,
    RuntimeError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    IndexError,
    OverflowError,
    MemoryError,
    NotImplementedError,
)
ELSEWHERE = N_("It was not opened, since it leads out of the file. Copy the data into the file.")


def main(language: str) -> None:
    """From the file on standard input to its arrays on standard output, or to a sentence."""
    import h5py  # noqa: F401  before the limits, which are for the file

    speak(language)
    _limit()
    try:
        arrays, others = _open(sys.stdin.buffer.read())
    except FileError as error:
        _answer(sys.stdout.buffer, {"error": str(error)}, {})
    except BROKEN:
        _answer(sys.stdout.buffer, {"error": _(DAMAGED)}, {})
    else:
        shapes = {name: a.shape for name, a in arrays.items()}
        _answer(sys.stdout.buffer, {"shapes": shapes, "others": others}, arrays)


def _limit() -> None:
    """Bound this process' time and memory, where the system can."""
    try:
        import resource
    except ImportError:  # not on Windows; the parent's patience still ends
        return
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(out: BinaryIO, head: dict[str, Any], arrays: dict[str, Array]) -> None:
    """One line of JSON, then the numbers of all arrays as float64."""
    out.write(json.dumps(head).encode() + b"\n")
    for array in arrays.values():
        out.write(np.ascontiguousarray(array).tobytes())
    out.flush()


def _open(data: bytes) -> tuple[dict[str, Array], list[str]]:
    """All arrays of numbers in the root by name, and the names of all else."""
    import h5py

    arrays: dict[str, Array] = {}
    others: list[str] = []
    with h5py.File(io.BytesIO(data), "r") as file:
        if len(file) > MOST_NAMES:
            text = N_("There are more than {most} names in the file.")
            raise FileError(_(text, most=MOST_NAMES))
        for name in file:
            if not isinstance(file.get(name, getlink=True), h5py.HardLink):
                link = _("{name} is a link.", name=quoted(name))
                raise FileError(f"{link} {_(ELSEWHERE)}")
            found = file[name]
            if isinstance(found, h5py.Dataset) and _is_wanted(found, name):
                arrays[name] = _read(found, name)
                check_count(sum(a.size for a in arrays.values()), _("The file"))
            else:
                others.append(_called(found, name))
    return arrays, others


def _called(found: Any, name: str) -> str:
    """The name of what is not read, with its shape where that is why."""
    shape = getattr(found, "shape", None)
    return f"{name} {shape}" if shape else name


def _is_wanted(found: Any, name: str) -> bool:
    """Whether it is an array of numbers. FileError for one of rows and columns of other things."""
    if not found.shape or len(found.shape) > 2:
        return False
    if len(found.shape) == 2:
        refuse_kind(found.dtype.kind, name)
    return found.dtype.kind in NUMBERS and found.dtype.subdtype is None


def _read(found: Any, name: str) -> Array:
    """The numbers of a dataset, once it is known to lie in this file and to unpack to its size."""
    if found.is_virtual or found.external:
        stored = _("{name} is stored in another file.", name=quoted(name))
        raise FileError(f"{stored} {_(ELSEWHERE)}")
    check_unpacked(prod(found.shape) * found.dtype.itemsize, quoted(name))
    check_count(prod(found.shape), quoted(name))
    if found.chunks is not None:
        _check_chunks(found, name)
    return floats(found[()])


def _check_chunks(found: Any, name: str) -> None:
    """FileError for filters that HDF5 does not have built in, and for chunks that burst."""
    plist = found.id.get_create_plist()
    filters = tuple(plist.get_filter(i)[0] for i in range(plist.get_nfilters()))
    if filters not in PIPELINES:
        raise FileError(
            _(
                "{name} is packed with a filter that is not built in. Save it with gzip, or "
                "unpacked.",
                name=quoted(name),
            )
        )
    size = prod(found.chunks) * found.dtype.itemsize
    check_unpacked(size, quoted(name))
    for i in range(found.id.get_num_chunks()):
        info = found.id.get_chunk_info(i)
        if info.size > 2 * size + 1024:
            text = N_("{name} has a piece larger than it says: damaged?")
            raise FileError(_(text, name=quoted(name)))
        mask, packed = found.id.read_direct_chunk(info.chunk_offset)
        if DEFLATE in filters and not mask & 1 << filters.index(DEFLATE):
            _check_packed(packed, size, name)


def _check_packed(packed: bytes, size: int, name: str) -> None:
    """FileError where a chunk does not unpack to its size: HDF5 itself would unpack it whole."""
    unpacker = zlib.decompressobj()
    try:
        unpacked = len(unpacker.decompress(packed, size + 4 + 1))  # 4: a checksum
    except zlib.error as error:
        text = N_("{name} cannot be unpacked: damaged?")
        raise FileError(_(text, name=quoted(name))) from error
    if unpacked > size + 4:
        raise FileError(_("{name} unpacks to more than it says.", name=quoted(name)))
