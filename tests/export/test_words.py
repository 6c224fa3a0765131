"""What is typed after `fall-line export`: what it means, and what is refused, in which words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.climb import story
from app.export.errors import WordsError
from app.export.order import Order
from app.export.parser import parser
from app.export.words import gathered, read_orders
from app.figures.look import LOOKS
from app.film.choices import EASINGS, LINES, PARTS, SPANS, USUAL_EASING
from app.film.formats import FILMS, FORMATS
from app.film.kinds import Film
from app.film.options import OPTIONS, SCALE
from app.film.settings import SIZES, USUAL_RATE
from app.made import KINDS
from app.scenario import Scenario, ScenarioError
from app.view import View
from surfaces import get_surface

WALK = ("--surface", "himmelblau", "--rates", "0.001", "0.01")


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def one(*words: str) -> Order:
    (order,) = read_orders(words)[0]
    return order


def scenario(*words: str) -> Scenario:
    return Scenario.from_link(one(*words).query)


# -- the climb ------------------------------------------------------------------------------


def test_words_alone_are_a_scenario() -> None:
    told = scenario(*WALK, "a.mp4")
    himmelblau = get_surface("himmelblau")
    assert told == Scenario("himmelblau", himmelblau.start, (0.001, 0.01), himmelblau.direction)


def test_a_surface_alone_is_its_story() -> None:
    assert scenario("--surface", "beale", "a.mp4") == story("beale")


@pytest.mark.parametrize("before", ["", "?", "http://127.0.0.1:8050/?", "https://a.b/c/?"])
def test_a_link_is_a_scenario(before: str) -> None:
    told = story("beale")
    assert scenario(f"{before}{told.to_link()}", "a.mp4") == told


def test_a_file_is_a_scenario_or_several() -> None:
    tales = [story("beale"), story("himmelblau")]
    Path("one.json").write_text(json.dumps(tales[0].to_dict()))
    Path("two.json").write_text(json.dumps([tale.to_dict() for tale in tales]))
    assert scenario("one.json", "a.mp4") == tales[0]
    orders, _ = read_orders(["two.json", "film-{}.mp4", "{}.png"])
    assert [order.out for order in orders] == ["film-1.mp4", "1.png", "film-2.mp4", "2.png"]
    assert [Scenario.from_link(order.query) for order in orders[::2]] == tales


def test_words_change_what_a_scenario_says() -> None:
    link = f"?{story('beale').to_link()}&race=log"
    words = ("--rates=0.5", "--steps", "7", "--direction", "up", "--rule", "adam")
    order = one(
        link,
        "a.mp4",
        *words,
        "--start",
        "-1",
        "2e-1",
        "--view",
        "together",
        "--knows",
        "plane,arrow",
    )
    told = Scenario.from_link(order.query)
    assert (told.surface, told.rates, told.steps, told.direction) == ("beale", (0.5,), 7, "up")
    assert told.start == (-1, 0.2) and told.methods[0].rule == "adam"
    view = View.from_link(order.query)
    assert (view.layout, view.race, view.knows) == ("together", "log", ("arrow", "plane"))


def test_settings_are_parameters_or_words() -> None:
    assert scenario("--surface", "rosenbrock", "--set", "b=10", "a.mp4").parameters["b"] == 10
    word = KINDS["formula"].words[0].key
    words = ("--surface", "formula", "--rates", "0.1", "--start", "1", "1", "--set")
    told = scenario(*words, f"{word}=x^2 + a*y^2", "--set", "a=3", "a.mp4")
    assert told.words[word] == "x^2 + a*y^2" and told.parameters == {"a": 3}


@pytest.mark.parametrize(
    ("said", "camera"),
    [
        (("1", "-2", "0.5"), (1, -2, 0.5, 0, 0, 0)),
        (("1,-2,.5", "0,0,-.1"), (1, -2, 0.5, 0, 0, -0.1)),
    ],
)
def test_a_camera(said: tuple[str, ...], camera: tuple[float, ...]) -> None:
    assert View.from_link(one(*WALK, "--camera", *said, "a.mp4").query).cameras == (camera,)


def test_numbers_after_an_option_are_its_own() -> None:
    words = [
        "--rates",
        "0.1",
        "-2",
        "1e-3",
        "a.mp4",
        "5",
        "--start",
        "-1,2",
        "--fps",
        "30",
        "b.gif",
    ]
    wanted = ["--rates=0.1,-2,1e-3", "a.mp4", "5", "--start=-1,2", "--fps", "30", "b.gif"]
    assert gathered(words) == wanted


# -- the film -------------------------------------------------------------------------------


@pytest.mark.parametrize("key", FORMATS)
def test_the_ending_or_a_word_tells_the_format(key: str) -> None:
    row = FORMATS[key]
    assert one(*WALK, f"a{row.suffix.upper()}").format == key
    assert one(*WALK, "-", "--format", key).format == key


def test_what_is_not_said_is_as_in_the_dialog() -> None:
    page = one(*WALK, "a.mp4").to_page()
    usual = {span.key: span.default for span in SPANS.values()}
    first = next(iter(SIZES.values()))
    assert page == {
        "format": "mp4",
        "options": {},
        "scale": 1,
        "width": first.width,
        "height": first.height,
        "fps": USUAL_RATE,
        "easing": USUAL_EASING,
        "look": next(iter(LOOKS)),
        **usual,
        "arrangement": "screen",
        "walker": 0,
        **{part: part != "compass" for part in PARTS},
        **dict.fromkeys(LINES, ""),
    }


def test_what_is_said_goes_to_the_page() -> None:
    words = ("--seconds", "3", "--hold", "0", "--turn", "-0.5", "--fps", "60", "--look", "slate")
    page = one(*WALK, "a.mp4", *words, "--without", "map", "--without=race").to_page()
    assert [page[key] for key in ("walk", "hold", "turn", "fps", "look")] == [
        3,
        0,
        -0.5,
        60,
        "slate",
    ]
    left = {"map", "race", "compass"}
    assert [page[part] for part in PARTS] == [part not in left for part in PARTS]
    page = one(*WALK, "a.mp4", "--title", "Lecture 3", "--footer", "TU, 2026").to_page()
    assert [page[key] for key in LINES] == ["Lecture 3", "TU, 2026"]
    assert one(*WALK, "a.png", *words).to_page()["turn"] == 0  # a picture's camera stands still


@pytest.mark.parametrize("row", FILMS.values(), ids=FILMS)
def test_options_go_to_the_formats_that_have_them(row: Film) -> None:
    for option in row.options:
        for choice in option.choices:
            words = (f"--{option.key}", choice, "--format", row.key)
            page = one(*WALK, f"a{row.suffix}", *words).to_page()
            assert page["options"] == {option.key: choice}
            scale = int(choice) if option is SCALE else 1
            assert (page["scale"], page["width"]) == (scale, 1280 * scale)
    others = [option for option in OPTIONS.values() if option not in row.options]
    for option in others:
        words = (f"--{option.key}", option.default, "--format", row.key)
        with pytest.raises(WordsError, match=f"--{option.key} says nothing about {row.key}"):
            read_orders([*WALK, "a", *words])


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_is_that_of_the_page_as_well(look: str) -> None:
    said = one(*WALK, "a.html", "--look", look)
    assert View.from_link(said.query).look == said.look == look


@pytest.mark.parametrize("look", LOOKS)
def test_a_link_in_a_look_is_filmed_in_it(look: str) -> None:
    assert one(f"?{story('beale').to_link()}&look={look}", "a.mp4").look == look


def test_the_help_names_every_row() -> None:
    said = parser().format_help()
    for name in (
        *FORMATS,
        *SIZES,
        *(f"--{key}" for key in (*SPANS, *LINES)),
        *EASINGS,
        *PARTS,
        *LOOKS,
    ):
        assert name in said


# -- refusals -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "Name a file to make, such as climb.mp4."),
        (WALK, "Name a file to make, such as climb.mp4."),
        (("climb.json",), "Name a file to make"),
        ((*WALK, "a.xyz"), "a.xyz: its ending says nothing. Use one of .mp4"),
        ((*WALK, "-"), "Say what goes to standard output: --format mp4."),
        ((*WALK, "a.mp4", "a.mp4"), "a.mp4 would be written more than once."),
        ((*WALK, "no/a.mp4"), "There is no folder no. Make it first."),
        ((*WALK, "there.mp4"), "there.mp4 is there already. Choose another name, or add --force."),
        ((*WALK, "folder.mp4"), "folder.mp4 is a folder. Name a file in it."),
        (("none.json", "a.mp4"), "none.json: No such file or directory. Give a link, or a JSON"),
        (("bad.json", "a.mp4"), "bad.json is not JSON ("),
        (("empty.json", "a.mp4"), "empty.json holds no scenario."),
        (("two.json", "a.mp4"), "There are 2 scenarios. Put {} in a.mp4, for their numbers."),
        ((*WALK, "a.mp4", "--set", "b"), "--set takes NAME=VALUE, not 'b'."),
        ((*WALK, "a.mp4", "--fps", "31"), "argument --fps: invalid choice: 31"),
        ((*WALK, "a.mp4", "--seconds", "0"), "it must be from 0.5 to 3600, not '0'; try 8"),
        ((*WALK, "a.mp4", "--seconds", "nan"), "it must be from 0.5 to 3600, not 'nan'; try 8"),
        ((*WALK, "a.mp4", "--jobs", "0"), "it must be from 1 to 8, not '0'; try 2"),
        ((*WALK, "a.mp4", "--title", "a\nb"), "it must be one line of at most 120 letters"),
        ((*WALK, "a.mp4", "--zoom"), "unrecognized arguments: --zoom"),
    ],
)
def test_a_sentence_says_what_is_wrong(words: tuple[str, ...], sentence: str) -> None:
    two = json.dumps([story("beale").to_dict()] * 2)
    for name, text in (("bad", "{"), ("empty", "[]"), ("two", two)):
        Path(f"{name}.json").write_text(text)
    Path("there.mp4").touch()
    Path("folder.mp4").mkdir()
    with pytest.raises(WordsError) as said:
        read_orders(words)
    assert sentence in str(said.value)
    assert read_orders([*WALK, "there.mp4", "--force"])


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--surface", "himmelblua"), "Did you mean 'himmelblau'?"),
        ((*WALK, "--start", "99", "0"), "Start: x must be on the map"),
        ((*WALK, "--steps", "0"), "Steps must be a whole number from 1 to 10,000, not 0"),
        ((*WALK, "--rule", "adma"), "There is no rule 'adma'. Did you mean 'adam"),
        ((*WALK, "--camera", "1", "2"), "The link's camera must be six numbers"),
        ((*WALK, "--set", "nix=1"), "nix"),
        (("--surface", "himmelblau", "--rates=a,b"), "Walker 1: the learning rate must be"),
        (("?surface=nowhere",), "nowhere"),
        (("?" + "x" * 40_000,), "The link has 40,000 characters"),
    ],
)
def test_a_scenario_is_checked_as_on_the_page(words: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(ScenarioError) as said:
        read_orders([*words, "a.mp4"])
    assert sentence in str(said.value)
