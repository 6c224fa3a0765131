"""A browser of this machine, without a window, at one address.

No driver steers it: the page itself asks the server what to film and tells how far it is, so all
that is needed of the browser is to be started and to be ended.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.export.errors import ExportError

NAMED = "FALL_LINE_CHROMIUM"  # the environment variable that goes before all others
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
PLACES = {  # where installers put it without telling PATH
    "darwin": (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ),
    "win32": (
        r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
        r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
        r"%LocalAppData%\Google\Chrome\Application\chrome.exe",
        r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
    ),
}
FLAGS = (
    "--headless=new",
    "--window-size=800,600",
    "--force-device-scale-factor=1",
    "--enable-unsafe-swiftshader",  # draws 3D in software where no GPU is; the page is our own
    "--disable-dev-shm-usage",  # in containers /dev/shm is too small for a canvas or two
    "--no-proxy-server",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--mute-audio",
)
AS_ROOT = "--no-sandbox"  # Chromium refuses to start as root otherwise
PATIENCE_S = 5.0  # seconds that it may take to end

MISSING = (
    "This needs Chromium, Chrome or Edge to draw, and none was found. Install one "
    f"(on Debian and Ubuntu: apt install chromium), or set {NAMED} to where it is."
)


def find_browser() -> str:
    """The path of the browser that was named, or of the first that is found; ExportError."""
    named = os.environ.get(NAMED, "")
    if named and not shutil.which(named):
        raise ExportError(f"There is no browser at {named}, which {NAMED} names. Correct it.")
    places = map(os.path.expandvars, PLACES.get(sys.platform, ()))
    found = next(filter(None, map(shutil.which, (*filter(None, [named]), *NAMES, *places))), None)
    if not found:
        raise ExportError(MISSING)
    return found


@contextmanager
def browser_at(address: str, path: str) -> Iterator[subprocess.Popen[bytes]]:
    """The browser at `path`, started at `address` with a profile of its own; ended afterwards."""
    with tempfile.TemporaryDirectory(prefix="fall-line-", ignore_cleanup_errors=True) as profile:
        root = [AS_ROOT] if os.name == "posix" and os.geteuid() == 0 else []
        words = [path, *FLAGS, *root, f"--user-data-dir={Path(profile)}", address]
        try:
            process = subprocess.Popen(
                words,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C is ours; and it ends with all of its children
            )
        except OSError as error:
            raise ExportError(f"{path} does not start ({error.strerror}). {MISSING}") from error
        try:
            yield process
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End it and its children: kindly, then not."""
    for sign in (signal.SIGTERM, getattr(signal, "SIGKILL", signal.SIGTERM)):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, sign) if os.name == "posix" else process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(PATIENCE_S)
            return
