"""The command line: serve | open | list. It parses words and calls the functions of the page."""

from __future__ import annotations

import argparse
import os
import socket
import sys
import webbrowser
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import parse_qsl

from app import __version__

COMMANDS = ("serve", "open", "list")
ABOUT = ("-h", "--help", "--version")
HOST, PORT, LAST_PORT = "127.0.0.1", 8050, 65_535
THREADS = 8  # a film sends four frames at a time while the page goes on asking


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0, or 2 when something typed is wrong."""
    words = list(sys.argv[1:] if words is None else words)
    if not words or (words[0].startswith("-") and words[0] not in ABOUT):
        words.insert(0, "serve")
    options = _parser().parse_args(words)
    if options.command == "list":
        return _list()
    return serve(options) if options.command == "serve" else _open(options)


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
    commands.add_parser("list", help="list all mountains")
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
    return serve(options)


def _bytes(path: Path) -> bytes:
    """The file's bytes; MadeError when there are too many to read them."""
    from app.made import MadeError
    from surfaces.files import MOST_BYTES

    if path.stat().st_size > MOST_BYTES:
        raise MadeError("file", f"it is larger than {MOST_BYTES // 2**20} MB. Thin it out.")
    return path.read_bytes()


def _list() -> int:
    from app.made import KINDS
    from surfaces import TERRAINS

    try:
        print("Your own")
        for kind in KINDS.values():
            print(f"  {kind.key:<20}{kind.name}")
        for terrain, surfaces in TERRAINS.items():
            print(terrain)
            for surface in surfaces:
                print(f"  {surface.key:<20}{surface.name}")
        sys.stdout.flush()
    except BrokenPipeError:
        # Who reads has read enough. What is left unwritten must not be tried again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def serve(options: argparse.Namespace) -> int:
    """Serve the page until Ctrl-C."""
    try:
        # Seen before the app is loaded, which takes a second or two.
        problem = port_problem(options.host, options.port) or _serve(options)
    except KeyboardInterrupt:  # while loading; later the server itself ends on it
        problem = ""
    if problem:
        print(problem, file=sys.stderr)
        return 2
    print("\nFall Line has ended.")
    return 0


def _serve(options: argparse.Namespace) -> str:
    """Serve until Ctrl-C, or return why that cannot be."""
    from waitress import create_server

    from app.server import create_app

    app = create_app().server
    try:
        server = create_server(app, host=options.host, port=options.port, threads=THREADS)
    except OSError as error:  # another program was faster
        return _sentence(options.host, options.port, error)
    address = f"http://{_shown(options.host)}:{options.port}"
    address += f"/{options.query}" if options.query else ""
    print(f"Fall Line is at {address} (Ctrl-C ends it)", flush=True)
    try:
        if not options.no_browser:
            webbrowser.open(address)
        server.run()
    finally:
        server.close()
    return ""


def port_problem(host: str, port: int) -> str:
    """Why this address cannot be listened on, in a sentence; empty when it can."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        for family, kind, _, _, address in found:
            with socket.socket(family, kind) as probe:
                if os.name == "posix":  # elsewhere it would let two programs share a port
                    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(address)
    except (OSError, UnicodeError) as error:
        return _sentence(host, port, error)
    return ""


def _sentence(host: str, port: int, error: Exception) -> str:
    if isinstance(error, (socket.gaierror, UnicodeError)):
        return f"There is no host called '{host[:40]}'. Try --host {HOST}."
    if isinstance(error, PermissionError):
        return f"Port {port} may only be used by the system. Try --port {PORT}."
    why = os.strerror(error.errno).lower() if isinstance(error, OSError) and error.errno else "?"
    other = port + 1 if port < LAST_PORT else PORT
    return f"Port {port} on {host} cannot be used ({why}). Try --port {other}."


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
