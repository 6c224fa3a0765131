"""Everything that is refused, with its status and its sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from PIL import Image

from app.film import encoder, folder, studio
from tests.film.pictures import encoded, frames, picture, settings
from tests.film.visitor import fetched, film_folders, opened, refused, sent


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"format": "mp5"}, "There is no film format called 'mp5'. Did you mean 'mp4'?"),
        ({"format": None}, "There is no film format called 'None'. Choose one of mp4, webm, gif, "),
        ({"format": ["mp4"]}, "There is no film format called"),
        ({"width": 1281}, "The film's size cannot be 1281 x 720. Choose multiples of 2 from 64 x "),
        ({"height": 62}, "The film's size cannot be 1280 x 62. Choose multiples of 2 from"),
        ({"width": 3842}, "The film's size cannot be 3842 x 720."),
        ({"height": 2162}, "The film's size cannot be 1280 x 2162."),
        ({"width": 1280.0}, "The film's size cannot be 1280.0 x 720."),
        ({"width": 99999, "height": 99999}, "The film's size cannot be 99999 x 99999."),
        ({"width": "1280"}, "The film's size cannot be 1280 x 720."),
        ({"height": True}, "The film's size cannot be 1280 x True."),
        ({"fps": 31}, "The film's frames per second cannot be 31. Choose 24, 25, 30, 50 or 60."),
        ({"fps": [30]}, "The film's frames per second cannot be [30]."),
        ({"fps": 30.5}, "The film's frames per second cannot be 30.5."),
        ({"frames": 0}, "As MP4 film, a film has from 1 to 250000 frames, not 0."),
        ({"frames": 250_001}, "As MP4 film, a film has from 1 to 250000 frames, not 250001."),
        ({"frames": "9"}, "As MP4 film, a film has from 1 to 250000 frames, not 9."),
        ({"frames": True}, "As MP4 film, a film has from 1 to 250000 frames, not True."),
        (
            {"format": "gif", "frames": 7201},
            "As GIF film, a film has from 1 to 7200 frames, not 7201. Make it shorter, ",
        ),
        ({"format": "png"}, "A PNG picture holds 1 frame, not 6. Choose a film."),
        ({"format": "csv"}, "There is no film format called 'csv'."),
        ({"options": 3}, "A film's options are names with values, not 3."),
        (
            {"options": {"loop": "once"}},
            "The format 'MP4 film' has no option 'loop'. It has: quality.",
        ),
        ({"options": {"quality": "great"}}, "Quality cannot be 'great'. Choose one of small, "),
        ({"options": {"quality": ["best"]}}, "Quality cannot be '['best']'."),
        (
            {"format": "png", "frames": 1, "options": {"scale": "2"}, "width": 1282},
            "The film's size cannot be 1282 x 720. Choose multiples of 4 from 128 x 128 to 7680 x",
        ),
        (
            {"format": "png", "frames": 1, "options": {"scale": "4"}, "width": 7688},
            "The film's size cannot be 7688 x 720. Choose multiples of 8 from 256 x 256 to 7680 x",
        ),
        ({"name": 5}, "The film's name must be text, not 5."),
    ],
)
def test_wrong_orders(changes: dict[str, Any], sentence: str, client, root: Path) -> None:
    refused(client.post("/film", json=settings().to_dict() | changes), 400, sentence)
    assert film_folders(root) == []


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"{", b"\xff"])
def test_orders_that_are_no_orders(body: bytes, client) -> None:
    answer = client.post("/film", data=body, content_type="application/json")
    refused(answer, 400, "The order of a film must be a JSON object")


def test_orders_too_long(client) -> None:
    answer = client.post("/film", data=b" " * 64_001, content_type="application/json")
    refused(answer, 413, "The order of a film takes at most 64000 bytes.")


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\walks\\one", "C-walks-one"),
        (".hidden", "hidden"),
        ("Talweg Höhe", "Talweg-Höhe"),
        ("a\r\nSet-Cookie: b\u202e", "a-Set-Cookie-b"),
        ("", "fall-line"),
        ("/", "fall-line"),
        ("x" * 500, "x" * 80),
        ("walk.mp4", "walk"),
    ],
)
def test_names_are_safe(name: str, file: str, client) -> None:
    order = settings(frames=1, name=name)
    url = opened(client, order)
    sent(client, url, frames(order))
    header = fetched(client, url).headers["Content-Disposition"]
    assert unquote(header).endswith(f"{file}.mp4")
    assert header.startswith("attachment; ")


def test_wrong_frames(client) -> None:
    order = settings(frames=3)
    url, body = opened(client, order), frames(order)[0]
    wrong = {
        b"": "Frame 1: this is not a picture. Send a JPEG or a PNG.",
        b"<svg/>": "Frame 1: this is not a picture.",
        body[:-20]: "Frame 1: the picture was cut off on its way. Send it again.",
        body[:3] + body[-2:]: "Frame 1: the picture is damaged. Send it again.",
        encoded(picture(0, order).resize((640, 360))): (
            "Frame 1: the picture has 640 x 360 pixels, and the film 1280 x 720. Send it at"
        ),
        encoded(Image.new("1", (30000, 30000)), "PNG"): "Frame 1: the picture ",
    }
    for data, sentence in wrong.items():
        refused(client.put(f"{url}/1", data=data), 400, sentence)
    refused(client.put(f"{url}/3", data=body), 400, "There is no frame 3 in this film. They go")
    assert client.get(url).json["received"] == 0


def test_frames_too_large(client, monkeypatch) -> None:
    url = opened(client, settings())
    huge = bytes(studio.MOST_FRAME_BYTES + 1)
    refused(client.put(f"{url}/0", data=huge), 413, "Frame 0: 32.0 MB are too many, a frame may")
    monkeypatch.setattr(studio, "MOST_FILM_BYTES", 100)
    answer = client.put(f"{url}/0", data=frames(settings())[0])
    refused(answer, 413, "Frame 0: the film's frames take more than")


def test_kept_frames_count_as_room_taken(client, monkeypatch) -> None:
    order = settings(format="gif", frames=3)
    url, bodies = opened(client, order), frames(order)
    sent(client, url, bodies, [0, 1])
    monkeypatch.setattr(studio, "MOST_FILM_BYTES", sum(map(len, bodies)) - 1)
    refused(client.put(f"{url}/2", data=bodies[2]), 413, "Frame 2: the film's frames take more")


def test_forged_tokens(client, root: Path) -> None:
    url = opened(client, settings())
    token, foreign = url.removeprefix("/film/"), "0" * 32
    signature = token.rpartition(".")[2]
    for wrong in (foreign, f"{foreign}.{signature}", token[:-2], f"{token[:-1]}é", ".", "a.b.c"):
        for answer in (
            client.get(f"/film/{wrong}"),
            client.get(f"/film/{wrong}/file"),
            client.put(f"/film/{wrong}/0", data=b""),
            client.delete(f"/film/{wrong}"),
        ):
            refused(answer, 404, "There is no such film (any more). Make it again.")
    assert len(film_folders(root)) == 1


def test_too_many_films(client, monkeypatch) -> None:
    monkeypatch.setattr(studio, "MOST_FILMS", 2)
    urls = [opened(client, settings()) for _ in range(2)]
    answer = client.post("/film", json=settings().to_dict())
    refused(answer, 503, "2 films are in the making, and no more fit. Try again in a minute.")
    assert answer.headers["Retry-After"] == "1"
    client.delete(urls[0])
    opened(client, settings())


def test_films_left_behind_are_swept(client, root: Path, monkeypatch) -> None:
    opened(client, settings())
    (left,) = film_folders(root)
    monkeypatch.setattr(studio, "STALE_S", -1.0)
    opened(client, settings())
    assert left not in film_folders(root)
    assert len(film_folders(root)) == 1


def test_a_film_whose_encoder_was_killed_takes_no_place_and_says_so(client, monkeypatch) -> None:
    monkeypatch.setattr(encoder, "start", lambda folder: None)
    monkeypatch.setattr(studio, "MOST_FILMS", 1)
    order = settings(frames=1)
    url = opened(client, order)
    sent(client, url, frames(order))
    monkeypatch.setattr(studio, "SILENT_S", -1.0)
    refused(client.get(f"{url}/file"), 409, "The film's encoder has stopped. Make the film again.")
    opened(client, order)


def test_waiting_for_the_file_is_bounded(client, monkeypatch) -> None:
    monkeypatch.setattr(encoder, "start", lambda folder: None)
    monkeypatch.setattr(studio, "WAIT_S", 0.05)
    order = settings(frames=1)
    url = opened(client, order)
    sent(client, url, frames(order))
    refused(client.get(f"{url}/file"), 503, "The film is not ready: 0 of 1 frames are in it. Ask")


def test_a_full_disk_is_told(client, monkeypatch) -> None:
    url = opened(client, settings())

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folder.FilmFolder, "put", full)
    answer = client.put(f"{url}/5", data=frames(settings())[5])
    refused(answer, 503, "The film cannot be stored (No space left on device). Try again later.")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 201),
        ({"Origin": "http://localhost"}, 201),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "https://behind.a.proxy"}, 201),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "http://localhost:81"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
    ],
)
def test_other_sites_cannot_write(headers: dict[str, str], status: int, client) -> None:
    url = opened(client, settings())
    answers = [client.post("/film", json=settings().to_dict(), headers=headers)]
    if status == 403:
        answers += [
            client.put(f"{url}/0", data=b"", headers=headers),
            client.delete(url, headers=headers),
        ]
    for answer in answers:
        assert answer.status_code == status
    if status == 403:
        refused(answers[0], 403, "Films are made by Fall Line's own page only.")
