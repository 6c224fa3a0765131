"""python3 tests/run.py: install what the tests need, then run every check there is.

It needs nothing but Python. What follows it goes to pytest: `python3 tests/run.py -k gif`.
FALL_LINE_CHROMIUM names the browser to test with; else the system's Chromium or Chrome is taken.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMP = VENV / "fall-line-installed"  # what was installed there, as a hash
OLDEST_PYTHON, OLDEST_NODE = (3, 11), 18
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER = "FALL_LINE_CHROMIUM"  # the environment variable that the browser tests read


class Missing(Exception):
    """Something that only a person can install: a sentence that says what."""


def main(words: list[str]) -> int:
    """Run all checks and return 0, 1 when one of them failed, or 2 when one cannot be run."""
    os.chdir(ROOT)
    try:
        check_python()
        node = find_node()
        os.environ[BROWSER] = find_browser()
        find_office()
        install()
    except Missing as sentence:
        print(sentence, file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as error:
        print(f"This failed: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 2
    return run_all(
        {
            "ruff check": [BIN / "ruff", "check"],
            "ruff format": [BIN / "ruff", "format", "--check"],
            "mypy": [BIN / "mypy"],
            "node": [node, "--test", *sorted(Path("tests/js").glob("*.test.mjs"))],
            "pytest": [BIN / "python", "-m", "pytest", *words],  # last: its summary ends the output
        }
    )


def run_all(parts: dict[str, list[str | Path]]) -> int:
    """Run each part, whatever became of those before; say in a line each how it went."""
    *others, last = parts
    codes = {name: run(name, parts[name]) for name in others}
    for name, code in codes.items():
        print(f"{name:<12} {'passed' if code == 0 else f'FAILED (exit code {code})'}")
    codes[last] = run(last, parts[last])
    return int(any(codes.values()))


def run(name: str, command: list[str | Path]) -> int:
    print(f"\n== {name}", flush=True)
    if name != "node":
        return subprocess.run(command, check=False).returncode
    # Its report has five lines a test; where all is well, the sums at its end say enough.
    done = subprocess.run(command, check=False, text=True, stdout=subprocess.PIPE)
    sums = re.findall(r"^[#ℹ] (?:tests|pass|fail|skipped) \d+$", done.stdout, re.MULTILINE)
    print(", ".join(sums) if done.returncode == 0 else done.stdout)
    return done.returncode


def check_python() -> None:
    if sys.version_info < OLDEST_PYTHON:
        raise Missing(f"Fall Line needs Python 3.{OLDEST_PYTHON[1]} or newer, not {sys.version}.")


def find_node() -> str:
    found = shutil.which("node") or shutil.which("nodejs")
    if not found and apt_install("nodejs"):
        found = shutil.which("node") or shutil.which("nodejs")
    if not found:
        raise Missing(f"The tests need Node.js {OLDEST_NODE} or newer. Install it: nodejs.org.")
    said = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout
    major = re.match(r"v(\d+)\.", said)
    if not major or int(major[1]) < OLDEST_NODE:
        raise Missing(f"The tests need Node.js {OLDEST_NODE} or newer; {found} is {said.strip()}.")
    return found


def find_browser() -> str:
    """The browser's path: the one that was named, the system's, or a new one from apt-get."""
    named = os.environ.get(BROWSER)
    if named:
        if not shutil.which(named):
            raise Missing(f"There is no browser at {named}, which {BROWSER} names.")
        return named
    found = system_browser() or (apt_install("chromium") and system_browser())
    if not found:
        raise Missing(
            "The tests need Chromium or Chrome, and none was found. Install one, "
            f"or set {BROWSER} to where it is."
        )
    return found


def system_browser() -> str:
    return next((path for path in map(shutil.which, BROWSERS) if path), "")


def find_office() -> None:
    """LibreOffice opens the slides; where it cannot be had, one test is skipped."""
    if not shutil.which("soffice"):
        apt_install("libreoffice-impress")


def apt_install(package: str) -> bool:
    """Install a Debian package where that may be done without asking; whether it worked."""
    if not shutil.which("apt-get"):
        return False
    root: list[str] = []
    if os.geteuid() != 0:
        root = ["sudo", "-n"]
        if not shutil.which("sudo") or subprocess.run([*root, "true"], check=False).returncode:
            return False
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    print(f"Installing {package} with apt-get.", flush=True)
    subprocess.run([*apt, "update"], check=False)  # old lists may do as well
    install = [*apt, "install", "--yes", "--no-install-recommends", package]
    return subprocess.run(install, check=False).returncode == 0


def install() -> None:
    """Make .venv and install the app and what its tests need, unless that has been done already."""
    current = wanted()
    if STAMP.is_file() and STAMP.read_text() == current:
        return
    print("Installing what the tests need into .venv; this takes a minute.", flush=True)
    if not (BIN / "python").exists():
        make_environment()
    STAMP.unlink(missing_ok=True)
    pip = [BIN / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--editable", ".[test]"], check=True)
    STAMP.write_text(current)


def make_environment() -> None:
    # Debian keeps half of venv in a package of its own.
    if find_spec("ensurepip") is None and not apt_install("python3-venv"):
        raise Missing("Python's venv is not complete. Install it; on Debian it is python3-venv.")
    subprocess.run([sys.executable, "-m", "venv", VENV], check=True)


def wanted() -> str:
    """A hash of all that decides what has to be installed."""
    parts = (ROOT / "pyproject.toml").read_bytes(), sys.version.encode(), str(ROOT).encode()
    return hashlib.sha256(b"\n".join(parts)).hexdigest()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
