from __future__ import annotations

import ast

import pytest

from surfaces import words
from surfaces.words import LANGUAGES, ROOMS, catalogues


@pytest.fixture
def russian(tmp_path, monkeypatch):
    """A catalogue of three texts instead of ours."""
    folder = tmp_path / "ru"
    folder.mkdir()
    (folder / "page.po").write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && '
        '(n%100<10 || n%100>=20) ? 1 : 2);\\n"\n\n'
        'msgid "start at {place}"\nmsgstr "старт: {place}"\n\n'
        'msgid "{n} step"\nmsgid_plural "{n} steps"\n'
        'msgstr[0] "{n} шаг"\nmsgstr[1] "{n} шага"\nmsgstr[2] "{n} шагов"\n\n'
        'msgctxt "verb"\nmsgid "step"\nmsgstr "шагнуть"\n'
    )
    monkeypatch.setattr(words, "HERE", tmp_path)
    words._catalogue.cache_clear()
    with words.speaking("ru"):
        yield
    words._catalogue.cache_clear()


def test_english_is_said_as_it_stands_in_the_code():
    assert words.gettext("start at {place}", place="(1, 2)") == "start at (1, 2)"
    assert words.ngettext("{n} step", "{n} steps", 1) == "1 step"
    assert words.ngettext("{n} step", "{n} steps", 5) == "5 steps"
    assert words.pgettext("verb", "step") == "step"


def test_a_text_without_values_may_hold_braces():
    assert words.gettext(r"\frac{1}{2}") == r"\frac{1}{2}"


@pytest.mark.parametrize(
    ("n", "said"), [(1, "шаг"), (3, "шага"), (5, "шагов"), (11, "шагов"), (21, "шаг"), (22, "шага")]
)
def test_russian_counts_in_three_forms(russian, n, said):
    assert words.ngettext("{n} step", "{n} steps", n) == f"{n} {said}"


def test_a_language_is_said_for_as_long_as_it_is_spoken(russian):
    assert words.gettext("start at {place}", place="{x}") == "старт: {x}"
    assert words.pgettext("verb", "step") == "шагнуть"
    with words.speaking("en"):
        assert words.gettext("start at {place}", place=0) == "start at 0"
    assert words.language() == "ru"


def test_what_is_kept_is_english_and_is_said_anew(russian):
    kept = words.later(lambda: words.gettext("start at {place}", place=words.numeral("0.5")))
    assert kept == "start at 0.5"
    assert words.gettext(kept) == "старт: 0,5"
    with words.speaking("en"):
        assert words.gettext(kept) == "start at 0.5"


def test_a_name_of_the_readers_own_is_not_translated(russian):
    assert words.gettext(words.verbatim("start at {place}")) == "start at {place}"


def test_nothing_is_said_as_nothing(russian):
    assert words.gettext("") == ""


def test_what_has_no_translation_is_said_in_english(russian):
    assert words.gettext("saddle") == "saddle"


def test_the_page_gets_its_words_with_all_their_forms(russian):
    assert words.page_words("ru")["{n} step"] == ["{n} шаг", "{n} шага", "{n} шагов"]
    assert words.page_words("en") == {}


def test_decimal_signs_are_those_of_the_reader(russian):
    assert words.numeral("-0.25e-3") == "-0,25e-3"
    assert words.numeral("10,000") == "10\N{NO-BREAK SPACE}000"
    with words.speaking("en"):
        assert words.numeral("0.25") == "0.25"


def test_a_language_that_is_not_there_is_refused():
    with pytest.raises(KeyError):
        words.speak("tlh")


@pytest.mark.parametrize("room", ["surfaces", "app"])
def test_no_text_stands_inside_an_f_string_where_babel_does_not_look(room):
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in catalogues.SOURCES[room].rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call)
        and ast.unparse(call.func) in catalogues.KEYWORDS
        and isinstance(call.args[0], ast.Constant)
    ]
    assert not hidden


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "en"])
def test_no_text_is_missing_and_none_is_left_over(language, room):
    said, held = catalogues.said(room), catalogues.held(language, room)
    assert not _missing(said, held)
    assert not _missing(held, said)
    assert not [entry.id for entry in catalogues.waiting(held)]
    assert not [entry.id for entry in catalogues.misnamed(held)]


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "en"])
def test_an_ending_says_its_step_last(language):
    """Where there is no room the page leaves out those words, and keeps what stands before them."""
    step = " at step {step}"
    entries = [entry for entry in words._entries(language, "app") if str(entry.id).endswith(step)]
    assert len(entries) > 5
    assert all(entry.string.endswith(words.page_words(language)[step]) for entry in entries)


def _missing(ours, theirs):
    """The texts of a catalogue that another one lacks."""
    return [entry.id for entry in ours if entry.id and not theirs.get(entry.id, entry.context)]
