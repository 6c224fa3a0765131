"""View: how a climb is looked at. Nothing here changes a walk; a link holds it as well."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from app.knows import MARKS, USUAL
from app.scenario import MOST_STEPS, MOST_WALKERS, ScenarioError, read_query
from app.typed import number, quoted
from surfaces.words import LANGUAGES, N_, numeral
from surfaces.words import gettext as _

LAYOUTS = {"side": N_("Side by side"), "together": N_("Together")}
SCALES = {"linear": N_("Linear"), "log": N_("Log")}
LOOK_KEYS = ("terrain", "slate", "paper", "blueprint")
THEMES = {"light": "terrain", "dark": "slate"}  # what older links call their looks
WALKERS = tuple(str(i + 1) for i in range(MOST_WALKERS))
CAMERAS = {
    "quarter": N_("Three quarters"),
    "above": N_("From above"),
    "side": N_("From the side"),
    "valley": N_("Along the valley"),
    "follow": N_("Follow the walker"),
    "orbit": N_("Go around"),
}
MOTIONS = ("follow", "orbit")  # the cameras that move with the walk
MESHES = (120, 200)  # cells a side: plotly refines coarser meshes, so 120 is the cheapest of all
FARTHEST = 20.0  # how far an eye may stand, in units of the mountain's box

Camera = tuple[float, ...]  # eye x, y, z, then the point looked at x, y, z; up is always +z


@dataclass(frozen=True)
class View:
    """What is on the screen beside the walk itself."""

    layout: str = "side"
    linked: bool = True
    race: str = "linear"
    mesh: int = 120
    basins: int = 0  # of which walker, counted from 1, the basins are on the map; 0: of none
    knows: tuple[str, ...] = USUAL  # which MARKS are drawn where walkers stand
    look: str | None = None  # None: light or dark, as the person's system says
    lang: str | None = None  # of all words, a key of LANGUAGES; None: as the person's browser says
    motion: str = ""  # which camera moves with the walk; none: they stand still
    cameras: tuple[Camera, ...] = ()  # one for all when linked, else one a panel; none: the default
    tour: bool = False  # what a learning rate does is told first
    playhead: float = 0.0  # in steps, with a fraction between two

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_link(cls, query: str) -> View:
        """Read the keys that assets/lib/link.mjs writes; ScenarioError for a damaged one."""
        values = read_query(query)
        try:
            return cls(
                layout=_one_of(values, "view", tuple(LAYOUTS), "side"),
                linked=_one_of(values, "linked", ("1", "0"), "1") == "1",
                race=_one_of(values, "race", tuple(SCALES), "linear"),
                mesh=int(_one_of(values, "mesh", tuple(map(str, MESHES)), "120")),
                basins=int(_one_of(values, "basins", WALKERS, "0")),
                knows=_marks(values.get("knows", ",".join(USUAL))),
                look=_look(values),
                lang=values["lang"] if values.get("lang") in LANGUAGES else None,
                motion=_one_of(values, "motion", MOTIONS, ""),
                tour=_one_of(values, "tour", ("1",), "") == "1",
                cameras=_cameras(values.get("camera", "")),
                playhead=number(
                    values.get("at", "0"),
                    _("The link's playhead"),
                    _("from 0 to {most}", most=numeral(f"{MOST_STEPS:,}")),
                    lambda at: 0 <= at <= MOST_STEPS,
                    "0",
                ),
            )
        except ValueError as error:
            raise ScenarioError({"link": str(error)}) from error


def _one_of(values: Mapping[str, str], key: str, choices: tuple[str, ...], default: str) -> str:
    value = values.get(key, default)
    if value not in (*choices, default):
        said = {"key": key, "choices": ", ".join(choices), "given": quoted(value)}
        raise ValueError(
            _("The link's {key} must be one of {choices}, not {given}.", **said)
            if said["given"]
            else _("The link's {key} must be one of {choices}, but it is empty.", **said)
        )
    return value


def _look(values: Mapping[str, str]) -> str | None:
    theme = _one_of(values, "theme", tuple(THEMES), "")
    return _one_of(values, "look", LOOK_KEYS, THEMES.get(theme, "")) or None


def _marks(text: str) -> tuple[str, ...]:
    """Marks as a link holds them, `arrow,plane`, in the order of their table; `none` for none."""
    wanted = () if text == "none" else text.split(",")
    for key in wanted:
        _one_of({"knows": key}, "knows", (*MARKS, "none"), "none")
    return tuple(key for key in MARKS if key in wanted)


def _cameras(text: str) -> tuple[Camera, ...]:
    """Cameras as `x,y,z,x,y,z`, joined by `;`."""
    cameras = tuple(_camera(part) for part in text.split(";")) if text else ()
    if len(cameras) > MOST_WALKERS:
        count = {"n": len(cameras), "most": MOST_WALKERS}
        raise ValueError(_("The link has {n} cameras; at most {most} make sense.", **count))
    return cameras


def _camera(text: str) -> Camera:
    name, rule = _("The link's camera"), _("between -{far:g} and {far:g}", far=FARTHEST)
    camera = tuple(
        number(part, name, rule, lambda v: abs(v) <= FARTHEST, "1.25") for part in text.split(",")
    )
    if len(camera) != 6 or camera[:3] == camera[3:]:
        raise ValueError(
            _(
                "The link's camera must be six numbers, eye and target, not {given}.",
                given=quoted(text),
            )
        )
    return camera
