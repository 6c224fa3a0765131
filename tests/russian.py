"""What is checked of a text said in Russian."""

from __future__ import annotations

import re

from surfaces.surface import Parameter
from surfaces.words import gettext as _
from surfaces.words import speaking

# What a text quotes, what was typed, and what is filled in later is not its own.
FOREIGN = re.compile(r"«[^»]*»|'[^']*'|`[^`]*`|\{\w+\}|\([^()а-яё]*\)")
# Long Latin words that Russian has too: names, and what stands in code and in files.
NAMES = {"ASCII", "Leaky", "leaky", "Momentum", "NumPy", "Python", "RMSProp", "pickle"}
CODE = {"astype", "cellsize", "decay", "meshgrid", "ncols", "numpy", "xcoordinates", "ycoordinates"}


def check_russian(said: str, english: str) -> None:
    """AssertionError unless `said` is Russian, whole, and has all numbers of the English text."""
    assert re.search("[а-яё]", said, re.IGNORECASE), said
    assert not left_in_english(said) - NAMES - CODE, said
    assert placeholders(said) <= placeholders(english), said
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


def left_in_english(text: str) -> set[str]:
    """The words of five letters or more that are not Russian."""
    return set(re.findall("[A-Za-z]{5,}", FOREIGN.sub(" ", text)))


def placeholders(text: str) -> set[str]:
    """What stands in curly brackets: of a sentence that was said, only what was typed so."""
    return set(re.findall(r"\{\w+\}", text))


def numbers(text: str) -> list[str]:
    """The digits in a row, ascending: whatever stands between thousands and before decimals."""
    return sorted(re.findall(r"\d+", text))
