"""Where a file goes: nothing is overwritten unasked, and no half of a file has the final name."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from app.drafts import drafted
from app.export.errors import ExportError, WordsError

STANDARD = "-"  # standard output


def check_place(out: str, force: bool) -> None:
    """WordsError when a file cannot go there."""
    if out == STANDARD:
        if sys.stdout.isatty():
            raise WordsError("A terminal cannot show this file. Send it on: ... - > FILE")
        return
    path = Path(out)
    if path.is_dir():
        raise WordsError(f"{out} is a folder. Name a file in it.")
    if path.exists() and not force:
        raise WordsError(f"{out} is there already. Choose another name, or add --force.")
    if not path.parent.is_dir():
        raise WordsError(f"There is no folder {path.parent}. Make it first.")
    if not os.access(path.parent, os.W_OK):
        raise WordsError(f"Nothing can be written to {path.parent}. Choose another folder.")


def deliver(write: Callable[[Path], object], out: str, force: bool) -> int:
    """Have `write` fill a draft beside `out`, then give it that name. Returns its bytes.

    ExportError when there is no room, or something of that name has come meanwhile.
    """
    if out == STANDARD:
        return _to_standard(write)
    path = Path(out)
    try:
        with drafted(path) as draft:
            write(draft)
            if not force and path.exists():
                raise ExportError(f"{out} has come meanwhile. Choose another name, or add --force.")
        return path.stat().st_size
    except OSError as error:
        raise ExportError(f"{out} could not be written ({error.strerror}).") from error


def _to_standard(write: Callable[[Path], object]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "file"
        write(file)
        with file.open("rb") as ready, suppress(BrokenPipeError):  # who reads has enough
            shutil.copyfileobj(ready, sys.stdout.buffer)
            sys.stdout.buffer.flush()
        return file.stat().st_size
