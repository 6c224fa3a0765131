"""Days on which all goes wrong: a server that is gone, ground that is flat or one spike, no way down."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from tests.browser.conftest import Opener
from tests.browser.pixels import pixels, variety

BEYOND = "() => window.fallLine.stage.clock.playhead > %s"


def link(surface: str, start: str, steps: int = 40, rates: str = "0.01,0.1", **more: str) -> str:
    query = {"surface": surface, "start": start, "rates": rates, "steps": steps, **more}
    return "?" + urlencode({**query, "direction": "down"})


STRANGE = {
    "flat": link("formula", "1,1", formula="3+0*x"),
    "a spike of 1e30": link(
        "formula", "1,1.5", formula="x**2+y**2+1e30*exp(-10000*((x-1)**2+(y-1)**2))"
    ),
    "on a minimum": link("himmelblau", "3,2"),
    "ten thousand steps": link("himmelblau", "0.2,4.4", 10_000, "0.0001,0.01"),
    "a window 200 px high": link("himmelblau", "0.2,4.4"),
}


@pytest.mark.parametrize("name", STRANGE)
def test_strange_ground_is_walked_and_said(open_page: Opener, name: str) -> None:
    low = {"width": 1000, "height": 200}
    stage = open_page(STRANGE[name], **({"viewport": low} if "window" in name else {}))
    assert variety(pixels(stage.scene(0).screenshot())) > 50
    stage.press("last")
    stage.wait(
        "() => { const { playhead, steps } = window.fallLine.stage.clock; return playhead === steps; }"
    )
    stage.settled()
    for words in stage.captions():
        assert "NaN" not in words and "undefined" not in words and "Infinity" not in words
    assert pixels(stage.overlay(0))[..., 3].any()
    assert (stage.errors, stage.warnings, stage.problems()) == ([], [], [])


def test_a_server_that_is_gone_for_a_while(open_page: Opener) -> None:
    stage = open_page()
    walked = stage.climb()["link"]
    stage.page.context.set_offline(True)
    stage.press("play")
    stage.page.fill("#rate-0", "0.003")
    stage.page.get_by_text("The server does not answer").first.wait_for()
    now = stage.clock()["playhead"]
    stage.wait(BEYOND % now)  # what was walked before plays on
    assert stage.climb()["link"] == walked and stage.page.input_value("#rate-0") == "0.003"
    stage.page.context.set_offline(False)
    stage.wait("() => window.fallLine.stage.scene.climb.rates[0] === 0.003")
    gone = "() => ![...document.querySelectorAll('.side [aria-invalid=true]')].length"
    stage.wait(gone)
