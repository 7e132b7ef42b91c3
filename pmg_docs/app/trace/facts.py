"""Trace: from a fact to every place that shows it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pmg_docs.app.dossier import DossierReport, read_dossiers_with
from pmg_docs.app.shelf import Shelf
from pmg_docs.dutch.sentences import around
from pmg_docs.facts.rules import facts_in
from pmg_docs.inputs.validation import nearest
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound, Refused, Unreachable
from pmg_docs.model.fact import Fact, FactSet, Rule, Source
from pmg_docs.model.passage import Part, Passage, Piece
from pmg_docs.model.passages import passages_of
from pmg_docs.model.place import Place
from pmg_docs.workspace.folder import Workspace


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where a document shows a fact.

    `facts` are all facts that the words came from, more than one where a letter reckons with
    them. `sentence[start:end]` are those words in their notation. `section` says where in the
    document that is. `via` is the fact whose text names this one, such as a
    table, or empty when the letter itself does; `where` is where that is typed.
    """

    letter: str
    section: str
    sentence: str
    start: int
    end: int
    facts: tuple[str, ...]
    via: str
    where: Place | None

    @property
    def text(self) -> str:
        """The words of the fact as they are printed."""
        return self.sentence[self.start : self.end]


@dataclass(frozen=True, slots=True)
class FactTrace:
    """Everything that is known of one fact: its source, its rules, and where it is shown.

    `failed` are the letters of its dossier that hold errors, so that nobody knows what they show.
    """

    dossier: str
    fact: Fact
    source: Source | None
    rules: tuple[Rule, ...]
    occurrences: tuple[Occurrence, ...]
    failed: tuple[str, ...]


def trace_fact(
    workspace: Workspace, name: str, dossiers: Sequence[str] = ()
) -> tuple[FactTrace, ...]:
    """Follow a fact through every dossier that has it.

    Args:
        workspace: where the dossiers lie.
        name: the fact, or a part of it (`looptijd.van`).
        dossiers: where to look, or empty for everywhere.

    Raises:
        NotFound: a dossier does not exist, or none of them knows the fact.
        Refused, Unreachable: the dossiers that might know it cannot be read.
    """
    head = name.partition(".")[0]
    reports = read_dossiers_with(workspace, (head,), dossiers, Shelf.of(workspace))
    found = tuple(
        FactTrace(
            report.name,
            report.facts[head],
            report.facts.sources.get(report.facts[head].source),
            tuple(rule for rule in report.facts.rules if head in facts_in(rule, report.facts)),
            tuple(occurrences(report, report.facts, name)),
            report.failed,
        )
        for report in reports
        if report.facts is not None and head in report.facts
    )
    if not found:
        raise _unknown(head, reports)
    return found


def _unknown(name: str, reports: Sequence[DossierReport]) -> NotFound | Refused | Unreachable:
    broken = [report for report in reports if report.facts is None]
    findings = [finding for report in broken for finding in report.findings]
    if any(report.is_unreachable for report in broken):
        return Unreachable(findings)
    if broken:
        return Refused(findings)
    known = {fact.path for report in reports for fact in report.facts or ()}
    one = f"Het dossier '{reports[0].name}' kent het feit '{name}' niet."
    told = one if len(reports) == 1 else f"Geen dossier kent het feit '{name}'."
    hints = nearest(name, known) or ("Welke feiten er zijn, toont: pmg facts",)
    return NotFound(Diagnostic("PMG164", told, hints=hints))


def occurrences(report: DossierReport, facts: FactSet, name: str) -> Iterator[Occurrence]:
    """Every place where the letters of a dossier show a fact, or a part of one, in order."""
    owners = Owners(facts)
    for draft in report.drafts:
        for passage in passages_of(draft.document):
            for piece in passage.pieces:
                if piece.fact is not None and _shows(piece, name):
                    yield occurrence_of(draft.letter, passage, piece, owners)


def _shows(piece: Piece, name: str) -> bool:
    paths = (origin.path for origin in (piece.fact.origins if piece.fact else ()))
    return any(
        path == name or path.startswith(f"{name}.") or name.startswith(f"{path}.") for path in paths
    )


def occurrence_of(letter: str, passage: Passage, piece: Piece, owners: "Owners") -> Occurrence:
    """How a passage of a letter shows the fact of one of its pieces."""
    where = _typed_beside(passage, piece)
    start, end = around(passage.text, piece.start, piece.end)
    fact = piece.fact
    paths = tuple(dict.fromkeys(origin.path for origin in fact.origins)) if fact else ()
    return Occurrence(
        letter=letter,
        section=section_of(passage),
        sentence=passage.text[start:end],
        start=piece.start - start,
        end=piece.end - start,
        facts=paths,
        via=owners.owner(where) if where else "",
        where=where,
    )


def _typed_beside(passage: Passage, piece: Piece) -> Place | None:
    """Where the nearest words were typed: those before a piece, or else those behind it."""
    before = [one.where for one in passage.pieces if one.where and one.start < piece.start]
    behind = [one.where for one in passage.pieces if one.where and one.start > piece.start]
    return next(iter((*reversed(before), *behind)), None)


def section_of(passage: Passage) -> str:
    """Where in a document a passage stands, in the words of its headings and fields."""
    if passage.part is Part.FRAME:
        return passage.label or passage.name
    return passage.place or passage.section


class Owners:
    """Knows in which fact a line of a file with facts lies."""

    def __init__(self, facts: FactSet) -> None:
        self._begins: dict[str, list[tuple[int, str]]] = {}
        for fact in sorted(facts, key=lambda fact: fact.where):
            self._begins.setdefault(fact.where.file, []).append((fact.where.line, fact.path))

    def owner(self, where: Place) -> str:
        """The fact that a place is part of; empty for a place in a letter."""
        begun = (path for line, path in self._begins.get(where.file, ()) if line <= where.line)
        return next(reversed(tuple(begun)), "")
