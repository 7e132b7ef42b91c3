"""Status: how far each letter is, and what must still be so before it may go further."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from pmg_docs.app.composed import choose_letters
from pmg_docs.app.dossier import DossierReport, Draft, choose_dossiers, read_dossier
from pmg_docs.app.gathering import with_lines
from pmg_docs.app.shelf import Shelf
from pmg_docs.app.spreading import spread
from pmg_docs.checks.gate import Case, Verdict, judge
from pmg_docs.checks.subject import SubjectLetter
from pmg_docs.kenmerk.entry import Entry
from pmg_docs.kenmerk.register import Register
from pmg_docs.model.diagnostic import Diagnostic, worst_first
from pmg_docs.model.errors import PmgError
from pmg_docs.workspace.folder import Workspace

CONCEPT = "concept"


@dataclass(frozen=True, slots=True)
class Step:
    """A status and the conditions that it asks, each met or not."""

    status: str
    verdicts: tuple[Verdict, ...]

    @property
    def is_open(self) -> bool:
        """Whether nothing stands in the way of this step itself."""
        return all(verdict.is_met for verdict in self.verdicts)


@dataclass(frozen=True, slots=True)
class LetterStatus:
    """A letter: the status that it says it has, and the steps before it."""

    dossier: str
    letter: str
    status: str
    steps: tuple[Step, ...]

    @property
    def may_be(self) -> str:
        """The furthest status of which all conditions, and all before it, are met."""
        reached = CONCEPT
        for step in self.steps:
            if not step.is_open:
                break
            reached = step.status
        return reached


@dataclass(frozen=True, slots=True)
class StatusReport:
    """The letters that could be read, and what is wrong with those that could not be.

    A letter that says to be further than it may be is a finding as well.
    """

    letters: tuple[LetterStatus, ...]
    findings: tuple[Diagnostic, ...]
    is_unreachable: bool = False


def status(
    workspace: Workspace, dossiers: Sequence[str] = (), letters: Sequence[str] = ()
) -> StatusReport:
    """Say how far letters are.

    Args:
        workspace: where they lie.
        dossiers: their names, or empty for all.
        letters: the letters, or empty for all.

    Raises:
        NotFound: a dossier or letter does not exist.
    """
    names = choose_dossiers(workspace, dossiers)
    for name in names if letters else ():
        choose_letters(workspace, name, letters)
    parts = spread(partial(_status_of, workspace, tuple(letters)), names)
    return StatusReport(
        tuple(letter for part in parts for letter in part.letters),
        worst_first(finding for part in parts for finding in part.findings),
        any(part.is_unreachable for part in parts),
    )


def _status_of(
    workspace: Workspace, letters: tuple[str, ...], names: Sequence[str]
) -> StatusReport:
    """How far the letters of some dossiers are."""
    shelf = Shelf.of(workspace)
    found: list[LetterStatus] = []
    findings: list[Diagnostic] = []
    is_unreachable = False
    for name in names:
        # Other letters of the dossier count too: the press waits for the letter to parliament.
        report = read_dossier(workspace, name, (), shelf)
        is_unreachable |= report.is_unreachable
        read = [one for one in statuses(report, shelf.register)
                if not letters or one.letter in letters]  # fmt: skip
        found += read
        findings += report.unread
        findings += filter(None, (_too_far(report, one) for one in read))
    return StatusReport(tuple(found), with_lines(workspace, findings), is_unreachable)


def statuses(report: DossierReport, register: Register) -> Iterator[LetterStatus]:
    """How far each letter of a dossier is that could be composed."""
    subject = report.subject
    for draft, letter in zip(report.drafts, subject.letters if subject else (), strict=True):
        yield letter_status(report, draft, letter, register)


def letter_status(
    report: DossierReport, draft: Draft, letter: SubjectLetter, register: Register
) -> LetterStatus:
    """How far one letter of a dossier is."""
    assert report.subject is not None  # noqa: S101 - there is a letter
    case = Case(letter, report.subject, report.findings, draft.coverage, _entry(letter, register))
    steps = tuple(
        Step(name, judge(case, conditions)) for name, conditions in letter.doc_type.gates.steps()
    )
    return LetterStatus(report.name, letter.name, _says(letter), steps)


def _says(letter: SubjectLetter) -> str:
    lines = letter.head.get("status")
    return lines[0].text if lines else CONCEPT


def _entry(letter: SubjectLetter, register: Register) -> Entry | None:
    kenmerk = letter.document.said_in("kenmerk")
    try:
        return register.at(kenmerk) if kenmerk else None
    except PmgError:
        return None  # the letter has that finding already


def _too_far(report: DossierReport, letter: LetterStatus) -> Diagnostic | None:
    """The finding for a letter that says to be further than it may be."""
    names = [CONCEPT, *(step.status for step in letter.steps)]
    if names.index(letter.status) <= names.index(letter.may_be):
        return None
    assert report.subject is not None  # noqa: S101 - there is a letter
    [where] = [
        one.place_of("status") for one in report.subject.letters if one.name == letter.letter
    ]  # fmt: skip
    return Diagnostic(
        "PMG179",
        f"De brief zegt '{letter.status}', maar kan nog niet verder zijn dan '{letter.may_be}'.",
        where,
        hints=(f"Wat er nog moet, zegt: pmg status {letter.dossier}",),
    )
