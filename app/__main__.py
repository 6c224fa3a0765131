"""python -m app: the same as the command fall-line."""

from app.cli import main

raise SystemExit(main())
