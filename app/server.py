"""create_app(): the only place that makes a Dash()."""

from __future__ import annotations

from pathlib import Path

from dash import Dash

from app.figures.look_sheet import look_sheet
from app.film.routes import film_blueprint
from app.folders import ASSETS
from app.ui.callbacks import register
from app.ui.layout import layout

PLOTLY_JS = "_dash-component-suites/plotly/package_data/plotly.min.js"  # Dash serves it there


def create_app(prefix: str = "/", films: Path | None = None) -> Dash:
    """The whole app under a URL prefix; `films` is the folder where films are made.

    Its `server` is the WSGI application. It keeps nothing between requests but a cache that may be
    lost, so several processes may serve one page.
    """
    app = Dash(
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
            {
                "name": "description",
                "content": "See how gradient and learning rate move weights down a loss.",
            },
        ],
    )
    index = app.index_string.replace("<html>", '<html lang="en">')
    app.index_string = index.replace("</head>", f"<style>{look_sheet()}</style></head>")
    app.layout = layout
    register(app)
    app.server.register_blueprint(film_blueprint(prefix, films))
    return app
