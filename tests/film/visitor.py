"""What a page does: open a film, send frames, fetch the file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from app.film.settings import Settings


def opened(client: Any, order: Settings) -> str:
    answer = client.post("/film", json=order.to_dict())
    assert answer.status_code == 201, answer.json
    return f"/film/{answer.json['film']}"


def sent(client: Any, url: str, bodies: list[bytes], indices: Iterable[int] | None = None) -> None:
    for index in range(len(bodies)) if indices is None else indices:
        answer = client.put(f"{url}/{index}", data=bodies[index])
        assert (answer.status_code, answer.data) == (204, b"")


def fetched(client: Any, url: str) -> Any:
    """The answer with the film, read to its end and closed, as servers do."""
    with client.get(f"{url}/file") as answer:
        assert answer.status_code == 200, answer.json
        assert answer.data
        return answer


def film_folders(root: Path) -> list[Path]:
    return list((root / "films").iterdir())


def refused(answer: Any, status: int, sentence: str) -> None:
    """The status, and the beginning of the one sentence, which ends as sentences do."""
    assert answer.status_code == status, answer.data
    assert answer.json["message"].startswith(sentence), answer.json
    assert answer.json["message"].endswith((".", "?"))
