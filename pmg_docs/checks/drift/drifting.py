"""Find what somebody changed in a file that was made here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pmg_docs.checks.drift.alignment import Alignment, align
from pmg_docs.checks.drift.drifted import Drift, Remark, Sentence
from pmg_docs.checks.drift.fact_fates import FactFates
from pmg_docs.checks.drift.file_sentences import (
    Bindings,
    FileSentence,
    file_sentences,
    words_before,
)
from pmg_docs.checks.drift.present import FactNow, Present, facts_now
from pmg_docs.checks.drift.prose import Prose, without
from pmg_docs.dutch.passage_sentences import spoken
from pmg_docs.model.baseline import BaseFact, Baseline, origin_of_letter, sentence_digest
from pmg_docs.model.document import Document
from pmg_docs.model.fact import FactSet
from pmg_docs.model.passage import FileText, Part


def find_drift(file: FileText, document: Document, facts: FactSet) -> Drift | None:
    """Hold a file against what it was when it was made, and against the letter as it is now.

    Args:
        file: the file as read.
        document: the letter as it is composed now, as the format of the file shows it.
        facts: the facts of its dossier now.

    Returns:
        What differs; None when the file holds no baseline, so that nothing can be told.
    """
    if file.baseline is None:
        return None
    return _Finding.of(file, file.baseline, document).drift(facts)


@dataclass(slots=True)
class _Finding:
    """A file beside its baseline and the letter.

    `matches` gives of each sentence of the file its number in the baseline, None for one that is
    not in there; `known` the words of the baseline by number, as far as anybody still knows them.
    """

    file: FileText
    baseline: Baseline
    document: Document
    is_ours: bool
    now: Mapping[BaseFact, FactNow]
    present: Present
    sentences: tuple[FileSentence, ...]
    matches: tuple[int | None, ...]
    known: Mapping[int, Sentence]

    @classmethod
    def of(cls, file: FileText, baseline: Baseline, document: Document) -> "_Finding":
        is_ours = baseline.origin == origin_of_letter(document.letter)
        if not is_ours:
            document = replace(document, first_page=(), follow_on=(), body=(), notes=())
        now = facts_now(document, baseline.facts)
        present = Present.of(document, now)
        sentences = tuple(file_sentences(file, Bindings.of(baseline.facts)))
        numbers = {one.digest: number for number, one in enumerate(baseline.sentences)}
        matches = tuple(
            next((numbers[d] for d in sentence.digests if d in numbers), None)
            for sentence in sentences
        )
        known = _known(file, baseline, present)
        return cls(file, baseline, document, is_ours, now, present, sentences, matches, known)

    def drift(self, facts: FactSet) -> Drift:
        alignment = self._alignment()
        which = {new: old for new, old in enumerate(self.matches) if old is not None}
        which |= {new: old for old, new in alignment.pairs}
        fates = FactFates(
            self.file,
            self.baseline.facts,
            self.now if self.is_ours else None,
            facts,
            self.sentences,
            {new: self.known[old] for new, old in which.items() if old in self.known},
        )
        found = tuple(fates.each())
        prose = Prose(self.baseline, self.sentences, self.known, self.present.facts, fates.put_back)
        return Drift(
            found,
            tuple(prose.each(alignment)),
            tuple(_remarks(self.file)),
            tuple(self._outdated()) if self.is_ours else (),
            tuple(self._newer()) if self.is_ours else (),
            self.is_ours,
            self.document.letter,
        )

    def _alignment(self) -> Alignment:
        found = align(
            self.matches,
            len(self.baseline.sentences),
            {number: sentence.text for number, sentence in self.known.items()},
            [sentence.restored for sentence in self.sentences],
        )
        alike = frozenset(
            number
            for number, sentence in enumerate(self.sentences)
            if self.matches[number] is None and self._says_it_now(sentence)
        )
        gone_in_both = frozenset(
            number
            for number, sentence in enumerate(self.baseline.sentences)
            if self.is_ours and sentence.line and sentence.digest not in self.present.by_digest
        )
        return without(found, alike, gone_in_both)

    def _says_it_now(self, sentence: FileSentence) -> bool:
        """Whether the letter has come to say the same."""
        digests = map(sentence_digest, (sentence.text, sentence.restored))
        known = self.present
        return any(one in known.by_digest or one in known.as_now for one in digests)

    def _outdated(self) -> Iterator[Sentence]:
        """The sentences of the file that the letter had, and that it does not have any longer."""
        for number, sentence in zip(self.matches, self.sentences, strict=True):
            if number is None:
                continue
            was = self.baseline.sentences[number]
            if was.line and was.digest not in self.present.by_digest:
                yield Sentence(sentence.text, line=was.line)

    def _newer(self) -> Iterator[Sentence]:
        """The sentences that the letter has by now, and that the file never had."""
        had = {sentence.digest for sentence in self.baseline.sentences}
        has = {digest for sentence in self.sentences for digest in sentence.digests}
        for digest, sentence in self.present.own:
            if digest not in had and digest not in has:
                yield sentence


def _known(file: FileText, baseline: Baseline, present: Present) -> dict[int, Sentence]:
    """The sentences of the baseline of which the words are known.

    The letter still has them, or somebody changed them while changes were tracked.
    """
    before: dict[str, str] = {}
    for passage in file.passages:
        if passage.revisions and passage.part is not Part.COMMENT:
            words = words_before(passage)
            for start, end in spoken(words):
                before.setdefault(sentence_digest(words[start:end]), words[start:end])
    found: dict[int, Sentence] = {}
    for number, base in enumerate(baseline.sentences):
        if base.digest in present.by_digest:
            found[number] = present.by_digest[base.digest]
        elif base.digest in before:
            found[number] = Sentence(before[base.digest], line=base.line)
    return found


def _remarks(file: FileText) -> Iterator[Remark]:
    for passage in file.passages:
        if passage.part is Part.COMMENT:
            yield Remark(passage.text, passage.name)
            continue
        for revision in passage.revisions:
            yield Remark(revision.text, revision.author, revision.day, revision.change)
