"""One frame -> PDF: a page that holds the picture without loss, for LaTeX and print.

It is made of pixels, not of curves. A PDF reads the compressed pixels of a PNG as they are, so they
are copied: Pillow's own PDF holds a JPEG. Source: ISO 32000-1, 7.4.4.4 (predictors) and 8.9.5.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

from PIL import Image

from app.film.options import SCALE
from app.film.picture import Decoder
from app.film.png import smallest
from app.film.settings import Settings

POINTS = 72 / 96  # per pixel of the size chosen, as on a screen; finer pictures keep their page


def write(frames: Iterable[bytes], settings: Settings, path: Path) -> None:
    """Write the first of `frames` to `path`. FilmError when it is damaged or of another size."""
    body = next(iter(frames))
    Decoder(settings).decode(body, 0)  # Pillow lets damaged pictures pass, as grey or black
    file = io.BytesIO()
    with Image.open(io.BytesIO(body)) as picture:
        paper = Image.new("RGBA", picture.size, "white")
        page = smallest(Image.alpha_composite(paper, picture.convert("RGBA")))
    page.save(file, "PNG", optimize=True)
    points = POINTS / int(SCALE.chosen(settings.options))
    width, height = page.size
    path.write_bytes(_document(_image(file.getvalue()), points * width, points * height))


def _image(png: bytes) -> bytes:
    """A PDF's image object with the pixels of `png`, RGB or with a palette, compressed as there."""
    chunks: dict[bytes, bytes] = {}
    for kind, content in _chunks(png):
        chunks[kind] = chunks.get(kind, b"") + content  # pixels may come in several
    width, height, bits = struct.unpack(">IIB", chunks[b"IHDR"][:9])
    palette, data = chunks.get(b"PLTE", b""), chunks[b"IDAT"]
    space = b"/DeviceRGB"
    if palette:
        space = b"[/Indexed /DeviceRGB %d <%s>]" % (len(palette) // 3 - 1, palette.hex().encode())
    return (
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace %s "
        b"/BitsPerComponent %d /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors %d "
        b"/BitsPerComponent %d /Columns %d >> /Length %d >>\nstream\n%s\nendstream"
        % (width, height, space, bits, 1 if palette else 3, bits, width, len(data), data)
    )


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """(kind, content) of all chunks. Source: PNG specification, W3C, 5.3."""
    place = 8
    while place < len(png):
        length = int.from_bytes(png[place : place + 4], "big")
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += 12 + length


def _document(image: bytes, width: float, height: float) -> bytes:
    """One page of `width` x `height` points, filled by `image`."""
    drawing = b"q %.2f 0 0 %.2f 0 0 cm /Picture Do Q" % (width, height)
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Contents 4 0 R "
        b"/Resources << /XObject << /Picture 5 0 R >> >> >>" % (width, height),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing),
        image,
    )
    body, places = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table, len(objects) + 1, len(body))
    )
