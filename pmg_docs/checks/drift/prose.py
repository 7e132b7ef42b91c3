"""What became of the sentences that are not as they were."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pmg_docs.checks.drift.alignment import Alignment
from pmg_docs.checks.drift.drifted import ProseDrift, Sentence, Turn
from pmg_docs.checks.drift.file_sentences import FileSentence
from pmg_docs.checks.drift.words import places_of
from pmg_docs.model.baseline import BaseFact, Baseline, sentence_digest
from pmg_docs.model.document import FactText
from pmg_docs.model.passage import Part, Piece
from pmg_docs.model.place import Origin, Place

_SHORTEST_MOVE = 3
"""A label of fewer words stands in many places."""


@dataclass(frozen=True, slots=True)
class Prose:
    """The sentences of a file beside those of its baseline.

    `known` are those of the baseline of which the words are known, by number; `put_back` the places
    of facts that were retyped, by the number of the sentence in the file.
    """

    baseline: Baseline
    sentences: Sequence[FileSentence]
    known: Mapping[int, Sentence]
    facts: Mapping[BaseFact, FactText]
    put_back: Mapping[int, Sequence[tuple[int, int, str]]]

    def each(self, alignment: Alignment) -> Iterator[ProseDrift]:
        """What happened to each sentence, in the order of the file; what was removed comes last."""
        said = Counter(sentence.restored for sentence in self.sentences)
        found = [(new, self._changed(old, new)) for old, new in alignment.pairs]
        found += [(new, self._added(new, alignment.before[new])) for new in alignment.added]
        found += [
            (new, self._moved(old, new))
            for old, new in alignment.moved
            if said[self.sentences[new].restored] == 1
        ]
        yield from (one for _, one in sorted(found, key=lambda item: item[0]) if one is not None)
        for old in alignment.removed:
            yield ProseDrift(Turn.REMOVED, self.old(old))

    def old(self, number: int) -> Sentence:
        """A sentence of the baseline; without words where nobody knows them any longer."""
        line = self.baseline.sentences[number].line
        return self.known.get(number) or Sentence("", line=line)

    def _changed(self, old: int, new: int) -> ProseDrift | None:
        was, sentence = self.old(old), self.sentences[new]
        if self._is_only_a_fact(old, new):
            return None
        return ProseDrift(Turn.CHANGED, was, sentence.whole, facts=self._facts(sentence, was))

    def _is_only_a_fact(self, old: int, new: int) -> bool:
        text = self.sentences[new].text
        for start, end, words in sorted(self.put_back.get(new, ()), reverse=True):
            text = text[:start] + words + text[end:]
        return sentence_digest(text) == self.baseline.sentences[old].digest

    def _added(self, new: int, before: int) -> ProseDrift:
        sentence = self.sentences[new]
        after = self.old(before) if before >= 0 else None
        facts = self._facts(sentence, None)
        return ProseDrift(Turn.ADDED, None, sentence.whole, after, facts)

    def _moved(self, old: int, new: int) -> ProseDrift | None:
        sentence = self.sentences[new]
        if sentence.part is not Part.BODY or len(sentence.text.split()) < _SHORTEST_MOVE:
            return None
        return ProseDrift(Turn.MOVED, self.old(old), sentence.whole)

    def _facts(self, sentence: FileSentence, was: Sentence | None) -> tuple[Piece, ...]:
        """The facts of a sentence: in its controls, and words that were a fact's before."""
        found: list[Piece] = []
        for control, fact in sentence.facts:
            start = max(control.start, sentence.start) - sentence.start
            end = min(control.end, sentence.end) - sentence.start
            shown = self.facts.get(fact) or _fact_text(fact)
            if start < end:
                found.append(Piece(start, end, shown))
        for piece in was.pieces if was else ():
            if piece.fact is None:
                continue
            for start, end in places_of(piece.fact.text, sentence.text):
                if not any(start < p.end and end > p.start for p in found):
                    found.append(Piece(start, end, piece.fact))
        return tuple(sorted(found, key=lambda piece: piece.start))


def _fact_text(fact: BaseFact) -> FactText:
    """The words of a fact that the letter no longer shows."""
    return FactText(fact.text, (Origin(fact.name, Place("", 0)),), fact.kind)


def without(alignment: Alignment, news: frozenset[int], olds: frozenset[int]) -> Alignment:
    """An alignment that says nothing of some sentences of the file and of the baseline."""
    return replace(
        alignment,
        pairs=tuple(pair for pair in alignment.pairs if pair[1] not in news),
        added=tuple(new for new in alignment.added if new not in news),
        removed=tuple(old for old in alignment.removed if old not in olds),
    )
