"""Tables of the benchmarks, in Markdown, and their verdicts."""

from __future__ import annotations

from collections.abc import Sequence


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print rows as Markdown; numbers with three digits."""
    for row in (heads, ["---"] * len(heads), *rows):
        print("| " + " | ".join(f"{v:.3g}" if isinstance(v, float) else str(v) for v in row) + " |")
    print(flush=True)


def at_least(value: float, target: float, unit: str = "x") -> str:
    return f"at least {target:g}{unit}: {'yes' if value >= target else 'NO'}"


def at_most(value: float, target: float, unit: str) -> str:
    return f"at most {target:g} {unit}: {'yes' if value <= target else 'NO'}"
