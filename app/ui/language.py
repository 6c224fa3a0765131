"""The language that a request is answered in.

Whoever chose one by hand has it in the address of the page, and all that the page asks for names
that address as its Referer: so it need not be said again with every request.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

from flask import Flask, Request, Response, request

from surfaces.words import LANGUAGES, language, speak

LANG = "lang"  # as links hold it
FIRST = next(iter(LANGUAGES))  # for whom none of them is known to read
VARIES = ("Accept-Language", "Referer")


def asked_language(request: Request) -> str:
    """By hand in this address, by hand on the page that asks, as the browser says, or FIRST."""
    for query in (request.args, _asking(request)):
        if query.get(LANG) in LANGUAGES:
            return query[LANG]
    return request.accept_languages.best_match(LANGUAGES, FIRST)


def _asking(request: Request) -> Mapping[str, str]:
    """What stands in the address of the page that asks; nothing where that is another site's."""
    try:
        page = urlsplit(request.referrer or "")
    except ValueError:
        return {}
    return dict(parse_qsl(page.query)) if page.netloc == request.host else {}


def answer_as_asked(server: Flask) -> None:
    """Have every request answered in its own language, and caches told so."""

    @server.before_request
    def begin() -> None:
        speak(asked_language(request))

    @server.after_request
    def tell(response: Response) -> Response:
        if response.mimetype in ("text/html", "application/json"):
            response.content_language.add(language())
            response.vary.update(VARIES)
        return response

    @server.teardown_request
    def end(_: BaseException | None) -> None:
        speak(FIRST)  # the thread goes on to somebody else
