"""Many minima: where a walk ends depends on where it starts, and on the rate."""

from surfaces.catalogue.many_minima.rugged import RUGGED
from surfaces.catalogue.many_minima.smooth import SMOOTH

MANY_MINIMA = (*SMOOTH, *RUGGED)
