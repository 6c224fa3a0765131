"""Does the content of a file match the ending of its name? Its first bytes tell."""

from __future__ import annotations

from surfaces.files import hdf5, npy, npz
from surfaces.files.errors import FileError
from surfaces.words import N_
from surfaces.words import gettext as _

KINDS = (  # first bytes, in words, the ending that belongs to them
    (hdf5.MAGIC, N_("an HDF5 file"), ".h5"),
    (npy.MAGIC, N_("a NumPy array"), ".npy"),
    (npz.MAGIC, N_("a zip archive, such as .npz or .xlsx"), ".npz"),
    (b"PK\x05\x06", N_("an empty zip archive"), ""),
    (b"\x1f\x8b", N_("a gzip archive"), ""),
    (b"\xd0\xcf\x11\xe0", N_("an old Excel sheet"), ""),
    (b"%PDF", N_("a PDF"), ""),
    (b"\x89PNG", N_("a picture"), ""),
    (b"\xff\xd8\xff", N_("a picture"), ""),
    *(
        (bytes((0x80, p)), N_("a pickle, which can run code and is never opened"), "")
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
    is_ = words or (N_("not text") if ending in TEXT else N_("something else"))
    text = N_("The content is {kind}, which does not match the ending {ending}.")
    advice = " " + _("Name it with {ending} at the end.", ending=own) if own else ""
    raise FileError(_(text, kind=_(is_), ending=ending) + advice)
