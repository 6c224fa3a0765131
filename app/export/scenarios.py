"""Which scenarios are meant: a link, a JSON file, or words -> queries of the page's address."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from app.climb import story
from app.export.errors import WordsError
from app.made import KINDS
from app.scenario import PARAMETER, Scenario, link_data, read_query, read_surface

MOST_BYTES = 1_000_000  # of a file of scenarios
SAFE = ",()*/^:;"


def find_scenarios(
    given: str | None, keys: Mapping[str, str], settings: Sequence[str]
) -> list[str]:
    """The queries of all scenarios that are meant, each whole and checked.

    `given` is a link or a file, `keys` change what it says as a link would, `settings` are
    "name=value". WordsError, ScenarioError and ValueError are sentences.
    """
    if given is None:
        return [_whole({**keys, **_settings(settings, keys.get("surface", ""))})]
    queries = [_query_of(given)] if _is_link(given) else _read_file(Path(given))
    return [
        _whole({**query, **keys, **_settings(settings, query.get("surface", ""))})
        for query in queries
    ]


def _is_link(text: str) -> bool:
    return text.startswith(("http://", "https://", "?")) or (
        "=" in text and not Path(text).exists()
    )


def _query_of(link: str) -> dict[str, str]:
    return read_query(urlsplit(link).query if "?" in link else link)


def _read_file(path: Path) -> list[dict[str, str]]:
    """The scenarios of a JSON file, as links hold them."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise WordsError(f"{path} is too large for a file of scenarios. Is it another one?")
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise WordsError(f"{path}: {error.strerror}. Give a link, or a JSON file.") from error
    except ValueError as error:
        raise WordsError(f"{path} is not JSON ({error}). Save Scenario.to_dict() there.") from error
    scenarios = data if isinstance(data, list) else [data]
    if not scenarios:
        raise WordsError(f"{path} holds no scenario.")
    return [read_query(Scenario.from_dict(one).to_link()) for one in scenarios]


def _settings(settings: Sequence[str], surface: str) -> dict[str, str]:
    """ "name=value" as a link holds it: a word of a ground that is made, or a parameter."""
    words = {word.key for word in KINDS[surface].words} if surface in KINDS else set()
    found = {}
    for text in settings:
        name, equals, value = text.partition("=")
        if not equals:
            raise WordsError(f"--set takes NAME=VALUE, not '{text[:40]}'.")
        found[name if name in words else PARAMETER + name] = value
    return found


def _whole(query: Mapping[str, str]) -> str:
    """The query with all that a scenario needs: what is not said is as the surface's story is."""
    data = link_data(urlencode(query, safe=SAFE))
    surface = read_surface(data)
    usual: dict[str, Any] = {"start": surface.start, "direction": surface.direction}
    if "rates" not in data:
        told = story(surface.key, surface.values, words=surface.words)
        usual |= {"rates": told.rates, "steps": told.steps}
    link = Scenario.from_dict({**usual, **data}).to_link()
    known = read_query(link)
    view = {key: value for key, value in query.items() if key not in known}
    return "&".join(filter(None, [link, urlencode(view, safe=SAFE)]))
