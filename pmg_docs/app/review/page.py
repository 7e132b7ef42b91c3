"""The page for a reviewer: all documents of a dossier with what is known of every figure."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pmg_docs.app.build import OUTPUT
from pmg_docs.app.dossier import DossierReport, Draft, choose_dossiers
from pmg_docs.app.gathering import gather
from pmg_docs.app.review.changes import earlier_than, recorded_by_fact
from pmg_docs.app.review.places import in_margin, typed_marks
from pmg_docs.app.review.sheets import sheets, shown_in
from pmg_docs.app.sources import spare_sources
from pmg_docs.facts.rules import facts_in, outcome
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused, Unreachable
from pmg_docs.model.fact import FactSet, Rule
from pmg_docs.model.passage import Passage
from pmg_docs.model.passages import passages_of
from pmg_docs.workspace.folder import LETTERS, Workspace
from pmg_docs.workspace.lock import only_one
from pmg_docs.workspace.writing import write_together
from pmg_docs.writers.review_page import write
from pmg_docs.writers.review_page.contents import Contents, JudgedRule, Paper

PAGE = "_nalezen.html"
"""No letter has a name that begins with `_`, so no document can be in its place."""
_DIGITS = 16


@dataclass(frozen=True, slots=True)
class ReviewResult:
    """What came of it: the pages, those among them that are new, and what they tell."""

    files: tuple[Path, ...]
    changed: tuple[Path, ...]
    findings: tuple[Diagnostic, ...]
    unread: tuple[str, ...] = ()
    is_unreachable: bool = False
    """Whether a letter could not be read, which weighs more than an error in another."""


def review(
    workspace: Workspace,
    dossiers: Sequence[str] = (),
    against: str = "",
    out: Path | None = None,
    on_wait: Callable[[], None] = lambda: None,
) -> ReviewResult:
    """Write the page of each dossier, whatever is wrong with its letters.

    Args:
        workspace: where they lie.
        dossiers: their names, or empty for all.
        against: the revision to compare with, or empty for the last commit, if there is one.
        out: the output folder, by default `build/` in the workspace.
        on_wait: called once when a build is busy in that folder.

    Raises:
        Refused: the facts of a dossier hold errors, or the page would fall among the sources.
        NotFound: a dossier or the revision does not exist.
        Unreachable: something cannot be read or written.
    """
    every = [gather(workspace, [name]) for name in choose_dossiers(workspace, dossiers)]
    findings = tuple(finding for gathered in every for finding in gathered.findings)
    reports = [report for gathered in every for report in gathered.reports]
    is_unreachable = any(gathered.is_unreachable for gathered in every)
    if any(report.facts is None for report in reports):
        # Without facts there is nothing to show.
        raise Unreachable(findings) if is_unreachable else Refused(findings)
    target = out if out is not None else workspace.root / OUTPUT
    paths = [target / report.name / PAGE for report in reports]
    spare_sources(workspace, reports, paths)
    files = {
        path: write(contents_of(workspace, report, gathered.findings, against))
        for path, report, gathered in zip(paths, reports, every, strict=True)
    }
    with only_one(target, on_wait):
        changed = write_together(files, lambda _path, _data: None)
    unread = tuple(f"{r.name}/{letter}" for r in reports for letter in _unread(r))
    return ReviewResult(tuple(paths), changed, findings, unread, is_unreachable)


def contents_of(
    workspace: Workspace,
    report: DossierReport,
    findings: Sequence[Diagnostic],
    against: str = "",
) -> Contents:
    """Everything that the page of a dossier shows.

    Args:
        workspace: where it lies.
        report: the dossier, with its facts.
        findings: what was found in it, each with its line.
        against: the revision to compare with, or empty for the last commit, if there is one.
    """
    facts = report.facts
    if facts is None:
        raise ValueError(f"{report.name} has no facts")
    passages = [passages_of(draft.document) for draft in report.drafts]
    earlier = earlier_than(workspace, report.name, against)
    shown = shown_in(report.drafts, passages, facts)
    papers = []
    for draft, texts, keys in zip(report.drafts, passages, shown.keys, strict=True):
        marks = tuple(typed_marks(draft.typed, texts))
        papers.append(
            Paper(
                draft.letter, draft.document, texts, keys, words_digest(texts),
                draft.coverage.figures, draft.coverage.from_facts, draft.coverage.waived,
                marks, tuple(in_margin(findings, _file(report, draft), texts, marks)),
                earlier.alterations(draft.letter, texts) if earlier else None,
                draft.letter in report.failed,
            )
        )  # fmt: skip
    return Contents(
        dossier=report.name,
        programme=facts.programme,
        papers=tuple(papers),
        sheets=tuple(sheets(workspace, facts, shown, recorded_by_fact(workspace, facts))),
        rules=tuple(_judged(rule, facts) for rule in facts.rules),
        findings=tuple(findings),
        unread=_unread(report),
        earlier=earlier.name if earlier else "",
        removed=earlier.removed if earlier else (),
        remarks=earlier.remarks if earlier else (),
    )


def _unread(report: DossierReport) -> tuple[str, ...]:
    """The letters of which nothing could be composed; others with errors are shown as they are."""
    drafted = {draft.letter for draft in report.drafts}
    return tuple(letter for letter in report.failed if letter not in drafted)


def _file(report: DossierReport, draft: Draft) -> str:
    return f"{LETTERS}/{report.name}/{draft.letter}.md"


def _judged(rule: Rule, facts: FactSet) -> JudgedRule:
    came_of_it = outcome(rule, facts)
    return JudgedRule(
        rule, came_of_it.left, came_of_it.right, came_of_it.holds, facts_in(rule, facts)
    )


def words_digest(passages: Sequence[Passage]) -> str:
    """The first digits of SHA-256 over the words of a document, a passage with its label a line."""
    lines = "\n".join(f"{passage.label} {passage.text}".strip() for passage in passages)
    return hashlib.sha256(lines.encode()).hexdigest()[:_DIGITS]
