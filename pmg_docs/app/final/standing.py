"""How what a letter says now stands to what was fixed of it."""

import datetime as dt
from dataclasses import dataclass, replace

from pmg_docs.app.final.fixed_letters import versions_of
from pmg_docs.checks.subject import SubjectLetter
from pmg_docs.kenmerk.entry import Entry
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import PmgError
from pmg_docs.model.fixed import as_final
from pmg_docs.workspace.folder import Workspace


@dataclass(frozen=True, slots=True)
class Standing:
    """What was fixed of a letter, and why what it says now is not that; empty when it is.

    `day` and `number` are those of the newest version; None when nothing was fixed, or it cannot
    be read. `how` is what an officer does about it, where that is known.
    """

    kenmerk: str = ""
    day: dt.date | None = None
    number: int = 0
    why_not: str = ""
    how: str = ""
    findings: tuple[Diagnostic, ...] = ()

    @property
    def told(self) -> str:
        """Why it is not what was fixed, with what to do about it; empty when it is."""
        return f"{self.why_not}; {self.how}" if self.how else self.why_not


def standing(
    workspace: Workspace, dossier: str, letter: SubjectLetter, entry: Entry | None
) -> Standing:
    """Hold a letter against what was fixed under the number that it bears.

    Args:
        workspace: where it lies.
        dossier: its dossier.
        letter: the letter as composed today.
        entry: what the register has of that number.
    """
    command = f"pmg finalise {dossier} --letter {letter.name}"
    if "kenmerk" not in letter.doc_type.fields:
        return Standing(why_not="deze soort heeft geen kenmerk, en zonder is niets vast te stellen")
    if letter.document.field("kenmerk") is None:
        return Standing(why_not="er staat geen kenmerk op, en zonder is niets vast te stellen")
    if entry is None or (entry.dossier, entry.letter) != (dossier, letter.name) or not entry.fixed:
        return Standing(why_not="dat is nog niet gedaan",
                        how=f"kan zij definitief zijn, dan gaat het met: {command}")  # fmt: skip
    try:
        last = versions_of(workspace, entry)[-1]
    except PmgError as problem:
        why = problem.findings[0].message.rstrip(".")
        return Standing(entry.kenmerk, why_not=why, findings=problem.findings)
    known = Standing(entry.kenmerk, last.day, last.number)
    if not entry.is_live:
        return replace(known, why_not=f"het kenmerk '{entry.kenmerk}' is ingetrokken")
    if as_final(letter.document).fingerprint == entry.fixed:
        return known
    return replace(known, why_not="er staat nu iets anders",
                   how=f"zet de woorden terug, of: {command} --reden '…'")  # fmt: skip
