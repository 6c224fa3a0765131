"""One frame as it was sent: looked at when it arrives, decoded when its turn comes."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any, cast

import av
from av.video.codeccontext import VideoCodecContext
from av.video.frame import PictureType
from PIL import Image

from app.film.errors import FilmError
from app.film.settings import Settings
from surfaces.words import gettext as _


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of picture file, known by its first and last bytes."""

    codec: str  # the decoder's name in FFmpeg
    start: bytes
    end: bytes  # a file cut off on its way does not have it


KINDS = (
    Kind(codec="mjpeg", start=b"\xff\xd8\xff", end=b"\xff\xd9"),
    Kind(codec="png", start=b"\x89PNG\r\n\x1a\n", end=b"IEND\xaeB`\x82"),
)

_UNREADABLE = (
    OSError,
    SyntaxError,  # Pillow's word for a broken PNG
    ValueError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


def check_picture(body: bytes, index: int, settings: Settings) -> None:
    """FilmError when `body` is not a whole JPEG or PNG of the film's size. Decodes nothing."""
    kind = kind_of(body, index)
    if not body.endswith(kind.end):
        raise FilmError(
            _("Frame {index}: the picture was cut off on its way. Send it again.", index=index)
        )
    _check_size(_size(body, index), index, settings)


def kind_of(body: bytes, index: int) -> Kind:
    """Told from the bytes themselves: what a header claims is not asked."""
    for kind in KINDS:
        if body.startswith(kind.start):
            return kind
    raise FilmError(_("Frame {index}: this is not a picture. Send a JPEG or a PNG.", index=index))


def _size(body: bytes, index: int) -> tuple[int, int]:
    try:
        with Image.open(io.BytesIO(body), formats=("JPEG", "PNG")) as picture:
            return picture.size
    except _UNREADABLE as problem:
        raise _damaged(index) from problem


def _damaged(index: int) -> FilmError:
    return FilmError(_("Frame {index}: the picture is damaged. Send it again.", index=index))


def _check_size(size: tuple[int, int], index: int, settings: Settings) -> None:
    if size != (settings.width, settings.height):
        raise FilmError(
            _(
                "Frame {index}: the picture has {size} pixels, and the film {wanted}. "
                "Send it at the film's size.",
                index=index,
                size=f"{size[0]} x {size[1]}",
                wanted=f"{settings.width} x {settings.height}",
            )
        )


class Decoder:
    """Picture files -> frames, in the pixel format of the file."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._codecs: dict[str, VideoCodecContext] = {}

    def decode(self, body: bytes, index: int) -> av.VideoFrame:
        """The one frame in `body`; FilmError when it holds none, or one of another size."""
        codec = self._codec(kind_of(body, index).codec)
        try:
            frame = codec.decode(_packet(body))[0]
        except (av.FFmpegError, IndexError) as problem:
            raise _damaged(index) from problem
        _check_size((frame.width, frame.height), index, self._settings)
        # A JPEG comes as a key frame, and an encoder would obey: 37 times the size was measured.
        frame.pict_type = PictureType.NONE
        return frame

    def _codec(self, name: str) -> VideoCodecContext:
        if name not in self._codecs:
            codec = cast(VideoCodecContext, av.CodecContext.create(name, "r"))
            codec.options = {"err_detect": "crccheck+explode"}  # no half pictures in a film
            self._codecs[name] = codec
        return self._codecs[name]


def _packet(body: bytes) -> av.Packet[Any]:
    """Marked as a whole picture: the PNG decoder takes others for a difference to the last one."""
    packet = av.Packet(body)
    packet.is_keyframe = True
    return packet
