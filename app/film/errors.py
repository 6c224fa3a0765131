"""What can go wrong with a film. Each message is a sentence for the person who makes it."""


class FilmError(ValueError):
    """What was asked for, or sent, cannot be made into a film."""


class GoneError(FilmError):
    """There is no such film, or not any more."""


class ConflictError(FilmError):
    """The film is not in a state for this: it failed, or frames are missing."""


class TooLargeError(FilmError):
    """A frame, or all frames together, take more room than a film may have."""


class ForeignError(FilmError):
    """The request comes from another site."""


class BusyError(FilmError):
    """Not now: the same request can be sent again later."""
