"""Known functions, one file per kind of terrain."""

from surfaces.catalogue.bowls import BOWLS
from surfaces.catalogue.many_minima import MANY_MINIMA
from surfaces.catalogue.mountains import MOUNTAINS
from surfaces.catalogue.plateaus import PLATEAUS
from surfaces.catalogue.saddles import SADDLES
from surfaces.catalogue.valleys import VALLEYS
from surfaces.surface import Surface
from surfaces.words import N_

TERRAINS: dict[str, tuple[Surface, ...]] = {  # in the order of the menu
    N_("Bowls"): BOWLS,
    N_("Valleys"): VALLEYS,
    N_("Saddles"): SADDLES,
    N_("Many minima"): MANY_MINIMA,
    N_("Plateaus and cliffs"): PLATEAUS,
    N_("Mountains to climb"): MOUNTAINS,
}
