"""The address that hands out numbers, scripts and links."""

from __future__ import annotations

import pytest

from app.climb import climb
from app.film.records import RECORDS
from app.scenario import LONGEST_LINK, Scenario
from tests.film.visitor import refused

QUERY = "surface=beale&start=1,1&rates=0.01,0.02&direction=down&steps=9"
PAGE = f"http://127.0.0.1:8050/?{QUERY}&theme=dark&camera=1,2,3,0,0,0"


@pytest.mark.parametrize("row", RECORDS.values(), ids=RECORDS.keys())
def test_every_record_comes_as_a_file(row, client) -> None:
    order = {"format": row.key, "link": PAGE, "name": f"../walk{row.suffix}"}
    with client.post("/record", json=order) as answer:
        assert answer.status_code == 200
        assert answer.mimetype == row.mime
        assert answer.headers["Content-Disposition"].endswith(f"=walk{row.suffix}")
        assert answer.data == row.make(climb(Scenario.from_link(QUERY)), PAGE) or row.key == "npz"


@pytest.mark.parametrize(
    ("order", "sentence"),
    [
        ([], "The order of numbers must be a JSON object with format and link."),
        ({"format": "mp4"}, "There is no format of numbers called 'mp4'."),
        ({"format": "cvs", "link": PAGE}, "There is no format of numbers called 'cvs'. Did you"),
        ({"format": "csv"}, "The order of numbers needs the link of a page"),
        ({"format": "csv", "link": 5}, "The order of numbers needs the link of a page"),
        ({"format": "csv", "link": "javascript:alert(1)"}, "The order of numbers needs the link"),
        ({"format": "csv", "link": f'{PAGE}"""'}, "The order of numbers needs the link of a"),
        ({"format": "csv", "link": f"{PAGE}\nimport os"}, "The order of numbers needs the link"),
        ({"format": "csv", "link": PAGE.replace("beale", "beal")}, "No surface called 'beal'."),
        ({"format": "csv", "link": PAGE.replace("0.01", "-1")}, "Walker 1: the learning rate"),
        ({"format": "csv", "link": PAGE, "name": 3}, "The film's name must be text, not 3."),
    ],
)
def test_wrong_orders(order: object, sentence: str, client) -> None:
    refused(client.post("/record", json=order), 400, sentence)


def test_the_longest_link_is_taken(client) -> None:
    page = f"http://127.0.0.1:8050/?{QUERY}&note="
    page += "x" * (LONGEST_LINK - len(page.partition("?")[2]))
    with client.post("/record", json={"format": "link", "link": page}) as answer:
        assert answer.data.decode() == f"{page}\n"
    answer = client.post("/record", json={"format": "link", "link": f"{page}x"})
    refused(answer, 400, "The link has 32,001 characters; ours have at most 32,000.")


def test_orders_too_long_and_from_elsewhere(client) -> None:
    long = client.post("/record", data=b" " * 64_001, content_type="application/json")
    refused(long, 413, "The order of numbers takes at most 64000 bytes.")
    foreign = client.post("/record", json={}, headers={"Origin": "https://elsewhere.example"})
    refused(foreign, 403, "Films are made by Fall Line's own page only.")
