"""Axe finds nothing serious or critical in any state of the page, on any look."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe

from app.figures.look import LOOKS
from app.ui.callbacks.open import FIRST_LOOK
from surfaces.words import LANGUAGES
from tests.browser.page import Stage

# Nine walkers, so that every colour is on the page; some leave the map, some oscillate.
LINK = (
    "?surface=himmelblau&start=0.2,4.4&direction=down&steps=40"
    "&rates=0.0001,0.001,0.01,0.02,0.025,0.029,0.03,0.04,0.05"
)


def _end(stage: Stage) -> None:
    stage.page.keyboard.press("End")
    stage.wait("() => window.fallLine.stage.told === 40")


def _wrong(stage: Stage) -> None:
    stage.page.fill("#rate-0", "-1")
    stage.page.locator("#rates-problem").filter(has_text="1").wait_for()


def _basins(stage: Stage) -> None:
    stage.page.fill("#rate-0", "0.0001")
    stage.wait("() => !window.fallLine.wrong")
    stage.page.locator("#basins").evaluate("(node) => node.click()")
    stage.wait("() => window.fallLine.stage.basins.picture")


def _tab(key: str) -> Callable[[Stage], None]:
    return lambda stage: stage.page.click(f"#tab-{key}")


def _open(selector: str, what: str) -> Callable[[Stage], None]:
    """Press a part and wait until another is seen; Escape or the same press closes it again."""

    def press(stage: Stage) -> None:
        stage.page.keyboard.press("Escape")
        stage.page.click(selector)
        stage.page.locator(what).first.wait_for()

    return press


def _export(stage: Stage) -> None:
    """The preview is there, one film is made, another waits."""
    _open("#export", "#film-save")(stage)
    stage.wait("() => document.querySelector('#film-preview').ariaBusy === 'false'")
    for seconds in (50, 40):
        stage.page.fill("#film-walk", str(seconds))
        stage.page.press("#film-walk", "Tab")
        stage.page.locator("#film-name", has_text=f"{30 * (seconds + 2)}").wait_for()
        stage.page.click("#film-save")
    stage.page.locator(".film-orders li[data-state=waiting]").wait_for()


def _cancelled(stage: Stage) -> None:
    for _ in range(2):
        stage.page.locator(".film-orders .away").last.click()
    stage.wait("() => !document.querySelector('.film-orders li')")


def _together(stage: Stage) -> None:
    stage.page.keyboard.press("Escape")
    stage.page.locator("#layout [value=together]").evaluate("(node) => node.click()")
    stage.wait("() => window.fallLine.stage.panels.length === 1")
    stage.settled()


def _tour(stage: Stage) -> None:
    stage.page.keyboard.press("t")
    stage.page.locator(".tour").wait_for()


# In this order, each on what the ones before left.
STATES: dict[str, Callable[[Stage], None]] = {
    "start": lambda stage: None,
    "end": _end,
    "rate": _tab("rate"),
    "sweep": _tab("sweep"),
    "table": _tab("table"),
    "rule and schedule": lambda stage: stage.page.click(".method summary"),
    "something wrong": _wrong,
    "basins": _basins,
    "show": _open("#show summary", "[value=plane]"),
    "share": _open("#share summary", "#copy-link"),
    "keys": _open("#keys", "dialog.keys"),
    "gallery": _open("#gallery", "dialog.gallery"),
    "export": _export,
    "cancelled": _cancelled,
    "together": _together,
    "tour": _tour,
    "presenting": lambda stage: stage.page.keyboard.press("f"),
}
SIZES = {"wide": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}


# What is in a closed menu never says that it has ended.
STILL = """() => Promise.allSettled(
  document.getAnimations().filter(({ effect }) => effect.target.checkVisibility()).map((each) => each.finished))"""


def faults(stage: Stage) -> list[str]:
    """What axe calls serious or critical: which rule, where, and why."""
    stage.js(STILL)
    found = Axe().run(stage.page).response["violations"]
    return [
        f"{fault['id']}: {node['target']} {node['failureSummary']}"
        for fault in found
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize(("look", "lang"), list(zip(FIRST_LOOK.values(), LANGUAGES, strict=True)))
def test_every_state_light_and_dark(look: str, lang: str, open_page: Callable[..., Stage]) -> None:
    """Light in English and dark in Russian: neither what is seen nor what is said is left out."""
    stage = open_page(f"{LINK}&look={look}&lang={lang}", viewport=SIZES["wide"])
    for name, enter in STATES.items():
        enter(stage)
        assert faults(stage) == [], name


@pytest.mark.parametrize("look", sorted(set(LOOKS) - set(FIRST_LOOK.values())))
def test_the_other_looks(look: str, stage: Stage) -> None:
    """The parts are the same, the colours are not."""
    stage.visit(f"{LINK}&look={look}")
    stage.wait("(look) => window.fallLine.stage.look.key === look", look)
    for name in ("end", "sweep", "something wrong"):
        STATES[name](stage)
        assert faults(stage) == [], name


def test_a_phone(open_page: Callable[..., Stage]) -> None:
    assert faults(open_page(f"{LINK}&look=paper", viewport=SIZES["phone"])) == []


def test_axe_is_awake(stage: Stage) -> None:
    """A page that is made worse is found out."""
    stage.js("() => document.querySelector('#play').removeAttribute('aria-label')")
    try:
        assert any("#play" in fault for fault in faults(stage))
    finally:
        stage.js("() => document.querySelector('#play').ariaLabel = 'Play or pause'")
