"""The letter as it is now, in the words that its facts had when a file was made of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pmg_docs.checks.drift.drifted import Sentence
from pmg_docs.checks.drift.words import is_same, plain
from pmg_docs.dutch.passage_sentences import sentences_of
from pmg_docs.model.baseline import BaseFact, sentence_digest
from pmg_docs.model.document import Document, FactText
from pmg_docs.model.passage import Part, Passage, Piece
from pmg_docs.model.passages import passages_of, tidy
from pmg_docs.model.place import Origin
from pmg_docs.model.shown import ShownFact, shown_facts


@dataclass(frozen=True, slots=True)
class FactNow:
    """A fact of a baseline in the letter as it is now: its words, and what went into it."""

    text: str
    origins: tuple[Origin, ...]


def facts_now(document: Document, then: Sequence[BaseFact]) -> Mapping[BaseFact, FactNow]:
    """What the letter says now of each fact in each notation; not those that it shows no more.

    A notation that is still there is the same one; of what is left over the first goes with the
    first.
    """
    origins: dict[str, tuple[Origin, ...]] = {}
    for inline in document.inlines():
        if isinstance(inline, FactText) and inline.origins:
            origins.setdefault(ShownFact.of(inline).name, tuple(dict.fromkeys(inline.origins)))
    now: dict[str, list[ShownFact]] = {}
    for shown in shown_facts(document):
        now.setdefault(shown.name, []).append(shown)
    by_name: dict[str, list[BaseFact]] = {}
    for fact in then:
        by_name.setdefault(fact.name, []).append(fact)
    found: dict[BaseFact, FactNow] = {}
    for name, facts in by_name.items():
        pairs = _paired(facts, now.get(name, []))
        found |= {fact: FactNow(text, origins[name]) for fact, text in pairs}
    return found


def _paired(then: list[BaseFact], now: list[ShownFact]) -> Iterator[tuple[BaseFact, str]]:
    left_then, left_now = list(then), list(now)
    for key in (plain, lambda text: plain(text).casefold()):
        for fact in list(left_then):
            same = next((one for one in left_now if key(one.text) == key(fact.text)), None)
            if same is not None:
                left_then.remove(fact)
                left_now.remove(same)
                yield fact, fact.text  # a shell may have set it in capitals
    for alike in (True, False):
        for fact in list(left_then):
            other = next((o for o in left_now if not alike or o.kind == fact.kind), None)
            if other is not None:
                left_then.remove(fact)
                left_now.remove(other)
                yield fact, other.text


@dataclass(frozen=True, slots=True)
class Present:
    """The sentences of the letter as it is now, by the digest that they had.

    `as_now` are their digests with the facts as they are now. `facts` holds for each fact of the
    baseline the fact words that stand for it in the tree.
    """

    by_digest: Mapping[str, Sentence]
    as_now: frozenset[str]
    own: tuple[tuple[str, Sentence], ...]
    """The digest of each sentence that is typed in the letter, in order, and the sentence."""
    facts: Mapping[BaseFact, FactText]

    @classmethod
    def of(cls, document: Document, now: Mapping[BaseFact, FactNow]) -> "Present":
        """Lay out a letter.

        Args:
            document: the tree, as the format of the file shows it.
            now: the facts of the baseline as they are now.
        """
        then = {(fact.name, plain(one.text)): fact for fact, one in now.items()}
        by_digest: dict[str, Sentence] = {}
        own: list[tuple[str, Sentence]] = []
        facts: dict[BaseFact, FactText] = {}
        as_now: set[str] = set()
        for passage in passages_of(document):
            as_now.update(sentence_digest(s.text) for s in sentences_of(passage))
            for piece in passage.pieces:
                if piece.fact and (was := then.get(_key(piece.fact))):
                    facts.setdefault(was, piece.fact)
            for is_own, sentence in _sentences(_as_it_was(passage, then), document.letter):
                digest = sentence_digest(sentence.text)
                by_digest.setdefault(digest, sentence)
                if is_own:
                    own.append((digest, sentence))
        return cls(by_digest, frozenset(as_now), tuple(own), facts)


def _key(fact: FactText) -> tuple[str, str]:
    return ShownFact.of(fact).name, plain(fact.text)


def _as_it_was(passage: Passage, then: Mapping[tuple[str, str], BaseFact]) -> Passage:
    """A passage with the words that its facts had."""
    words, end = "", 0
    pieces: list[Piece] = []
    for piece in passage.pieces:
        words += passage.text[end : piece.start]
        text = passage.text[piece.start : piece.end]
        was = then.get(_key(piece.fact)) if piece.fact else None
        fact = piece.fact
        if was is not None and fact is not None:
            fact = replace(fact, text=was.text)
            text = text if is_same(was.text, text) else tidy(was.text)
        pieces.append(replace(piece, start=len(words), end=len(words) + len(text), fact=fact))
        words, end = words + text, piece.end
    return replace(passage, text=words + passage.text[end:], pieces=tuple(pieces))


def _sentences(passage: Passage, letter: str) -> Iterator[tuple[bool, Sentence]]:
    """The sentences of a passage, and whether the letter has them typed in its text."""
    for sentence in sentences_of(passage):
        where = sentence.where
        is_own = where is not None and where.file == letter and passage.part is not Part.FRAME
        line = where.line if where is not None and is_own else 0
        yield is_own, Sentence(sentence.text, sentence.pieces, line, where)
