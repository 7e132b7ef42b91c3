"""A file in which two branches differ, and of which git asks what stays."""

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place

_BEGIN, _MIDDLE, _END = "<<<<<<< ", "=======", ">>>>>>> "
"""The lines that git puts around what one branch says, and what the other does."""


def refuse_torn(file: str, text: str) -> None:
    """Stop at a file that git has not been told about yet: it holds both versions.

    As Markdown such a letter can be read, and would go out with the words of both.

    Raises:
        Refused: PMG188, at the first of these lines.
    """
    if _BEGIN not in text or f"\n{_END}" not in text:
        return
    lines = text.split("\n")
    if not any(line.rstrip() == _MIDDLE for line in lines):
        return
    for number, line in enumerate(lines, start=1):
        if line.startswith(_BEGIN):
            raise Refused(
                Diagnostic(
                    "PMG188",
                    "Hier zeggen twee branches iets anders; git vraagt welke regels blijven.",
                    Place(file, number),
                    hints=("Houd de regels die kloppen, en haal <<<<<<<, ======= en >>>>>>> weg.",),
                )
            )
