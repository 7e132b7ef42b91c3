"""Proof of what a file says of itself: its kenmerk, day, status and fingerprint are the letter's.

A page without them is a matter of the proof of its words; this is what an archive goes by. A final
file is kept from accidental change too, as far as its format can; a concept is there to be changed.
"""

from collections.abc import Iterator, Sequence

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Document
from pmg_docs.model.place import Place
from pmg_docs.model.words import FileIdentity, FileLock

_MADE_BY_US = frozenset({"docx", "odt", "pdf"})
"""Formats whose properties we write; in a page it is for who made its template."""
_CURE = "Kijk of de pagina van deze soort (page.html.j2) zegt wat pmg haar geeft: {}."


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
        A finding for each place that lacks what belongs there, or has another: PMG503 for the
        kenmerk and the day, PMG520 for the status and the fingerprint.
    """
    must = format_name in _MADE_BY_US
    findings = (one for told in found for one in _differences(document, told, must, Place(file, 0)))
    return tuple(findings)


def prove_locks(document: Document, found: Sequence[FileLock], file: str) -> tuple[Diagnostic, ...]:
    """Hold how a file is kept from accidental change against what its letter is.

    Returns:
        PMG521 for each way that is off in a final file, or on in a concept.
    """
    is_final = document.seal is not None
    return tuple(
        Diagnostic(
            "PMG521",
            f"Dit stuk is {document.status}, maar in het bestand staat de beveiliging "
            f"‘{one.name}’ {'aan' if one.is_on else 'uit'}.",
            Place(file, 0),
        )
        for one in found
        if one.is_on != is_final
    )


def _differences(
    document: Document, told: FileIdentity, must: bool, where: Place
) -> Iterator[Diagnostic]:
    kenmerk = document.said_in("kenmerk")
    if told.keywords is not None:
        keywords = " ".join(told.keywords.split())
        is_right = keywords == kenmerk or keywords.endswith(f", {kenmerk}")
        if kenmerk and (keywords or must) and not is_right:
            yield _finding("PMG503", "kenmerk", kenmerk, keywords, told, where)
    for code, name, wanted, says in (
        ("PMG503", "datum", document.day, told.day),
        ("PMG520", "status", document.status, told.status),
        ("PMG520", "vingerafdruk", document.fingerprint, told.fingerprint),
    ):
        if says is not None and (says or must) and says != wanted:
            yield _finding(code, name, wanted, says, told, where)


def _finding(
    code: str, name: str, wanted: str, says: str, told: FileIdentity, where: Place
) -> Diagnostic:
    wanted, says = (f"‘{text}’" if text else "niets" for text in (wanted, says))
    return Diagnostic(
        code,
        f"In de eigenschappen ({told.told_in}) ontbreekt of verschilt '{name}': "
        f"waar {wanted} hoort, staat {says}.",
        where,
        hints=(_CURE.format(name),) if told.told_in == "head" else (),
    )
