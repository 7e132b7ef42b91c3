"""Read a whole dossier and compose every letter of it: all findings, before anything is made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pmg_docs.app.composed import choose_letters, compose_letter
from pmg_docs.app.shelf import Shelf
from pmg_docs.checks.audit import NAKED_FIGURE, Coverage, TypedFigure, audit
from pmg_docs.checks.prose import front_and_prose_of, prose_of
from pmg_docs.checks.rules import RULE_CODES, check_rules
from pmg_docs.checks.subject import Subject, SubjectLetter
from pmg_docs.facts.reading import read_facts
from pmg_docs.facts.rules import judge
from pmg_docs.inputs.text import decode
from pmg_docs.inputs.validation import nearest
from pmg_docs.kenmerk.register import FOLDER
from pmg_docs.letter.reading import read_letter
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import MADE_FROM, Document, FactText
from pmg_docs.model.errors import NotFound, PmgError, Unreachable
from pmg_docs.model.fact import FactSet
from pmg_docs.specs.look import Look
from pmg_docs.workspace.folder import FACTS, LETTERS, InputFile, Workspace


@dataclass(frozen=True, slots=True)
class Draft:
    """A composed letter, ready to be written: its tree, its look, its inputs and its formats.

    `coverage` says how many of its figures came from facts, `typed` are those that did not.
    """

    letter: str
    document: Document
    look: Look
    inputs: tuple[InputFile, ...]
    formats: tuple[str, ...]
    coverage: Coverage
    typed: tuple[TypedFigure, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that the document shows, by path, sorted."""
        return tuple(sorted({
            origin.path
            for inline in self.document.inlines()
            if isinstance(inline, FactText)
            for origin in inline.origins
        }))  # fmt: skip

    @property
    def possible(self) -> tuple[str, ...]:
        """The formats that can be asked for: those of its type, and what can be made of them."""
        made = (name for name, source in MADE_FROM.items() if source in self.formats)
        return tuple(dict.fromkeys((*self.formats, *made)))

    def wanted(self, asked: Sequence[str]) -> tuple[str, ...]:
        """The formats to make: those of its type, or of those that were asked for what can be."""
        return tuple(name for name in self.possible if name in asked) if asked else self.formats


@dataclass(frozen=True, slots=True)
class DossierReport:
    """What came of a dossier: a draft for each letter, and every finding.

    `facts` is None when they hold errors; `failed` are the letters that hold some themselves.
    """

    name: str
    drafts: tuple[Draft, ...]
    findings: tuple[Diagnostic, ...]
    is_unreachable: bool = False
    """Whether a file could not be read, which weighs more than any error in another."""
    failed: tuple[str, ...] = ()
    subject: Subject | None = None
    """The facts with every letter that could be composed, sound or not; None without facts."""
    unread: tuple[Diagnostic, ...] = ()
    """The findings that kept letters, or all of them, from being composed."""

    @property
    def facts(self) -> FactSet | None:
        """The facts of the dossier; None when they hold errors."""
        return self.subject.facts if self.subject else None


def choose_dossiers(workspace: Workspace, names: Sequence[str]) -> tuple[str, ...]:
    """The dossiers that were asked for, or all of them.

    Raises:
        NotFound: a name is no dossier, or there is no dossier at all.
    """
    known = workspace.dossiers()
    if not known:
        raise NotFound(
            Diagnostic("PMG151", "In de map letters staat nog geen dossier.",
                       hints=("Begin er een met: pmg new NAAM",))
        )  # fmt: skip
    wrong = [name for name in names if name not in known]
    if wrong:
        raise NotFound(_no_dossier(workspace, name, known) for name in wrong)
    return tuple(dict.fromkeys(names)) or known


def _no_dossier(workspace: Workspace, name: str, known: Sequence[str]) -> Diagnostic:
    """That a name is of no dossier, with the one that it is nearest to."""
    if name[:1] not in {"", "_", "."} and workspace.has_folder(name):
        return Diagnostic(
            "PMG152",
            f"In de map '{name}' staat geen {FACTS}.",
            hints=("Zet er een bestand feiten.yaml in, of begin met: pmg new NAAM",),
        )
    return Diagnostic("PMG152", f"Het dossier '{name}' bestaat niet.", hints=nearest(name, known))


def read_dossiers_with(
    workspace: Workspace, facts: Sequence[str], dossiers: Sequence[str], shelf: Shelf
) -> tuple[DossierReport, ...]:
    """Read dossiers for what they say of some facts.

    Args:
        workspace: where they lie.
        facts: the names of facts.
        dossiers: their names, or empty for all.
        shelf: what they share.

    Returns:
        A report for each; of those that do not know all these facts it has no letters.

    Raises:
        NotFound: a dossier does not exist, or one has no letters.
    """
    names = choose_dossiers(workspace, dossiers)
    return tuple(read_dossier(workspace, name, shelf=shelf, needed=facts) for name in names)


