"""Passages: what a tree or a file says, paragraph by paragraph, each knowing where it stands.

A tree and every file that can be read come down to the same passages, so that what is checked or
compared does not depend on where the words came from. White space is one space, in Unicode form C;
a mark of a footnote is no word.
"""

from dataclasses import dataclass
from enum import StrEnum

from pmg_docs.model.baseline import Baseline
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import FactText
from pmg_docs.model.place import Place


class Part(StrEnum):
    """The part of a document that a passage stands in, in the word that an officer reads."""

    FRAME = "kop"
    """A field of the frame that a tree has; a file has it in a header, a text box or the text."""
    HEADER = "koptekst"
    FOOTER = "voettekst"
    BODY = "tekst"
    NOTE = "voetnoot"
    COMMENT = "opmerking"


class Shape(StrEnum):
    """What a passage looks like."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one origin: `fact` made them, or they were typed at `where`; a label has neither."""

    start: int
    end: int
    fact: FactText | None = None
    where: Place | None = None


@dataclass(frozen=True, slots=True)
class Control:
    """A content control of a Word file around `text[start:end]`.

    `name` is what it is called in the file, `element` and `position` say which element of the
    store it is bound to (the position counts from 1); empty and 0 when it is bound to none.
    """

    start: int
    end: int
    name: str
    element: str = ""
    position: int = 0


class Change(StrEnum):
    """What somebody did while changes were tracked."""

    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change: `text` came in at `start`, or was taken out there.

    What came in is part of the text of the passage, what was taken out is not; that keeps a space
    at either end where it had one. `author` is as the file has it, `day` an ISO date; either may
    be empty.
    """

    change: Change
    start: int
    text: str
    author: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, list item, cell, note, comment or line of a header.

    `label` is the number in front of it as printed (`4.2`, `2.`). `section` is the nearest heading
    above it with its label, empty above the first and outside the text. `name` is the name of
    the field for a part of the frame (`kenmerk`), or who made a comment. `place` says in Dutch
    where it stands (`tabel 1, rij 3, kolom 2`); `page` counts from 1 and is 0 where the format has
    none; `line` is the line of the file for a format that has lines, else 0.

    Of `pieces`, `controls` and `revisions` a tree has the first, a file may have the others.
    """

    text: str
    part: Part = Part.BODY
    shape: Shape = Shape.TEXT
    label: str = ""
    section: str = ""
    name: str = ""
    place: str = ""
    page: int = 0
    line: int = 0
    is_quotation: bool = False
    pieces: tuple[Piece, ...] = ()
    controls: tuple[Control, ...] = ()
    revisions: tuple[Revision, ...] = ()

    @property
    def where(self) -> Place | None:
        """Where its first typed words stand in a letter, or else its first fact."""
        typed = next((piece.where for piece in self.pieces if piece.where), None)
        facts = (piece.fact for piece in self.pieces if piece.fact and piece.fact.origins)
        return typed or next((fact.origins[0].where for fact in facts), None)


@dataclass(frozen=True, slots=True)
class FileText:
    """The passages of a file, in reading order: the text, then headers, footers, notes, comments.

    `store` holds the words that a Word file keeps for its bound controls, by element and position.
    `baseline` is what was left in it when it was made. `properties` are those that programs show
    of a file (`titel`, `auteur`), as far as it has them. `remarks` are what a reader must tell of
    the file itself, such as a page that is a picture.
    """

    format: str
    passages: tuple[Passage, ...]
    store: tuple[tuple[str, int, str], ...] = ()
    baseline: Baseline | None = None
    properties: tuple[tuple[str, str], ...] = ()
    pages: int = 0
    remarks: tuple[Diagnostic, ...] = ()
