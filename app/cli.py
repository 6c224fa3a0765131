"""The command line: serve | open | export | list. It parses words and calls what does the work."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from app import __version__
from app.serving import HOST, LAST_PORT, PORT

COMMANDS = ("serve", "open", "export", "list")
ABOUT = ("-h", "--help", "--version")


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    0, 2 when something typed is wrong, or 1 when something else was.
    """
    words = list(sys.argv[1:] if words is None else words)
    if not words or (words[0].startswith("-") and words[0] not in ABOUT):
        words.insert(0, "serve")
    if words[0] == "export":  # its options are made of tables that take their time to load
        from app.export.command import export

        return export(words[1:])
    options = _parser().parse_args(words)
    if options.command == "list":
        return _list()
    return _serve(options) if options.command == "serve" else _open(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="fall-line",
        description="See how gradient and learning rate move weights down a loss.",
    )
    parser.add_argument("--version", action="version", version=f"fall-line {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="|".join(COMMANDS))
    page = commands.add_parser("serve", help="open the page in a browser (the default)")
    file = commands.add_parser("open", help="the same, on measured ground: .csv .npy .npz .h5 ...")
    file.add_argument("file", type=Path, help="the file with the heights")
    for command in (page, file):
        command.set_defaults(query="")
        command.add_argument(
            "--host", default=HOST, help="address to listen on (default: this machine only)"
        )
        command.add_argument(
            "--port", type=_port, default=PORT, help=f"port to listen on (default: {PORT})"
        )
        command.add_argument("--no-browser", action="store_true", help="only print the address")
    commands.add_parser("export", help="make films, pictures and files of a climb", add_help=False)
    commands.add_parser("list", help="list all mountains, rules and schedules")
    return parser


def _port(text: str) -> int:
    if text.isdecimal() and len(text) <= 5 and 1 <= int(text) <= LAST_PORT:
        return int(text)
    raise argparse.ArgumentTypeError(
        f"a port is a number from 1 to {LAST_PORT}, not '{text[:40]}'; try {PORT}"
    )


def _open(options: argparse.Namespace) -> int:
    """Read a file, say what was found in it, and serve the page on its ground."""
    from app.made import MadeError
    from app.made.measured import imported, link_of

    try:
        options.query = "?" + link_of(_bytes(options.file), options.file.name)
        for label, words in imported(dict(parse_qsl(options.query[1:]))).report:
            print(f"{label}: {words}")
    except (MadeError, OSError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        print(f"{options.file}: {why}", file=sys.stderr)
        return 2
    return _serve(options)


def _serve(options: argparse.Namespace) -> int:
    from app.serving import serve

    return serve(options.host, options.port, options.query, browser=not options.no_browser)


def _bytes(path: Path) -> bytes:
    """The file's bytes; MadeError when there are too many to read them."""
    from app.made import MadeError
    from surfaces.files import MOST_BYTES

    if path.stat().st_size > MOST_BYTES:
        raise MadeError("file", f"it is larger than {MOST_BYTES // 2**20} MB. Thin it out.")
    return path.read_bytes()


def _list() -> int:
    try:
        for title, rows in _tables():
            print(title)
            for row in rows:
                print(f"  {row.key:<20}{row.name}")
        sys.stdout.flush()
    except BrokenPipeError:
        # Who reads has read enough. What is left unwritten must not be tried again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _tables() -> Iterator[tuple[str, Iterable[Any]]]:
    """All that links and menus know by a key: titles, and rows with a key and a name."""
    from app.made import KINDS
    from app.walk import rules, schedules
    from surfaces import TERRAINS

    yield "Your own", KINDS.values()
    yield from TERRAINS.items()
    for kind, families in (("Rules", rules.FAMILIES), ("Schedules", schedules.FAMILIES)):
        yield from ((f"{kind}: {family}", rows) for family, rows in families.items())