def read_dossier(
    workspace: Workspace,
    name: str,
    only: Sequence[str] = (),
    shelf: Shelf | None = None,
    needed: Sequence[str] = (),
) -> DossierReport:
    """Read a dossier, judge its rules and compose its letters.

    Args:
        workspace: where it lies.
        name: its folder under `letters/`.
        only: the letters to compose, or empty for all.
        shelf: what many dossiers share, when more than one is read.
        needed: the facts without which the letters need not be read.

    Raises:
        NotFound: a letter in `only` does not exist.
    """
    letters = choose_letters(workspace, name, only)
    try:
        facts, files = read_facts(workspace, name)
    except PmgError as problem:
        problems = [problem, *_front_problems(workspace, letters)]
        found = tuple(finding for problem in problems for finding in problem.findings)
        return DossierReport(name, (), found, _any_unreachable(problems), unread=found)
    if not all(fact in facts for fact in needed):
        return DossierReport(name, (), (), subject=Subject(name, facts, ()))
    judged = [finding for rule in facts.rules if (finding := judge(rule, facts))]
    made = _composed(workspace, letters, facts, files, shelf or Shelf.of(workspace))
    sound = tuple(one for one in made.letters if one.name not in made.failed)
    ruled = check_rules(Subject(name, facts, sound))
    weighed = tuple(_told_once(tuple(_weighed((*judged, *made.findings, *ruled), facts))))
    return DossierReport(
        name, tuple(made.drafts), weighed, _any_unreachable(made.caught), tuple(made.failed),
        Subject(name, facts, tuple(made.letters)),
        tuple(finding for problem in made.caught for finding in problem.findings),
    )  # fmt: skip


@dataclass(slots=True)
class _Composed:
    """What came of the letters of a dossier; `failed` names those that hold errors."""

    drafts: list[Draft] = field(default_factory=list)
    letters: list[SubjectLetter] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    caught: list[PmgError] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def _composed(
    workspace: Workspace,
    paths: Sequence[Path],
    facts: FactSet,
    files: tuple[InputFile, ...],
    shelf: Shelf,
) -> _Composed:
    made = _Composed()
    for path in paths:
        try:
            draft, letter, found = _draft(workspace, path, facts, files, shelf)
        except PmgError as problem:
            made.caught.append(problem)
            made.failed.append(path.stem)
            made.findings.extend(problem.findings)
            continue
        made.drafts.append(draft)
        made.letters.append(letter)
        made.findings.extend(found)
        if any(finding.stops for finding in found):
            made.failed.append(path.stem)
    return made


def _told_once(findings: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings without those that only say of a wrong figure that it was typed as well."""
    wrong = {finding.where for finding in findings if finding.code in RULE_CODES}
    for finding in findings:
        is_echo = finding.code == NAKED_FIGURE and finding.where in wrong
        if finding.stops or not is_echo:
            yield finding


def _any_unreachable(problems: Sequence[PmgError]) -> bool:
    return any(isinstance(problem, Unreachable) for problem in problems)


def _draft(
    workspace: Workspace,
    path: Path,
    facts: FactSet,
    fact_files: tuple[InputFile, ...],
    shelf: Shelf,
) -> tuple[Draft, SubjectLetter, tuple[Diagnostic, ...]]:
    composed = compose_letter(workspace, path, facts, fact_files, shelf)
    letter, doc_type = composed.letter, composed.doc_type
    texts = {
        file.name: decode(file)
        for file in (letter.file, *fact_files, *composed.parts)
        if file.name.startswith(f"{LETTERS}/") and f"/{FOLDER}/" not in file.name
    }
    passages = front_and_prose_of(composed.document)
    audited = audit(passages, texts, facts, doc_type.notation)
    draft = Draft(
        path.stem, composed.document, composed.look, composed.inputs, doc_type.formats,
        audited.coverage, audited.typed,
    )  # fmt: skip
    subject = SubjectLetter(
        path.stem, letter.file.name, composed.document, doc_type, letter.head,
        {name: tuple(text.split("\n")) for name, text in texts.items()}, prose_of(passages),
    )  # fmt: skip
    return draft, subject, (*composed.findings, *audited.findings)


def _front_problems(workspace: Workspace, paths: Sequence[Path]) -> Iterator[PmgError]:
    """What is wrong with letters as far as it can be told without facts."""
    for path in paths:
        try:
            read_letter(workspace, path)
        except PmgError as problem:
            yield problem


def _weighed(findings: Sequence[Diagnostic], facts: FactSet) -> Iterator[Diagnostic]:
    """The findings with the severity that the dossier gives their code, under `ernst`.

    Only a rule, the form of a kenmerk and a typed figure can be weighed: with any other error the
    document would not say what was meant.
    """
    rules = {rule.code for rule in facts.rules} | RULE_CODES
    may_change = rules | {"PMG220", NAKED_FIGURE}
    for code, (_, where) in facts.severities.items():
        if code not in may_change:
            yield Diagnostic(
                "PMG221", f"De ernst van '{code}' is niet te veranderen.", where,
                hints=nearest(code, may_change),
            )  # fmt: skip
    for finding in findings:
        own = facts.severities.get(finding.code)
        weighed = own is not None and finding.code in may_change
        yield replace(finding, severity=own[0]) if own and weighed else finding
