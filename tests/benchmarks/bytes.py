"""How much travels? `python tests/benchmarks/bytes.py`. Pure Python, no browser.

The answers of the page's own callbacks for a new scenario (the ground and the climb) of 4 panels of
200 x 200 and 200 steps, and the climb alone for a changed rate, against the same picture as one
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


def outputs(client: FlaskClient, wanted: str) -> dict[str, Any]:
    """The callback that writes to `wanted`, as the page knows it."""
    rows = client.get("/_dash-dependencies").get_json()
    return next(row for row in rows if f"{wanted}.data" in row["output"])


def asked(client: FlaskClient, wanted: str, value: object, accept: str) -> int:
    """Bytes of the answer when the page asks for the data of `wanted`."""
    row = outputs(client, wanted)
    names = row["output"].strip(".").split("...")
    parts = [dict(zip(("id", "property"), name.rsplit(".", 1), strict=True)) for name in names]
    answers = [[] if part["id"].startswith("{") else part for part in parts]
    source = row["inputs"][0]
    body = {
        "output": row["output"],
        "outputs": answers if len(answers) > 1 else answers[0],
        "inputs": [{**source, "value": value}],
        "changedPropIds": [f"{source['id']}.{source['property']}"],
        "parsedChangedPropsIds": [source["id"]],
        "state": [[] if one["id"].startswith("{") else one for one in row["state"]],
    }
    answer = client.post("/_dash-update-component", json=body, headers={"Accept-Encoding": accept})
    if answer.status_code != 200:
        raise RuntimeError(f"{wanted}: the server answered {answer.status_code}.")
    return len(answer.get_data())


def walks(client: FlaskClient, scenario: object, accept: str) -> int:
    """Bytes of the answer when the page asks for a climb."""
    answer = client.post("/climb", json=scenario, headers={"Accept-Encoding": accept})
    return len(answer.get_data())


def sizes(measure: Any) -> list[int]:
    return [measure(accept) for accept in COMPRESSIONS.values()]


def main() -> None:
    query = link(PANELS, CELLS, STEPS)
    scenario = Scenario.from_dict(link_data(query[1:])).to_dict()
    where = {"surface": scenario["surface"], "parameters": scenario["parameters"], "mesh": CELLS}
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

    ground = sizes(lambda accept: asked(client, "ground", where, accept))
    climb = sizes(lambda accept: walks(client, scenario, accept))
    new = [a + b for a, b in zip(ground, climb, strict=True)]
    lists = sizes(lambda accept: fetched("/native/lists", accept))
    arrays = sizes(lambda accept: fetched("/native/arrays", accept))
    print_sizes({"ground": ground, "changed rate (climb)": climb, "new scenario": new,
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
