"""What the rules look at: a dossier with its facts, and each of its letters as composed."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pmg_docs.checks.prose import pieces_in, place_at, words_of
from pmg_docs.letter.reading import HeadLine
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.document import Document, FactText, plain_text, walk_line
from pmg_docs.model.fact import FactSet
from pmg_docs.model.passage import Passage
from pmg_docs.model.place import Place
from pmg_docs.specs.doc_type import DocType

_LONGEST_LINE = 10_000
"""In a longer line white space is not looked at twice: it would take time for each finding."""
_PARLIAMENT = ("Tweede Kamer", "Eerste Kamer", "Staten-Generaal")


class Written:
    """Something written that a rule over words can be held against: a letter, or a file of others.

    `doc_type` is None when it is not known what it is meant to be.
    """

    __slots__ = ()
    file: str
    doc_type: DocType | None
    passages: tuple[Passage, ...]

    def at(self, passage: Passage, start: int, words: str) -> Place | None:
        """Where words at a position of a passage stand."""
        raise NotImplementedError

    @property
    def is_nota(self) -> bool:
        """Whether it advises a minister inside the house."""
        kind = self.doc_type
        return kind is not None and (kind.word == "nota" or "parafen" in kind.fields)

    @property
    def is_to_parliament(self) -> bool:
        """Whether it goes to a Chamber of the Staten-Generaal."""
        is_signed = self.doc_type is not None and self.doc_type.is_signed
        return is_signed and any(w in line for line in self._addressees() for w in _PARLIAMENT)

    @property
    def is_for_the_press(self) -> bool:
        """Whether it is meant for newspapers and website."""
        kind = self.doc_type
        return kind is not None and ("embargo" in kind.fields or kind.has_lead)

    @property
    def is_public(self) -> bool:
        """Whether anybody may read it as soon as it is sent."""
        return self.is_to_parliament or self.is_for_the_press

    def _addressees(self) -> Sequence[str]:
        """The lines in which it says whom it is for."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class SubjectLetter(Written):
    """A composed letter.

    `head` holds the front matter as typed; `lines` the lines of each file that words of the letter
    were typed in, so that a finding can point at a word in one; `passages` its prose.
    """

    name: str
    file: str
    document: Document
    doc_type: DocType
    head: Mapping[str, tuple[HeadLine, ...]] = field(default_factory=dict, hash=False)
    lines: Mapping[str, Sequence[str]] = field(default_factory=dict, hash=False)
    passages: tuple[Passage, ...] = ()

    def _addressees(self) -> Sequence[str]:
        address = self.document.field("aan")
        return [plain_text(line) for line in address.lines] if address else []

    @property
    def day(self) -> dt.date | None:
        """The day that it bears, when that is known to the day."""
        return self._moment("datum", "datum")

    @property
    def embargo(self) -> dt.date | None:
        """The day on which its embargo ends."""
        return self._moment("embargo", "datum", "tijdstip")

    def _moment(self, name: str, *kinds: str) -> dt.date | None:
        printed = self.document.field(name)
        for line in printed.lines if printed else ():
            for inline in walk_line(line):
                if isinstance(inline, FactText) and inline.kind in kinds and inline.machine:
                    return dt.date.fromisoformat(inline.machine[:10])
        return None

    def place_of(self, key: str) -> Place:
        """Where a front matter key has its value, else where the letter begins."""
        lines = self.head.get(key)
        return lines[0].where if lines else Place(self.file)

    def facts(self) -> Iterator[FactText]:
        """The words from facts in the text, in order."""
        for passage in self.passages:
            for piece in passage.pieces:
                if piece.fact is not None:
                    yield piece.fact

    def at(self, passage: Passage, start: int, words: str) -> Place | None:
        """Where words at a position of a passage were typed, to the column where it can be told."""
        where = place_at(passage, start)
        if where is None:
            return None
        lines = self.lines.get(where.file, ())
        line = lines[where.line - 1] if 0 < where.line <= len(lines) else ""
        column = _column(line, passage, start, words)
        return where if column < 0 else replace(where, column=column + 1)

    def beside(self, passage: Passage, start: int) -> Place | None:
        """Where a fact is named in the letter: the line of the words around it.

        Before a fact that opens its paragraph nothing was typed; then the words after it tell.
        """
        before = [p.where for p in passage.pieces if p.where is not None and p.start < start]
        after = [p.where for p in passage.pieces if p.where is not None and p.start >= start]
        return before[-1] if before else after[0] if after else place_at(passage, start)


def _column(line: str, passage: Passage, start: int, words: str) -> int:
    """Where words begin in a line as typed, or -1.

    The words around them tell it, as long as Markdown left them as they were; else the first time
    that the line has them, whole.
    """
    for piece in pieces_in(passage, start, start + 1):
        typed = words_of(passage, piece)
        if piece.where is None:
            continue
        if line.count(typed) == 1:
            return line.index(typed) + start - piece.start
        if len(line) <= _LONGEST_LINE:
            spaced = list(_spaced(typed, start - piece.start).finditer(line))
            if len(spaced) == 1:
                return spaced[0].start("here")
    first = words.split(" ", 1)[0]
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", line)
    found = found or re.search(rf"(?<!\w){re.escape(first)}(?!\w)", line)
    return found.start() if found else line.find(words)


def _spaced(typed: str, at: int) -> re.Pattern[str]:
    """Words as they may stand in a line, where more than one space can be typed for each."""
    parts = (r"\s+".join(map(re.escape, part.split(" "))) for part in (typed[:at], typed[at:]))
    return re.compile("(?P<here>".join(parts) + ")")


@dataclass(frozen=True, slots=True)
class Subject:
    """A dossier: its name, facts and letters."""

    name: str
    facts: FactSet
    letters: tuple[SubjectLetter, ...]


def warn(code: str, message: str, where: Place | None, *hints: str) -> Diagnostic:
    """A finding that somebody should look at, and that stops nothing."""
    return Diagnostic(code, message, where, Severity.WAARSCHUWING, hints=hints)


def refute(code: str, message: str, where: Place | None, *hints: str) -> Diagnostic:
    """A finding of two things that cannot both be true; it stops the build."""
    return Diagnostic(code, message, where, Severity.FOUT, hints=hints)
