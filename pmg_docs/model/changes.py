"""Changes between two states of a document, what caused them, and what is told of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.passage import Passage
from pmg_docs.model.place import Place


class ChangeKind(StrEnum):
    """What became of a passage, in the word that an officer reads."""

    CHANGED = "gewijzigd"
    ADDED = "toegevoegd"
    REMOVED = "vervallen"
    MOVED = "verplaatst"
    RENUMBERED = "hernummerd"
    RESHAPED = "andere vorm"
    """The same words as another thing, such as a heading that became text."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that made way for others: `old.text[old_start:old_end]`, and the same of the new."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


@dataclass(frozen=True, slots=True)
class Change:
    """A passage that is not the same on both sides; what is new has no `old`, and vice versa.

    `edits` are in order and do not overlap. A passage that moved may have edits as well.
    """

    kind: ChangeKind
    old: Passage | None
    new: Passage | None
    edits: tuple[Edit, ...] = ()

    @property
    def passage(self) -> Passage:
        """The passage as it is now, or was."""
        found = self.new or self.old
        if found is None:
            raise ValueError("a change is of a passage")
        return found

    @property
    def is_of_words(self) -> bool:
        """Whether it changed what is said, and not only where, under which number or how."""
        return bool(self.edits)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sequences of passages, aligned.

    `pairs` are the places of all that is on both sides, in the order of the new one. `changes` are
    in the order of the new one too, what was taken out where it stood.
    """

    old: tuple[Passage, ...]
    new: tuple[Passage, ...]
    pairs: tuple[tuple[int, int], ...]
    changes: tuple[Change, ...]

    @property
    def is_same(self) -> bool:
        """Whether both say the same, in the same order and form."""
        return not self.changes


class CauseKind(StrEnum):
    """Where a change came from, in the word that an officer reads."""

    LETTER = "brief"
    TYPE = "soort"
    TEMPLATE = "sjabloon"
    STYLE = "stijl"
    FACT = "feit"
    UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True)
class Commit:
    """Who recorded something in git, on which day (ISO), and under which words."""

    identity: str
    author: str
    day: str
    subject: str


class Mark(StrEnum):
    """What became of words."""

    SAME = "gelijk"
    OLD = "weg"
    NEW = "nieuw"
    OLD_ELSEWHERE = "weg door iets anders"
    NEW_ELSEWHERE = "nieuw door iets anders"
    """Words that changed as well, and are told under their own cause."""
    CUT = "weggelaten"
    """More of the same, left out to be read more quickly."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that share a mark, with the white space that belongs to them."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Cause:
    """Why words changed: a fact with its words before and after, or a file.

    `segments` shows what changed in the words of a fact, where these are more than a few.
    `where` is in the new state, or in the old one for what is gone. `commit` is None where git
    does not know; `is_recorded` says whether it was put in git at all.
    """

    kind: CauseKind
    name: str
    old: str = ""
    new: str = ""
    where: Place | None = None
    segments: tuple[Segment, ...] = ()
    commit: Commit | None = None
    is_recorded: bool = True


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact whose value is not the same on both sides, in words; empty where it does not exist.

    `lines` are the first and the last line that it takes in each file that has it.
    """

    path: str
    old: str
    new: str
    where: Place
    segments: tuple[Segment, ...] = ()
    lines: tuple[tuple[str, int, int], ...] = ()

    def covers(self, place: Place) -> bool:
        """Whether a place in a file of facts belongs to it."""
        return any(f == place.file and low <= place.line <= high for f, low, high in self.lines)


@dataclass(frozen=True, slots=True)
class FileChange:
    """An input file that is not the same on both sides: its role, and the lines that differ.

    `line` is the first such line in the new file, or 0 for a file that has no lines. `old_blocks`
    and `new_blocks` are the numbers of all lines of the paragraphs in which one differs.
    """

    name: str
    role: CauseKind
    old_lines: tuple[str, ...] = ()
    new_lines: tuple[str, ...] = ()
    line: int = 0
    old_blocks: frozenset[int] = frozenset()
    new_blocks: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class InputChanges:
    """What is different in all that a document is made of.

    `mentioned` are the facts that its letter names. `types` has the type of each side when these
    are not the same.
    """

    letter: str
    facts: Mapping[str, FactChange] = field(default_factory=dict)
    files: Mapping[str, FileChange] = field(default_factory=dict)
    mentioned: frozenset[str] = frozenset()
    types: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a change stands: the document, the part of it in Dutch, the line of its source.

    `count` says how often the very same change stands there.
    """

    document: str
    standing: str
    where: Place | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Told:
    """A change as it is told under one cause: those of its edits, in words, and everywhere.

    `segments` are the sentences that changed, with what changed in them. `also` are causes that
    had a part in the same words.
    """

    change: Change
    edits: tuple[Edit, ...]
    segments: tuple[Segment, ...]
    spots: tuple[Spot, ...]
    also: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """One cause with all that it changed, in every document that it reached."""

    cause: Cause
    told: tuple[Told, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that it reached, each once."""
        return tuple(dict.fromkeys(spot.document for one in self.told for spot in one.spots))


@dataclass(frozen=True, slots=True)
class LookChange:
    """Something that changed how documents look, and none of their words."""

    what: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """All that is different between two states, `old` and `new` being their names.

    `added` and `removed` are documents that only one of them has, `silent` facts that changed
    without any word in a document that did, `findings` what could not be compared or must be told
    of the files; `compared` counts the documents.
    """

    old: str
    new: str
    chapters: tuple[Chapter, ...] = ()
    looks: tuple[LookChange, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    silent: tuple[Cause, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    compared: int = 0

    @property
    def is_same(self) -> bool:
        """Whether no document says or shows anything else."""
        return not (self.chapters or self.looks or self.added or self.removed)

    @property
    def is_whole(self) -> bool:
        """Whether all could be compared that was to be."""
        return not any(finding.stops for finding in self.findings)
