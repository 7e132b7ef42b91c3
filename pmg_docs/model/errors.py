"""Exceptions for "cannot go on". None of them knows the command line."""

from collections.abc import Iterable

from pmg_docs.model.diagnostic import Diagnostic, worst_first


class PmgError(Exception):
    """Anything that the person at the keyboard can mend; carries its findings."""

    def __init__(self, findings: Iterable[Diagnostic] | Diagnostic) -> None:
        if isinstance(findings, Diagnostic):
            findings = (findings,)
        self.findings = worst_first(findings)
        super().__init__("; ".join(f.message for f in self.findings))


class Refused(PmgError):
    """The input holds errors; nothing was made of it."""


class NotFound(PmgError):
    """What was asked for by name does not exist."""


class Unreachable(PmgError):
    """A file cannot be read or written, or a part of the system is missing."""
