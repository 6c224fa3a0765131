"""Many minima on rugged ground: steep, crowded, or with kinks."""

from surfaces.surface import Surface

RUGGED: tuple[Surface, ...] = ()
