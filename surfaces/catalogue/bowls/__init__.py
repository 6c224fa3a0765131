"""Bowls: one minimum, and no other place to come to rest."""

from surfaces.catalogue.bowls.quadratic import QUADRATIC
from surfaces.catalogue.bowls.uneven import UNEVEN

BOWLS = (*QUADRATIC, *UNEVEN)
