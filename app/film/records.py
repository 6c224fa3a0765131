"""RECORDS: what is made of the numbers of a climb. A new one is one module and one row here."""

from __future__ import annotations

from app.film import code, data, html, links
from app.film.kinds import Record
from surfaces.words import N_

RECORDS: dict[str, Record] = {
    row.key: row
    for row in (
        Record(
            key="csv",
            name=N_("CSV table"),
            group=N_("Numbers of the walks"),
            suffix=".csv",
            mime="text/csv",
            make=data.csv_table,
            help=N_("Every step of every walker, a row each, for spreadsheets and pandas."),
        ),
        Record(
            key="json",
            name=N_("JSON"),
            group=N_("Numbers of the walks"),
            suffix=".json",
            mime="application/json",
            make=data.json_text,
            help=N_("The scenario and every step of every walker, for JavaScript and others."),
        ),
        Record(
            key="npz",
            name=N_("NumPy arrays (npz)"),
            group=N_("Numbers of the walks"),
            suffix=".npz",
            mime="application/octet-stream",
            make=data.npz,
            help=N_("Places, losses, gradients and rates as arrays of full precision."),
        ),
        Record(
            key="python",
            name=N_("Python script"),
            group=N_("To do it again"),
            suffix=".py",
            mime="text/x-python",
            make=code.script,
            help=N_("Walks the same walks again, to the last digit: read it to see what happens."),
        ),
        Record(
            key="link",
            name=N_("Link"),
            group=N_("To do it again"),
            suffix=".txt",
            mime="text/plain",
            make=links.link,
            help=N_("The address that opens this page as it is now, as a text."),
        ),
        Record(
            key="embed",
            name=N_("Part of a web page"),
            group=N_("To do it again"),
            suffix=".iframe.html",  # stands before the next row, which ends alike
            mime="text/html",
            make=links.embed,
            help=N_("An <iframe> that shows the mountains alone, to paste into your own page."),
        ),
        Record(
            key="html",
            name=N_("HTML page"),
            group=N_("To do it again"),
            suffix=".html",
            mime="text/html",
            make=html.make,
            help=N_("One file of 2 MB that plays and turns in any browser, without a network."),
        ),
    )
}
