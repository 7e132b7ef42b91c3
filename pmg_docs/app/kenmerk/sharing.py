"""Letters that bear one number, where the register does not say whose it is."""

from collections.abc import Iterable, Iterator

from pmg_docs.app.dossier import DossierReport
from pmg_docs.app.kenmerk.bearing import KEY, Bearing
from pmg_docs.checks.subject import SubjectLetter
from pmg_docs.kenmerk.naming import identity
from pmg_docs.kenmerk.register import Register
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import FactText, walk_line
from pmg_docs.model.errors import PmgError


def shared(unsettled: Iterable[Bearing]) -> Iterator[Diagnostic]:
    """A finding for each letter with a number that another letter had before it."""
    first: dict[str, Bearing] = {}
    for bearing in unsettled:
        other = first.setdefault(identity(bearing.kenmerk), bearing)
        if other is not bearing:
            yield Diagnostic(
                "PMG225",
                f"Het kenmerk '{bearing.kenmerk}' staat ook op {other.name}.",
                bearing.where,
                hints=("Elke brief heeft een eigen kenmerk: pmg kenmerk reserve.",),
            )


def unsettled(report: DossierReport, register: Register) -> Iterator[Bearing]:
    """The letters of a dossier with a number of which the register does not say whose it is.

    Args:
        report: the dossier with its letters as composed.
        register: the one that they were held against, so that nothing is read twice.
    """
    for letter in report.subject.letters if report.subject else ():
        kenmerk = _borne(letter)
        if kenmerk and not _is_settled(register, kenmerk):
            yield Bearing(report.name, letter.name, kenmerk, letter.place_of(KEY))


def _borne(letter: SubjectLetter) -> str:
    printed = letter.document.field(KEY)
    lines = printed.lines if printed else ()
    is_open = any(
        isinstance(inline, FactText) and inline.is_open
        for line in lines
        for inline in walk_line(line)
    )
    return "" if is_open else letter.document.said_in(KEY)


def _is_settled(register: Register, kenmerk: str) -> bool:
    try:
        entry = register.at(kenmerk)
    except PmgError:
        return True  # the letter has that finding already
    return entry is not None and bool(entry.letter)
