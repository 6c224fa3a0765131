"""The studio: opens films, takes frames, tells how far they are, hands them back.

It holds the folder and the key and nothing else: any worker process can serve any film.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from itsdangerous import BadSignature, Signer

from app.film import encoder
from app.film.errors import BusyError, ConflictError, FilmError, GoneError, TooLargeError
from app.film.folder import FilmFolder
from app.film.formats import FILMS
from app.film.order import read_order
from app.private import ensure_private, shared_key
from surfaces.words import gettext as _
from surfaces.words import numeral

MOST_FILMS = 8  # in the making at a time, over all processes
MOST_FRAME_BYTES = 32 * 1000**2  # a picture at 4 times Full HD takes half of it
MOST_FILM_BYTES = 2 * 1000**3  # of frames on disk at a time
STALE_S = 3600.0  # seconds after which a film nobody fetched is removed
SILENT_S = 90.0  # seconds without a word from an encoder that has frames to work on
WAIT_S = 25.0  # seconds a request waits for its film: servers often end a request after 30
POLL_S = 0.01  # seconds


class Studio:
    """Films beneath `root`, a folder that only this user can open."""

    def __init__(self, root: Path) -> None:
        self._films = ensure_private(ensure_private(root) / "films")
        self._signer = Signer(shared_key(root), salt="fall-line.film", digest_method=hashlib.sha256)

    def open(self, order: object) -> str:
        """Check the order, start the encoder, return the film's token."""
        settings = read_order(order)
        self._sweep()
        if sum(map(_in_the_making, self._folders())) >= MOST_FILMS:
            raise BusyError(
                _(
                    "{most} films are in the making, and no more fit. Try again in a minute.",
                    most=MOST_FILMS,
                )
            )
        key = secrets.token_hex(16)
        encoder.start(FilmFolder.create(self._films / key, settings))
        return self._signer.sign(key).decode()

    def put(self, token: str, index: int, body: bytes) -> None:
        """Take one frame; those the encoder has already are let go."""
        folder = self._find(token)
        try:
            self._put(folder, index, body)
        except FileNotFoundError as problem:
            raise gone() from problem

    def state(self, token: str) -> dict[str, Any]:
        """What the page shows while the film is made."""
        folder = self._find(token)
        try:
            return _state(folder)
        except FileNotFoundError as problem:
            raise gone() from problem

    def fetch(self, token: str) -> FilmFolder:
        """Wait until the film is whole. ConflictError when it never will be."""
        folder = self._find(token)
        try:
            return _wait(folder)
        except FileNotFoundError as problem:
            raise gone() from problem

    def cancel(self, token: str) -> None:
        """Stop the encoder and remove everything. Harmless when it is gone already."""
        self._folder(token).remove()

    def clear(self) -> None:
        """Cancel all films there are. For who has a studio alone."""
        for folder in self._folders():
            folder.remove()

    def _folder(self, token: str) -> FilmFolder:
        """The folder a token stands for; GoneError when it was not signed here."""
        try:
            return FilmFolder(self._films / self._signer.unsign(token).decode())
        except BadSignature as problem:
            raise gone() from problem

    def _find(self, token: str) -> FilmFolder:
        folder = self._folder(token)
        if not folder.path.is_dir():
            raise gone()
        return folder

    def _put(self, folder: FilmFolder, index: int, body: bytes) -> None:
        settings, progress = folder.settings, folder.progress
        if progress.state == "failed":
            raise ConflictError(progress.message)
        if index >= settings.frames:
            last = settings.frames - 1
            raise FilmError(
                _(
                    "There is no frame {index} in this film. They go from 0 to {last}.",
                    index=index,
                    last=last,
                )
            )
        check_frame_bytes(len(body), index)
        FILMS[settings.format].check(body, index, settings)
        if index < progress.taken:
            return
        if folder.bytes_held() + len(body) > MOST_FILM_BYTES:
            raise TooLargeError(
                _(
                    "Frame {index}: the film's frames take more than {most}. "
                    "Make the film shorter or smaller.",
                    index=index,
                    most=_size(MOST_FILM_BYTES),
                )
            )
        folder.put(index, body)

    def _folders(self) -> list[FilmFolder]:
        return [FilmFolder(path) for path in self._films.iterdir()]

    def _sweep(self) -> None:
        """Remove what was left behind, by a page that never came back or a process killed."""
        for folder in self._folders():
            with suppress(FileNotFoundError):
                if time.time() - folder.path.stat().st_mtime > STALE_S:
                    folder.remove()


def check_frame_bytes(length: int, index: int) -> None:
    """TooLargeError when a frame of `length` bytes takes more than it may."""
    if length > MOST_FRAME_BYTES:
        raise TooLargeError(
            _(
                "Frame {index}: {size} are too many, a frame may take {most}. "
                "Choose a smaller size.",
                index=index,
                size=_size(length),
                most=_size(MOST_FRAME_BYTES),
            )
        )


def _in_the_making(folder: FilmFolder) -> bool:
    """A silent encoder was killed: its film takes no place."""
    try:
        return folder.progress.state == "waiting" and folder.silence < SILENT_S
    except FileNotFoundError:
        return False


def _state(folder: FilmFolder) -> dict[str, Any]:
    missing, progress, frames = len(folder.missing()), folder.progress, folder.settings.frames
    state = {
        "received": frames - missing,
        "encoded": progress.encoded,
        "frames": frames,
        "state": progress.state,
    }
    return state | ({"message": progress.message} if progress.message else {})


def _wait(folder: FilmFolder) -> FilmFolder:
    end = time.monotonic() + WAIT_S
    while time.monotonic() < end:
        if _is_whole(folder):
            return folder
        time.sleep(POLL_S)
    encoded, frames = folder.progress.encoded, folder.settings.frames
    raise BusyError(
        _(
            "The film is not ready: {encoded} of {frames} frames are in it. Ask again.",
            encoded=encoded,
            frames=frames,
        )
    )


def _is_whole(folder: FilmFolder) -> bool:
    """ConflictError when waiting is of no use."""
    progress = folder.progress
    if progress.state == "failed":
        raise ConflictError(progress.message)
    if progress.state == "done":
        return True
    _check_complete(folder)
    if folder.silence > SILENT_S:
        raise ConflictError(_("The film's encoder has stopped. Make the film again."))
    return False


def _check_complete(folder: FilmFolder) -> None:
    missing = folder.missing()
    if missing and folder.progress.state == "waiting":
        some = ", ".join(map(str, missing[:5])) + (", ..." if len(missing) > 5 else "")
        raise ConflictError(
            _(
                "{missing} of {frames} frames are missing: {some}. "
                "Send them, then ask for the film again.",
                missing=len(missing),
                frames=folder.settings.frames,
                some=some,
            )
        )


def gone() -> GoneError:
    """What to say of a film that is not there."""
    return GoneError(_("There is no such film (any more). Make it again."))


def _size(count: int) -> str:
    return _("{size} MB", size=numeral(f"{count / 1000**2:.1f}"))
