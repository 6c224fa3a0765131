"""The first mountain is on the screen, and another one when it is chosen."""

from __future__ import annotations

import re

import numpy as np

from app.figures.ground import ground
from surfaces import get_surface
from tests.browser.conftest import Opener
from tests.browser.page import Stage
from tests.browser.pixels import pixels, variety

HEIGHTS = (
    "() => Array.from(window.fallLine.stage.ground.grid.heights.filter((_, i) => i % 97 === 0))"
)


def mountain(stage: Stage, i: int) -> int:
    """How many colours panel `i` shows with its walkers hidden."""
    hide = stage.page.add_style_tag(content=".scene > canvas:not(.mountain) { visibility: hidden }")
    shown = pixels(stage.scene(i).screenshot())
    hide.evaluate("(node) => node.remove()")
    return variety(shown)


def test_the_page_paints(open_page: Opener) -> None:
    stage = open_page()
    climb = stage.climb()
    assert climb["surface"] == "himmelblau" and len(climb["rates"]) == 3
    assert climb["rates"] == sorted(climb["rates"])
    assert stage.clock() == {
        "steps": 60, "playhead": 0, "playing": False, "speed": 1, "loop": False,
    }  # fmt: skip
    assert [mountain(stage, i) > 500 for i in range(3)] == [True] * 3
    seen = [pixels(stage.overlay(i))[..., 3].any() for i in range(3)]
    assert seen == [True] * 3
    assert stage.page.title() == "Fall Line"
    assert (stage.errors, stage.warnings) == ([], [])


def test_captions_say_where_each_walker_is(stage: Stage) -> None:
    start = get_surface("himmelblau").start
    for words, rate in zip(stage.captions(), stage.climb()["rates"], strict=True):
        assert f"{rate:.6f}".rstrip("0") in words
        assert re.search(r"step\s*0", words)
        assert re.search(r"heading\s*\d+°", words)
        loss = float(get_surface("himmelblau").loss(np.array(start)))
        assert re.search(rf"loss\s*{loss:.2f}", words)
        x, y = re.findall(r"[xy]\s*([\d.−]+) − ", words)
        assert (float(x), float(y)) == start


def test_choosing_a_surface_changes_the_mountain(stage: Stage) -> None:
    before = stage.climb()
    flat = stage.scene(1).screenshot()
    for name, key in (("Rosenbrock", "rosenbrock"), ("Beale", "beale")):
        stage.choose(name)
        stage.wait("(key) => window.fallLine.stage.scene.climb.surface === key", key)
        stage.ready()
        after = stage.climb()
        exact = ground(get_surface(key)).heights.ravel()[::97] / 65535
        assert np.allclose(stage.js(HEIGHTS), exact, atol=1e-5)
        assert after["rates"] != before["rates"] and len(after["rates"]) == 3
        assert [float(text) for text in stage.rates()] == after["rates"]
        assert np.allclose(after["start"], get_surface(key).start)
        stage.wait("(key) => location.search.startsWith(`?surface=${key}&`)", key)
        assert stage.page.input_value("#surface") == get_surface(key).name
        assert stage.scene(1).screenshot() != flat


def test_a_surface_has_its_own_parameters(stage: Stage) -> None:
    stage.visit("?surface=stretched-bowl")
    box = stage.page.locator(".parameters input.mantine-Input-input")
    assert float(box.input_value()) == get_surface("stretched-bowl").values["kappa"]
    stage.js("() => { window.was = [...window.fallLine.stage.ground.grid.heights] }")
    box.fill("2")
    stage.wait("() => window.fallLine.stage.scene.climb.link.includes('kappa=2.0')")
    stage.ready()
    assert stage.js("() => window.fallLine.stage.ground.grid.heights.some((h, i) => h !== was[i])")


def test_up_climbs_to_a_summit(stage: Stage) -> None:
    stage.visit("?surface=himmelblau&start=1,1&rates=0.001&steps=20")
    assert "new" not in stage.captions()[0]
    assert "1.000 − 0.001 ×" in stage.captions()[0]
    stage.pick("direction", "up")
    stage.wait("() => window.fallLine.stage.scene.climb.uphill")
    stage.ready()
    assert "1.000 + 0.001 ×" in stage.captions()[0]
    lost = stage.js("() => Array.from(window.fallLine.stage.climb.losses)")
    assert lost == sorted(lost)
