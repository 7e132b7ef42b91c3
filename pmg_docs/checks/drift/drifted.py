"""What came of a file since it was made: fact by fact, sentence by sentence."""

from dataclasses import dataclass, field
from enum import StrEnum

from pmg_docs.model.baseline import BaseFact
from pmg_docs.model.passage import Change, Part, Piece
from pmg_docs.model.place import Origin, Place


class Fate(StrEnum):
    """What became of a fact in the file, in the words that an officer reads."""

    UNCHANGED = "ongewijzigd"
    CHANGED = "gewijzigd"
    LOOSE = "los"
    """No control holds it any more, but its value is still there."""
    GONE = "weg"


class Cause(StrEnum):
    """Which of the two moved since the file was made: the file, the dossier, or both."""

    NONE = "geen"
    FILE = "bestand"
    DOSSIER = "dossier"
    BOTH_ALIKE = "beide, gelijk"
    BOTH = "beide, verschillend"


@dataclass(frozen=True, slots=True)
class Spot:
    """Words in the file and where they stand.

    `section` is the heading above, `place` what the reader says of it (`tabel 1, rij 3`), `page`
    counts from 1 or is 0. `author` and `day` are those of a tracked change to the words, if any.
    `is_sure` is false where the words were found in another notation only.
    """

    text: str
    part: Part = Part.BODY
    section: str = ""
    place: str = ""
    page: int = 0
    author: str = ""
    day: str = ""
    is_sure: bool = True

    def __str__(self) -> str:
        parts = (
            "" if self.part is Part.BODY else str(self.part),
            f"onder '{self.section}'" if self.section else "",
            self.place if self.place != self.part else "",
            f"bladzijde {self.page}" if self.page else "",
        )
        return ", ".join(dict.fromkeys(filter(None, parts))) or "in de tekst"


@dataclass(frozen=True, slots=True)
class FactDrift:
    """A fact in one notation: as it was (`then`), as the dossier has it now, and in the file.

    `now` holds its words in the letter as it is now, empty when the letter no longer shows it.
    `found` are its words in the file, place by place, those that differ from `then` first; of a
    loose value the places where it was found again.
    """

    then: BaseFact
    fate: Fate
    cause: Cause = Cause.NONE
    now: str = ""
    found: tuple[Spot, ...] = ()
    origins: tuple[Origin, ...] = ()
    """What the dossier or the front matter makes it of now; more than one for what is computed."""

    @property
    def name(self) -> str:
        """Its path, or the paths of all facts that went into it, joined by `-`."""
        return self.then.name

    @property
    def said(self) -> tuple[str, ...]:
        """The different words that the file has for it, each once."""
        return tuple(dict.fromkeys(spot.text for spot in self.found))

    @property
    def is_torn(self) -> bool:
        """Whether one file says different things of it in different places."""
        return len(self.said) > 1


class Turn(StrEnum):
    """What happened to a sentence, in the word that an officer reads."""

    CHANGED = "gewijzigd"
    ADDED = "toegevoegd"
    REMOVED = "verwijderd"
    MOVED = "verplaatst"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the facts in it; the pieces count from its own start.

    `line` is where the letter had it when the file was made, or 0; `where` where it has it now.
    """

    text: str
    pieces: tuple[Piece, ...] = ()
    line: int = 0
    where: Place | None = None


@dataclass(frozen=True, slots=True)
class ProseDrift:
    """A sentence that is not what it was.

    `old` is None for one that was added. Its text is empty where the letter has changed as well,
    so that nobody knows any longer what it was. `new` is None for one that was removed, and tells
    where it stands; for one that was added `after` is the sentence of the letter before it.
    """

    turn: Turn
    old: Sentence | None = None
    new: Spot | None = None
    after: Sentence | None = None
    facts: tuple[Piece, ...] = ()
    """The facts whose words the new sentence still holds; the pieces count from its start."""

    @property
    def part(self) -> Part:
        """The part of the file that it stands in, or stood in."""
        return self.new.part if self.new else Part.BODY


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment that somebody made in the file, or a tracked change that is still open.

    `change` says which of the two ways of tracked change it is, None for a comment.
    """

    text: str
    author: str = ""
    day: str = ""
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Drift:
    """What differs between a file and the moment that it was made, and the dossier as it is now.

    `is_ours` is false when the file was made from another letter than it is held against; then
    nothing is held against that letter. `outdated` are the sentences of the file that the letter
    had and has no longer, `newer` those that it has by now. Both stay out of `prose`: there the
    file differs from what it was.
    """

    facts: tuple[FactDrift, ...] = ()
    prose: tuple[ProseDrift, ...] = ()
    remarks: tuple[Remark, ...] = ()
    outdated: tuple[Sentence, ...] = ()
    newer: tuple[Sentence, ...] = ()
    is_ours: bool = True
    letter: str = field(default="")
    """The path of the letter, such as `letters/proef/nota.md`."""

    @property
    def is_clean(self) -> bool:
        """Whether the file is as it was made, and the dossier as well."""
        is_same = all(f.fate is Fate.UNCHANGED and f.cause is Cause.NONE for f in self.facts)
        rest = (self.prose, self.remarks, self.outdated, self.newer)
        return is_same and self.is_ours and not any(rest)
