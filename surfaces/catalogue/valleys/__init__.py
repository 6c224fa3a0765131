"""Valleys: steep walls, a gentle floor, and a way along it that is longer than it looks."""

from surfaces.catalogue.valleys.classic import CLASSIC
from surfaces.catalogue.valleys.shaped import SHAPED

VALLEYS = (*CLASSIC, *SHAPED)
