"""The script: run by itself, it walks the same walk to the last bit."""

from __future__ import annotations

import ast
import itertools
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.climb import Climb, climb, story
from app.film import code, links, slices
from app.method import Method
from app.scenario import Scenario
from app.walk.rules import RULES
from app.walk.schedules import SCHEDULES
from surfaces import SURFACES
from tests.film.climbs import lost, walked

CHANGES = ((7, 0.001), (9, 0.0005))


def text_of(climb: Climb) -> str:
    return code.script(climb, links.address(climb)).decode()


def names_of(script: str) -> dict[str, np.ndarray]:
    """What a script has made, run in this process."""
    names: dict[str, np.ndarray] = {"__name__": "a script"}  # type: ignore[dict-item]
    exec(compile(script, "script", "exec"), names)
    return names


def agree(climb: Climb) -> None:
    made = names_of(text_of(climb))
    np.testing.assert_array_equal(made["points"], climb.walk.points)
    np.testing.assert_array_equal(made["losses"], climb.walk.losses)


@pytest.mark.parametrize("key", SURFACES)
def test_every_surface(key: str) -> None:
    agree(walked(key))


@pytest.mark.parametrize("rule", RULES)
def test_every_rule(rule: str) -> None:
    agree(walked("rosenbrock", rule))


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_every_schedule_with_a_warm_up_and_changes_by_hand(schedule: str) -> None:
    method = Method(schedule=schedule, schedule_values={"warmup": 5.0}, changes=CHANGES)
    agree(climb(replace(story("beale", steps=30), methods=(method,))))


@pytest.mark.parametrize(
    "made",
    [
        lost(),
        walked("rosenbrock", "adam", "bfgs", "adam"),
        walked("beale", "newton", direction="up"),
        walked("neuron"),
        walked("formula"),
        climb(replace(story("neuron", steps=20, words={"batch": "8"}))),
    ],
    ids=["lost", "parties", "up", "neuron", "formula", "batches"],
)
def test_all_else(made: Climb) -> None:
    agree(made)


@pytest.mark.parametrize("key", ["himmelblau", "formula"])
def test_as_a_person_runs_it(key: str, tmp_path: Path) -> None:
    """Alone in a folder, and with numpy alone where the script says so."""
    made = walked(key)
    path = tmp_path / "walk.py"
    path.write_text(text_of(made))
    guard = (
        ""
        if key == "formula"
        else "import sys; sys.modules['app'] = sys.modules['surfaces'] = None; "
    )
    look = f"{guard}import runpy; runpy.run_path({str(path)!r}, run_name='__main__')"
    flags = [] if key == "formula" else ["-I"]
    root = Path(__file__).parents[2] if key == "formula" else tmp_path
    command = [sys.executable, *flags, "-W", "error", "-c", look]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    lines = done.stdout.splitlines()
    assert len(lines) == len(made.scenario.rates)
    for line, end in zip(lines, made.walk.points[:, -1], strict=True):
        assert str(end.tolist()) in line


def test_rules_share_a_script() -> None:
    for pair in itertools.combinations(RULES, 2):
        scenario = Scenario("beale", (1.0, 1.0), (0.01, 0.02), steps=1)
        text_of(climb(replace(scenario, methods=tuple(Method(rule=rule) for rule in pair))))


def test_two_things_of_one_name_do_not() -> None:
    a, b = (SURFACES[key].gradient.__module__ for key in ("beale", "himmelblau"))
    names = set(slices._top(a)) & set(slices._top(b))
    shared = [n for n in names if isinstance(slices._top(a)[n], ast.FunctionDef)]
    for name in shared:
        with pytest.raises(ValueError, match=f"both have a {name}"):
            slices.sliced([(a, name), (b, name)])


def test_it_is_short_and_says_what_it_is() -> None:
    text = text_of(walked())
    assert len(text.splitlines()) < 130
    assert text.startswith("# Down Himmelblau's four valleys")
    assert "numpy alone" in text and "\nimport app" not in text and "from app" not in text
    assert "from app.scenario import Scenario" in text_of(walked("formula"))


@pytest.mark.parametrize("evil", ['"""\nimport os\n"""', "\nraise SystemExit\n", "'); 1/0 #"])
def test_what_a_person_typed_is_never_code(evil: str) -> None:
    made = walked()
    named = replace(made, surface=replace(made.surface, name=evil))
    names_of(code.script(named, f"http://a/?{evil}").decode())
