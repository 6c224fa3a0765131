"""The folder for films in the making and files that were opened, and the key that signs tokens.

Every worker process finds the same folder and the same key; nobody else on the machine can read
them, or has put them there.
"""

from __future__ import annotations

import os
import secrets
import stat
import tempfile
from pathlib import Path

SECRET = "FALL_LINE_SECRET"  # the environment variable that goes before the key file
KEY_BYTES = 32


def private_folder() -> Path:
    """The folder of this user, beneath the system's folder for temporary files."""
    return Path(tempfile.gettempdir()) / f"fall-line-{_user()}"


def ensure_private(folder: Path) -> Path:
    """Make `folder` if need be; PermissionError when others own it or can open it."""
    folder.mkdir(mode=0o700, exist_ok=True)
    found = os.lstat(folder)
    if not stat.S_ISDIR(found.st_mode) or not _mine(found):
        raise PermissionError(
            f"{folder}: Fall Line needs a folder that only you can open, and this one is a link, "
            "is not yours, or is open to others. Remove it, or set TMPDIR to a folder of your own."
        )
    return folder


def shared_key(folder: Path) -> bytes:
    """The key from the environment, else the one in `folder`, made by whoever comes first."""
    if os.environ.get(SECRET):
        return os.environ[SECRET].encode()
    path = folder / "key"
    if not os.path.lexists(path):
        _make_key(path)
    return _read_key(path)


def _make_key(path: Path) -> None:
    """A link appears whole or not at all, so no process reads half a key."""
    draft = path.with_name(f"key.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(KEY_BYTES))
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # another process came first: its key it is
    finally:
        draft.unlink()


def _read_key(path: Path) -> bytes:
    found = os.lstat(path)
    if not stat.S_ISREG(found.st_mode) or not _mine(found) or found.st_size != KEY_BYTES:
        raise PermissionError(
            f"{path}: the key of the films is not a private file of {KEY_BYTES} bytes. Remove it "
            f"and start again, or set {SECRET}."
        )
    return path.read_bytes()


def _user() -> str:
    return str(os.getuid()) if os.name == "posix" else "user"


def _mine(found: os.stat_result) -> bool:
    """Owned by this user and closed to others. Windows keeps temporary folders per user."""
    if os.name != "posix":
        return True
    return found.st_uid == os.getuid() and not found.st_mode & 0o077
