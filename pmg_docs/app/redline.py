"""Make a redline: a Word file with the changes between two versions tracked, proven twice."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused, Unreachable
from pmg_docs.workspace.causes import cause
from pmg_docs.workspace.clock import today
from pmg_docs.workspace.writing import write_together

if TYPE_CHECKING:
    from pmg_docs.review.redline import Redline, Tracked

_OTHER_NAME = ("Kies een andere naam met --out.",)


@dataclass(frozen=True, slots=True)
class RedlineReport:
    """What came of two files: the target and whether its content changed.

    `changes` is how many marks a reader meets. It is 0 when the versions say the same; then no file
    is written and `target` is None. `remarks` are what an officer must know of it.
    """

    target: Path | None
    changes: int
    is_written: bool
    remarks: tuple[Diagnostic, ...]


def redline_files(
    old: Path, new: Path, out: Path, author: str, day: dt.date | None = None,
    tracked: str = "aanvaard",
) -> RedlineReport:  # fmt: skip
    """Write the changes between two Word files as tracked changes in a third.

    Args:
        old: the version that was seen.
        new: the version that replaces it.
        out: where the redline comes; neither of the two.
        author: who made the changes, as Word shows it.
        day: when; the day of today when it is not given.
        tracked: `aanvaard` or `verworpen`, what to take of changes that are tracked already.

    Raises:
        Refused: no redline that is right came of them (PMG486, 487, 489, 492, 496), or PMG495, it
            would come in the place of one of the two.
        Unreachable: PMG497, a version cannot be read; PMG441, the redline cannot be written.
    """
    _spare(out, old, new)
    made = redline_bytes(_read(old), _read(new), author, day, tracked)
    if not made.changes:
        return RedlineReport(None, 0, False, made.remarks)
    changed = write_together({out: made.data}, lambda _, data: as_it_was_made(data, made.data))
    return RedlineReport(out, made.changes, bool(changed), made.remarks)


def redline_bytes(
    old: bytes, new: bytes, author: str, day: dt.date | None = None, tracked: str = "aanvaard"
) -> "Redline":
    """The changes between two Word files as tracked changes in one, read back by our reader too.

    Raises:
        Refused: no redline that is right came of them.
    """
    from pmg_docs.review.redline import Refusal, Tracked, redline

    moment = f"{day or today()}T00:00:00Z"
    made = redline(old, new, author, moment, Tracked(tracked))
    if isinstance(made, Refusal):
        raise Refused(made.findings)
    _read_back(made.data, old, new, Tracked(tracked))
    return made


def _read_back(made: bytes, old: bytes, new: bytes, tracked: "Tracked") -> None:
    """Hold what our reader reads of the redline, both ways, against the versions."""
    from pmg_docs.readers.docx import read
    from pmg_docs.review.redline import Tracked, settled

    for choice, version in ((Tracked.ACCEPTED, new), (Tracked.REJECTED, old)):
        if read(settled(made, choice)) != read(settled(version, tracked)):
            raise Refused(_read_otherwise())


def as_it_was_made(data: bytes, made: bytes) -> None:
    """Refuse a redline that did not come back from the disk as it was made (PMG496)."""
    if data != made:
        raise Refused(_read_otherwise())


def _read_otherwise() -> Diagnostic:
    return Diagnostic(
        "PMG496",
        "Er is geen redline gemaakt: teruggelezen klopte zij niet precies.",
        hints=("Het verschil in tekst klopt wel: laat --format docx weg.",),
    )


def _spare(out: Path, *versions: Path) -> None:
    for version in versions:
        if out.resolve() == version.resolve():
            message = f"De redline zou op de plaats van {version.name} komen."
            raise Refused(Diagnostic("PMG495", message, hints=_OTHER_NAME))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        message = f"{path.name} is niet te openen ({cause(problem)})."
        hints = ("Kijk of het bestand er staat en of u het mag lezen.",)
        raise Unreachable(Diagnostic("PMG497", message, hints=hints)) from problem
