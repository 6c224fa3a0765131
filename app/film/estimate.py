"""What a film will take: time and bytes, more or less, before a frame of it is drawn."""

from __future__ import annotations

from collections.abc import Mapping

from app.film.kinds import Film

# Seconds for each megapixel of a frame, of a still and of a moving camera: measured on films of the
# page, four mountains of 1280 x 720 in all, on two processors that also draw in software. The page
# goes by the pace of its own last film, once there is one.
PACE = {"still": 0.06, "moving": 0.2}
FIT = 5_000_000  # bytes: what a GIF that must fit may have, as in assets/lib/weight.mjs


def seconds_of(width: int, height: int, frames: int, *, moving: bool) -> float:
    """How long so many frames take to make."""
    return PACE["moving" if moving else "still"] * width * height / 1e6 * frames


def bytes_of(
    film: Film, options: Mapping[str, str], size: tuple[int, int], frames: int, *, turns: bool
) -> float:
    """How large the file becomes, by its row's weights, as assets/lib/weight.mjs has it."""
    deciding = film.options[0].chosen(options) if film.options else next(iter(film.weights))
    first, still, turning = film.weights[deciding]
    count = size[0] * size[1] * (first + (turning if turns else still) * (frames - 1))
    return min(count, FIT) if options.get("fit", "any") != "any" else count


def time_text(seconds: float) -> str:
    """A time as it is said of what is not known to the minute."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 90 * 60 else f"{seconds / 3600:.1f} h"
