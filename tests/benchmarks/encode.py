"""How fast is a film made, and how large is it? `python tests/benchmarks/encode.py`.

120 JPEG frames of 1280 x 720 as a browser's canvas makes them: three dots with trails over a still
ground, and the same over a ground that moves everywhere, as under a turning camera.
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

import numpy as np
from PIL import Image, ImageDraw

sys.path.insert(0, str(Path(__file__).parents[2]))  # runs from a plain checkout too

from app.film.formats import FILMS
from app.film.kinds import Film
from app.film.settings import Settings

FRAMES = 120
WIDTH, HEIGHT = 1280, 720
LINK = "http://here/?surface=himmelblau&start=0.2,4.4&rates=0.01&steps=60"  # for slides
RAMP = ((68, 1, 84), (59, 82, 139), (33, 145, 140), (94, 201, 98), (253, 231, 37))  # viridis
WALKERS = ((230, 25, 75), (0, 130, 200), (255, 127, 14))


def ground(turn: float) -> Image.Image:
    """A shaded mountain; another `turn` (radians) changes every pixel of it."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH] / HEIGHT
    height = np.sin(4 * x + turn) * np.cos(5 * y) + 0.3 * np.sin(11 * x * y + turn)
    stop = (height - height.min()) / np.ptp(height) * (len(RAMP) - 1)
    levels = np.arange(len(RAMP))
    colours = [np.interp(stop, levels, [colour[band] for colour in RAMP]) for band in range(3)]
    shaded = np.stack(colours, axis=-1) * (0.75 + 0.25 * np.cos(9 * x + 3 * y))[..., None]
    return Image.fromarray(shaded.astype(np.uint8))


def frame(image: Image.Image, index: int) -> bytes:
    """The walkers and their trails after `index` steps, on `image`, as a JPEG file."""
    draw = ImageDraw.Draw(image)
    step = np.arange(index + 2)
    for start, colour in enumerate(WALKERS):
        x = 640 + 300 * np.cos(2 * start + 0.05 * step) * np.exp(-0.01 * step)
        y = 360 + 220 * np.sin(2 * start + 0.07 * step) * np.exp(-0.01 * step)
        draw.line(list(zip(x, y, strict=True)), fill=colour, width=2)
        draw.circle((x[-1], y[-1]), 7, fill=colour, outline=(0, 0, 0))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=92, subsampling=2)
    return file.getvalue()


def measured(row: Film, frames: list[bytes]) -> tuple[float, float, int]:
    """Wall and processor time per frame (ms), size of the film (bytes)."""
    order = Settings(
        format=row.key, width=WIDTH, height=HEIGHT, fps=30, frames=len(frames), link=LINK
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"film{row.suffix}"
        wall, cpu = perf_counter(), process_time()
        row.write(frames, order, path)
        wall, cpu = perf_counter() - wall, process_time() - cpu
        return 1e3 * wall / len(frames), 1e3 * cpu / len(frames), path.stat().st_size


def main() -> None:
    """Print one line for each format and kind of camera."""
    still = ground(0.0)
    films = {
        "still": [frame(still.copy(), index) for index in range(FRAMES)],
        "turning": [frame(ground(0.02 * index), index) for index in range(FRAMES)],
    }
    print(f"{'format':8}{'camera':10}{'ms/frame':>10}{'cpu ms':>10}{'to MP4':>10}{'kB':>10}")
    for camera, frames in films.items():
        mp4 = measured(FILMS["mp4"], frames)[1]
        for row in (row for row in FILMS.values() if not row.single):
            wall, cpu, size = measured(row, frames)
            ratio = f"{cpu:10.1f}{cpu / mp4:10.2f}"  # of processor time: others may be at work
            print(f"{row.key:8}{camera:10}{wall:10.1f}{ratio}{size / 1000:10.0f}")
        print(f"Pillow's GIF, {camera}: {pillow_gif(frames) / 1000:.0f} kB")


def pillow_gif(frames: list[bytes]) -> int:
    """Bytes of the same film as Pillow's own GIF."""
    first, *others = (Image.open(io.BytesIO(body)) for body in frames)
    file = io.BytesIO()
    first.save(file, "GIF", save_all=True, append_images=others, duration=33, loop=0)
    return file.tell()


if __name__ == "__main__":
    main()
