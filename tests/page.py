"""The page's half of a callback: it asks the server over HTTP, as Dash in a browser does."""

from __future__ import annotations

from typing import Any

from dash import Dash

from app.ui import ids


class Page:
    """A visitor of one app."""

    def __init__(self, app: Dash, prefix: str = "/") -> None:
        self.client = app.server.test_client()
        self.prefix = prefix

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(self.prefix + path, headers=headers)

    def walk(self, scenario: Any) -> Any:
        """The answer to a scenario: a climb, or what is wrong with it."""
        return self.client.post(self.prefix + "climb", json=scenario)

    def call(self, wanted: str, parameters: tuple[str, ...] = (), **inputs: Any) -> Any:
        """The answer of the callback that writes `wanted`, asked with `input__property=value`.

        The first input is the one that changed; `parameters` are the surface's own on the page.
        """
        row = next(
            row
            for row in self.get("_dash-dependencies").json
            if wanted in row["output"].strip(".").split("...") and not row["clientside_function"]
        )
        names = {key.rpartition("__")[0].replace("_", "-"): value for key, value in inputs.items()}
        first = (
            row["inputs"][0]
            if not names
            else next(one for one in row["inputs"] if one["id"] == next(iter(names)))
        )
        outputs = [_output(name, parameters) for name in row["output"].strip(".").split("...")]
        return self.client.post(
            self.prefix + "_dash-update-component",
            json={
                "output": row["output"],
                "outputs": outputs if ".." in row["output"] else outputs[0],
                "inputs": [{**one, "value": names.get(one["id"])} for one in row["inputs"]],
                "changedPropIds": [f"{first['id']}.{first['property']}"],
                "state": [_state(one, parameters) for one in row["state"]],
            },
        )


def _output(name: str, parameters: tuple[str, ...]) -> Any:
    id, _, prop = name.rpartition(".")
    if id.startswith("{"):
        return [{"id": ids.parameter(key), "property": prop} for key in parameters]
    return {"id": id, "property": prop}


def _state(one: dict[str, Any], parameters: tuple[str, ...]) -> Any:
    if one["id"].startswith("{"):
        return [{"id": ids.parameter(key), "property": one["property"]} for key in parameters]
    return {**one, "value": None}
