"""Known functions, one file per kind of terrain."""

from surfaces.catalogue.bowls import BOWLS
from surfaces.catalogue.many_minima import MANY_MINIMA
from surfaces.catalogue.mountains import MOUNTAINS
from surfaces.catalogue.plateaus import PLATEAUS
from surfaces.catalogue.saddles import SADDLES
from surfaces.catalogue.valleys import VALLEYS
from surfaces.surface import Surface

TERRAINS: dict[str, tuple[Surface, ...]] = {  # in the order of the menu
    "Bowls": BOWLS,
    "Valleys": VALLEYS,
    "Saddles": SADDLES,
    "Many minima": MANY_MINIMA,
    "Plateaus and cliffs": PLATEAUS,
    "Mountains to climb": MOUNTAINS,
}
