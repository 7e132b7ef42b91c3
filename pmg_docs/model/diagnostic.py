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
    `line` the offending line of the file as written, `hints` say what to do about it.
    """

    code: str
    message: str
    where: Place | None = None
    severity: Severity = Severity.FOUT
    line: str = ""
    hints: tuple[str, ...] = ()

    @property
    def stops(self) -> bool:
        """Whether this finding stops the build."""
        return self.severity is Severity.FOUT


def worst_first(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Order findings for a reader: errors first, then by file, line and column; doubles dropped."""
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=lambda f: (not f.stops, f.where or Place(""), f.code)))
