"""The looks as a style sheet: the page has the colours and shapes of its picture."""

from __future__ import annotations

from itertools import count

from app.figures.look import COLOURS, INKS, LOOKS, WALKERS, Look
from app.figures.shape import SHAPES, Corner, clip_path


def look_sheet() -> str:
    """Colours and shapes as CSS variables.

    Colours are those of a chosen look; before there is one, those that the system prefers.
    """
    first = {
        dark: next(look for look in LOOKS.values() if look.dark is dark) for dark in (False, True)
    }
    return "\n".join(
        [
            _rule(":root", first[False]),
            f"@media (prefers-color-scheme: dark) {{ {_rule(':root', first[True])} }}",
            *(_rule(f':root[data-look="{key}"]', look) for key, look in LOOKS.items()),
            *(_walker(*row) for row in zip(count(1), WALKERS, INKS, SHAPES.values(), strict=False)),
        ]
    )


def _rule(selector: str, look: Look) -> str:
    return f"{selector} {{ {' '.join(f'--{name}: {getattr(look, name)};' for name in COLOURS)} }}"


def _walker(i: int, colour: str, ink: str, corners: tuple[Corner, ...]) -> str:
    shape = clip_path(corners)
    own = f'--number: "{i}"; --colour: {colour}; --on: {ink}; --shape: {shape};'
    return f".walker-{i} {{ {own} }}"
