"""Files read back by libraries that did not make them: pictures, and how long each is shown."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from pathlib import Path

import av
import numpy as np
from PIL import Image, ImageSequence


def pictures(path: Path) -> list[np.ndarray]:
    """All pictures of a file, (height, width, 3) each."""
    body = path.read_bytes()
    if body.startswith(b"%PDF"):
        return [pdf_picture(body)]
    if body.startswith(b"PK"):
        with zipfile.ZipFile(path) as folder:
            films = [name for name in folder.namelist() if name.endswith(".mp4")]
            if films:
                return film_pictures(io.BytesIO(folder.read(films[0])))
            names = sorted(name for name in folder.namelist() if name.endswith(".png"))
            return [_array(Image.open(io.BytesIO(folder.read(name)))) for name in names]
    if body[8:12] == b"WEBP":  # FFmpeg reads only those that stand still
        with Image.open(path) as film:
            return [_array(one) for one in ImageSequence.Iterator(film)]
    return film_pictures(path)


def film_pictures(file: Path | io.BytesIO) -> list[np.ndarray]:
    """All frames of a film that FFmpeg reads."""
    with av.open(file) as film:
        return [frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)]


def seconds(path: Path) -> float:
    """How long all pictures together are shown."""
    if path.suffix in (".webp", ".apng"):
        with Image.open(path) as film:
            return sum(_milliseconds(one) for one in ImageSequence.Iterator(film)) / 1000
    with av.open(path) as film:
        stream = film.streams.video[0]
        ends = [p.pts + p.duration for p in film.demux(stream) if p.duration and p.pts is not None]
        return max(ends) * float(stream.time_base)


def _milliseconds(picture: Image.Image) -> float:
    picture.load()  # tells how long this one is shown
    return picture.info.get("duration", 0)  # none where a picture stands still


def pdf_picture(body: bytes) -> np.ndarray:
    """The picture of a page: its bytes are those of a PNG, so a PNG is made of them and read."""
    head = re.search(rb"/Subtype /Image.*?/Length (\d+) >>\nstream\n", body, re.S)
    assert head
    width, height, bits = (_entry(head[0], k) for k in (b"Width", b"Height", b"BitsPerComponent"))
    palette = re.search(rb"/Indexed /DeviceRGB (\d+) <(\w+)>", head[0])
    shape = struct.pack(">IIBBBBB", width, height, bits, 3 if palette else 2, 0, 0, 0)
    chunks = [(b"IHDR", shape)]
    if palette:
        colours = bytes.fromhex(palette[2].decode())
        assert len(colours) == 3 * (int(palette[1]) + 1)
        chunks.append((b"PLTE", colours))
    chunks += [(b"IDAT", body[head.end() : head.end() + int(head[1])]), (b"IEND", b"")]
    png = b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)
    return _array(Image.open(io.BytesIO(png)))


def _entry(text: bytes, key: bytes) -> int:
    found = re.search(rb"/%s (\d+)" % key, text)
    assert found
    return int(found[1])


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content).to_bytes(4, "big")
    return len(content).to_bytes(4, "big") + kind + content + check


def _array(picture: Image.Image) -> np.ndarray:
    return np.asarray(picture.convert("RGB"))
