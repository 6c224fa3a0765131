"""Tables of what is known of each surface, one file per kind of terrain."""

from tests.surfaces.known import (
    bowls,
    many_minima_rugged,
    many_minima_smooth,
    mountains,
    plateaus,
    saddles,
    valleys,
)

_ALL = (bowls, valleys, saddles, many_minima_smooth, many_minima_rugged, plateaus, mountains)
LITERATURE = {key: value for table in _ALL for key, value in table.LITERATURE.items()}
CLAIMS = [claim for table in _ALL for claim in table.CLAIMS]
