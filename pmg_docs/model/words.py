"""The words of a document in reading order, from the tree or read back from a file.

A word is what stands between white space, in Unicode form C; a no-break space counts as space.
The number of an item in an ordered list is a word (`2.`), a bullet is not. A reference to
footnote 3 is the word `[^3]`, apart from the word it follows.
"""

import unicodedata
from dataclasses import dataclass

from pmg_docs.model.document import (
    Aside,
    Block,
    Document,
    FactText,
    Field,
    Heading,
    Line,
    ListBlock,
    NoteRef,
    Paragraph,
    Quotation,
    Signatures,
    Table,
    Text,
    walk_line,
)

PAGE_WORD = "{pagina}"
"""What a reader gives for a field by which the file numbers its own pages."""

PAGES_WORD = "{totaal}"
"""What a reader gives for a field by which the file counts its own pages."""


def split_words(text: str) -> tuple[str, ...]:
    """Split text into words."""
    return tuple(unicodedata.normalize("NFC", text).split())


def note_word(number: int) -> str:
    """The word that stands for a reference to a footnote."""
    return f"[^{number}]"


@dataclass(frozen=True, slots=True)
class TaggedWords:
    """What software that reads a file aloud finds in its tags.

    `body` is the text in the order of reading, the frame of the first page included; `notes` are
    the footnotes in order of number, each after its number; `artifacts` holds per page the
    words that are marked as no part of the text, such as what each page repeats.
    """

    body: tuple[str, ...]
    notes: tuple[tuple[str, ...], ...]
    artifacts: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class FileWords:
    """What a reader found in a file.

    `body` is the main stream: for docx `document.xml`, for HTML and Markdown the whole page.
    `first` and `follow_on` hold the words of each page header and footer part for the first and
    for every later page; a format without pages leaves them empty. `later_pages` has those of each
    kind of later page apart, after what a message calls it (`even pagina`). `notes` holds the words
    of each footnote in order of number. `pages` is for a format that is already laid out: the
    words of each page in order, frame and notes included; then all the others are empty but
    `tagged`, the same words by their tags, if it has any.
    """

    body: tuple[str, ...] = ()
    first: tuple[tuple[str, ...], ...] = ()
    follow_on: tuple[tuple[str, ...], ...] = ()
    later_pages: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = ()
    notes: tuple[tuple[str, ...], ...] = ()
    pages: tuple[tuple[str, ...], ...] = ()
    tagged: TaggedWords | None = None


@dataclass(frozen=True, slots=True)
class FileIdentity:
    """What a file says of itself in one place of its properties.

    What it does not say there is empty; what nobody would look for in that place is None.
    `told_in` is where: a PDF says it twice. `keywords` end in the kenmerk; `day` is an ISO date;
    `status` and `fingerprint` are those of a seal.
    """

    told_in: str
    keywords: str | None = None
    day: str | None = None
    status: str | None = None
    fingerprint: str | None = None


@dataclass(frozen=True, slots=True)
class FileLock:
    """Whether a way in which a file can be kept from accidental change (`name`) is on."""

    name: str
    is_on: bool


def words_of_line(line: Line) -> tuple[str, ...]:
    """The words of a line."""
    parts: list[str] = []
    for inline in walk_line(line):
        if isinstance(inline, Text | FactText):
            parts.append(inline.text)
        elif isinstance(inline, NoteRef):
            parts.append(f" {note_word(inline.number)} ")
    return split_words("".join(parts))


def words_of_blocks(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """The words of blocks in reading order."""
    return tuple(word for block in blocks for word in _words_of_block(block))


def words_of_field(printed: Field) -> tuple[str, ...]:
    """The words of a field of the frame: its label, then its lines."""
    lines = tuple(word for line in printed.lines for word in words_of_line(line))
    return split_words(printed.label) + lines


def words_of_body(document: Document) -> tuple[str, ...]:
    """The words of the text itself, without frame and notes."""
    return words_of_blocks(document.body)


def words_of_notes(document: Document) -> tuple[tuple[str, ...], ...]:
    """The words of each footnote, in order of number."""
    return tuple(words_of_blocks(note.blocks) for note in document.notes)


def _words_of_block(block: Block) -> tuple[str, ...]:
    match block:
        case Heading():
            return split_words(block.label) + words_of_line(block.children)
        case Paragraph():
            return words_of_line(block.children)
        case Quotation() | Aside():
            return words_of_blocks(block.blocks)
        case Signatures():
            lines = (line for one in block.signatures for line in (one.office, one.name))
            return tuple(word for line in lines for word in words_of_line(line))
        case ListBlock():
            return _words_of_list(block)
        case Table():
            return _words_of_table(block)


def _words_of_list(block: ListBlock) -> tuple[str, ...]:
    words: list[str] = []
    for number, item in enumerate(block.items, start=1):
        if block.is_ordered:
            words.append(f"{number}.")
        words.extend(words_of_blocks(item))
    return tuple(words)


def _words_of_table(table: Table) -> tuple[str, ...]:
    words = [word for line in table.title for word in words_of_line(line)]
    for row in (table.header, *table.rows):
        for cell in row:
            words.extend(words_of_blocks(cell.blocks))
    return tuple(words)
