"""The tree of words: what a document says, before any format gives it a look.

Every writer reads this tree, so all formats say the same. A word that came from a fact is a
`FactText` and keeps its origins.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from pmg_docs.model.place import Origin, Place
from pmg_docs.model.seal import CONCEPT, Seal

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Text:
    """Words that the letter or its type wrote themselves; `where` is None for fixed labels."""

    text: str
    where: Place | None = None


@dataclass(frozen=True, slots=True)
class FactText:
    """Words made from one or more facts.

    `kind` is the kind of the value (`bedrag`, `datum`, …) and `machine` its form for programs:
    a decimal number with a point, an ISO date, else empty. `is_open` marks a gap.
    """

    text: str
    origins: tuple[Origin, ...]
    kind: str = "tekst"
    machine: str = ""
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Strong:
    """Words with emphasis that is seen as bold."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words with emphasis that is seen as italics."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address (https or mailto)."""

    href: str
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The place in the text where footnote `number` belongs; numbers count from 1."""

    number: int


Inline = Text | FactText | Strong | Emphasis | Link | NoteRef
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `label` is its fixed number as printed (`2.`, `4.2`), empty when it has none."""

    level: int
    children: Line
    label: str = ""
    where: Place | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `role` names its part in the letter (`tekst`, `lead`, `aanhef`, `groet`)."""

    children: Line
    where: Place | None = None
    role: str = "tekst"


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; each item holds blocks, and an ordered one counts from 1."""

    items: tuple[tuple["Block", ...], ...]
    is_ordered: bool = False
    where: Place | None = None


class Align(StrEnum):
    """How the text of a table cell is set."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: one or more blocks."""

    blocks: tuple["Block", ...]
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    `title` holds the lines of a heading row over all columns, `header` the heads of the columns;
    either may be empty. With `has_row_heads` the first cell of each row is that row's head.
    `widths` are percentages of the text width, one a column, or empty for equal columns.
    """

    rows: tuple[tuple[Cell, ...], ...]
    header: tuple[Cell, ...] = ()
    title: tuple[Line, ...] = ()
    has_row_heads: bool = False
    widths: tuple[int, ...] = ()
    where: Place | None = None

    @property
    def columns(self) -> int:
        """How many columns the table has."""
        return max(len(row) for row in (self.header, *self.rows))


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody else's words, set apart."""

    blocks: tuple["Block", ...]
    where: Place | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """One who signs: the office as printed above the space to sign, and the name below it."""

    office: Line
    name: Line


@dataclass(frozen=True, slots=True)
class Signatures:
    """All who sign, in order; set side by side where they fit."""

    signatures: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """A part set apart from the letter, such as `noot_redactie`; a format may leave it out."""

    name: str
    blocks: tuple["Block", ...]

    @property
    def role(self) -> str:
        """The role of its paragraphs; an aside without a role of its own looks like the text."""
        return self.name if self.name in _ASIDES_WITH_ROLE else "tekst"


_ASIDES_WITH_ROLE = frozenset({"noot_redactie"})


