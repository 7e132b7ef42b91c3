"""What the page for a reviewer shows: documents with marks in them, facts, rules and findings.

Places in a document are given as the number of a passage, counted from 0 in the order of
`passages_of`, and positions in its text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Document
from pmg_docs.model.fact import Fact, Rule, Source
from pmg_docs.model.passage import Passage
from pmg_docs.model.place import Place


@dataclass(frozen=True, slots=True)
class TypedMark:
    """A figure that no fact gave, `text[start:end]` of a passage; `reason` is why it may be so.

    `where` is where it was typed.
    """

    passage: int
    start: int
    end: int
    where: Place
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Replaced:
    """Words that are new, `text[start:end]` of a passage, and the words `gone` that they replace.

    Either may be empty.
    """

    start: int
    end: int
    gone: str = ""


@dataclass(frozen=True, slots=True)
class Altered:
    """What became of a passage since the earlier version; `said` is that in a word or two.

    `why` names what caused it, as far as that can be told.
    """

    said: str
    why: str = ""
    replaced: tuple[Replaced, ...] = ()


@dataclass(frozen=True, slots=True)
class Gone:
    """A passage that is no longer there, and what caused that."""

    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Alterations:
    """What changed in a document since the earlier version.

    `altered` goes by passage; `gone` has what stood right after a passage, or before the
    first under -1. A document that was not there is new as a whole, and says so in `is_new`.
    """

    altered: Mapping[int, Altered] = field(default_factory=dict, hash=False)
    gone: Mapping[int, tuple["Gone", ...]] = field(default_factory=dict, hash=False)
    is_new: bool = False

    @property
    def count(self) -> int:
        """How many passages changed, came or went."""
        return len(self.altered) + sum(map(len, self.gone.values()))


@dataclass(frozen=True, slots=True)
class Paper:
    """One document as it was composed, with what is to be marked in it.

    `keys` names, for each fact that the passages show and in that order, the sheets that tell of
    it. `margin` says which findings, by number, belong beside a passage, or under -1 to the
    document as a whole. `digest` is that of its words; `from_facts` of its `figures` came from
    facts, and `waived` were typed with a reason.
    """

    letter: str
    document: Document
    passages: tuple[Passage, ...]
    keys: tuple[tuple[str, ...], ...]
    digest: str
    figures: int = 0
    from_facts: int = 0
    waived: int = 0
    typed: tuple[TypedMark, ...] = ()
    margin: tuple[tuple[int, int], ...] = ()
    alterations: Alterations | None = None
    is_faulty: bool = False
    """Whether it holds errors, so that its words may not be all."""


@dataclass(frozen=True, slots=True)
class Showing:
    """One place where a document shows a fact: fact `number` of document `paper`, from 0.

    `sentence[start:end]` are its words, `section` says where that is, `others` are the facts that
    had a part in them, `via` is the fact in whose text it is named.
    """

    paper: int
    number: int
    section: str
    sentence: str
    start: int
    end: int
    others: tuple[str, ...] = ()
    via: str = ""
    where: Place | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is known of one thing that a document shows.

    `fact` is None for what a letter or a style gives itself; then `name` and `where` say what and
    where. `recorded` says who last changed it, and when. `notations` are its words, each with the
    types that use them.
    """

    key: str
    name: str
    where: Place
    fact: Fact | None = None
    source: Source | None = None
    notations: tuple[tuple[str, tuple[str, ...]], ...] = ()
    rules: tuple[str, ...] = ()
    showings: tuple[Showing, ...] = ()
    recorded: str = ""


@dataclass(frozen=True, slots=True)
class JudgedRule:
    """A rule with both its sides in words; `holds` is None when a gap keeps it from being judged.

    `facts` are the names of the facts in it.
    """

    rule: Rule
    left: str
    right: str
    holds: bool | None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that the page shows of a dossier.

    `unread` are the letters of which nothing could be composed. `earlier` names the version that
    was compared with, or is empty; `removed` are documents that only it had, `remarks` say what
    could not be compared.
    """

    dossier: str
    programme: str
    papers: tuple[Paper, ...]
    sheets: tuple[Sheet, ...]
    rules: tuple[JudgedRule, ...]
    findings: tuple[Diagnostic, ...]
    unread: tuple[str, ...] = ()
    earlier: str = ""
    removed: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
