"""The zip of frames: PNGs as they came, in order, and a README whose lines can be used."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from app.film import frames_zip
from app.film.settings import Settings
from tests.film.pictures import encoded, frames, picture, settings


def written(bodies: list[bytes], order: Settings, folder: Path) -> zipfile.ZipFile:
    frames_zip.write(bodies, order, folder / "film.zip")
    return zipfile.ZipFile(folder / "film.zip")


def test_pngs_are_stored_as_they_came(tmp_path: Path) -> None:
    order = settings(format="frames", frames=3, width=64, height=36)
    bodies = [encoded(picture(index, order), "PNG") for index in range(3)]
    with written(bodies, order, tmp_path) as folder:
        names = [f"frames/frame-{n}.png" for n in (1, 2, 3)]
        assert folder.namelist() == ["README.txt", *names]
        assert [folder.read(name) for name in names] == bodies


def test_the_line_for_latex_names_the_frames_there_are(tmp_path: Path) -> None:
    order = settings(format="frames", frames=12, width=64, height=36)
    with written(frames(order), order, tmp_path) as folder:
        text = folder.read("README.txt").decode()
        line = r"\\animategraphics\[.*\]\{30\}\{(frames/frame-)\}\{(\d+)\}\{(\d+)\}"
        found = re.search(line, text)
        assert found
        prefix, first, last = found.groups()
        assert (first, last) == ("01", "12")
        numbers = range(int(first), int(last) + 1)
        assert [f"{prefix}{n:0{len(first)}}.png" for n in numbers] == folder.namelist()[1:]
        pattern = re.search(r"-i (\S+)", text)
        assert pattern
        assert pattern[1] % 7 == "frames/frame-07.png"


def test_the_same_frames_are_the_same_file(tmp_path: Path) -> None:
    order = settings(format="frames", frames=2, width=64, height=36)
    for name in ("one", "two"):
        frames_zip.write(frames(order), order, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
