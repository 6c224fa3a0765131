"""What is known of many minima rugged: heights from the literature, and where stories end."""

from __future__ import annotations

from tests.surfaces.known.kinds import Claims, Heights

LITERATURE: Heights = {}

CLAIMS: Claims = []
