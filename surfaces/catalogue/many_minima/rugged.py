"""Many minima on rugged ground: steep, crowded, or with kinks; in the order of the menu."""

from surfaces.catalogue.many_minima.kinked import KINKED
from surfaces.catalogue.many_minima.rugged_hollows import HOLLOWS
from surfaces.catalogue.many_minima.rugged_tables import TABLES
from surfaces.catalogue.many_minima.rugged_waves import WAVES
from surfaces.surface import Surface

RUGGED: tuple[Surface, ...] = (*HOLLOWS, *WAVES, *TABLES, *KINKED)
