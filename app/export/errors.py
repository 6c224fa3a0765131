"""What can go wrong with an export. Each message is a sentence for the person who asked for it."""


class ExportError(ValueError):
    """A file could not be made."""


class WordsError(ExportError):
    """What was asked for cannot be: nothing has been begun."""
