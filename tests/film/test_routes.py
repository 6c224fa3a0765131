"""The protocol, as a page speaks it: open, send frames, fetch; and what can happen meanwhile."""

from __future__ import annotations

import io
import random
import threading
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import av
import numpy as np
import pytest

from app.film import encoder
from app.film.errors import FilmError
from app.film.formats import FILMS
from app.film.settings import Settings
from app.film.studio import Studio
from surfaces.words import speaking
from tests.film.pictures import DOT, encoded, frames, picture, place, settings
from tests.film.reading import pictures
from tests.film.visitor import fetched, film_folders, opened, refused, sent
from tests.film.waiting import encoders, until

ROWS = pytest.mark.parametrize(
    "row", [row for row in FILMS.values() if not row.vector], ids=lambda row: row.key
)


@ROWS
def test_frames_sent_out_of_order_by_several_threads(
    row, make_app, root: Path, tmp_path: Path
) -> None:
    app = make_app()
    order = settings(format=row.key, frames=1 if row.single else 12, name="Three rates, <1>")
    url, bodies = opened(app.test_client(), order), frames(order)
    indices = random.Random(3).sample(range(order.frames), order.frames)
    threads = [
        threading.Thread(target=sent, args=(app.test_client(), url, bodies, indices[k::4]))
        for k in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    answer = fetched(app.test_client(), url)
    assert answer.mimetype == row.mime
    assert answer.headers["Content-Disposition"].endswith(f"Three-rates-1{row.suffix}")
    path = tmp_path / f"film{row.suffix}"
    path.write_bytes(answer.data)
    pixels = pictures(path)
    assert len(pixels) == order.frames
    for index, frame in enumerate(pixels):
        x, y = place(index, order)
        np.testing.assert_allclose(frame[y, x], DOT, atol=8)
    assert film_folders(root) == []
    refused(app.test_client().get(f"{url}/file"), 404, "There is no such film")


@ROWS
def test_state_says_how_far_it_is(row, client) -> None:
    order = settings(format=row.key, frames=1 if row.single else 4)
    url, bodies = opened(client, order), frames(order)
    waiting = {"received": 0, "encoded": 0, "frames": order.frames, "state": "waiting"}
    assert client.get(url).json == waiting
    sent(client, url, bodies)
    done = {"received": order.frames, "encoded": order.frames, "frames": order.frames}
    assert until(lambda: client.get(url).json["state"] == "done")
    assert client.get(url).json == done | {"state": "done"}
    sent(client, url, bodies)  # again, late: harmless
    with client.head(f"{url}/file") as answer:
        assert answer.status_code == 200  # takes nothing away
    fetched(client, url)


def test_mp4_is_encoded_while_frames_arrive_and_needs_no_room(client, root: Path) -> None:
    order = settings(frames=60)
    url, bodies = opened(client, order), frames(order)
    sent(client, url, bodies, range(50))
    until(lambda: client.get(url).json["encoded"] == 50)
    assert not [*root.rglob("arrived/*"), *root.rglob("kept/*")]
    refused(client.get(f"{url}/file"), 409, "10 of 60 frames are missing: 50, 51, 52, 53, 54, ...")
    sent(client, url, bodies, range(50, 60))
    fetched(client, url)


def test_the_same_frame_twice_is_harmless(client) -> None:
    order = settings(frames=3)
    url, bodies = opened(client, order), frames(order)
    sent(client, url, bodies, [2, 2, 0, 0, 1, 1])
    with av.open(io.BytesIO(fetched(client, url).data)) as film:
        assert film.streams.video[0].frames == 3


def test_two_films_at_once_do_not_mix(client) -> None:
    small, square = settings(frames=3), settings(frames=3, width=1080, height=1080)
    urls = [opened(client, order) for order in (small, square)]
    for index in range(3):
        for url, order in zip(urls, (small, square), strict=True):
            sent(client, url, frames(order), [index])
    for url, order in zip(urls, (small, square), strict=True):
        with av.open(io.BytesIO(fetched(client, url).data)) as film:
            assert film.streams.video[0].height == order.height


@ROWS
def test_a_second_process_can_do_everything(row, make_app, root: Path) -> None:
    order = settings(format=row.key, frames=1 if row.single else 4)
    first, second = make_app().test_client(), make_app().test_client()
    url, bodies = opened(first, order), frames(order)
    sent(second, url, bodies)
    assert second.get(url).json["received"] == order.frames
    fetched(second, url)
    assert first.get(url).status_code == 404


def test_prefix(make_app) -> None:
    client = make_app("/app/").test_client()
    assert client.post("/app/film", json=settings().to_dict()).status_code == 201


def test_cancel_removes_the_folder_and_ends_the_encoder(client, root: Path) -> None:
    url = opened(client, settings())
    sent(client, url, frames(settings()), [0, 1, 3])
    assert len(film_folders(root)) == 1
    for _ in range(2):
        assert client.delete(url).status_code == 204
    assert film_folders(root) == []
    until(lambda: not encoders())
    assert film_folders(root) == []
    refused(client.put(f"{url}/2", data=b""), 404, "There is no such film")
    refused(client.get(url), 404, "There is no such film")


def test_a_film_nobody_feeds_is_given_up(client, root: Path, monkeypatch) -> None:
    monkeypatch.setattr(encoder, "PATIENCE_S", 0.1)
    url = opened(client, settings())
    until(lambda: film_folders(root) == [])
    refused(client.get(url), 404, "There is no such film")


def test_a_machine_that_slept_has_not_waited(client, root: Path, monkeypatch) -> None:
    ticks: list[float] = []

    def monotonic() -> float:
        ticks.append(3600.0 if ticks else 0.0)  # an hour passes between two looks
        return ticks[-1]

    monkeypatch.setattr(encoder, "time", SimpleNamespace(monotonic=monotonic, sleep=time.sleep))
    url = opened(client, settings())
    until(lambda: len(ticks) > 5)
    assert len(film_folders(root)) == 1
    client.delete(url)


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (FilmError("Frame 0: too beautiful. Send another."), "Frame 0: too beautiful. Send"),
        (RuntimeError("no codec"), "The film could not be made (no codec). Try again, or choose"),
    ],
)
def test_a_film_that_fails_says_why_and_leaves_nothing(
    problem: Exception, sentence: str, client, root: Path, monkeypatch
) -> None:
    def write(frames: Iterable[bytes], settings: Settings, path: Path) -> None:
        path.write_bytes(next(iter(frames)))
        raise problem

    monkeypatch.setitem(FILMS, "mp4", replace(FILMS["mp4"], write=write))
    url = opened(client, settings())
    sent(client, url, frames(settings()), [3, 0])  # it fails as soon as it has the first one
    state = until(lambda: client.get(url).json["state"] == "failed" and client.get(url).json)
    assert state["message"].startswith(sentence)
    refused(client.put(f"{url}/1", data=frames(settings())[1]), 409, sentence)
    refused(client.get(f"{url}/file"), 409, sentence)
    until(lambda: not encoders())
    left = {path.name for path in root.rglob("*") if path.is_file()}
    assert left == {"key", "settings.json", "progress.json"}


def test_a_damaged_frame_fails_the_film_by_name(client) -> None:
    order = settings(frames=2)
    url, body = opened(client, order), bytearray(encoded(picture(0, order)))
    body[1000:3000] = bytes(2000)
    sent(client, url, [bytes(body)])
    until(lambda: client.get(url).json["state"] == "failed")
    refused(client.get(f"{url}/file"), 409, "Frame 0: the picture is damaged. Send it again.")


def test_a_film_fails_in_the_language_it_was_ordered_in(root: Path) -> None:
    studio = Studio(root)
    order = settings(frames=2)
    body = bytearray(encoded(picture(0, order)))
    body[1000:3000] = bytes(2000)
    with speaking("ru"):
        token = studio.open(order.to_dict())
    studio.put(token, 0, bytes(body))
    until(lambda: studio.state(token)["state"] == "failed")
    assert studio.state(token)["message"].startswith("Кадр 0: ")
