"""NumPy's `.npz`: a zip of arrays with names."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from surfaces.files import npy
from surfaces.files.errors import FileError, quoted
from surfaces.files.imported import Import
from surfaces.files.limits import MOST_NAMES, check_count, check_unpacked
from surfaces.files.named import assemble
from surfaces.surface import Array
from surfaces.words import N_
from surfaces.words import gettext as _

MAGIC = b"PK\x03\x04"
ENTRY = b"PK\x01\x02"  # begins each entry of a zip's directory
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # what NumPy writes
BROKEN = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
    ValueError,
    KeyError,
    IndexError,
    OverflowError,
    struct.error,
    zlib.error,
)


def read_npz(data: bytes, name: str) -> Import:
    """Grids and trajectories from the arrays of an archive."""
    if data.count(ENTRY) > MOST_NAMES:
        text = N_("The archive has more than {most} entries. Save fewer arrays.")
        raise FileError(_(text, most=MOST_NAMES))
    try:
        arrays, others = _unpack(data)
    except FileError:
        raise
    except BROKEN as error:
        raise FileError(_("The archive is damaged: it cannot be unpacked.")) from error
    found = assemble(arrays, others)
    return Import(
        file=name,
        format=N_("NumPy archive"),
        grids=found.grids,
        trajectories=found.trajectories,
        report=found.rows,
    )


def _unpack(data: bytes) -> tuple[dict[str, Array], list[str]]:
    """All arrays by name, and the names of what is no array."""
    arrays: dict[str, Array] = {}
    others: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        check_unpacked(sum(info.file_size for info in archive.infolist()), _("The archive"))
        for info in archive.infolist():
            if not info.filename.endswith(".npy"):
                others.append(info.filename)
                continue
            key = info.filename.removesuffix(".npy")
            array = npy.load(_bytes(archive, info), key)
            if array.ndim > 2:
                others.append(f"{key} {array.shape}")
                continue
            arrays[key] = array
            check_count(sum(a.size for a in arrays.values()), _("The archive"))
    return arrays, others


def _bytes(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """One entry; never more of it than the directory says, whatever is packed in there."""
    if info.flag_bits & 1:
        text = N_("{name} is encrypted. Save it without a password.")
        raise FileError(_(text, name=quoted(info.filename)))
    if info.compress_type not in PACKED:
        text = N_("{name} is packed in a way that NumPy does not write.")
        raise FileError(_(text, name=quoted(info.filename)))
    with archive.open(info) as entry:
        unpacked = entry.read(info.file_size + 1)
    if len(unpacked) != info.file_size:
        text = N_("{name} unpacks to another size than the archive says.")
        raise FileError(_(text, name=quoted(info.filename)))
    return unpacked
