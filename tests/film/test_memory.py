"""Memory does not grow with the length of a film. Measured in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.film.formats import FILMS

pytest.importorskip("resource", reason="Windows measures memory otherwise")

MEASURE = """
import resource, sys
from pathlib import Path
from app.film.formats import FILMS
from tests.film.pictures import frames, settings

class Frames:
    def __iter__(self):
        return (some[index % len(some)] for index in range(order.frames))

order = settings(format=sys.argv[1], frames=int(sys.argv[2]), width=320, height=180)
some = frames(settings(frames=10, width=320, height=180))
FILMS[order.format].write(Frames(), order, Path(sys.argv[3]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def peak(key: str, count: int, path: Path) -> int:
    """The most memory a film of `count` frames took, in the unit of the system."""
    command = [sys.executable, "-c", MEASURE, key, str(count), str(path)]
    root = Path(__file__).parents[2]
    return int(subprocess.run(command, capture_output=True, check=True, cwd=root).stdout)


@pytest.mark.parametrize("key", [key for key, row in FILMS.items() if not row.single])
def test_memory_is_flat(key: str, tmp_path: Path) -> None:
    """400 frames more are 92 MB of pixels."""
    few, many = (peak(key, count, tmp_path / "film") for count in (100, 500))
    assert many < 1.3 * few
