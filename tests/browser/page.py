"""Stage: the page as a person uses it. All selectors and all reading of the page stand here."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import ConsoleMessage, Locator, Page, TimeoutError

from app.ui.callbacks.open import opened

READY = """() => {
  const stage = window.fallLine?.stage;
  return Boolean(stage?.panels.length && stage.panels.every((panel) => panel.picture || !panel.near));
}"""
# All that was ordered is drawn, has faded in, and an animation frame has shown it.
SETTLED = """async () => {
  const { stage } = window.fallLine;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  for (let queue = null; queue !== stage.queue; await frame()) await (queue = stage.queue);
  await Promise.allSettled(stage.panels.flatMap(({ scene }) => scene.getAnimations().map((each) => each.finished)));
  await frame();
  await frame();
}"""
# What waits inside the page has an end too: a promise that is never kept would hold up all tests.
IN_TIME = """(value) => Promise.race([
  (%s)(value),
  new Promise((_, fail) => setTimeout(fail, 180_000, new Error("not done after 180 seconds"))),
])"""
VISIT = """(query) => {
  const page = window.fallLine;
  history.pushState(null, "", location.pathname + query);
  const { open } = page.stage;
  page.heard = false;
  page.stage.open = function (...words) {
    page.heard = true;
    page.stage.open = open;
    return open.apply(this, words);
  };
  dispatchEvent(new PopStateEvent("popstate"));
}"""
SHOWS = """(link) => {
  const { climb, ground, scene } = window.fallLine.stage;
  return climb.link === link && ground.key === climb.key && scene.climb === climb;
}"""
# An element's overlay, all canvases over its picture, as one of CSS pixels times `scale`.
FLAT = """
window.mountainOf = (i) => window.fallLine.stage.studio.of(window.fallLine.stage.panels[i].size);
window.flat = (host) => {
  const layers = [...host.querySelectorAll(":scope > canvas:not(.mountain)")];
  const { clientWidth, clientHeight } = host;
  const scale = layers.at(-1).width / layers.at(-1).offsetWidth;
  const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(clientWidth * scale), height: Math.round(clientHeight * scale) });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.scale(scale, scale);
  for (const layer of layers) context.drawImage(layer, layer.offsetLeft, layer.offsetTop, layer.offsetWidth, layer.offsetHeight);
  context.setTransform(1, 0, 0, 1, 0, 0);
  return { context, canvas, scale };
};
"""
# A frame without an origin has no storage.
NO_FIRST_VISIT = "try { localStorage.setItem('fall-line-tour', '1'); } catch {}"
HARMLESS = ("willReadFrequently", "GPU stall due to ReadPixels")  # Chromium's advice


class Stage:
    """`errors` collects what the console says in red or yellow, and what nobody caught."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.errors: list[str] = []
        self.warnings: list[str] = []
        page.set_default_timeout(90_000)
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.add_init_script(FLAT)
        page.add_init_script(NO_FIRST_VISIT)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)
        elif message.type == "warning" and not any(word in message.text for word in HARMLESS):
            self.warnings.append(message.text)

    # -- opening and waiting ---------------------------------------------------------------

    def open(self, query: str = "", ready: bool = True) -> Stage:
        self.page.goto(self.site + query)
        return self.ready() if ready else self

    def ready(self) -> Stage:
        self.page.wait_for_function(READY, timeout=120_000)
        return self.settled()

    def settled(self) -> Stage:
        self.js(SETTLED)
        return self

    def visit(self, query: str) -> Stage:
        """Go to a link without loading the page again, as back and forward do."""
        link = opened(query)[0].to_link()
        self.js(VISIT, query)
        self.wait("() => window.fallLine.heard")
        return self.shows(link)

    def shows(self, link: str) -> Stage:
        """Wait until the scenario of a link is on the screen."""
        try:
            self.wait(SHOWS, link)
        except TimeoutError as error:
            state = self.js("() => [fallLine.asked, fallLine.stage.climb.link]")
            raise AssertionError(f"{link} is not shown. Asked for: {state}") from error
        return self.ready()

    def wait(self, condition: str, value: Any = None) -> None:
        self.page.wait_for_function(condition, arg=value)

    def js(self, expression: str, value: Any = None) -> Any:
        return self.page.evaluate(IN_TIME % expression, value)

    # -- what is on the screen -------------------------------------------------------------

    def climb(self) -> dict[str, Any]:
        """What is walked: link, rates, steps, surface, uphill, start."""
        return self.js(
            """() => {
              const { link, rates, steps, surface, uphill, points } = window.fallLine.stage.climb;
              return { link, rates, steps, surface, uphill, start: [points[0], points[1]] };
            }"""
        )

    def clock(self) -> dict[str, Any]:
        return self.js("() => window.fallLine.stage.clock")

    def cameras(self) -> list[list[float]]:
        return self.js("() => window.fallLine.stage.panels.map((panel) => panel.camera)")

    def turn(self, camera: tuple[float, ...], i: int = 0) -> None:
        """Point all panels' cameras, as a link does."""
        self.js(
            "(camera) => window.fallLine.stage.open({ cameras: [camera], playhead: 0 })", camera
        )
        self.settled()

    def pixel(self, i: int, u: float, v: float, h: float) -> tuple[float, float]:
        """Where the overlay of panel `i` believes a place to be, in CSS pixels of its scene."""
        p = self.js(
            """(i) => {
              const { matrix, width, height } = window.fallLine.stage.panels[i].projection;
              return { m: [...matrix], width, height };
            }""",
            i,
        )
        clip = [sum(p["m"][4 * c + r] * x for c, x in enumerate((u, v, h, 1))) for r in range(4)]
        return (clip[0] / clip[3] + 1) / 2 * p["width"], (1 - clip[1] / clip[3]) / 2 * p["height"]

    def scene(self, i: int = 0) -> Locator:
        return self.page.locator("#panels .scene").nth(i)

    def overlay(self, i: int = 0) -> str:
        """The overlay of panel `i` as a PNG's data address: equal when the pictures are."""
        return self.js("(i) => flat(window.fallLine.stage.panels[i].scene).canvas.toDataURL()", i)

    def captions(self) -> list[str]:
        return self.page.locator("#panels .panel").all_inner_texts()

    def reading(self) -> str:
        return self.page.inner_text("#reading")

    def problems(self) -> list[str]:
        """The sentences that stand beside controls."""
        found = self.page.locator(".side .problem, .side .mantine-InputWrapper-error")
        return [text for text in found.all_inner_texts() if text]

    def notes(self) -> Locator:
        return self.page.locator("#notes [role=alert]")

    # -- what a person does ----------------------------------------------------------------

    def choose(self, name: str) -> None:
        self.page.click("#surface")
        self.page.get_by_role("option", name=name).click()

    def rate(self, i: int) -> Locator:
        return self.page.locator(f"#rate-{i}")

    def rates(self) -> list[str]:
        """What the rows of rates say, those that are there."""
        return self.js(
            """() => [...document.querySelectorAll(".rate-row input[id^=rate-]")]
              .filter((box) => box.offsetParent).map(({ value }) => value)"""
        )

    def press(self, name: str) -> None:
        """Press one of the player's buttons."""
        self.page.click(f"#{name}")

    def switch(self, name: str) -> None:
        self.page.locator(f"label[for={name}]").click()

    def dress(self, look: str) -> None:
        """Choose a look, and wait until the mountains have it."""
        self.page.click("#look")
        self.page.get_by_role("option", name=look.capitalize()).click()
        self.wait("(key) => window.fallLine.stage.view.look === key", look)

    def pick(self, group: str, value: str) -> None:
        """Choose one of a row of words."""
        self.page.locator(f"#{group} label[for$='-{value}']").click()

    def pick_from(self, menu: str, name: str) -> None:
        """Choose one of a menu by its name."""
        self.page.click(f"#{menu}")
        self.page.get_by_role("option", name=name, exact=True).click()

    def click_in(self, place: Locator, x: float, y: float) -> None:
        place.click(position={"x": x, "y": y})

    def press_at(self, place: Locator, x: float, y: float) -> tuple[float, float]:
        """Press the mouse in a place and keep it down; returns where, on the page."""
        box = place.bounding_box()
        assert box
        at = box["x"] + x, box["y"] + y
        self.page.mouse.move(*at)
        self.page.mouse.down()
        return at

    def drag(self, i: int, dx: float, dy: float, release: bool = True) -> None:
        """Drag panel `i` from its middle, as quick hands do."""
        box = self.scene(i).bounding_box()
        assert box
        x, y = self.press_at(self.scene(i), box["width"] / 2, box["height"] / 2)
        self.page.mouse.move(x + dx, y + dy, steps=5)
        if release:
            self.page.mouse.up()
        self.settled()
