"""Status: how far each letter is, and what must still be so before it may go further."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from pmg_docs.app.composed import choose_letters
from pmg_docs.app.dossier import DossierReport, Draft, choose_dossiers, read_dossier
from pmg_docs.app.final.standing import Standing, standing
from pmg_docs.app.gathering import with_lines
from pmg_docs.app.kenmerk.bearing import Bearing
from pmg_docs.app.kenmerk.sharing import shared, unsettled
from pmg_docs.app.shelf import Shelf
from pmg_docs.app.spreading import spread
from pmg_docs.checks.gate import Case, Unread, Verdict, judge, status_of
from pmg_docs.checks.subject import Subject, SubjectLetter
from pmg_docs.kenmerk.entry import Entry
from pmg_docs.kenmerk.register import FOLDER, Register
from pmg_docs.letter.reading import read_letter
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.errors import PmgError
from pmg_docs.model.place import Place
from pmg_docs.model.seal import CONCEPT
from pmg_docs.specs.doc_type import Condition, DocType
from pmg_docs.workspace.folder import LETTERS, Workspace

_REGISTER = f"{LETTERS}/{FOLDER}/"
TOO_FAR = "PMG179"
"""The code of a letter that says to be further than it may be."""


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
class LetterProgress:
    """A letter: the status that it says it has, the steps before it, and what was fixed of it."""

    dossier: str
    letter: str
    status: str
    steps: tuple[Step, ...]
    standing: Standing
    says_at: Place
    """Where its status stands, else where the letter begins."""

    @property
    def may_be(self) -> str:
        """The furthest status of which all conditions, and all before it, are met."""
        reached = CONCEPT
        for step in self.steps:
            if not step.is_open:
                break
            reached = step.status
        return reached

    @property
    def waits_for(self) -> tuple[str, ...]:
        """What keeps it from being sent, once it was fixed as it stands."""
        unmet = (v for step in self.steps for v in step.verdicts if not v.is_met)
        return tuple(v.why for v in unmet if v.condition is not Condition.VASTGESTELD)


@dataclass(frozen=True, slots=True)
class StatusReport:
    """The letters that could be read, and what is wrong with those that could not be.

    A letter that says to be further than it may be is a finding as well. `others` are the findings
    that are of no letter among `letters`.
    """

    letters: tuple[LetterProgress, ...]
    findings: tuple[Diagnostic, ...]
    is_unreachable: bool = False
    others: tuple[Diagnostic, ...] = ()


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
    own = [finding for part in parts for finding in part.findings]
    others = [finding for part in parts for finding in part.unread]
    others += shared(bearing for part in parts for bearing in part.unsettled)
    if not dossiers and not letters:
        read = frozenset[str]().union(*(part.looked_at for part in parts))
        others += _elsewhere(Register(workspace).faults_besides(read), own)
    return StatusReport(
        tuple(letter for part in parts for letter in part.letters),
        with_lines(workspace, (*own, *others)),
        any(part.is_unreachable for part in parts),
        with_lines(workspace, others),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """What came of some dossiers, small enough to go from one process to another."""

    letters: tuple[LetterProgress, ...]
    findings: tuple[Diagnostic, ...]
    unread: tuple[Diagnostic, ...]
    is_unreachable: bool
    unsettled: tuple[Bearing, ...]
    looked_at: frozenset[str]


def _status_of(workspace: Workspace, letters: tuple[str, ...], names: Sequence[str]) -> _Part:
    """How far the letters of some dossiers are."""
    shelf = Shelf.of(workspace)
    found: list[LetterProgress] = []
    findings: list[Diagnostic] = []
    unread: list[Diagnostic] = []
    borne: list[Bearing] = []
    is_unreachable = False
    for name in names:
        # Other letters of the dossier count too: the press waits for the letter to parliament.
        report = read_dossier(workspace, name, (), shelf)
        is_unreachable |= report.is_unreachable
        unread += report.unread
        borne += unsettled(report, shelf.register)
        for one, told in _statuses(workspace, shelf, report, letters):
            found.append(one)
            findings += told
    return _Part(
        tuple(found), tuple(findings), tuple(unread), is_unreachable, tuple(borne),
        shelf.register.looked_at(),
    )  # fmt: skip


def statuses(
    workspace: Workspace, report: DossierReport, letters: Sequence[str]
) -> tuple[LetterProgress, ...]:
    """How far letters of a dossier are that was read already; those that could be composed."""
    found = _statuses(workspace, Shelf.of(workspace), report, letters)
    return tuple(one for one, _ in found)


def _statuses(
    workspace: Workspace, shelf: Shelf, report: DossierReport, letters: Sequence[str]
) -> Iterator[tuple[LetterProgress, tuple[Diagnostic, ...]]]:
    """How far each letter is, all of them when none is named, and what cannot be so of it."""
    if report.subject is None:
        return
    read = _Dossier(workspace, shelf, report, report.subject)
    for draft, letter in zip(report.drafts, report.subject.letters, strict=True):
        if not letters or letter.name in letters:
            one = read.status_of(draft, letter)
            yield one, tuple(read.findings_of(letter, one))


@dataclass(slots=True)
class _Dossier:
    """A dossier whose letters are held against their gates; what was fixed is read once."""

    workspace: Workspace
    shelf: Shelf
    report: DossierReport
    subject: Subject
    _standings: dict[str, Standing] = field(default_factory=dict)
    _unread: tuple[Unread, ...] | None = None

    def status_of(self, draft: Draft, letter: SubjectLetter) -> LetterProgress:
        """How far a letter is."""
        case = Case(
            letter, self.subject, self._findings(letter), draft.coverage, self._entry(letter)[0],
            {one.name: self._standing(one).told for one in self._looked_at_with(letter)},
            self._letters_unread(),
        )  # fmt: skip
        steps = tuple(
            Step(name, judge(case, asked)) for name, asked in letter.doc_type.gates.steps()
        )
        return LetterProgress(
            self.report.name, letter.name, status_of(letter), steps, self._standing(letter),
            letter.place_of("status"),
        )  # fmt: skip

    def findings_of(self, letter: SubjectLetter, one: LetterProgress) -> Iterator[Diagnostic]:
        """What the register and the letter say that cannot be so."""
        yield from self._entry(letter)[1]
        yield from one.standing.findings
        if finding := _too_far(one):
            yield finding

    def _findings(self, letter: SubjectLetter) -> tuple[Diagnostic, ...]:
        """What was found, without what is wrong with other letters or their numbers only."""
        own = self._entry(letter)[1]
        unread = set(self.report.unread)
        return tuple(
            one for one in self.report.findings
            if one not in unread and (one in own or not _is_of_register(one))
        )  # fmt: skip

    def _looked_at_with(self, letter: SubjectLetter) -> Iterator[SubjectLetter]:
        """The letters of which it counts whether they were fixed."""
        yield letter
        if letter.is_for_the_press:
            yield from (one for one in self.subject.letters if one.is_to_parliament)

    def _standing(self, letter: SubjectLetter) -> Standing:
        if letter.name not in self._standings:
            entry, _ = self._entry(letter)
            self._standings[letter.name] = standing(
                self.workspace, self.report.name, letter, entry
            )  # fmt: skip
        return self._standings[letter.name]

    def _entry(self, letter: SubjectLetter) -> tuple[Entry | None, tuple[Diagnostic, ...]]:
        """What the register has of the number that a letter bears, or why that cannot be read."""
        kenmerk = letter.document.said_in("kenmerk")
        try:
            return self.shelf.register.at(kenmerk) if kenmerk else None, ()
        except PmgError as problem:
            return None, problem.findings

    def _letters_unread(self) -> tuple[Unread, ...]:
        if self._unread is None:
            composed = {one.name for one in self.subject.letters}
            names = (name for name in self.report.failed if name not in composed)
            self._unread = tuple(Unread(name, self._type_of(name)) for name in names)
        return self._unread

    def _type_of(self, name: str) -> DocType | None:
        """The type of a letter that could not be composed, as far as its head or name tells."""
        path = self.workspace.dossier(self.report.name) / f"{name}.md"
        try:
            kind = read_letter(self.workspace, path).type_name
        except PmgError:
            kind = name
        try:
            return self.shelf.doc_type(kind, Place(name), is_given=True)[0]
        except PmgError:
            return None


def _is_of_register(finding: Diagnostic) -> bool:
    return finding.where is not None and finding.where.file.startswith(_REGISTER)


def _too_far(letter: LetterProgress) -> Diagnostic | None:
    """The finding for a letter that says to be further than it may be."""
    names = [CONCEPT, *(step.status for step in letter.steps)]
    if names.index(letter.status) <= names.index(letter.may_be):
        return None
    return Diagnostic(
        TOO_FAR,
        f"De brief zegt '{letter.status}', maar kan nog niet verder zijn dan '{letter.may_be}'.",
        letter.says_at,
        hints=(f"Wat er nog moet, zegt: pmg status {letter.dossier}",),
    )


def _elsewhere(faults: Sequence[Diagnostic], told: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Faults of the register that concern no letter: they stop none, and are told once."""
    known = {(one.code, one.where) for one in told}
    for fault in faults:
        if (fault.code, fault.where) not in known:
            yield replace(fault, severity=Severity.WAARSCHUWING)
