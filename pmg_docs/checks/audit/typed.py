"""Of each passage of a document, which of its words somebody typed and which a fact gave."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pmg_docs.checks.audit.columns import FACT
from pmg_docs.checks.prose import pieces_in
from pmg_docs.model.document import FactText
from pmg_docs.model.passage import Part, Passage, Piece
from pmg_docs.model.place import Place

_OWN = "brief."
_PROSE = frozenset({"onderwerp", "projectnaam", "bijlagen", "voor"})
"""The front matter that is prose. A date, kenmerk, address or telephone number is given there, and
nowhere else: that is where it belongs."""
_LETTERS = "letters/"
"""Words in other folders are the fixed words of a type."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where `text[start:end]` of a passage came from.

    `where` is the line on which a letter or a cell of a fact has it typed; None for the words of a
    fact and for the fixed words of a type.
    """

    start: int
    end: int
    where: Place | None
    is_fact: bool


@dataclass(frozen=True, slots=True)
class Audited:
    """The text of a passage as it is printed, for the audit.

    `typed` is that text with `FACT` for every character that a fact gave; it is equally long.
    """

    passage: Passage
    typed: str

    @property
    def text(self) -> str:
        """The words as printed."""
        return self.passage.text

    def sources(self, start: int, end: int) -> tuple[Source, ...]:
        """Where a stretch of the text came from, piece by piece."""
        return tuple(_source(piece) for piece in pieces_in(self.passage, start, end))


def audited_passages(passages: Iterable[Passage]) -> Iterator[Audited]:
    """Those passages of a document that are audited: front matter that is prose, and all prose."""
    for passage in passages:
        is_prose = passage.part is not Part.FRAME
        if is_prose or any(_is_front_matter(piece.fact) for piece in passage.pieces):
            yield Audited(passage, _typed(passage))


def _typed(passage: Passage) -> str:
    typed = passage.text
    for piece in passage.pieces:
        if _source(piece).is_fact:
            width = piece.end - piece.start
            typed = f"{typed[: piece.start]}{FACT * width}{typed[piece.end :]}"
    return typed


def _source(piece: Piece) -> Source:
    if piece.fact is not None:
        where = piece.fact.origins[0].where if _is_front_matter(piece.fact) else None
        return Source(piece.start, piece.end, where, where is None)
    is_typed = piece.where is not None and piece.where.file.startswith(_LETTERS)
    return Source(piece.start, piece.end, piece.where if is_typed else None, False)


def _is_front_matter(words: FactText | None) -> bool:
    """Whether words came from prose that the front matter gives, and not from a fact."""
    paths = [origin.path for origin in words.origins] if words is not None else []
    return bool(paths) and all(
        path.startswith(_OWN) and path.removeprefix(_OWN) in _PROSE for path in paths
    )
