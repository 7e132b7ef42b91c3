"""A mistake in a letter, found while its template runs; the place is added by who catches it."""

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.place import Place


class TemplateFault(Exception):
    """Raised from inside a template; never leaves the compose package.

    `about` is the word of the template that is wrong, when one word is.
    """

    def __init__(self, code: str, message: str, *hints: str, about: str = "") -> None:
        self.code, self.message, self.hints, self.about = code, message, hints, about
        super().__init__(message)

    def at(self, where: Place) -> Diagnostic:
        """The finding, at the place that the template had reached."""
        return Diagnostic(self.code, self.message, where, hints=tuple(self.hints))
