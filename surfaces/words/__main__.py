"""`python -m surfaces.words`: bring the catalogues up to date with the texts in the code.

New texts come without a translation, texts that nobody says any more are dropped, and for each
catalogue it says how many wait for a translator.
"""

from __future__ import annotations

from surfaces.words import LANGUAGES, ROOMS
from surfaces.words.catalogues import refreshed, waiting


def main() -> None:
    """Refresh the catalogues of all languages but English, which stands in the code."""
    for name in (key for key in LANGUAGES if key != "en"):
        for room in ROOMS:
            catalogue = refreshed(name, room)
            print(f"{name}/{room}.po: {len(catalogue)} texts, {len(waiting(catalogue))} wait")


if __name__ == "__main__":
    main()
