"""What a walk through the parts of a text file comes to, whatever its format."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from pmg_docs.model.words import FileWords
from pmg_docs.readers.draft import Draft, told_once, words_of

PartT = TypeVar("PartT")
"""What a walk knows a header or footer by."""


class Walk(Protocol[PartT]):
    """Goes through a file part by part; the comments come after the text that they are about."""

    @property
    def faces(self) -> Sequence[tuple[str, Sequence[PartT]]]:
        """Each kind of page with its headers and footers, the first page first."""

    def body(self) -> list[Draft]:
        """The text."""

    def frame(self, part: PartT, /) -> list[Draft]:
        """One header or footer."""

    def frames(self) -> Iterator[list[Draft]]:
        """The headers and footers that are seen."""

    def notes(self) -> Iterator[list[Draft]]:
        """Each note, in order of number."""

    def comments(self) -> Iterable[Draft]:
        """The comments, in the order of the text that was read before."""


def file_words(walk: Walk[PartT]) -> FileWords:
    """The words of a file as the proof compares them."""
    body = words_of(walk.body())
    (_, first), *later = walk.faces
    follow_on = dict.fromkeys(part for _, parts in later for part in parts)
    return FileWords(
        body=body,
        first=tuple(words_of(walk.frame(part)) for part in first),
        follow_on=tuple(words_of(walk.frame(part)) for part in follow_on),
        later_pages=tuple(
            (kind, tuple(words_of(walk.frame(part)) for part in parts)) for kind, parts in later
        ),
        notes=tuple(words_of(drafts) for drafts in walk.notes()),
    )


def drafts_of(walk: Walk[PartT]) -> list[Draft]:
    """The text, then what headers and footers say, the notes and the comments."""
    drafts = [*walk.body(), *told_once(walk.frames())]
    drafts += [draft for note in walk.notes() for draft in note]
    drafts += walk.comments()
    return drafts
