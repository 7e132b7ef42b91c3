"""The sentences of a passage, by which what a file says is held against what it said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pmg_docs.dutch.sentences import split_sentences
from pmg_docs.model.passage import Passage, Piece
from pmg_docs.model.place import Place

_LABEL = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z])(?:\.\d{1,3})*[.)]")


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
        typed = (
            piece.where
            for piece in self.passage.pieces
            if piece.where and piece.start < self.end and piece.end > self.start
        )
        return next(typed, None) or self.passage.where


def sentences_of(passage: Passage) -> Iterator[PassageSentence]:
    """The sentences of a passage in order; a heading is one, a label before it is none."""
    for start, end in spoken(passage.text):
        yield PassageSentence(passage, start, end)


def spoken(text: str) -> Iterator[tuple[int, int]]:
    """The first and the end place of each sentence of a passage.

    A number in front (`1.`) is left out: one file has it as a word, another as a mark of a list.
    """
    for start, end in split_sentences(text):
        if start or end == len(text) or not _LABEL.fullmatch(text, start, end):
            yield start, end
