"""No reader runs what is in a file, and none is loaded before it is needed."""

from __future__ import annotations

import io
import pickle
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from surfaces.files import FileError, read
from tests.surfaces.files.made import Z, npy, zipped


class Trap:
    """Unpickling it would leave a file behind."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.touch, (self.path,)


def test_no_pickle_is_ever_run(tmp_path: Path) -> None:
    array = np.empty((5, 5), dtype=object)
    array[...] = Trap(tmp_path / "sprung")
    trap = npy(array, allow_pickle=True)
    hidden = zipped(loss=npy(Z), extra=trap)
    for name, data in (("a.npy", trap), ("a.npz", hidden), ("a.csv", pickle.dumps(array, 0))):
        with pytest.raises(FileError):
            read(data, name)
    assert not list(tmp_path.iterdir())
    np.load(io.BytesIO(trap), allow_pickle=True)  # the trap works
    assert list(tmp_path.iterdir())


def test_readers_load_scipy_and_h5py_late() -> None:
    code = "import sys, surfaces.files; print([m for m in ('scipy', 'h5py') if m in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
