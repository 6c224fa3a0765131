"""The README is true: its examples run, its files are there, its numbers are those of the code."""

from __future__ import annotations

import io
import json
import re
import shlex
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app import cli, serving
from app.climb import climb, story
from app.export.words import read_orders
from app.film.formats import FORMATS
from app.film.settings import SIZES
from app.method import Method
from app.scenario import MOST_STEPS, MOST_WALKERS, Scenario
from app.ui.callbacks.open import opened
from app.walk.outcome import Ending
from app.walk.rules import RULES, Rule
from app.walk.schedules import SCHEDULES
from surfaces import SURFACES, Surface
from tests import run
from tests.surfaces import test_gradients, test_optima
from tests.walk import test_rules

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_two_commands() -> None:
    start, check = (block.strip() for block in blocks("sh"))
    assert start.endswith("/fall-line")
    assert (ROOT / check.removeprefix("python3 ")).is_file()
    assert f"http://{serving.HOST}:{serving.PORT}" in README
    assert f"Node.js {run.OLDEST_NODE} or newer" in README
    assert "Python {}.{} or newer".format(*run.OLDEST_PYTHON) in README
    assert run.BROWSER in README


def test_the_script(capsys: pytest.CaptureFixture[str]) -> None:
    script, *_ = blocks("python")
    exec(script, {})
    sentences, shape = capsys.readouterr().out.splitlines()
    assert len(eval(sentences)) == 3
    assert shape.endswith(", 2)")


def test_the_script_with_a_formula(capsys: pytest.CaptureFixture[str]) -> None:
    exec(blocks("python")[1], {})
    latex, minima = capsys.readouterr().out.splitlines()
    assert latex.endswith("[[6. 2.]]")
    assert minima == "((1.0, 1.0),)"


@pytest.fixture
def example() -> Surface:
    """The surface that the README adds."""
    room: dict[str, Any] = {}
    exec(blocks("python")[2], room)
    (found,) = (value for value in room.values() if isinstance(value, Surface))
    return found


def test_the_surface_passes_what_every_surface_must(
    example: Surface, monkeypatch: pytest.MonkeyPatch
) -> None:
    points = np.random.default_rng(7).uniform(-5, 5, size=(50, 2))
    test_gradients.test_gradient_matches_finite_differences(example, points)
    test_gradients.test_a_point_a_row_and_a_mesh_agree(example, points)
    test_optima.test_optima_are_on_the_map_level_and_flat(example)
    test_optima.test_nothing_is_lower_and_no_optimum_is_missing(example)
    monkeypatch.setitem(SURFACES, example.key, example)
    told = story(example.key)
    assert Scenario.from_link(told.to_link()) == told
    assert climb(told).outcomes[1].ending is Ending.REACHED


@pytest.fixture
def rule(monkeypatch: pytest.MonkeyPatch) -> Rule:
    """The update rule that the README adds."""
    room: dict[str, Any] = {}
    exec(blocks("python")[3], room)
    found: Rule = room["QHM"]
    monkeypatch.setitem(RULES, found.key, found)
    steady = {found.key: lambda g, k: -g * (1 - 0.7 * 0.999**k)}
    monkeypatch.setattr(test_rules, "CLOSED_FORMS", steady)
    return found


def test_the_rule_passes_what_every_rule_must(rule: Rule) -> None:
    test_rules.test_row_is_complete(rule)
    test_rules.test_update_changes_none_of_its_inputs(rule)
    test_rules.test_first_step_goes_downhill(rule)
    test_rules.test_a_gradient_of_nan_gives_a_step_of_nan(rule)
    test_rules.test_hyperparameters_may_differ_between_walkers(rule)
    test_rules.test_steady_slope(rule)
    told = story("himmelblau", methods=(Method(rule.key),))
    assert Scenario.from_link(told.to_link()) == told
    walked = climb(told)
    assert walked.outcomes[1].ending is not Ending.LEFT
    assert walked.walk.losses[1, -1] < walked.walk.losses[0, -1] / 2


def test_the_addresses_open() -> None:
    addresses = re.findall(r"^\| `/\?(.*?)` \|", README, re.MULTILINE)
    scenarios = [opened(address) for address in addresses]
    assert [problem for _, _, problem in scenarios] == [""] * 5
    methods = [[method.rule for method in scenario.each_method] for scenario, _, _ in scenarios]
    assert methods[1:3] == [["adam"] * 3, ["momentum", "adam", "lion"]]
    assert scenarios[3][0].each_method[0].schedule == "cosine"
    assert scenarios[4][0].each_method[0].changes == ((20, 0.05), (40, 0.01))


def test_the_exports_are_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdout", io.StringIO())  # where a film may go, as no terminal is
    two = [story("beale").to_dict(), story("himmelblau").to_dict()]
    Path("scenarios.json").write_text(json.dumps(two))
    lines = [shlex.split(line.partition(" > ")[0]) for line in blocks("text")[0].splitlines()]
    assert [line[:2] for line in lines] == [["fall-line", "export"]] * 8
    read = [read_orders(line[2:]) for line in lines]
    assert [len(orders) for orders, _ in read] == [3, 1, 2, 1, 1, 1, 1, 1]
    assert read[2][1] == 2 and read[3][0][0].format == "gif"
    assert (read[4][0][0].arrangement, "map" in read[4][0][0].parts) == ("grid", False)
    assert read[5][0][0].walker == 3
    assert read[6][0][0].options == {"background": "none"} and read[6][0][0].lines["title"]
    assert (read[7][0][0].spans["walk"], read[7][0][0].frames) == (12, 540)


def test_every_file_is_there() -> None:
    named = re.findall(r"`((?:app|surfaces|assets|tests)/[\w./]*)`", README)
    linked = [path for path in re.findall(r"\]\(([^)]+)\)", README) if "://" not in path]
    assert len(named) > 10
    for path in (*named, *linked):
        assert (ROOT / path).exists(), path
    assert (ROOT / "assets/readme.png").stat().st_size < 200_000


def test_every_number_is_that_of_the_code() -> None:
    assert MOST_WALKERS == 9
    assert f"one of {len(SURFACES)} mountains" in README
    assert "one to nine learning rates" in README
    assert f"{len(RULES)} update rules" in README
    assert f"{len(SCHEDULES)} schedules" in README
    assert f"1 to {MOST_STEPS:,} steps" in README
    for size in SIZES.values():
        assert f"{size.width}x{size.height}" in README
    for row in FORMATS.values():
        assert f"| {row.name} |" in README, row.name
    for command in cli.COMMANDS:
        assert f"fall-line {command}" in README
