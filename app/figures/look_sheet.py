"""The looks as a style sheet: the page has the colours of its picture, from the same table."""

from __future__ import annotations

from app.figures.look import COLOURS, LOOKS, Look


def look_sheet() -> str:
    """Colours as CSS variables: those of a chosen look, before that what the system prefers."""
    first = {
        dark: next(look for look in LOOKS.values() if look.dark is dark) for dark in (False, True)
    }
    return "\n".join(
        [
            _rule(":root", first[False]),
            f"@media (prefers-color-scheme: dark) {{ {_rule(':root', first[True])} }}",
            *(_rule(f':root[data-look="{key}"]', look) for key, look in LOOKS.items()),
        ]
    )


def _rule(selector: str, look: Look) -> str:
    return f"{selector} {{ {' '.join(f'--{name}: {getattr(look, name)};' for name in COLOURS)} }}"
