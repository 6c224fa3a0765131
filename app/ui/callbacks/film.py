"""Export dialog -> a film, made by the browser and the server together."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output, State

from app.ui import ids

_SETTINGS = (
    (ids.FILM_FORMAT, "value"),
    (ids.FILM_SIZE, "value"),
    (ids.FILM_FPS, "value"),
    (ids.FILM_EASING, "value"),
    (ids.FILM_LOOK, "value"),
    (ids.FILM_PARTS, "value"),
    (ids.FILM_ARRANGEMENT, "value"),
    (ids.FILM_WALKER, "value"),
    *((id, "value") for id in ids.FILM_LINES.values()),
    *((id, "value") for id in ids.FILM_SIDES.values()),
    *((id, "value") for id in ids.FILM_SPANS.values()),
    *((id, "value") for id in ids.FILM_OPTIONS.values()),
)


def register(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("fall_line", "openFilmDialog"),
        Output(ids.FILM_DIALOG, "opened"),
        Output(ids.FILM_LOOK, "value"),
        Output(ids.FILM_PARTS, "value"),
        Output(ids.FILM_WALKER, "data"),
        Output(ids.FILM_WALKER, "value"),
        Input(ids.EXPORT, "n_clicks"),
        State(ids.LOOK, "value"),
        State(ids.FILM_PARTS, "value"),
        State(ids.KNOWS, "value"),
        State(ids.FILM_WALKER, "value"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("fall_line", "describeFilm"),
        Output(ids.FILM_HELP, "children"),
        Output(ids.FILM_NAME, "children"),
        Output(ids.FILM_SIDE_BOXES, "style"),
        Output(ids.FILM_FPS, "disabled"),
        Output(ids.FILM_EASING, "disabled"),
        *(Output(id, "disabled") for id in ids.FILM_SPANS.values()),
        Output(ids.FILM_SIZE, "disabled"),
        Output(ids.FILM_LOOK, "disabled"),
        Output(ids.FILM_ARRANGEMENT, "disabled"),
        Output(ids.FILM_WALKER, "disabled"),
        *(Output(id, "disabled") for id in ids.FILM_LINES.values()),
        *(Output(id, "style") for id in ids.FILM_OPTION_BOXES.values()),
        Input(ids.FILM_DIALOG, "opened"),
        *(Input(*setting) for setting in _SETTINGS),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("fall_line", "saveFilm"),
        Output(ids.FILM_SAVE, "disabled"),
        Input(ids.FILM_SAVE, "n_clicks"),
        *(State(*setting) for setting in _SETTINGS),
        prevent_initial_call=True,
    )
    for function, button in (("copyLink", ids.COPY), ("copyEmbed", ids.EMBED)):
        app.clientside_callback(
            ClientsideFunction("fall_line", function),
            Output(button, "children"),
            Input(button, "n_clicks"),
            prevent_initial_call=True,
        )