Block = Heading | Paragraph | ListBlock | Table | Quotation | Signatures | Aside


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote."""

    number: int
    blocks: tuple[Block, ...]


class Area(StrEnum):
    """Where on the page a field of the frame stands; the style decides how it looks there."""

    STATUS = "status"
    MARK = "beeldmerk"
    RETURN = "retour"
    ADDRESS = "adres"
    COLOFON = "colofon"
    TITLE = "titel"
    SUBJECT = "betreft"
    REFERENCE = "kenmerken"
    INITIALS = "parafen"


FRAME_OF: Mapping[str, frozenset[Area]] = {
    "txt": frozenset({Area.TITLE, Area.SUBJECT, Area.REFERENCE}),
}
"""The areas of the frame that a format shows, for each format that does not show them all."""

MADE_FROM: Mapping[str, str] = {"odt": "docx"}
"""The formats that are made out of a file of another; they leave out what that one leaves out."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the frame around the text: what stands in the header, the colofon, the title.

    `name` is the Dutch name of the field (`kenmerk`), `label` is printed before the lines or is
    empty. `is_strong` asks for bold (the directorate-general).
    """

    name: str
    area: Area
    lines: tuple[Line, ...]
    label: str = ""
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    `first_page` and `follow_on` are the fields printed on the first and on each later page, in
    order. `page_number` is the printed form with `{pagina}` and `{totaal}` in it. `omissions`
    names per format the fields and asides that the type declares left out of it. `known_fields`
    are the names of all fields of the type, those that this document leaves out among them.
    `letter` is the file that it was composed from (`letters/proef/nota.md`); no file shows it.
    `seal` is what a document that was fixed says of itself in the properties of its files.
    """

    type: str
    style: str
    title: str
    first_page: tuple[Field, ...]
    follow_on: tuple[Field, ...]
    body: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    word: str = ""
    page_number: str = "Pagina {pagina} van {totaal}"
    language: str = "nl-NL"
    omissions: Mapping[str, frozenset[str]] = field(default_factory=dict, hash=False)
    known_fields: tuple[str, ...] = ()
    letter: str = ""
    seal: Seal | None = None

    def shown_in(self, format_name: str) -> "Document":
        """The tree as one format shows it: less what its type declares left out.

        Fields of areas that the format has no place for are left out, and so are footnotes that
        only an aside referred to which is left out itself. Then the seal has no fingerprint: with
        it, words that are not shown could be guessed and the guess be proven.
        """
        names = (format_name, MADE_FROM.get(format_name, ""))
        out = frozenset().union(*(self.omissions.get(name, ()) for name in names))
        areas = FRAME_OF.get(format_name, frozenset(Area))
        first, follow_on = (
            tuple(f for f in fields if f.name not in out and f.area in areas)
            for fields in (self.first_page, self.follow_on)
        )
        body = tuple(b for b in self.body if not (isinstance(b, Aside) and b.name in out))
        shown = replace(self, first_page=first, follow_on=follow_on, body=body)
        parts = ((first, self.first_page), (follow_on, self.follow_on), (body, self.body))
        if self.seal and any(len(some) != len(every) for some, every in parts):
            shown = replace(shown, seal=replace(self.seal, fingerprint=""))
        if len(body) == len(self.body):
            return shown
        used = {i.number for i in shown.inlines() if isinstance(i, NoteRef)}
        return replace(shown, notes=tuple(n for n in self.notes if n.number in used))

    def field(self, name: str) -> Field | None:
        """The first-page field of that name."""
        return next((f for f in self.first_page if f.name == name), None)

    @property
    def status(self) -> str:
        """How far a file says that it is: what prints CONCEPT is one, whatever its letter says."""
        return self.seal.status if self.seal else CONCEPT

    @property
    def fingerprint(self) -> str:
        """The fingerprint that a file says that its words have; empty for a concept."""
        return self.seal.fingerprint if self.seal else ""

    @property
    def day(self) -> str:
        """The date of the letter as a program reads it (`2024-04-04`), empty when it has none."""
        printed = self.field("datum")
        inlines = (i for line in (printed.lines if printed else ()) for i in walk_line(line))
        days = (i.machine for i in inlines if isinstance(i, FactText))
        return next((day for day in days if _DAY.fullmatch(day)), "")

    @property
    def sender(self) -> str:
        """The ministry that sends it, as far as the first page says so; else empty."""
        return self.said_in("ministerie", " ") or self.said_in("beeldmerk", " ")

    def said_in(self, name: str, between: str = ", ") -> str:
        """What a field of the first page says, its lines behind each other; empty without it."""
        printed = self.field(name)
        lines = map(plain_text, printed.lines) if printed else ()
        return " ".join(between.join(lines).split())

    def inlines(self) -> Iterator[Inline]:
        """Every inline of the frame, the body and the notes, outermost first, in order."""
        for printed in (*self.first_page, *self.follow_on):
            for line in printed.lines:
                yield from walk_line(line)
        for block in (*self.body, *(b for note in self.notes for b in note.blocks)):
            yield from walk_block(block)


def walk_line(line: Line) -> Iterator[Inline]:
    """Every inline of a line, outermost first."""
    for inline in line:
        yield inline
        if isinstance(inline, Strong | Emphasis | Link):
            yield from walk_line(inline.children)


def walk_block(block: Block) -> Iterator[Inline]:
    """Every inline of a block, in reading order."""
    if isinstance(block, Heading | Paragraph):
        yield from walk_line(block.children)
        return
    if isinstance(block, Signatures):
        for signature in block.signatures:
            yield from walk_line(signature.office)
            yield from walk_line(signature.name)
        return
    if isinstance(block, Table):
        for line in block.title:
            yield from walk_line(line)
    for inner in inner_blocks(block):
        yield from walk_block(inner)


def inner_blocks(block: ListBlock | Table | Quotation | Aside) -> Iterator[Block]:
    """The blocks that stand directly inside a block, in reading order."""
    match block:
        case ListBlock():
            yield from (inner for item in block.items for inner in item)
        case Table():
            cells = (*block.header, *(cell for row in block.rows for cell in row))
            yield from (inner for cell in cells for inner in cell.blocks)
        case Quotation() | Aside():
            yield from block.blocks


def plain_text(line: Line) -> str:
    """The words of a line without their dress; a note reference counts for nothing."""
    return "".join(i.text for i in walk_line(line) if isinstance(i, Text | FactText))
