"""How much travels? `python tests/benchmarks/bytes.py`. Pure Python, no browser.

The page's own answers for a new scenario (a ground and a climb) of 4 panels of 200 x 200 and 200
steps, and for a changed rate (the climb alone), against the same picture as one
figure with plotly's own frames, as lists and as float32 typed arrays. All come from one server and
are compressed as it compresses, for a browser that takes what Chromium takes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from browser import link
from flask import Response
from flask.testing import FlaskClient
from native import walked
from tables import at_least, at_most, table

from app.scenario import Scenario, link_data
from app.server import create_app

PANELS, CELLS, STEPS = 4, 200, 200
COMPRESSIONS = {"as sent": "identity", "gzip": "gzip", "Chromium": "gzip, deflate, br, zstd"}


def walks(client: FlaskClient, scenario: dict[str, Any], accept: str) -> int:
    """Bytes of the answer when the page asks for a climb."""
    answer = client.post("/climb", json=scenario, headers={"Accept-Encoding": accept})
    return len(answer.get_data())


def sizes(measure: Any) -> list[int]:
    return [measure(accept) for accept in COMPRESSIONS.values()]


def main() -> None:
    query = link(PANELS, CELLS, STEPS)
    scenario = Scenario.from_dict(link_data(query[1:])).to_dict()
    server = create_app().server
    figures = {f"/native/{n}": walked(query, CELLS, listed=n == "lists").to_json()
               for n in ("lists", "arrays")}  # fmt: skip
    for path, text in figures.items():
        server.add_url_rule(
            path, path, lambda text=text: Response(text, mimetype="application/json")
        )
    client = server.test_client()

    def fetched(path: str, accept: str) -> int:
        return len(client.get(path, headers={"Accept-Encoding": accept}).get_data())

    new = sizes(lambda accept: walks(client, {**scenario, "mesh": CELLS}, accept))
    climb = sizes(lambda accept: walks(client, scenario, accept))
    lists = sizes(lambda accept: fetched("/native/lists", accept))
    arrays = sizes(lambda accept: fetched("/native/arrays", accept))
    print_sizes({"changed rate": climb, "new scenario": new,
                 "native frames, lists": lists, "native frames, float32": arrays})  # fmt: skip
    verdicts = [
        [f"{name} / new scenario, {how}", old[i] / new[i], at_least(old[i] / new[i], 20)]
        for name, old in (("lists", lists), ("float32", arrays))
        for i, how in enumerate(COMPRESSIONS)
    ]
    kilobytes = climb[-1] / 1000
    changed = ["changed rate, kB", kilobytes, at_most(kilobytes, 40, "kB")]
    table(["what", "measured", "target"], [*verdicts, changed])


def print_sizes(rows: dict[str, Iterable[int]]) -> None:
    print(f"kB on the wire: {PANELS} panels, {CELLS} x {CELLS}, {STEPS} steps\n")
    table(["what", *COMPRESSIONS], [[n, *(v / 1000 for v in row)] for n, row in rows.items()])


if __name__ == "__main__":
    main()
