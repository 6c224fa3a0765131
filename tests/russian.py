"""What is checked of a text said in Russian."""

from __future__ import annotations

import re

from surfaces.surface import Parameter
from surfaces.words import gettext as _
from surfaces.words import speaking


def check_russian(said: str, english: str) -> None:
    """AssertionError unless `said` is Russian, whole, and has all numbers of the English text."""
    assert re.search("[а-яё]", said, re.IGNORECASE), said
    assert set(placeholders(said)) <= set(placeholders(english)), said
    assert numbers(said) == numbers(english), (said, english)


def check_texts(*texts: str) -> None:
    """The same for texts of tables, which are said where they are shown; "" is none."""
    with speaking("ru"):
        for text in filter(None, texts):
            check_russian(_(text), text)


def check_parameters(parameters: tuple[Parameter, ...]) -> None:
    """The same for all that is shown of parameters."""
    for parameter in parameters:
        check_texts(parameter.name, parameter.help, *parameter.options)


def numbers(text: str) -> list[str]:
    """The digits in a row, ascending: whatever stands between thousands and before decimals."""
    return sorted(re.findall(r"\d+", text))


def placeholders(text: str) -> list[str]:
    """What stands in curly brackets: of a sentence that was said, only what was typed so."""
    return re.findall(r"\{\w+\}", text)
