"""A program that plays the browser: it opens no page, and tells the server what a page would.

`python actor.py [flags] ADDRESS`; what stands in ACTOR tells how it behaves.
"""

from __future__ import annotations

import io
import json
import os
import sys
import time
from typing import Any
from urllib.parse import urlsplit
from urllib.request import ProxyHandler, Request, build_opener

from PIL import Image

OPENER = build_opener(ProxyHandler({}))


def ask(method: str, url: str, body: bytes = b"") -> dict[str, Any]:
    with OPENER.open(Request(url, data=body or None, method=method), timeout=60) as answer:
        return json.loads(answer.read() or b"{}")


def tell(url: str, news: dict[str, Any]) -> dict[str, Any]:
    return ask("POST", url, json.dumps(news).encode())


def film(site: str, settings: dict[str, Any], colour: str) -> str:
    """Order a film of one colour and send its frames; returns its token."""
    wanted = {key: settings[key] for key in ("format", "width", "height", "fps")}
    order = {**wanted, "frames": 1 if settings["format"] == "png" else 2, "name": "a"}
    token = tell(f"{site}/film", order)["film"]
    body = io.BytesIO()
    Image.new("RGB", (settings["width"], settings["height"]), colour).save(body, "PNG")
    for index in range(order["frames"]):
        if index and os.environ.get("ACTOR") == "sleeps in mid-film":
            time.sleep(600)
        ask("PUT", f"{site}/film/{token}/{index}", body.getvalue())
    return token


def main(address: str, behaviour: str) -> None:
    parts = urlsplit(address)
    site = f"{parts.scheme}://{parts.netloc}"
    key, page = parts.fragment.removeprefix("reel=").split("-")
    url = f"{site}/reel/{key}"
    if behaviour == "dies":
        raise SystemExit
    if behaviour == "sleeps":
        time.sleep(600)
    job = tell(url, {})
    while job:
        if job["page"] != int(page):  # another link is opened
            address = job["address"]
            page = address.rpartition("-")[2]
            assert page == str(job["page"]) and "surface=" in address
        if behaviour == "dies once" and not os.path.exists("died"):
            open("died", "w").close()
            raise SystemExit
        if behaviour == "fails":
            job = tell(url, {"problem": "This browser draws no 3D."})
        else:
            tell(url, {"share": 0.5})
            colour = "red" if "himmelblau" in address else "blue"
            job = tell(url, {"film": film(site, job["film"], colour)})
    time.sleep(600)  # a browser does not end by itself


main(sys.argv[-1], os.environ.get("ACTOR", ""))
