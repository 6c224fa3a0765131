"""Slides of climbs, made and opened again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn

from app.film import pptx
from app.scenario import Scenario
from tests.film.pictures import frames, settings

SMALL = {"format": "pptx", "width": 320, "height": 180}
RATES = (0.001, 0.01, 0.1)
SCENARIO = Scenario("himmelblau", (0.2, 4.4), RATES, steps=30)


def slides(folder: Path, scenario: Scenario = SCENARIO, view: str = "", **changes: Any) -> Any:
    """The deck of a scenario: four frames for each film, where the dot is farther each time."""
    films = changes.pop("films", 1 + len(scenario.rates) if len(scenario.rates) > 1 else 1)
    link = f"http://here/?{scenario.to_link()}{view}"
    order = settings(**SMALL | {"frames": 4 * films, "films": films, "link": link} | changes)
    pptx.write(frames(replace(order, format="mp4")), order, folder / "talk.pptx")
    return Presentation(str(folder / "talk.pptx"))


def titles(deck: Any) -> list[str]:
    """Of all slides."""
    return [slide.shapes.title.text for slide in deck.slides]


def notes(slide: Any) -> str:
    """What is said to a slide."""
    return str(slide.notes_slide.notes_text_frame.text)


def shapes(slide: Any, kind: str) -> list[Any]:
    """What has this name on a slide."""
    return [shape for shape in slide.shapes if shape.name == kind]


def movie(slide: Any) -> bytes:
    """The film of a slide, found as PowerPoint finds it: by the relation that its picture names."""
    (picture,) = shapes(slide, "Film")
    (link,) = picture.element.iter(
        "{http://schemas.microsoft.com/office/powerpoint/2010/main}media"
    )
    return bytes(slide.part.related_part(link.get(qn("r:embed"))).blob)


def theme(deck: Any) -> bytes:
    """The file of the deck's colours and fonts."""
    return bytes(deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
