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
from surfaces.words import N_

__all__ = ["FAMILIES", "RULES", "Rule"]

FAMILIES: dict[str, tuple[Rule, ...]] = {
    N_("The slope alone"): (*DESCENT, *NOISE),
    N_("Momentum"): MOMENTUM,
    N_("A rate for each weight"): ADAPTIVE,
    N_("Adam and its kin"): (*ADAM, *ADAM_VARIANTS),
    N_("Signs of the slope"): SIGNS,
    N_("Search along a line"): SEARCH,
    N_("Curvature"): (*QUASI_NEWTON, *SECOND_ORDER),
    N_("A walker's eyes"): MOUNTAINEER,
}

RULES: dict[str, Rule] = {rule.key: rule for family in FAMILIES.values() for rule in family}
