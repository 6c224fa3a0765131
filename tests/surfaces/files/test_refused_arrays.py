"""Arrays and archives that are no measured ground are refused, with a sentence."""

from __future__ import annotations

import pickle
import struct
import zipfile
from collections.abc import Callable

import h5py
import numpy as np
import pytest

from surfaces.files import MOST_BYTES
from tests.surfaces.files.made import X, Y, Z, h5, li, matrix, npy, npz, refusal, zipped

OBJECTS = np.array([[{}] * 5] * 5, dtype=object)
MORE = np.zeros((4200, 4200), np.int8)  # 16.8 MB, but too many numbers
HUGE = (
    b"\x93NUMPY\x01\x00\x76\x00"
    + b"{'descr': '<f8', 'fortran_order': False, 'shape': (9999999, 9999999), }".ljust(117)
    + b"\n"
)


def lying_zip() -> bytes:
    """The directory says that the entry is small."""
    data, size = zipped(loss=npy(np.zeros((1000, 1000)))), len(npy(np.zeros((1000, 1000))))
    return data.replace(struct.pack("<I", size), struct.pack("<I", 500))


def bomb(file: h5py.File) -> None:
    """A chunk of 32 kB that unpacks to 50 MB."""
    import zlib

    made = file.create_dataset("train_loss", (64, 64), "f8", chunks=(64, 64), compression="gzip")
    made.id.write_direct_chunk((0, 0), zlib.compress(bytes(50_000_000)))


def virtual(file: h5py.File) -> None:
    layout = h5py.VirtualLayout((5, 5), "f8")
    layout[...] = h5py.VirtualSource("/etc/passwd", "loss", (5, 5))
    file.create_virtual_dataset("train_loss", layout)


def external(file: h5py.File) -> None:
    file.create_dataset("train_loss", (5, 5), "f8", external=[("/etc/passwd", 0, 200)])


def link(kind: object) -> Callable[[h5py.File], None]:
    def fill(file: h5py.File) -> None:
        file["train_loss"] = kind

    return fill


def encrypted() -> bytes:
    """The flag is set, in the entry and in the directory."""
    data = bytearray(zipped(loss=npy(Z)))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


