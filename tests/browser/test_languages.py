"""The page in Russian: nothing on it is left in English, and the way back keeps what is shown."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.browser.conftest import Opener
from tests.browser.page import Stage

# All texts that are seen, and all names that are read aloud or shown when something is pointed at.
SAID = """() => {
  const seen = (node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest("script, style, math, [lang=en]");
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const said = [];
  while (texts.nextNode()) if (seen(texts.currentNode.parentElement)) said.push(texts.currentNode.data);
  for (const name of ["title", "aria-label", "placeholder", "alt"])
    for (const node of document.querySelectorAll(`[${name}]`)) if (!node.closest("[lang=en]")) said.push(node.getAttribute(name));
  for (const { value, readOnly } of document.querySelectorAll("input[type=text], input:not([type])")) if (readOnly) said.push(value);
  return [document.title, ...new Set(said)];
}"""
LATIN = re.compile(r"[A-Za-z]{2,}\d*")  # one letter is a formula's
# Names of ours, of formats and programs, of keys; functions of a formula; what files are called.
NAMES = set(
    "Fall Line CSV GIF HD MP4 WebM WebP PNG SVG PDF PowerPoint Keynote JSON NumPy Python LaTeX HTML "
    "Home End Ctrl Shift Esc Enter sin cos csv npy npz zip asc hgt mp4 himmelblau down rates steps".split()
)


def _menu(selector: str) -> Callable[[Stage], None]:
    """Unfold a menu; Escape, which folds it again, closes a dialog as well."""

    def unfold(stage: Stage) -> None:
        stage.page.click(selector)
        stage.page.locator("[role=option]:visible").first.wait_for()

    return unfold


def _tab(key: str, what: str) -> Callable[[Stage], None]:
    def choose(stage: Stage) -> None:
        stage.page.click(f"#tab-{key}")
        stage.page.locator(what).first.wait_for()

    return choose


def _export(stage: Stage) -> None:
    stage.page.keyboard.press("Escape")
    stage.page.click("#export")
    stage.page.locator(".film-dialog").wait_for()


def _keys(stage: Stage) -> None:
    stage.page.keyboard.press("Escape")
    stage.page.keyboard.press("Escape")
    stage.page.locator(".film-dialog").wait_for(state="hidden")
    stage.page.keyboard.press("?")
    stage.page.locator(".keys[open]").wait_for()


STATES: dict[str, Callable[[Stage], object]] = {
    "first": lambda stage: None,
    "mountains": _menu("#surface"),
    "export": _export,
    "formats": _menu("#film-format"),
    "keys": _keys,
    "end": lambda stage: (stage.page.keyboard.press("Escape"), stage.page.keyboard.press("End")),
    "sweep": _tab("sweep", ".ending"),
    "table": _tab("table", "table"),
    "formula": lambda stage: stage.visit("?lang=ru&surface=formula"),
    "neuron": lambda stage: stage.visit("?lang=ru&surface=neuron"),
}


def test_nothing_is_left_in_english(open_page: Opener) -> None:
    stage = open_page("?lang=ru")
    assert stage.js("() => document.documentElement.lang") == "ru"
    left = {}
    for name, reach in STATES.items():
        reach(stage)
        stage.settled()
        words = {text: set(LATIN.findall(text)) - NAMES for text in stage.js(SAID)}
        left[name] = [text for text, unknown in words.items() if unknown]
    assert {name: texts for name, texts in left.items() if texts} == {}
    assert stage.errors == []


def test_what_is_wrong_is_said_in_russian_and_the_way_back_keeps_the_scenario(
    open_page: Opener,
) -> None:
    stage = open_page("?lang=ru&surface=beale&start=1,1&rates=0.01&steps=40&at=7")
    stage.page.fill("#rate-0", "-1")
    wrong = stage.page.locator("#rates-problem").filter(has_text="Путник 1, скорость обучения:")
    wrong.wait_for()
    assert wrong.inner_text().endswith("нужно число больше 0, а не -1. Попробуйте 0.01.")
    stage.page.fill("#rate-0", "0.0123")
    stage.wait("() => window.fallLine.stage.scene.climb.rates[0] === 0.0123")
    link = stage.settled().climb()["link"]
    with stage.page.expect_navigation():
        stage.page.get_by_role("link", name="English").click()
    stage.ready()
    assert stage.js("() => document.documentElement.lang") == "en"
    assert stage.climb()["link"] == link
    assert stage.clock()["playhead"] == 7
    stage.page.fill("#rate-0", "-1")
    stage.page.locator("#rates-problem").filter(has_text="must be a number above 0").wait_for()
    assert stage.errors == []


@pytest.mark.parametrize(
    ("locale", "spoken", "loss"), [("ru-RU", "ru", "потери"), ("de-AT", "en", "loss")]
)
def test_a_first_page_is_in_the_language_of_the_browser(
    locale: str, spoken: str, loss: str, open_page: Opener
) -> None:
    stage = open_page("?surface=beale", locale=locale)
    assert stage.js("() => document.documentElement.lang") == spoken
    assert all(loss in caption for caption in stage.captions())
    stage.wait("() => location.search.includes('rates=')")
    assert "lang=" not in stage.js("() => location.search")  # nobody chose it
