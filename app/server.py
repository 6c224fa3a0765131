"""create_app(): the only place that makes a Dash()."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

from dash import Dash

from app.figures.look_sheet import look_sheet
from app.figures.words_sheet import words_sheet
from app.film.routes import film_blueprint
from app.folders import ASSETS
from app.ui.callbacks import register
from app.ui.language import answer_as_asked
from app.ui.layout import layout
from surfaces.words import gettext as _
from surfaces.words import language

PLOTLY_JS = "_dash-component-suites/plotly/package_data/plotly.min.js"  # Dash serves it there


class _Page(Dash):
    """Dash, with a page in the language of whoever asks for it."""

    def interpolate_index(self, *args: Any, **parts: Any) -> str:
        page: str = super().interpolate_index(*args, **parts)  # type: ignore[no-untyped-call]
        about = _("See how gradient and learning rate move weights down a loss.")
        head = f'<meta name="description" content="{escape(about)}">{words_sheet(language())}'
        page = page.replace("<html>", f'<html lang="{language()}">', 1)
        return page.replace("</head>", f"{head}<style>{look_sheet()}</style></head>", 1)


def create_app(prefix: str = "/", films: Path | None = None) -> Dash:
    """The whole app under a URL prefix; `films` is the folder where films are made.

    Its `server` is the WSGI application. It keeps nothing between requests but a cache that may be
    lost, so several processes may serve one page.
    """
    app = _Page(
        __name__,
        title="Fall Line",
        update_title="",
        assets_folder=str(ASSETS),
        # clientside.mjs imports the modules of lib itself; loaded twice they would not share state
        assets_path_ignore=["^lib"],
        url_base_pathname=prefix,
        # The stage calls plotly.js itself, so the page has no dcc.Graph that would bring it.
        external_scripts=[{"src": prefix + PLOTLY_JS, "async": True, "id": "plotly-js"}],
        compress=True,
        serve_locally=True,
        meta_tags=[
            {"name": "viewport", "content": "width=device-width, initial-scale=1"},
            # All that the page asks for names the page's address, which holds its language.
            {"name": "referrer", "content": "same-origin"},
        ],
    )
    app.layout = layout
    answer_as_asked(app.server)
    register(app)
    app.server.register_blueprint(film_blueprint(prefix, films))
    return app
