"""Names of the page's parts. assets/clientside.mjs uses the same words."""

from app.film.choices import LINES, SIDES, SPANS
from app.film.options import OPTIONS
from app.scenario import MOST_WALKERS

# stores: each has one writer
LINK = "link"  # what the address bar said: written by the browser at start, and on back and forward
COURSE = "course"  # the scenario without its rates: what presets depend on
GROUND_REQUEST = "ground-request"  # which ground is wanted
PRESETS = "presets"
CHOSEN = "chosen"  # the mountain that was chosen in the menu, once it is on the screen
UPLOADED = "uploaded"  # the link of a file that was opened
OPENED = "opened"  # camera and playhead of a link that was opened
METHODS = "methods"  # how each walker walks, as its controls say
LOOKS = "looks"  # constants of the picture, all looks among them

# the scenario's controls
SURFACE = "surface"
GALLERY = "gallery"
WORDS = "words"  # what a ground is made of
PARAMETERS = "parameters"
WORDS_PROBLEM = "words-problem"
UPLOAD = "upload"
UPLOAD_BOX = "upload-box"
REPORT = "report"
FORMULA = "formula"
START_X = "start-x"
START_Y = "start-y"
DIRECTION = "direction"
STEPS = "steps"
RATES = tuple(f"rate-{i}" for i in range(MOST_WALKERS))
RATE_SLIDERS = tuple(f"rate-slider-{i}" for i in range(MOST_WALKERS))
RATE_ROWS = tuple(f"rate-row-{i}" for i in range(MOST_WALKERS))
RATE_REMOVES = tuple(f"rate-remove-{i}" for i in range(MOST_WALKERS))
RATES_PROBLEM = "rates-problem"
PRESET_NAMES = ("too_small", "good", "too_large", "diverges")
PRESET_BUTTONS = tuple(f"preset-{name.replace('_', '-')}" for name in PRESET_NAMES)
SUGGEST = "suggest"
STORY = "story"
METHOD = "method"  # the controls of rule and schedule; the browser makes them

# the view's controls
LAYOUT = "layout"
LINKED = "linked"
RACE_SCALE = "race-scale"
LOOK = "look"
BASINS = "basins"
CAMERA = "camera"
SHOW = "show"  # opens what follows
KNOWS = "knows"  # what is drawn where walkers stand

# the stage
PANELS = "panels"
MAP = "map"
CHARTS = "charts"  # the browser makes their tabs and panes
BASINS_KEY = "basins-key"  # the browser fills it
DATA = "data"
SCALE_NOTE = "scale-note"
TAGLINE = "tagline"
LEGEND = "legend"
SPOKEN = "spoken"  # read aloud, not seen

# the player
BAR = "player"
PLAY = "play"
FIRST = "first"
BACK = "back"
FORWARD = "forward"
LAST = "last"
SPEED = "speed"
SPEED_READING = "speed-reading"
LOOP = "loop"
SCRUB = "scrub"
READING = "reading"
PLAYER_DONE = "player-done"

# film and page
EXPORT = "export"
FILM_DIALOG = "film-dialog"
FILM_FORMAT = "film-format"
FILM_SIZE = "film-size"
FILM_FPS = "film-fps"
FILM_SIDES = {key: f"film-{key}" for key in SIDES}
FILM_SIDE_BOXES = "film-sides"
FILM_SPANS = {key: f"film-{key}" for key in SPANS}
FILM_EASING = "film-easing"
FILM_LOOK = "film-look"
FILM_PARTS = "film-parts"
FILM_ARRANGEMENT = "film-arrangement"
FILM_WALKER = "film-walker"  # its choices come with the climb
FILM_LINES = {key: f"film-line-{key}" for key in LINES}
FILM_OPTIONS = {key: f"film-option-{key}" for key in OPTIONS}
FILM_OPTION_BOXES = {key: f"film-box-{key}" for key in OPTIONS}
FILM_NAME = "film-name"
FILM_SAVE = "film-save"
FILM_PREVIEW = "film-preview"  # the browser fills it
FILM_ORDERS = "film-orders"  # and this, with what waits and runs
FILM_PROGRESS = "film-progress"
FILM_STATE = "film-state"
FILM_SPOKEN = "film-spoken"  # read aloud, not seen
FILM_HELP = "film-help"
UNDO = "undo"
REDO = "redo"
RETELL = "retell"
PRESENT = "present"
KEYS = "keys"
PRESSED = "pressed"
SHARE = "share"
COPY = "copy-link"
EMBED = "copy-embed"
WHOLE = "whole"  # the way from the page inside another one to the page itself
NOTES = "notes"
THEME = "theme"


def parameter(key: str) -> dict[str, str]:
    """The control of one of the surface's own parameters."""
    return {"type": "parameter", "key": key}


def parameter_slider(key: str) -> dict[str, str]:
    """The slider beside it."""
    return {"type": "parameter-slider", "key": key}


def word(key: str) -> dict[str, str]:
    """The control of one of the words that a ground is made of."""
    return {"type": "word", "key": key}
