"""The sentences of a passage, by which what a file says is held against what it said."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pmg_docs.dutch.sentences import split_sentences
from pmg_docs.model.passage import Passage, Piece
from pmg_docs.model.place import Place


@dataclass(frozen=True, slots=True)
class PassageSentence:
    """The sentence `passage.text[start:end]`; its pieces count from its own start."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words."""
        return self.passage.text[self.start : self.end]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of the passage that it holds, cut to what lies inside it."""
        return tuple(
            replace(
                piece,
                start=max(piece.start, self.start) - self.start,
                end=min(piece.end, self.end) - self.start,
            )
            for piece in self.passage.pieces
            if piece.start < self.end and piece.end > self.start
        )

    @property
    def where(self) -> Place | None:
        """Where its first typed words stand, or else those around the facts that it is made of."""
        typed = (piece.where for piece in self.pieces if piece.where)
        return next(typed, None) or self.passage.where


def sentences_of(passage: Passage) -> Iterator[PassageSentence]:
    """The sentences of a passage in order; a heading is one."""
    for start, end in split_sentences(passage.text):
        yield PassageSentence(passage, start, end)
