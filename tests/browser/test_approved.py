"""The page looks as somebody approved it: screenshots against small pictures, with a tolerance.

A picture here is an eighth of the screen's size, so that another machine's letters make no
difference, and a mountain, a colour or a card that is gone does. After a change that is wanted,
`FALL_LINE_APPROVE=1 python -m pytest tests/browser/test_approved.py` takes them anew: look at each.
"""

from __future__ import annotations

import io
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.browser.conftest import Opener
from tests.browser.pixels import Pixels, pixels

APPROVED = Path(__file__).parent / "approved"
SMALLER = 8
MEAN = 3.0  # of 255, over the whole picture: other letters make 1.2
TILE, WORST = 10, 18.0  # over any square of so many pixels: other letters make 11, no mountain 25

DESK, PHONE = (1440, 900), (390, 844)
WALK = "surface={}&start={}&rates={}&direction=down&steps=60"


@dataclass(frozen=True)
class State:
    """A state of the page: what it shows, on which screen, and what is done there first."""

    query: str = ""
    size: tuple[int, int] = DESK
    scheme: str = "light"
    press: str = ""  # a button's selector


RATES = ",".join(f"0.00{i}" for i in range(1, 10))
STATES = {
    "first": State(),
    "first-dark": State(scheme="dark"),
    "phone": State(size=PHONE),
    "phone-nine-dark": State("?" + WALK.format("himmelblau", "0.2,4.4", RATES), PHONE, "dark"),
    "nine": State("?" + WALK.format("himmelblau", "0.2,4.4", RATES) + "&at=30&look=paper"),
    "together": State(
        "?" + WALK.format("rosenbrock", "-1,2", "0.0002,0.001,0.002") + "&view=together&at=60"
    ),
    "marks": State(
        "?" + WALK.format("beale", "1,1", "0.01,0.05") + "&at=7&look=blueprint"
        "&knows=arrow,contour,disc,plane,ghost,compass"
    ),
    "formula": State("?surface=formula&lang=ru"),
    "keys": State(press="#keys"),
}


def small(png: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    return picture.resize([side // SMALLER for side in picture.size], Image.Resampling.BOX)


def unlike(seen: Pixels, approved: Pixels) -> str:
    """What is wrong, or nothing."""
    if seen.shape != approved.shape:
        return f"the size is {seen.shape}, not {approved.shape}"
    apart = np.abs(seen - approved)[..., :3].mean(axis=-1)
    high, wide = (side // TILE for side in apart.shape)
    tiles = apart[: high * TILE, : wide * TILE].reshape(high, TILE, wide, TILE).mean(axis=(1, 3))
    mean, worst = float(apart.mean()), float(tiles.max())
    fine = mean <= MEAN and worst <= WORST
    return (
        "" if fine else f"pixels differ by {mean:.1f} of 255, and by {worst:.1f} where it is worst"
    )


@pytest.mark.parametrize("name", STATES)
def test_the_page_looks_as_approved(open_page: Opener, tmp_path: Path, name: str) -> None:
    state = STATES[name]
    width, height = state.size
    window = {"viewport": {"width": width, "height": height}, "color_scheme": state.scheme}
    stage = open_page(state.query, reduced_motion="reduce", **window)
    if state.press:
        stage.page.click(state.press)
        stage.settled()
    stage.page.mouse.move(0, 0)
    seen = small(stage.page.screenshot())
    path = APPROVED / f"{name}.png"
    if os.environ.get("FALL_LINE_APPROVE"):
        path.parent.mkdir(exist_ok=True)
        seen.save(path, optimize=True)
    seen.save(tmp_path / f"{name}.png")
    wrong = unlike(pixels((tmp_path / f"{name}.png").read_bytes()), pixels(path.read_bytes()))
    assert not wrong, f"{name}: {wrong}. Now it looks like {tmp_path / name}.png"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_missing_mountain_is_seen(open_page: Opener, scheme: str) -> None:
    window = {"viewport": {"width": 1440, "height": 900}, "color_scheme": scheme}
    stage = open_page(reduced_motion="reduce", **window)
    name = {"light": "first", "dark": "first-dark"}[scheme]
    approved = pixels((APPROVED / f"{name}.png").read_bytes())
    stage.page.add_style_tag(content=".panel:first-child .mountain { visibility: hidden }")
    buffer = io.BytesIO()
    small(stage.page.screenshot()).save(buffer, "PNG")
    assert unlike(pixels(buffer.getvalue()), approved)
