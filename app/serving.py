"""The page, served until Ctrl-C."""

from __future__ import annotations

import os
import socket
import sys
import webbrowser

HOST, PORT, LAST_PORT = "127.0.0.1", 8050, 65_535
THREADS = 8  # a film sends four frames at a time while the page goes on asking


def serve(host: str, port: int, query: str = "", *, browser: bool = True) -> int:
    """Serve the page until Ctrl-C and return 0, or 2 when the address cannot be used.

    `browser` opens the page; `query` is what stands behind its address.
    """
    try:
        # Seen before the app is loaded, which takes a second or two.
        problem = port_problem(host, port) or _serve(host, port, query, browser)
    except KeyboardInterrupt:  # while loading; later the server itself ends on it
        problem = ""
    if problem:
        print(problem, file=sys.stderr)
        return 2
    print("\nFall Line has ended.")
    return 0


def _serve(host: str, port: int, query: str, browser: bool) -> str:
    """Serve until Ctrl-C, or return why that cannot be."""
    from waitress import create_server

    from app.server import create_app

    app = create_app().server
    try:
        server = create_server(app, host=host, port=port, threads=THREADS)
    except OSError as error:  # another program was faster
        return _sentence(host, port, error)
    address = f"http://{_shown(host)}:{port}"
    address += f"/{query}" if query else ""
    print(f"Fall Line is at {address} (Ctrl-C ends it)", flush=True)
    try:
        if browser:
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
