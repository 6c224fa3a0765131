"""One film's folder: all there is to know about it, for every worker process.

    settings.json   the order
    progress.json   how far the encoder is; only the encoder writes it
    arrived/17      frames that the encoder has not taken yet; any process writes them
    kept/17         frames taken that a later pass needs again
    film            the film, once it is whole

Every file appears whole, under its name, by `os.replace`. The folder goes by being renamed first:
whoever still works in it finds it gone, and cannot fill it again.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from app.film.settings import Settings

GONE = ".gone-"  # prefix of folders on their way out


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far the encoder is."""

    taken: int = 0  # frames 0 to taken - 1 are in the encoder's hands
    encoded: int = 0  # frames that are in the film
    kept: int = 0  # bytes of frames kept for a later pass
    state: Literal["waiting", "done", "failed"] = "waiting"
    message: str = ""  # why it failed


@dataclass(frozen=True)
class FilmFolder:
    """Reads and writes raise FileNotFoundError when the folder is gone: the film was cancelled."""

    path: Path

    @classmethod
    def create(cls, path: Path, settings: Settings) -> FilmFolder:
        """A new folder, ready for frames."""
        path.mkdir(mode=0o700)
        folder = cls(path)
        folder._arrived.mkdir()
        folder._kept.mkdir()
        folder._write(path / "settings.json", _json(settings.to_dict()))
        folder.set_progress(Progress())
        return folder

    @property
    def settings(self) -> Settings:
        """The order."""
        return Settings(**json.loads((self.path / "settings.json").read_bytes()))

    @property
    def progress(self) -> Progress:
        """As the encoder last wrote it."""
        return Progress(**json.loads((self.path / "progress.json").read_bytes()))

    def set_progress(self, progress: Progress) -> None:
        """For the encoder, and for nobody else."""
        self._write(self.path / "progress.json", _json(asdict(progress)))

    def beat(self) -> None:
        """The encoder is at work, though it has no progress to write."""
        os.utime(self.path / "progress.json")

    @property
    def silence(self) -> float:
        """Seconds since the encoder was last heard of."""
        return time.time() - (self.path / "progress.json").stat().st_mtime

    @property
    def film(self) -> Path:
        """Where the film is, once it is whole."""
        return self.path / "film"

    def put(self, index: int, body: bytes) -> None:
        """Store a frame. The same one again is harmless."""
        self._write(self._arrived / str(index), body)

    def take(self, index: int, *, keep: bool) -> bytes | None:
        """The frame, out of the arrived ones; None when it has not come yet."""
        path = self._arrived / str(index)
        try:
            body = path.read_bytes()
        except FileNotFoundError:
            self.path.stat()  # raises when it is the folder that is gone
            return None
        # progress first: a reader may count a frame once, never not at all
        before = self.progress
        kept = before.kept + keep * len(body)
        self.set_progress(replace(before, taken=index + 1, kept=kept))
        path.replace(self._kept / str(index)) if keep else path.unlink()
        return body

    def again(self, index: int) -> bytes:
        """A frame that was taken and kept."""
        return (self._kept / str(index)).read_bytes()

    def missing(self) -> list[int]:
        """Frames that have not come yet, in order."""
        arrived = {int(name) for name in os.listdir(self._arrived) if name.isdigit()}
        taken = self.progress.taken  # read last: what was taken meanwhile counts as taken
        return [index for index in range(taken, self.settings.frames) if index not in arrived]

    def bytes_held(self) -> int:
        """Bytes of all frames on disk."""
        return self.progress.kept + sum(_size(entry) for entry in os.scandir(self._arrived))

    def last_arrival(self) -> int:
        """A number that changes whenever a frame arrives or is taken."""
        return self._arrived.stat().st_mtime_ns

    def finish(self, draft: Path) -> None:
        """The film is whole: hold it ready, and remove the frames."""
        frames = self.settings.frames
        draft.replace(self.film)
        self._clear()
        self.set_progress(Progress(taken=frames, encoded=frames, state="done"))

    def fail(self, message: str) -> None:
        """There will be no film: keep the reason, and remove everything else."""
        self.set_progress(replace(self.progress, state="failed", message=message))
        self._clear()
        for draft in self.path.glob("draft*"):
            draft.unlink()

    def _clear(self) -> None:
        """The folders stay: a frame sent twice may still be on its way into them."""
        for path in (*self._arrived.iterdir(), *self._kept.iterdir()):
            path.unlink(missing_ok=True)

    def remove(self) -> None:
        """Remove everything. Harmless when it is gone already."""
        gone = self.path.with_name(f"{GONE}{secrets.token_hex(16)}")
        try:
            self.path.rename(gone)
        except FileNotFoundError:
            return
        shutil.rmtree(gone, ignore_errors=True)

    def _write(self, path: Path, body: bytes) -> None:
        draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        draft.write_bytes(body)
        os.replace(draft, path)

    @property
    def _arrived(self) -> Path:
        return self.path / "arrived"

    @property
    def _kept(self) -> Path:
        return self.path / "kept"


def _json(data: dict[str, Any]) -> bytes:
    return json.dumps(data).encode()


def _size(entry: os.DirEntry[str]) -> int:
    try:
        return entry.stat().st_size
    except FileNotFoundError:
        return 0  # taken meanwhile
