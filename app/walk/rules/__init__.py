"""Update rules: pure functions from a gradient and a learning rate to a step."""

from __future__ import annotations

from app.walk.rules.adam import ADAM
from app.walk.rules.adam_variants import ADAM_VARIANTS
from app.walk.rules.adaptive import ADAPTIVE
from app.walk.rules.descent import DESCENT
from app.walk.rules.momentum import MOMENTUM
from app.walk.rules.mountaineer import MOUNTAINEER
from app.walk.rules.noise import NOISE
from app.walk.rules.quasi_newton import QUASI_NEWTON
from app.walk.rules.rule import Rule
from app.walk.rules.search import SEARCH
from app.walk.rules.second_order import SECOND_ORDER
from app.walk.rules.signs import SIGNS

__all__ = ["FAMILIES", "RULES", "Rule"]

FAMILIES: dict[str, tuple[Rule, ...]] = {
    "The slope alone": (*DESCENT, *NOISE),
    "Momentum": MOMENTUM,
    "A rate for each weight": ADAPTIVE,
    "Adam and its kin": (*ADAM, *ADAM_VARIANTS),
    "Signs of the slope": SIGNS,
    "Search along a line": SEARCH,
    "Curvature": (*QUASI_NEWTON, *SECOND_ORDER),
    "A walker's eyes": MOUNTAINEER,
}

RULES: dict[str, Rule] = {rule.key: rule for family in FAMILIES.values() for rule in family}
