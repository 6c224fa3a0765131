"""The example notebook does what it says, films too."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest

from app.notebook import Shown
from tests.notebooks import run


def test_the_example_runs_from_top_to_bottom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shown = run()
    assert [type(value) for value in shown.values()].count(Shown) == 2
    sentences, losses = shown["story"], shown["numbers"]
    assert isinstance(sentences, list) and all(map(str, sentences)) and len(sentences) == 3
    assert isinstance(losses, np.ndarray) and losses.shape == (3, 4) and np.ptp(losses[:, 0]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["climb.mp4", "walks.csv"]
    assert (shown["film"], shown["table"]) == (Path("climb.mp4"), Path("walks.csv"))
    with av.open("climb.mp4") as film:
        frames = [frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)]
    assert len(frames) == 75 and np.abs(frames[0].astype(int) - frames[-1]).mean() > 0.05
    table = Path("walks.csv").read_text().splitlines()
    assert len([line for line in table if not line.startswith("#")]) == 3 * 61 + 1
