"""The walker: update rules, schedules, the walk itself, how it ended, and rates worth trying.

numpy only. No module here knows how many dimensions a position has: every shape is (..., d).
"""

from app.walk.outcome import Ending, Outcome, outcomes
from app.walk.presets import Presets, presets
from app.walk.rules import RULES, Rule
from app.walk.schedules import SCHEDULES, Schedule, scheduled
from app.walk.simulate import Walk, simulate

__all__ = [
    "RULES",
    "SCHEDULES",
    "Ending",
    "Outcome",
    "Presets",
    "Rule",
    "Schedule",
    "Walk",
    "outcomes",
    "presets",
    "scheduled",
    "simulate",
]
