"""Findings are values: a stable code, a Dutch sentence, a place and hints."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pmg_docs.model.place import Place


class Severity(StrEnum):
    """How much a finding weighs: a `fout` stops the build, a `waarschuwing` does not."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    `code` is stable (PMG1xx input, 2xx rules and content, 3xx figures, 4xx look and output,
    5xx proof, or the code of a dossier's own rule). `message` is one Dutch sentence for an officer,
    `line` the offending line of the file as written, `details` lines that show what it is about,
    such as words that differ, `hints` say what to do about it.
    """

    code: str
    message: str
    where: Place | None = None
    severity: Severity = Severity.FOUT
    line: str = ""
    hints: tuple[str, ...] = ()
    details: tuple[str, ...] = ()

    @property
    def stops(self) -> bool:
        """Whether this finding stops the build."""
        return self.severity is Severity.FOUT


def worst_first(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Order findings for a reader: errors first, then by file, line and column; doubles dropped.

    Those of a file without lines stay in the order in which they were read.
    """
    return tuple(sorted(dict.fromkeys(findings), key=_rank))


def _rank(finding: Diagnostic) -> tuple[bool, str, int, int, str]:
    where = finding.where or Place("")
    if not where.line:
        return not finding.stops, where.file, 0, 0, ""
    return not finding.stops, where.file, where.line, where.column, finding.code
