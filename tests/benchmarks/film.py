"""How long does a film take? `python tests/benchmarks/film.py [kaleido's frames]`.

From pressing Save, when its preview is there, to the file: 120 frames of 1280 x 720, 4 panels of
200 x 200, as MP4 and as GIF, with a still and with a turning camera, and as MP4 of 1920 x 1080.
Against one call of Kaleido per frame for the same 4 panels: a few calls, the time of 120 worked out
from their median; and against matplotlib's FuncAnimation, where it is installed, of one panel of
120 x 120 with every cell drawn. Each film is made twice; the median counts. Then the same film by
`fall-line export`, its own browser's start included.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import perf_counter

from browser import CHROMIUM, ROOT, chromium, fall_line, link, opened
from native import walked
from playwright.sync_api import Page
from tables import at_least, at_most, table

from app.export.browser import NAMED
from app.film.settings import SIZES

PANELS, CELLS, FRAMES = 4, 200, 120
REPEATS = 2
PREVIEW_MS = 500  # by then the preview of a film that was changed is being drawn
MORE_S = 4  # seconds that the command line may take beyond the page
HD, FULL_HD = "720p", "1080p"
FILMS = {  # name: format as the dialog says it, turns of the camera, size, how much faster than Kaleido
    "MP4, still camera": ("mp4", 0, HD, 80),
    "MP4, turning camera": ("mp4", 1, HD, 30),
    "GIF, still camera": ("gif", 0, HD, None),
    "GIF, turning camera": ("gif", 1, HD, None),
    "MP4, 1920 x 1080, still": ("mp4", 0, FULL_HD, None),
    "MP4, 1920 x 1080, turning": ("mp4", 1, FULL_HD, None),
}
AGAINST = (  # a film, another one, how many times its seconds it may take
    ("GIF, still camera", "MP4, still camera", 1.3),
    ("GIF, turning camera", "MP4, turning camera", 1.3),
    ("MP4, 1920 x 1080, still", "MP4, still camera", 2.25),
    ("MP4, 1920 x 1080, turning", "MP4, turning camera", 2.25),
)


def order(page: Page, form: str, turns: float, size: str) -> None:
    """Fill in the dialog: 3 seconds of walk and 1 of rest, 30 frames a second."""
    if not page.locator("#film-save").is_visible():
        page.click("#export")
    page.locator("#film-save").wait_for()
    page.click("#film-format")
    page.get_by_role("option", name=f"{form.upper()} film").click()
    page.click("#film-size")
    page.get_by_role("option", name=SIZES[size].name).click()
    for box, value in (("walk", 3), ("hold", 1), ("turn", turns)):
        page.fill(f"#film-{box}", str(value))
        page.press(f"#film-{box}", "Tab")
    page.wait_for_function(
        f"document.getElementById('film-name').textContent.includes(' {FRAMES} ')"
    )
    page.wait_for_timeout(PREVIEW_MS)  # its preview begins, unless it stands already
    page.locator(".film-preview[aria-busy=false]").wait_for()


def filmed(page: Page, form: str, turns: float, size: str, folder: Path) -> tuple[float, int]:
    """Seconds from Save to the file, and its bytes."""
    order(page, form, turns, size)
    begin = perf_counter()
    with page.expect_download(timeout=170_000) as download:
        page.click("#film-save")
    file = folder / f"film.{form}"
    download.value.save_as(file)
    seconds = perf_counter() - begin
    page.wait_for_selector(".film-orders:empty", state="attached")
    return seconds, file.stat().st_size


def exported(folder: Path) -> tuple[float, int]:
    """Seconds that `fall-line export` takes for the film with a still camera, and its bytes."""
    file = folder / "exported.mp4"
    words = [link(PANELS, CELLS), str(file), "--seconds", "3", "--hold", "1", "--force"]
    begin = perf_counter()
    command = [sys.executable, "-m", "app", "export", *words]
    subprocess.run(command, cwd=ROOT, env={**os.environ, NAMED: CHROMIUM}, check=True)
    return perf_counter() - begin, file.stat().st_size


def kaleido(calls: int, folder: Path) -> float:
    """Seconds of one call that makes one frame; the first, which warms caches, does not count."""
    os.environ.setdefault("BROWSER_PATH", CHROMIUM)
    figure = walked(link(PANELS, CELLS), CELLS, frames=range(0))
    times = []
    for nth in range(calls + 1):
        begin = perf_counter()
        figure.write_image(folder / f"{nth}.png", width=1280, height=720)
        times.append(perf_counter() - begin)
    return median(times[1:])


def matplotlib_film(folder: Path) -> float:
    """Seconds of matplotlib's own film; 0 where it is not installed."""
    if not find_spec("matplotlib"):
        return 0
    import funcanimation

    return funcanimation.seconds(FRAMES, folder)


def main(calls: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with fall_line() as base, chromium() as browser:
            page, _ = opened(browser, base + link(PANELS, CELLS))
            films = {
                film: [filmed(page, *how, folder) for _ in range(REPEATS)]
                for film, (*how, _) in FILMS.items()
            }
        alone = [exported(folder) for _ in range(REPEATS)]  # while no other browser is open
        slow = kaleido(calls, folder) * FRAMES
        theirs = matplotlib_film(folder)
    print(f"{FRAMES} frames of 1280 x 720, {PANELS} panels of {CELLS} x {CELLS}")
    print(f"Kaleido: {slow:.0f} s, worked out from {calls} calls of {slow / FRAMES:.2f} s\n")
    rows = []
    for film, made in films.items():
        seconds, size = (median(one[i] for one in made) for i in (0, 1))
        target = FILMS[film][-1]
        ratio = slow / seconds
        rows.append([film, seconds, FRAMES / seconds, size / 1000, ratio,
                     at_least(ratio, target) if target else ""])  # fmt: skip
    seconds, size = (median(one[i] for one in alone) for i in (0, 1))
    more = seconds - rows[0][1]
    rows.append(["MP4, command line", seconds, FRAMES / seconds, size / 1000, slow / seconds,
                 f"{more:.1f} s more than the page; {at_most(more, MORE_S, 's')}"])  # fmt: skip
    table(["film", "s", "frames a second", "kB", "against Kaleido", "target"], rows)
    took = {str(row[0]): float(str(row[1])) for row in rows}
    pairs = [[f"{one} / {other}", took[one] / took[other], at_most(took[one] / took[other], most, "times")]
             for one, other, most in AGAINST]  # fmt: skip
    if theirs:
        ratio = theirs / took["MP4, still camera"]
        pairs.append([f"matplotlib {theirs:.1f} s / MP4, still camera", ratio, at_least(ratio, 4)])
    table(["seconds of", "times", "target"], pairs)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
