"""Whether a letter went out under a number, so that nobody withdraws it unaware."""

from pmg_docs.app.final.fixed_letters import versions_of
from pmg_docs.app.kenmerk.bearing import Bearings
from pmg_docs.dutch.dates import write_date
from pmg_docs.kenmerk.entry import Entry
from pmg_docs.letter.reading import LetterStatus, read_letter
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import PmgError
from pmg_docs.model.value import Date
from pmg_docs.workspace.folder import Workspace


def went_out(workspace: Workspace, bearings: Bearings, entry: Entry) -> Diagnostic | None:
    """The finding for a number under which something was fixed or sent, or None for another.

    A letter that is gone or cannot be read says nothing of itself; the register still does.
    """
    what = _fixed(workspace, entry)
    if entry.letter and _says_sent(workspace, bearings, entry):
        what = f"{what}, en de brief zegt dat zij is verzonden" if what else (
            f"Volgens de brief {entry.letter_name} is zij onder '{entry.kenmerk}' verzonden"
        )  # fmt: skip
    if not what:
        return None
    again = f"pmg finalise {entry.dossier} --letter {entry.letter} --reden '…'"
    return Diagnostic(
        "PMG451",
        f"{what}.",
        entry.where,
        hints=(
            f"Staat er iets verkeerds in, stel dan een nieuwe versie vast: {again}",
            "Moet het nummer toch vervallen, zet er dan bij: --ook-vastgesteld",
        ),
    )


def _fixed(workspace: Workspace, entry: Entry) -> str:
    if not entry.fixed:
        return ""
    day, more = entry.day, ""
    try:
        last = versions_of(workspace, entry)[-1]
        day, more = last.day, f" (versie {last.number}, door {last.by})"
    except PmgError:
        pass  # what was fixed cannot be read any more; that it was is reason enough
    return (
        f"Onder '{entry.kenmerk}' is op {write_date(Date(day))} de brief {entry.letter_name} "
        f"vastgesteld{more}"
    )


def _says_sent(workspace: Workspace, bearings: Bearings, entry: Entry) -> bool:
    try:
        _, path = bearings.find(entry.letter_name)
        return read_letter(workspace, path).front.status is LetterStatus.VERZONDEN
    except PmgError:
        return False
