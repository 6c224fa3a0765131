"""HDF5, `.h5`: surface and trajectory files as the tool of Li et al. (2018) writes them.

Li, Xu, Taylor, Studer and Goldstein (2018), Visualizing the Loss Landscape of Neural Nets. Only
arrays of numbers that lie in the file's root are opened, each after a look at what it is; links
and paths to elsewhere are never followed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from math import prod

import numpy as np

from surfaces.files.errors import FileError
from surfaces.files.imported import Import, Rows
from surfaces.files.named import assemble
from surfaces.surface import Array
from surfaces.words import N_, language
from surfaces.words import gettext as _

MAGIC = b"\x89HDF\r\n\x1a\n"
DAMAGED = N_("The file is damaged: HDF5 cannot read it.")
PATIENCE = 30  # seconds, for a child that may have to wait for a processor
CHILD = """
import sys
language, *sys.path[:] = sys.argv[1:]
from surfaces.files.hdf5_child import main
main(language)
"""  # finds the packages where this process found them, and says what is wrong in its language


def read_hdf5(data: bytes, name: str) -> Import:
    """Grids and trajectories from the arrays in the file's root."""
    arrays, others = _arrays(data)
    found = assemble(arrays, others)
    told: Rows = ()
    if others:
        told = ((N_("Paths"), N_("None that stands in the file was followed.")),)
    return Import(
        file=name,
        format=N_("HDF5 file, as the tool of Li et al. (2018) writes them"),
        grids=found.grids,
        trajectories=found.trajectories,
        report=found.rows + told,
    )


def _arrays(data: bytes) -> tuple[dict[str, Array], list[str]]:
    """All arrays of numbers in the root by name, and the names of all else."""
    head, body = _ask_child(data).split(b"\n", 1)
    try:
        told = json.loads(head)
    except ValueError as error:
        raise FileError(_(DAMAGED)) from error
    if "error" in told:
        raise FileError(told["error"])
    arrays: dict[str, Array] = {}
    start = 0
    for name, shape in told["shapes"].items():
        count = prod(shape)
        numbers = np.frombuffer(body, np.float64, count, start) if count else np.empty(0)
        arrays[name] = numbers.reshape(shape)
        start += 8 * count
    return arrays, told["others"]


def _ask_child(data: bytes) -> bytes:
    """What `hdf5_child` answers; FileError where it crashes or does not end."""
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    environment.pop("HDF5_PLUGIN_PATH", None)
    places = (p or os.getcwd() for p in sys.path)
    command = [sys.executable, "-c", CHILD, language(), *places]
    try:
        child = subprocess.run(
            command, input=data, capture_output=True, env=environment, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired as error:
        endless = _("HDF5 does not come to an end with it: the file is damaged.")
        raise FileError(endless) from error
    if child.returncode or b"\n" not in child.stdout:
        if b"No module named 'h5py'" in child.stderr:
            raise FileError(_("To read HDF5 files, install h5py: pip install h5py."))
        raise FileError(_(DAMAGED))
    return child.stdout
