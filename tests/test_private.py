"""The folder and the key: this user's alone, and the same for every process."""

from __future__ import annotations

import os
import stat
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.film.studio import Studio
from app.private import SECRET, ensure_private, private_folder, shared_key

pytestmark = pytest.mark.skipif(os.name != "posix", reason="owners and modes are POSIX")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "private"


def test_folder_and_key_are_closed_to_others(root: Path, monkeypatch) -> None:
    monkeypatch.delenv(SECRET, raising=False)
    Studio(root)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (root, *root.iterdir())}
    assert modes == {root.name: 0o700, "films": 0o700, "key": 0o600}


def test_default_folder_is_of_this_user() -> None:
    assert private_folder() == Path(tempfile.gettempdir()) / f"fall-line-{os.getuid()}"


def test_open_folder_is_refused(root: Path) -> None:
    root.mkdir()
    root.chmod(0o755)
    with pytest.raises(PermissionError, match=r"only you can open.*Remove it, or set TMPDIR"):
        Studio(root)


def test_link_is_refused(root: Path, tmp_path: Path) -> None:
    ensure_private(tmp_path / "elsewhere")
    root.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PermissionError, match="is a link"):
        Studio(root)


def test_folder_of_somebody_else_is_refused(root: Path, monkeypatch) -> None:
    ensure_private(root)
    monkeypatch.setattr(os, "getuid", lambda: 4242)
    with pytest.raises(PermissionError, match="is not yours"):
        ensure_private(root)


def test_every_process_gets_the_same_key(root: Path, monkeypatch) -> None:
    monkeypatch.delenv(SECRET, raising=False)
    ensure_private(root)
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(shared_key, [root] * 40))
    assert [len(key) for key in keys] == [32]
    assert [path.name for path in root.iterdir()] == ["key"]  # no drafts left


def test_secret_of_the_environment_goes_first(root: Path, monkeypatch) -> None:
    monkeypatch.setenv(SECRET, "told by the administrator")
    assert shared_key(ensure_private(root)) == b"told by the administrator"
    assert not (root / "key").exists()


@pytest.mark.parametrize("spoil", ["open", "short", "link"])
def test_key_that_others_may_know_is_refused(spoil: str, root: Path, monkeypatch) -> None:
    monkeypatch.delenv(SECRET, raising=False)
    shared_key(ensure_private(root))
    key = root / "key"
    if spoil == "open":
        key.chmod(0o644)
    elif spoil == "short":
        key.write_bytes(b"x")
    else:
        key.rename(root / "other")
        key.symlink_to(root / "other")
    with pytest.raises(PermissionError, match=f"private file of 32 bytes.*or set {SECRET}"):
        shared_key(root)
