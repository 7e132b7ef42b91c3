"""Check a file, whoever made it, against the facts of a dossier."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pmg_docs.app.check.returned import Returned, what_came_back
from pmg_docs.app.check.which_dossier import Choice, choose_dossier
from pmg_docs.app.dossier import choose_dossiers
from pmg_docs.app.listing import list_types
from pmg_docs.checks.defects import find_defects, find_information, recognise_type
from pmg_docs.checks.statements import Knowledge, Statement, Verdict, knowledge_of, statements_of
from pmg_docs.checks.statements.telling import contradictions, flexible, on_line, paragraph_at
from pmg_docs.facts.reading import read_facts
from pmg_docs.letter.reading import read_letter
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound, PmgError, Refused, Unreachable
from pmg_docs.model.fact import FactSet
from pmg_docs.model.passage import FileText
from pmg_docs.model.place import Place
from pmg_docs.readers import read_text
from pmg_docs.readers.encoding import decode_any
from pmg_docs.specs.doc_type import DocType
from pmg_docs.workspace.folder import InputFile, Workspace

_LONGEST = 3_000_000
"""Characters, some thousand pages; to judge them takes well over half a minute."""
_BY_LINE = frozenset({"md", "txt"})
"""The formats that people edit by the line."""


_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class FileReport:
    """What came of a file.

    `format` is what it proved to be, `choice` the dossier that it was held against and `facts`
    those of that dossier; empty and None as far as it did not come to that. `statements` are all
    that it states, in reading order.
    """

    name: str
    findings: tuple[Diagnostic, ...] = ()
    format: str = ""
    choice: Choice | None = None
    facts: FactSet | None = None
    statements: tuple[Statement, ...] = ()
    information: tuple[Diagnostic, ...] = ()
    """What is worth knowing of it and no fault, such as a number that is passed over."""
    returned: Returned | None = None
    """What became of it since it was made, when it was made here."""
    is_unreachable: bool = False
    """Whether it could not be read."""
    is_unplaced: bool = False
    """Whether nobody can tell what to hold it against."""

    def count(self, verdict: Verdict) -> int:
        """How many statements have this verdict."""
        return sum(1 for one in self.statements if one.judgement.verdict is verdict)


def check_files(
    workspace: Workspace, files: Sequence[Path], dossier: str = ""
) -> tuple[FileReport, ...]:
    """Check files against the facts.

    Args:
        workspace: where the dossiers lie; the files may lie anywhere.
        files: their paths.
        dossier: the dossier to hold them against, or empty when each is to tell that itself.

    Raises:
        NotFound: there is no such dossier, or none at all.
    """
    choose_dossiers(workspace, (dossier,) if dossier else ())
    desk = _Desk(workspace, dossier)
    return tuple(desk.check(path) for path in files)


@dataclass(frozen=True)
class _Desk:
    """Where files are checked one after another; what one needs of a dossier the next finds."""

    workspace: Workspace
    asked: str
    _known: dict[str, tuple[FactSet, Knowledge]] = field(default_factory=dict)

    def check(self, path: Path) -> FileReport:
        report = FileReport(path.name)
        try:
            report = replace(report, name=self.workspace.shown_name(path))
            file = self.workspace.read_anywhere(path)
            text = read_text(file.data, file.name)
            report = replace(report, format=text.format, findings=_named(text.remarks, file.name))
            _refuse_too_long(text)
            choice = choose_dossier(self.workspace, self.asked, text, file.name, self._facts)
            report = replace(report, choice=choice)
            return self._held(report, file, text, choice)
        except PmgError as problem:
            return replace(
                report,
                findings=(*report.findings, *_named(problem.findings, report.name)),
                is_unreachable=isinstance(problem, Unreachable) or not report.format,
                is_unplaced=isinstance(problem, NotFound),
            )

    def _held(
        self, report: FileReport, file: InputFile, text: FileText, choice: Choice
    ) -> FileReport:
        facts, known = self._dossier(choice.dossier)
        statements = tuple(statements_of(text, known))
        lines = _lines(file.data) if text.format in _BY_LINE else ()
        returned = what_came_back(self.workspace, choice, text, facts, file.name)
        untold = (
            one for one in statements
            if not (returned and returned.tells_of(one.judgement.fact, one.judgement.said))
        )  # fmt: skip
        doc_type = self._type(choice, text)
        told = tuple(contradictions(untold, facts, file.name, lines))
        slips = [
            _by_line(slip, lines) for slip in _named(find_defects(text, facts, doc_type), file.name)
        ]
        found = (
            *report.findings,
            *(one.finding for one in told),
            *(slip for slip in slips if not any(one.covers(slip.where) for one in told)),
            *(returned.findings if returned else ()),
        )
        return replace(
            report, facts=facts, statements=statements, returned=returned, findings=found,
            information=_named(find_information(text, doc_type), file.name),
        )  # fmt: skip

    def _type(self, choice: Choice, text: FileText) -> DocType | None:
        """The type of the letter that the file is, or else the one that it looks like."""
        types = list_types(self.workspace)
        if choice.letter:
            path = self.workspace.dossier(choice.dossier) / f"{choice.letter}.md"
            name = read_letter(self.workspace, path).type_name
            return next((one for one in types if one.name == name), None)
        return recognise_type(text, types)

    def _facts(self, dossier: str) -> FactSet:
        return self._dossier(dossier)[0]

    def _dossier(self, name: str) -> tuple[FactSet, Knowledge]:
        if name not in self._known:
            facts, _ = read_facts(self.workspace, name)
            self._known[name] = facts, knowledge_of(facts)
        return self._known[name]


def _refuse_too_long(text: FileText) -> None:
    if sum(len(passage.text) for passage in text.passages) > _LONGEST:
        raise Refused(
            Diagnostic(
                "PMG168", "Dit bestand is te lang om na te lezen: meer dan duizend bladzijden.",
                hints=("Knip er het deel uit dat over het dossier gaat.",),
            )
        )  # fmt: skip


def _named(findings: Sequence[Diagnostic], name: str) -> tuple[Diagnostic, ...]:
    """The findings, with the name of the file where a reader could not know it."""
    return tuple(
        replace(one, where=replace(one.where or Place("", 0), file=name))
        if one.where is None or not one.where.file
        else one
        for one in findings
    )


def _by_line(finding: Diagnostic, lines: Sequence[str]) -> Diagnostic:
    """A finding in a sentence of a text, put at its line and column in that text."""
    where = finding.where
    paragraph = paragraph_at(lines, where.line) if where else ""
    if where is None or not paragraph or not finding.line:
        return finding
    begin = flexible(finding.line[:60]).search(paragraph)
    words = flexible(finding.line[where.column - 1 : where.column + 29])
    found = words.search(paragraph, begin.start() if begin else 0)
    place, line = on_line(where.file, paragraph, where.line, found.start() if found else 0)
    return replace(finding, where=place, line=line)


def _lines(data: bytes) -> tuple[str, ...]:
    """The lines as a reader counts them."""
    text, _ = decode_any(data, "tekstbestand")
    return tuple(_LINE_END.split(text))
