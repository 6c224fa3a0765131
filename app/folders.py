"""Where the files lie that run in the browser."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent
# In a wheel the assets lie inside the package; in a checkout, beside it.
ASSETS = next(p for p in (_HERE / "assets", _HERE.parent / "assets") if p.is_dir())
