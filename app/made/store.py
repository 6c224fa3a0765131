"""Files that visitors opened: kept for a day under a name that nobody can guess.

They lie in this user's private folder, so that every worker process finds them, and may be lost at
any time: the page then says so, and asks for the file again.
"""

from __future__ import annotations

import re
import secrets
import time
from pathlib import Path

from app.private import ensure_private, private_folder

DAY = 24 * 3600  # seconds that a file is kept
MOST_FILES = 40  # of at most 32 MB each; the oldest make room
TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")
LONGEST_NAME = 100  # characters of a file's name that are kept


def keep(data: bytes, name: str) -> str:
    """Keep a file and return the token that finds it again."""
    folder = _folder()
    _tidy(folder)
    token = secrets.token_urlsafe(24)
    label = Path(name.replace("\\", "/")).name[-LONGEST_NAME:] or "file"
    (folder / token).write_bytes(label.encode(errors="replace") + b"\0" + data)
    return token


def find(token: str) -> tuple[bytes, str] | None:
    """The file of a token and its name; None when there is none (any more)."""
    if not TOKEN.fullmatch(token):
        return None
    try:
        name, _, data = (_folder() / token).read_bytes().partition(b"\0")
    except OSError:
        return None
    return data, name.decode(errors="replace")


def _folder() -> Path:
    return ensure_private(ensure_private(private_folder()) / "files")


def _tidy(folder: Path) -> None:
    """Remove what is too old, and the oldest where there are too many."""
    files = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for nth, path in enumerate(files):
        if nth >= MOST_FILES - 1 or time.time() - path.stat().st_mtime > DAY:
            path.unlink(missing_ok=True)
