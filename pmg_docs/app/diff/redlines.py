"""The differences as Word files in which they are tracked, one for each document."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pmg_docs.app.diff.sides import Letter, Outcome
from pmg_docs.app.diff.tracked import Tracked
from pmg_docs.app.redline import as_it_was_made, redline_bytes
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound, PmgError, Refused
from pmg_docs.workspace.writing import write_together

_TAKEN = {Tracked.ACCEPT: "aanvaard", Tracked.REJECT: "verworpen"}
_WORD = "docx"


@dataclass(frozen=True, slots=True)
class Redlines:
    """The redlines that were written, by the name of their document, and what to tell of them.

    `same` are the documents that say the same in both states; these have none. `refused` are what
    kept others from having one.
    """

    written: tuple[tuple[str, Path], ...] = ()
    same: tuple[str, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()
    refused: tuple[Diagnostic, ...] = ()


def write_redlines(
    outcome: Outcome, out: Path, author: str, day: dt.date | None, tracked: Tracked
) -> Redlines:
    """Write a redline of every document that is not the same in both states.

    A document of which no redline can be proven has none; the others are written all the same.

    Args:
        outcome: what a comparison came to.
        out: a file for one document (`x.docx`), or else a folder.
        author: who made the changes, as Word shows it.
        day: when; the day of today when it is not given.
        tracked: how changes that are tracked already are read.

    Raises:
        NotFound: PMG498, one file was asked for and there are more documents.
        Refused: PMG495, a redline would come in the place of one of the versions.
        Unreachable: a redline cannot be written.
    """
    made: dict[str, bytes] = {}
    same: list[str] = []
    remarks: list[Diagnostic] = []
    refused: list[Diagnostic] = []
    for pair in outcome.pairs:
        try:
            redline = redline_bytes(_word(pair.old), _word(pair.new), author, day, _TAKEN[tracked])
        except PmgError as problem:
            refused += problem.findings
            continue
        if redline.changes:
            remarks += redline.remarks
            made[pair.name] = redline.data
        else:
            same.append(pair.name)
    paths = _paths(tuple(made), out)
    files = {paths[name]: data for name, data in made.items()}
    write_together(files, lambda path, data: as_it_was_made(data, files[path]))
    return Redlines(tuple(paths.items()), tuple(same), tuple(remarks), tuple(refused))


def _word(letter: Letter) -> bytes:
    """A document as a Word file."""
    if letter.composed is None:
        return letter.data
    from pmg_docs.writers import WRITERS

    return WRITERS[_WORD](letter.composed.document.shown_in(_WORD), letter.composed.look)


def _paths(names: Sequence[str], out: Path) -> dict[str, Path]:
    out = out.absolute()
    if out.suffix.casefold() != f".{_WORD}":
        return {name: out / f"{Path(name).with_suffix('')}.{_WORD}" for name in names}
    if len(names) > 1:
        raise NotFound(
            Diagnostic("PMG498", f"Er zijn {len(names)} documenten gewijzigd, voor één bestand.",
                       hints=("Noem een map bij --out, of één brief met --letter.",))
        )  # fmt: skip
    if names and out.is_dir():
        raise Refused(Diagnostic("PMG498", f"{out.name} is een map.",
                                 hints=("Noem een andere naam met --out.",)))  # fmt: skip
    return dict.fromkeys(names, out)
