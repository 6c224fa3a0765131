"""The page: where each part stands. Everything that moves on the stage is drawn by the browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from app.figures.endings import pictures_data
from app.figures.wire import colors_data
from app.film.choices import PARTS, SIDES, SPANS, Span
from app.film.estimate import PACE
from app.film.formats import FORMATS
from app.film.kinds import Film, Format
from app.film.options import OPTIONS
from app.film.settings import FINEST_HEIGHT, FINEST_WIDTH, MANY_FRAMES, SIZES
from app.ui import controls, ids
from app.ui.aria import aria
from app.ui.film_dialog import film_dialog
from app.ui.ground_controls import upload
from app.ui.player import player
from app.ui.show_menu import show_menu
from app.walk import rules, schedules
from surfaces import TERRAINS, Parameter
from surfaces.words import LANGUAGES, language
from surfaces.words import gettext as _

STORES = (
    ids.LINK,
    ids.COURSE,
    ids.GROUND_REQUEST,
    ids.PRESETS,
    ids.OPENED,
    ids.METHODS,
    ids.CHOSEN,
    ids.UPLOADED,
    ids.PLAYER_DONE,
    ids.PRESSED,
)


def layout() -> Component:
    return dmc.MantineProvider(
        [
            *(dcc.Store(id=id) for id in STORES),
            dcc.Store(id=ids.LOOKS, data=_constants()),
            dmc.NotificationContainer(id=ids.NOTES, position="top-center", autoClose=9000),
            film_dialog(),
            html.Div(
                [_header(), _aside(), _main(), html.Footer(player(), className="bottom")],
                className="page",
            ),
        ],
        id=ids.THEME,
        forceColorScheme="light",
        theme={"primaryColor": "cyan", "fontFamily": "system-ui, 'Segoe UI', Roboto, sans-serif"},
    )


def _constants() -> dict[str, object]:
    """What the stage and the film need to know once."""
    return {
        **colors_data(),
        "pictures": pictures_data(),
        "rules": _menu(rules.FAMILIES),
        "schedules": _menu(schedules.FAMILIES),
        "terrains": [
            [_(terrain), [{"key": s.key, "name": _(s.name)} for s in surfaces]]
            for terrain, surfaces in TERRAINS.items()
        ],
        "formats": {f.key: _format_row(f) for f in FORMATS.values()},
        "options": {option.key: option.default for option in OPTIONS.values()},
        "spans": {span.key: _span_row(span) for span in SPANS.values()},
        "sides": {side.key: _span_row(side) for side in SIDES.values()},
        "finest": {"width": FINEST_WIDTH, "height": FINEST_HEIGHT},
        "frames": {"many": MANY_FRAMES, "pace": PACE},
        "parts": list(PARTS),
        "sizes": {s.key: {"width": s.width, "height": s.height} for s in SIZES.values()},
    }


def _span_row(span: Span) -> dict[str, float]:
    return {"least": span.least, "most": span.most, "usual": span.default}


def _format_row(row: Format) -> dict[str, object]:
    """What the page knows of a format; a record is made without frames."""
    known = {"help": _(row.help), "suffix": row.suffix, "record": not isinstance(row, Film)}
    if not isinstance(row, Film):
        return known | {"single": True, "options": []}
    return known | {
        "single": row.single,
        "most": row.most,
        "lossless": row.lossless,
        "vector": row.vector,
        "told": row.told,
        "options": [option.key for option in row.options],
        "weights": row.weights,
    }


def _menu(families: Mapping[str, Sequence[rules.Rule | schedules.Schedule]]) -> list[object]:
    """The rows of a table by their families, each with the numbers that it takes."""
    return [_menu_row(row, family) for family, rows in families.items() for row in rows]


def _menu_row(row: rules.Rule | schedules.Schedule, family: str) -> dict[str, object]:
    shared = {"key": row.key, "name": _(row.name), "family": _(family), "help": _(row.help)}
    if isinstance(row, schedules.Schedule):
        return {**shared, "parameters": [_number_row(number) for number in row.parameters]}
    return {
        **shared,
        "parameters": [_number_row(number) for number in row.hyperparameters],
        "fitted": list(row.fits),
        "oneRate": row.one_rate,
    }


def _number_row(number: Parameter) -> dict[str, object]:
    said = {"name": _(number.name), "help": _(number.help), "options": [*map(_, number.options)]}
    return {**asdict(number), **said}


def _header() -> Component:
    return html.Header(
        [
            html.H1([html.Span(className="mark"), "Fall Line"], className="brand"),
            html.P(
                _("new weight = old weight − learning rate × gradient"),
                id=ids.TAGLINE,
                className="tagline",
            ),
            html.Div(
                [
                    controls.layout_switch(),
                    controls.camera_menu(),
                    controls.linked_switch(),
                    controls.look_menu(),
                    show_menu(),
                    _share_menu(),
                    dmc.Button(_("Export"), id=ids.EXPORT, variant="filled", size="xs"),
                    controls.icon_button(ids.PRESENT, "present", _("Present"), "F"),
                    controls.icon_button(ids.KEYS, "keyboard", _("Keys and mouse"), "?"),
                    _languages(),
                    html.A(
                        _("Open in Fall Line"), id=ids.WHOLE, target="_blank", className="whole"
                    ),
                ],
                className="tools",
            ),
        ],
        className="top",
    )


def _languages() -> Component:
    """Ways to the same page in each other language, named as it calls itself."""
    others = {key: name for key, name in LANGUAGES.items() if key != language()}
    links = [
        html.A(name, href=f"?lang={key}", lang=key, hrefLang=key) for key, name in others.items()
    ]
    return html.Nav(links, className="languages", **aria(_("Language")))


def _share_menu() -> Component:
    """Each row says for a moment what came of it, so the menu stays."""
    embed = dmc.Button(_("Copy embed code"), id=ids.EMBED, variant="subtle", size="xs")
    frame = _("An <iframe> with the mountains alone, for your own page.")
    rows = [
        dmc.Button(_("Copy link"), id=ids.COPY, variant="subtle", size="xs"),
        dmc.Tooltip(embed, label=frame, position="left", withArrow=True),
    ]
    return html.Details([html.Summary(_("Share")), html.Div(rows)], id=ids.SHARE, className="fold")


def _aside() -> Component:
    return html.Aside(
        [
            controls.scenario_tools(),
            controls.surface_menu(),
            upload(),
            html.Div(id=ids.WORDS, className="parameters"),
            html.Div(id=ids.WORDS_PROBLEM, className="problem", role="alert"),
            html.Div(id=ids.PARAMETERS, className="parameters"),
            html.Div(id=ids.REPORT, className="report"),
            controls.start_controls(),
            controls.rate_controls(),
            html.Div(id=ids.METHOD, className="method"),
            controls.walk_controls(),
        ],
        className="side",
        **aria(_("Scenario")),
    )


def _main() -> Component:
    map_head = html.Div([html.H2(_("Map")), controls.basins_switch()], className="card-head")
    charts_head = html.Div(
        [html.Div(className="tabs"), controls.race_switch()], className="card-head"
    )
    return html.Main(
        [
            html.Div(id=ids.PANELS, className="panels"),
            html.Div(id=ids.SPOKEN, className="spoken", role="status"),
            html.Div(
                [html.Div(id=ids.LEGEND), html.Div(id=ids.SCALE_NOTE)], className="picture-notes"
            ),
            html.Div(
                [
                    html.Div(
                        [
                            map_head,
                            html.Div(id=ids.MAP, className="chart"),
                            html.Div(id=ids.BASINS_KEY, className="picture-key", hidden=True),
                        ],
                        className="card map",
                    ),
                    html.Div(
                        [html.H2(_("Data and neuron")), html.Div(id=ids.DATA, className="chart")],
                        className="card data",
                        hidden=True,
                    ),
                    html.Div(
                        [charts_head, html.Div(className="panes")],
                        id=ids.CHARTS,
                        className="card",
                    ),
                ],
                className="strip",
            ),
        ],
        className="stage",
    )
