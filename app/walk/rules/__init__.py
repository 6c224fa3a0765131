"""Update rules: pure functions from a gradient and a learning rate to a step."""

from __future__ import annotations

from app.walk.rules.descent import DESCENT
from app.walk.rules.momentum import MOMENTUM
from app.walk.rules.rule import Rule

__all__ = ["RULES", "Rule"]

RULES: dict[str, Rule] = {rule.key: rule for rule in (*DESCENT, *MOMENTUM)}
