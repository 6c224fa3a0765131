"""No file has its final name before it is whole; one that is there stays until another is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.climb import climb, story
from app.export.errors import ExportError, WordsError
from app.export.make import make
from app.export.order import Order
from app.export.places import check_place, deliver
from app.film import html
from app.film.records import RECORDS
from app.view import View

BODY = b"the whole of it" * 100
BEFORE = b"what was there before"
ROOM = 20  # bytes that a full disk takes: fewer than any file has

states = pytest.mark.parametrize("before", [None, BEFORE], ids=["new", "there"])


def record(key: str) -> Callable[[Path], None]:
    """Writes one of the formats that are no pictures; OSError's words as an ExportError."""

    def write(path: Path) -> None:
        query = story("round-bowl").to_link()
        (take,) = make([Order(query=query, out=str(path), format=key, force=True)])
        if take.problem:
            raise ExportError(take.problem)

    return write


def page(path: Path) -> None:
    html.write(climb(story("round-bowl")), View(), path)


WRITERS = {**{key: record(key) for key in RECORDS}, "html.write": page}  # what writes files itself
writers = pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS.keys())


@pytest.fixture
def out(tmp_path: Path, before: bytes | None) -> Path:
    """Where a file goes, in a folder of its own, with what is there before."""
    path = tmp_path / "walk.out"
    if before is not None:
        path.write_bytes(before)
    return path


def found(out: Path) -> bytes | None:
    """What lies under the final name; and that nothing lies beside it."""
    assert {path.name for path in out.parent.iterdir()} <= {out.name}
    return out.read_bytes() if out.exists() else None


@contextmanager
def full_disk() -> Iterator[None]:
    """A disk that takes the first ROOM bytes of each file of this process and no more."""
    resource = pytest.importorskip("resource")
    limit, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most))


@states
def test_the_final_name_is_given_last(out: Path, before: bytes | None) -> None:
    def write(draft: Path) -> None:
        for half in (BODY[:50], BODY[50:]):
            with draft.open("ab") as file:
                file.write(half)
            assert (out.read_bytes() if out.exists() else None) == before

    assert deliver(write, str(out), force=True) == len(BODY)
    assert found(out) == BODY


@states
@writers
def test_a_full_disk_leaves_what_was_there(
    write: Callable[[Path], None], out: Path, before: bytes | None
) -> None:
    with full_disk(), pytest.raises((ExportError, OSError), match="File too large"):
        write(out)
    assert found(out) == before


@states
@writers
def test_with_room_the_file_is_whole(
    write: Callable[[Path], None], out: Path, before: bytes | None
) -> None:
    write(out)
    whole = found(out)
    assert whole is not None
    assert len(whole) > ROOM
    assert not whole.startswith(BEFORE)


@states
def test_no_space_left_is_said(out: Path, before: bytes | None) -> None:
    def write(draft: Path) -> None:
        draft.write_bytes(BODY[:50])
        raise OSError(28, "No space left on device")

    with pytest.raises(ExportError, match=r"could not be written \(No space left on device\)"):
        deliver(write, str(out), force=True)
    assert found(out) == before


@states
@pytest.mark.skipif(os.name != "posix", reason="nothing else kills so suddenly")
def test_who_is_killed_in_mid_write_leaves_what_was_there(out: Path, before: bytes | None) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED, str(out)], check=False, timeout=60)
    assert killed.returncode == -signal.SIGKILL
    assert (out.read_bytes() if out.exists() else None) == before
    (draft,) = (path for path in out.parent.iterdir() if path != out)
    assert draft.name.startswith(f".{out.name}.")
    assert draft.read_bytes() == b"half"


KILLED = """
import os, signal, sys
from app.export.places import deliver

def write(draft):
    draft.write_bytes(b"half")
    os.kill(os.getpid(), signal.SIGKILL)

deliver(write, sys.argv[1], force=True)
"""


@pytest.mark.parametrize("before", [BEFORE])
def test_without_force_what_is_there_stays(out: Path, before: bytes) -> None:
    with pytest.raises(WordsError, match="is there already"):
        check_place(str(out), force=False)
    with pytest.raises(ExportError, match="has come meanwhile"):
        deliver(lambda draft: draft.write_bytes(BODY), str(out), force=False)
    assert found(out) == before
    check_place(str(out), force=True)
