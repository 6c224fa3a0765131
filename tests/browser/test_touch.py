"""Fingers: one turns, two zoom, a tap sets the start, and the page stays in reach."""

from __future__ import annotations

import math
from collections.abc import Callable

from tests.browser.page import Stage

LINK = "?surface=himmelblau&start=0.2,4.4&rates=0.003,0.019&direction=down&steps=40"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def test_a_phone(open_page: Callable[..., Stage]) -> None:
    stage = open_page(LINK, **PHONE)
    touch = stage.page.context.new_cdp_session(stage.page)
    box = stage.scene(0).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def send(kind: str, *fingers: tuple[float, float]) -> None:
        points = [{"x": fx, "y": fy, "id": n} for n, (fx, fy) in enumerate(fingers)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def distance() -> float:
        ex, ey, ez, a, b, c = stage.settled().cameras()[0]
        return math.dist((ex, ey, ez), (a, b, c))

    rest, link = distance(), stage.climb()["link"]
    send("touchStart", (x - 40, y), (x + 40, y))
    for wide in (50, 60, 80):
        send("touchMove", (x - wide, y), (x + wide, y))
    send("touchEnd")
    near = distance()
    assert near < 0.6 * rest
    assert stage.climb()["link"] == link, "two fingers are no tap"
    stage.wait("() => location.search.includes('camera=')")

    eye = stage.cameras()[0]
    send("touchStart", (x, y))
    for far in (20, 40, 60):
        send("touchMove", (x + far, y))
    send("touchEnd")
    stage.wait("(x) => Math.abs(window.fallLine.stage.panels[0].camera[0] - x) > 0.05", eye[0])

    stage.page.touchscreen.tap(x, y)
    stage.wait("(link) => window.fallLine.stage.climb.link !== link", link)
    assert stage.js("() => document.documentElement.scrollWidth") <= 390
    assert stage.errors == []


NINE = "?surface=himmelblau&start=0.2,4.4&direction=down&steps=40&rates=" + ",".join(
    f"0.00{i}" for i in range(1, 10)
)
HELD = "() => window.fallLine.stage.panels.map((panel) => Boolean(panel.picture))"


def test_nine_panels_are_swiped_and_only_those_near_hold_a_picture(
    open_page: Callable[..., Stage],
) -> None:
    stage = open_page(NINE, **PHONE)
    assert stage.js(HELD) == [True, True, *[False] * 7]
    touch = stage.page.context.new_cdp_session(stage.page)
    x, y = 300, stage.page.locator(".panel header").first.bounding_box()["y"] + 10

    def finger(kind: str, *where: float) -> None:
        points = [{"x": where[0], "y": where[1]}] if where else []
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    finger("touchStart", x, y)
    for far in range(20, 281, 20):
        finger("touchMove", x - far, y)
    finger("touchEnd")
    stage.wait("() => document.getElementById('panels').scrollLeft > 200")
    stage.drag(1, 40, 10)
    stage.js(
        "() => { const row = document.getElementById('panels'); row.scrollLeft = row.scrollWidth; }"
    )
    stage.wait("() => window.fallLine.stage.panels[8].picture")
    stage.settled()
    assert stage.js(HELD) == [*[False] * 7, True, True]
    cameras = stage.cameras()  # linked: who was away has turned as well
    assert len({tuple(round(value, 6) for value in camera) for camera in cameras[7:]}) == 1
    assert stage.js("() => document.documentElement.scrollWidth") <= 390
    stage.page.set_viewport_size({"width": 1000, "height": 700})
    stage.wait("() => window.fallLine.stage.panels.every((panel) => panel.picture)")
    assert (stage.errors, stage.warnings) == ([], [])
