"""What a link says of the screen: every key, what is usual, and what is damaged."""

from __future__ import annotations

import json
import random

import pytest

from app.knows import MARKS, USUAL
from app.scenario import ScenarioError
from app.view import FARTHEST, LAYOUTS, LOOK_KEYS, MESHES, MOTIONS, SCALES, View
from surfaces.words import LANGUAGES
from tests.junk import rubbish

CAMERA = (1.25, -1.5, 0.8, 0.0, 0.0, -0.1)
CAMERA_TEXT = "1.25,-1.5,0.8,0,0,-0.1"

READ = (
    *((f"view={key}", View(layout=key)) for key in LAYOUTS),
    *((f"race={key}", View(race=key)) for key in SCALES),
    *((f"look={key}", View(look=key)) for key in LOOK_KEYS),
    *((f"lang={key}", View(lang=key)) for key in LANGUAGES),
    ("lang=tlh", View()),  # not damaged: only in another language
    ("theme=light", View(look="terrain")),  # as older links say it
    ("theme=dark", View(look="slate")),
    ("theme=dark&look=paper", View(look="paper")),
    *((f"mesh={cells}", View(mesh=cells)) for cells in MESHES),
    *((f"motion={key}", View(motion=key)) for key in MOTIONS),
    ("tour=1", View(tour=True)),
    ("basins=9", View(basins=9)),
    *((f"knows={key}", View(knows=(key,))) for key in MARKS),
    ("knows=none", View(knows=())),
    (f"knows={','.join(USUAL)}", View()),
    (f"knows={','.join(reversed(MARKS))},arrow", View(knows=tuple(MARKS))),
    ("linked=1", View(linked=True)),
    ("linked=0", View(linked=False)),
    ("theme=", View()),
    ("look=", View()),
    ("camera=", View()),
    (f"camera={CAMERA_TEXT}", View(cameras=(CAMERA,))),
    (f"camera={CAMERA_TEXT};0,0,{FARTHEST},0,0,0", View(cameras=(CAMERA, (0, 0, 20, 0, 0, 0)))),
    ("at=0", View()),
    ("at=12.625", View(playhead=12.625)),
    ("at=1e4", View(playhead=10_000)),
    ("", View()),
    ("?", View()),
    ("surface=beale&start=1,1&rates=x&utm=1", View()),
)

ONE_OF = "The link's {} must be one of {}, "
BETWEEN = "The link's camera must be between -20 and 20, "
DAMAGED = (
    ("view=round", ONE_OF.format("view", "side, together") + "not round."),
    ("view=", ONE_OF.format("view", "side, together") + "but it is empty."),
    ("linked=yes", ONE_OF.format("linked", "1, 0") + "not yes."),
    ("race=cubic", ONE_OF.format("race", "linear, log") + "not cubic."),
    ("basins=10", ONE_OF.format("basins", "1, 2, 3, 4, 5, 6, 7, 8, 9") + "not 10."),
    ("motion=above", ONE_OF.format("motion", "follow, orbit") + "not above."),
    ("knows=arrow,all", ONE_OF.format("knows", ", ".join((*MARKS, "none"))) + "not all."),
    ("knows=", ONE_OF.format("knows", ", ".join((*MARKS, "none"))) + "but it is empty."),
    ("tour=2", ONE_OF.format("tour", "1") + "not 2."),
    ("mesh=121", ONE_OF.format("mesh", "120, 200") + "not 121."),
    ("look=blue", ONE_OF.format("look", ", ".join(LOOK_KEYS)) + "not blue."),
    ("theme=blue", ONE_OF.format("theme", "light, dark") + "not blue."),
    ("at=-1", "The link's playhead must be from 0 to 10,000, not -1. Try 0."),
    ("at=10001", "The link's playhead must be from 0 to 10,000, not 10001. Try 0."),
    ("at=", "The link's playhead must be from 0 to 10,000, but it is empty. Try 0."),
    ("at=nan", "The link's playhead must be from 0 to 10,000, not nan. Try 0."),
    ("camera=1,2", "The link's camera must be six numbers, eye and target, not 1,2."),
    ("camera=1,2,3,1,2,3", "The link's camera must be six numbers, eye and target, not 1,2,3,1"),
    ("camera=1,2,3,4,5,21", BETWEEN + "not 21. Try 1.25."),
    ("camera=1,2,3,4,5,inf", BETWEEN + "not inf. Try 1.25."),
    ("camera=1,2,3,4,5,x", BETWEEN + "not x. Try 1.25."),
    ("camera=;", BETWEEN + "but it is empty. Try 1.25."),
    ("camera=" + ";".join([CAMERA_TEXT] * 10), "The link has 10 cameras; at most 9 make sense."),
    ("at=1" + "0" * 50_000, "The link has 50,004 characters; ours have at most 32,000."),
)


@pytest.mark.parametrize(("query", "view"), READ)
def test_every_key_is_read(query: str, view: View) -> None:
    assert View.from_link(query) == view


@pytest.mark.parametrize(("query", "sentence"), DAMAGED)
def test_a_damaged_value_gives_one_sentence(query: str, sentence: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        View.from_link(query)
    assert list(caught.value.problems) == ["link"]
    assert str(caught.value).startswith(sentence)
    assert len(str(caught.value)) < 160


def test_a_view_is_plain_data() -> None:
    view = View(cameras=(CAMERA,), look="slate")
    assert View(**view.to_dict()) == view
    assert json.loads(json.dumps(view.to_dict()))["cameras"] == [list(CAMERA)]


def test_rubbish_raises_nothing_but_scenario_errors() -> None:
    dice = random.Random(8)
    for _ in range(4000):
        query = rubbish(
            dice, ("view", "linked", "race", "mesh", "theme", "look", "camera", "at", "")
        )
        try:
            view = View.from_link(query)
        except ScenarioError as error:
            assert len(str(error)) < 200
        else:
            assert view.layout in LAYOUTS
            assert all(len(camera) == 6 for camera in view.cameras)
