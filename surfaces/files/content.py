"""Does the content of a file match the ending of its name? Its first bytes tell."""

from __future__ import annotations

from surfaces.files import hdf5, npy, npz
from surfaces.files.errors import FileError

KINDS = (  # first bytes, in words, the ending that belongs to them
    (hdf5.MAGIC, "an HDF5 file", ".h5"),
    (npy.MAGIC, "a NumPy array", ".npy"),
    (npz.MAGIC, "a zip archive, such as .npz or .xlsx", ".npz"),
    (b"PK\x05\x06", "an empty zip archive", ""),
    (b"\x1f\x8b", "a gzip archive", ""),
    (b"\xd0\xcf\x11\xe0", "an old Excel sheet", ""),
    (b"%PDF", "a PDF", ""),
    (b"\x89PNG", "a picture", ""),
    (b"\xff\xd8\xff", "a picture", ""),
    *(
        (bytes((0x80, p)), "a pickle, which can run code and is never opened", "")
        for p in range(2, 6)
    ),
)
TEXT = (".csv", ".asc")  # formats without first bytes of their own
BINARY = ".hgt"  # neither; its length is checked


def check_content(data: bytes, ending: str) -> None:
    """FileError where the content is of another kind than the format with this ending."""
    if ending == BINARY:
        return
    words, own = next(((w, e) for magic, w, e in KINDS if data.startswith(magic)), ("", ""))
    if ending in TEXT and not words and b"\0" not in data:
        return
    if own == ending:
        return
    is_ = words or ("not text" if ending in TEXT else "something else")
    advice = f" Name it with {own} at the end." if own else ""
    raise FileError(f"The content is {is_}, which does not match the ending {ending}.{advice}")
