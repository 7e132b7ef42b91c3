"""The words of a plain text: bullets dropped, the numbers of footnotes known by their space."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pmg_docs.model.passage import FileText, Part, Passage, Shape
from pmg_docs.model.words import FileWords
from pmg_docs.readers.draft import Draft, passages_of, words_of
from pmg_docs.readers.encoding import decode_any
from pmg_docs.readers.utf8 import decode

_SIGNS = re.compile(r" *(?:- |\d+\. )+")
"""What our own writer puts before an item."""

_ANY_SIGNS = re.compile(r"[^\S\n]*(?:[-•*–] +|\d{1,3}[.)] +)+")
_BULLETS = "-•*–"
_YEAR = re.compile(r"\d{4,}\. ")
_MARK = re.compile(r"\u00a0\[(\d+)\]")
_NOTE = re.compile(r"\[(\d+)\]\u00a0")
_LINES = re.compile(r"\r\n|\r|\n")
_MOST_CELLS = 100
_WIDEST = 100
"""How long the longest line is of a text that was cut into lines, as mail programs do."""


def read(data: bytes) -> FileWords:
    """Read the words of a text; its footnotes stand at the end, each behind its number.

    Raises:
        Refused: the bytes are not text in UTF-8.
    """
    body, *notes = _parts(decode(data, "tekstbestand"), _SIGNS)
    return FileWords(body=words_of(body), notes=tuple(map(words_of, notes)))


def read_text(data: bytes) -> FileText:
    """Read the passages of a text: a line each, or the lines that a mail program cut it into.

    Raises:
        Refused: PMG511, the bytes are no text.
    """
    text, remarks = decode_any(data, "tekstbestand")
    return FileText("txt", passages_of_text(text), remarks=remarks)


def passages_of_text(text: str) -> tuple[Passage, ...]:
    """The passages of a text by anyone."""
    drafts = (draft for part in _parts(text, _ANY_SIGNS) for draft in part)
    return tuple(passages_of(drafts))


@dataclass(slots=True)
class _Block:
    """Lines without an empty one among them, with the number of the first."""

    number: int
    lines: list[str] = field(default_factory=list)


def _parts(text: str, signs: re.Pattern[str]) -> list[list[Draft]]:
    """The drafts of the text itself, then those of each note."""
    lines = _LINES.split(text)
    reading = _Reading(signs, max(map(len, lines)))
    parts: list[list[Draft]] = [[]]
    like = Passage("")
    for block in _blocks(lines):
        found = _NOTE.match(block.lines[0])
        if found:
            parts.append([])
            like = Passage("", Part.NOTE, place=f"{Part.NOTE} {found[1]}")
            block.lines[0] = block.lines[0][found.end() :]
        parts[-1] += reading.drafts(block, like)
    return parts


def _blocks(lines: list[str]) -> Iterator[_Block]:
    block = _Block(0)
    for number, line in enumerate(lines, start=1):
        if block.lines and (not line.strip() or _NOTE.match(line)):
            yield block
            block = _Block(0)
        if line.strip():
            block.number = block.number or number
            block.lines.append(line)
    if block.lines:
        yield block


@dataclass(frozen=True, slots=True)
class _Reading:
    """How a text is read: what stands before an item in it, and how wide its lines are."""

    signs: re.Pattern[str]
    width: int

    def drafts(self, block: _Block, like: Passage) -> Iterator[Draft]:
        """A draft of each line, or of lines that are one paragraph together."""
        draft: Draft | None = None
        before = ""
        for number, line in enumerate(block.lines, start=block.number):
            if draft is not None and self._goes_on(before, line):
                _fill(draft, f" {line}")
            else:
                *cells, draft = self._begun(line, number, like)
                yield from cells
                yield draft
            before = line

    def _goes_on(self, before: str, line: str) -> bool:
        """Whether a line was cut off because the first word of the next did not fit."""
        if self.width > _WIDEST or "\t" in f"{before.strip()}{line.strip()}":
            return False
        first, *_ = line.split(maxsplit=1)
        is_full = len(before.rstrip()) + len(first) + 2 >= self.width
        return is_full and not self.signs.match(line)

    def _begun(self, line: str, number: int, like: Passage) -> list[Draft]:
        """The drafts that a line begins: several where tabs part them, as in a table."""
        signs = self.signs.match(line)
        lead = signs[0] if signs and not _YEAR.search(signs[0]) else ""
        label = " ".join(word for word in lead.split() if word not in _BULLETS)
        words = line[len(lead) :]
        is_row = words.count("\t") <= _MOST_CELLS
        cells = [cell for cell in words.split("\t") if cell.strip()] if is_row else [words]
        cells = cells or [""]
        shape = Shape.ITEM if lead else Shape.TEXT if len(cells) == 1 else Shape.CELL
        place = like.place or f"regel {number}"
        drafts = []
        for cell in cells:
            drafts.append(Draft(Passage("", like.part, shape), label, place, number))
            _fill(drafts[-1], cell)
            label = ""
        return drafts


def _fill(draft: Draft, text: str) -> None:
    *pieces, last = _MARK.split(text)
    for words, mark in zip(pieces[::2], pieces[1::2], strict=True):
        draft.add(words)
        draft.refer(int(mark))
    draft.add(last)
