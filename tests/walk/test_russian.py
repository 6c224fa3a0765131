"""Rules, schedules and endings in Russian: whole, with the same numbers."""

import numpy as np
import pytest

from app.walk import sentences
from app.walk.compass import turning
from app.walk.endings import HOLE, Ending, Endings
from app.walk.outcome import Outcome, _outcome
from app.walk.rules import FAMILIES
from app.walk.schedules import FAMILIES as SCHEDULES
from app.walk.simulate import Walk, simulate
from app.walk.why import Why
from surfaces.surface import Array
from surfaces.words import gettext as _
from surfaces.words import speaking
from tests.russian import check_parameters, check_russian, check_texts

NAMES = {"Adam", "AdamW", "AMSGrad", "NAdam", "RAdam", "Adamax", "AdaGrad", "RMSProp", "Adadelta"}
NAMES |= {"Lion", "Rprop"}  # they are called so in Russian too
FITS = 36  # characters beside a rate: as many as in English, and what Russian needs more


def test_every_rule_and_schedule_is_told() -> None:
    for family, rules in FAMILIES.items():
        check_texts(family)
        for rule in rules:
            check_texts("" if rule.name in NAMES else rule.name, rule.help, rule.direction)
            check_parameters(rule.hyperparameters)
    for family, schedules in SCHEDULES.items():
        check_texts(family)
        for schedule in schedules:
            check_texts(schedule.name, schedule.help)
            check_parameters(schedule.parameters)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("uphill", [False, True], ids=["down", "up"])
def test_every_ending_is_said_anew_whoever_it_was_walked_for(language: str, uphill: bool) -> None:
    walk = simulate(lambda p: p[..., 0], np.zeros_like, (0.25, 0), [1.0], 9999)
    stuck = [(Ending.STUCK, spot) for spot in sentences.STUCK]
    left = [(kind, spot) for kind in Ending if kind != Ending.STUCK for spot in ("", HOLE)]
    for kind, spot in (*stuck, *left):
        for known in (np.empty((0, 2)), np.array([[0.25, 1.5]]), np.zeros((3, 2))):
            end = ended(walk, kind, spot, known, language, uphill=uphill)
            check_texts(end.sentence, end.detail)
            with speaking("ru"):
                assert len(_(end.sentence)) <= FITS


def ended(
    walk: Walk, kind: Ending, spot: str, known: Array, language: str, *, uphill: bool
) -> Outcome:
    """How a walk ended, told where that language is spoken."""
    minimum = len(known) - 1
    found = Endings(*(np.array([v]) for v in (kind, 9999, spot, minimum, 8)))
    with speaking(language):
        return _outcome(walk, found, 0, known, uphill)


def test_the_texts_of_endings_name_the_same_values() -> None:
    pairs = [v for v in vars(sentences).values() if isinstance(v, tuple)]
    texts = {t for pair in (*pairs, *sentences.STUCK.values()) for t in np.ravel(pair).tolist()}
    assert len(texts) > 30
    for text in texts:
        check_texts(text)


@pytest.mark.parametrize("limit", [0.5, 1.0, 2.0, np.inf, np.nan])
def test_every_why_is_told(limit: float) -> None:
    for uphill in (False, True):
        why = Why(1.0, limit, uphill)
        with speaking("ru"):
            said = why.sentence
        check_russian(said, why.sentence)


def test_turning_is_told_with_commas() -> None:
    with speaking("ru"):
        assert turning(124, 10.5, 0.25) == (
            "был 124°, склон ведёт на 10,5°, поворот на 0,25 от −113,5°: теперь 95,6°"
        )
