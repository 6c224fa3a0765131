"""Schedules: pure functions from a step to a share of the learning rate."""

from __future__ import annotations

from app.walk.schedules.cycles import CYCLES
from app.walk.schedules.decays import DECAYS
from app.walk.schedules.drops import DROPS
from app.walk.schedules.schedule import Schedule
from app.walk.schedules.scheduled import scheduled
from surfaces.words import N_

__all__ = ["FAMILIES", "SCHEDULES", "Schedule", "scheduled"]

FAMILIES: dict[str, tuple[Schedule, ...]] = {
    N_("Steady, or in steps"): DROPS,
    N_("Little by little"): DECAYS,
    N_("Up and down"): CYCLES,
}

SCHEDULES: dict[str, Schedule] = {row.key: row for family in FAMILIES.values() for row in family}