CASES: dict[str, tuple[str, bytes, str]] = {
    "pickle by content": ("a.npy", pickle.dumps(Z), "a pickle, which can run code and is never"),
    "pickle in npy": (
        "a.npy",
        npy(OBJECTS, allow_pickle=True),
        "holds Python objects, stored as a pickle",
    ),
    "pickle in npz": (
        "a.npz",
        zipped(loss=npy(Z), meta=npy(OBJECTS, allow_pickle=True)),
        "'meta' holds Python objects",
    ),
    "complex": ("a.npy", npy(Z * 1j), "complex numbers. Save their real part"),
    "text array": ("a.npy", npy(Z.astype(str)), "holds text. Save numbers."),
    "records": ("a.npy", npy(np.zeros((5, 5), "f8,f8")), "structured records"),
    "truths": ("a.npy", npy(Z > 0), "true and false"),
    "dates": ("a.npy", npy(np.zeros((5, 5), "M8[s]")), "holds dates"),
    "three dimensions": (
        "a.npy",
        npy(np.zeros((5, 5, 5))),
        "The array has 3 dimensions, (5, 5, 5).",
    ),
    "one dimension": ("a.npy", npy(X), "The array has 1 dimensions, (7,)."),
    "three dimensions, npz": (
        "a.npz",
        npz(w=np.zeros((5, 5, 5))),
        "no array has rows and columns. It has 'w (5, 5, 5)'.",
    ),
    "three dimensions, h5": (
        "a.h5",
        h5(w=np.zeros((5, 5, 5))),
        "no array has rows and columns. It has 'w (5, 5, 5)'.",
    ),
    "few rows": (
        "a.npy",
        npy(Z[:3]),
        "'heights' has 3 rows and 7 columns. A smooth ground needs at least 4",
    ),
    "few columns": ("a.npy", npy(Z[:, :3]), "5 rows and 3 columns"),
    "no rows": ("a.npy", npy(Z[:0]), "0 rows and 7 columns"),
    "all missing": ("a.npy", npy(Z * np.nan), "All heights of 'heights' are missing."),
    "all infinite": ("a.npy", npy(Z * np.inf), "All heights are missing."),
    "no whole cell": (
        "a.npy",
        npy(np.where(np.indices(Z.shape).sum(0) % 2, 1, np.nan)),
        "No four neighbouring heights are all there",
    ),
    "too many numbers": ("a.npy", npy(MORE), "has 17,640,000 numbers. At most 12,967,201 are read"),
    "claims much": ("a.npy", HUGE, "has 99,999,980,000,001 numbers."),
    "cut off": (
        "a.npy",
        npy(Z)[:-8],
        "says that it holds 280 bytes of numbers, (5, 7), but there are 272.",
    ),
    "too long": ("a.npy", npy(Z) + b"12345678", "there are 288"),
    "broken header": (
        "a.npy",
        npy(Z).replace(b"descr", b"desc("),
        "has no header that NumPy writes",
    ),
    "unpacks to much": (
        "a.npz",
        zipped(loss=bytes(MOST_BYTES + 1)),
        "The archive unpacks to 32.0 MB. At most 32 MB",
    ),
    "unpacks to much in parts": (
        "a.npz",
        zipped(**{f"a{i}": bytes(MOST_BYTES // 3) for i in range(4)}),
        "The archive unpacks to 42.7 MB",
    ),
    "encrypted": ("a.npz", encrypted(), "'loss.npy' is encrypted. Save it without a password."),
    "bzip2": (
        "a.npz",
        zipped(zipfile.ZIP_BZIP2, loss=npy(Z)),
        "'loss.npy' is packed in a way that NumPy does not write.",
    ),
    "lying archive": ("a.npz", lying_zip(), "damaged"),
    "broken archive": ("a.npz", npz(loss=Z)[:-40], "The archive is damaged"),
    "many entries": ("a.npz", npz(loss=Z) + b"PK\x01\x02" * 1001, "more than 1000 entries"),
    "external link": (
        "a.h5",
        h5(link(h5py.ExternalLink("/etc/passwd", "x"))),
        "'train_loss' is a link. It was not opened, since it leads out",
    ),
    "soft link": ("a.h5", h5(link(h5py.SoftLink("/else"))), "'train_loss' is a link."),
    "virtual": ("a.h5", h5(virtual), "'train_loss' is stored in another file."),
    "external storage": ("a.h5", h5(external), "'train_loss' is stored in another file."),
    "filter": (
        "a.h5",
        h5(lambda f: f.create_dataset("loss", data=Z, compression="lzf")),
        "packed with a filter that is not built in. Save it with gzip",
    ),
    "bomb": ("a.h5", h5(bomb), "unpacks to more than it says"),
    "claims much, h5": (
        "a.h5",
        h5(lambda f: f.create_dataset("loss", (5000, 5000), "f8")),
        "unpacks to 190.7 MB",
    ),
    "large chunks": (
        "a.h5",
        h5(
            lambda f: f.create_dataset(
                "loss", (5, 5), "f8", maxshape=(None, None), chunks=(5000, 5000)
            )
        ),
        "unpacks to 190.7 MB",
    ),
    "complex, h5": ("a.h5", h5(loss=Z * 1j), "'loss' holds complex numbers"),
    "text, h5": ("a.h5", h5(loss=Z.astype("S8")), "'loss' holds text"),
    "directions alone": (
        "a.h5",
        h5(lambda f: f.create_group("xdirection")),
        "There are no heights in the file: no array has rows and columns. It has 'xdirection'.",
    ),
    "broken h5": ("a.h5", li(Z)[:900], "The file is damaged"),
    "axes of another length": (
        "a.npz",
        npz(loss=Z, x=X[1:], y=Y),
        "'loss' has the shape (5, 7), and the axes have 6 values of x and 5 of y.",
    ),
    "no mesh": ("a.npz", npz(loss=Z, X=Z, Y=Z), "'X' and 'Y' are no rectangular mesh."),
    "constant axis": (
        "a.npz",
        npz(loss=Z, x=X * 0 + 2, y=Y),
        "The x axis is 2 everywhere. It must change.",
    ),
    "twice": (
        "a.npz",
        npz(loss=Z, x=np.array([0, 1, 1, 2, 3, 4, 5]), y=Y),
        "The x axis has 1 twice.",
    ),
    "zigzag": (
        "a.npz",
        npz(loss=Z, x=X, y=np.array([0, 2, 1, 3, 4])),
        "The y axis goes up and down.",
    ),
    "missing place": (
        "a.npz",
        npz(loss=Z, x=X, y=np.array([0, 1, np.nan, 3, 4])),
        "The y axis has no number at place 3.",
    ),
    "npy is text": (
        "a.npy",
        matrix(),
        "The content is something else, which does not match the ending .npy.",
    ),
    "npy is h5": (
        "a.npy",
        li(Z),
        "an HDF5 file, which does not match the ending .npy. Name it with .h5",
    ),
    "h5 is npz": ("a.h5", npz(loss=Z), "a zip archive, such as .npz or .xlsx"),
    "archive of nothing": ("a.npz", zipped(), "an empty zip archive"),
}


@pytest.mark.parametrize(("name", "data", "sentence"), CASES.values(), ids=CASES)
def test_it_is_told_in_a_sentence(name: str, data: bytes, sentence: str) -> None:
    assert sentence in refusal(name, data)
