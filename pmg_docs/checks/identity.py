"""Proof of what a file says of itself: the kenmerk and the day in its properties are the letter's.

A page without them is a matter of the proof of its words; this is what an archive goes by.
"""

from collections.abc import Iterator, Sequence

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Document
from pmg_docs.model.place import Place
from pmg_docs.model.words import FileIdentity

_MADE_BY_US = frozenset({"docx", "odt", "pdf"})
"""Formats whose properties we write; in a page it is for who made its template."""


def prove_identity(
    document: Document, found: Sequence[FileIdentity], format_name: str, file: str
) -> tuple[Diagnostic, ...]:
    """Hold the properties of a file against the tree.

    Args:
        document: the tree as this format shows it.
        found: what a reader found in the properties.
        format_name: the format, by the ending of its file name.
        file: the name of the file, for messages.

    Returns:
        A finding for each place that lacks the kenmerk or the day, or has another.
    """
    return tuple(_differences(document, found, format_name, Place(file, 0)))


def _differences(
    document: Document, found: Sequence[FileIdentity], format_name: str, where: Place
) -> Iterator[Diagnostic]:
    kenmerk, day = document.said_in("kenmerk"), document.day
    for told in found:
        keywords = " ".join(told.keywords.split())
        must = format_name in _MADE_BY_US
        is_right = keywords == kenmerk or keywords.endswith(f", {kenmerk}")
        if kenmerk and (keywords or must) and not is_right:
            yield _finding("kenmerk", kenmerk, keywords, told, where)
        if (told.day or must) and told.day != day:
            yield _finding("datum", day, told.day, told, where)


def _finding(name: str, wanted: str, says: str, told: FileIdentity, where: Place) -> Diagnostic:
    says = f"‘{says}’" if says else "niets"
    cure = "Kijk of de pagina van deze soort (page.html.j2) het kenmerk en de datum heeft."
    return Diagnostic(
        "PMG503",
        f"In de eigenschappen ({told.told_in}) ontbreekt of verschilt '{name}': "
        f"waar ‘{wanted}’ hoort, staat {says}.",
        where,
        hints=(cure,) if told.told_in == "head" else (),
    )
