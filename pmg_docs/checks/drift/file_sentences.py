"""The sentences of a file that came back, with the facts in their controls and who changed them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pmg_docs.checks.drift.drifted import Spot
from pmg_docs.checks.drift.words import is_same
from pmg_docs.dutch.passage_sentences import spoken
from pmg_docs.model.baseline import BaseFact, sentence_digest
from pmg_docs.model.passage import Change, Control, FileText, Part, Passage, Revision
from pmg_docs.model.passages import tidy
from pmg_docs.model.shown import element_name
from pmg_docs.model.words import PAGE_WORD, PAGES_WORD

_PAGED = frozenset({Part.HEADER, Part.FOOTER})


Held = tuple[Control, BaseFact]
"""A control, and the fact that it was made for."""


@dataclass(frozen=True, slots=True)
class FileSentence:
    """The sentence `passage.text[start:end]` of a file.

    `restored` is what it says with the facts in its controls as they were when the file was made;
    `facts` are those controls, their places in the passage.
    """

    passage: Passage
    start: int
    end: int
    restored: str
    facts: tuple[Held, ...] = ()

    @property
    def text(self) -> str:
        """Its words."""
        return self.passage.text[self.start : self.end]

    @property
    def part(self) -> Part:
        """The part of the file that it stands in."""
        return self.passage.part

    @property
    def digests(self) -> tuple[str, ...]:
        """The digests that it may have had when the file was made, the likeliest first.

        A label may have counted as words, the number of a page did not.
        """
        found = [self.restored, self.text]
        if label := self.passage.label:
            found += [f"{label} {text}" for text in found]
        if self.part in _PAGED:
            found += [_without_pages(text) for text in found]
            found += [_without_figures(text) for text in found]
        return tuple(dict.fromkeys(map(sentence_digest, found)))

    @property
    def whole(self) -> Spot:
        """All of it, and where it stands."""
        return spot_of(self.passage, self.start, self.end)


def spot_of(passage: Passage, start: int, end: int, *, is_sure: bool = True) -> Spot:
    """Words of a passage and where they stand; when tracked, who changed them last."""
    touching = [r for r in passage.revisions if _touches(r, start, end)]
    last = max(touching, key=lambda r: (r.change is Change.INSERTED, r.day), default=None)
    return Spot(
        passage.text[start:end],
        passage.part,
        passage.section,
        passage.place,
        passage.page,
        last.author if last else "",
        last.day if last else "",
        is_sure,
    )


def _touches(revision: Revision, start: int, end: int) -> bool:
    length = len(revision.text) if revision.change is Change.INSERTED else 0
    return revision.start <= end and revision.start + length >= start


@dataclass(slots=True)
class Bindings:
    """Which fact of a baseline a control of the file shows.

    The element and position of the store say it. LibreOffice 7.4 leaves out the name of some
    controls, and of some in a text box all that it knew; then their words must tell.
    """

    by_element: Mapping[tuple[str, int], BaseFact]
    by_name: Mapping[str, Sequence[BaseFact]]

    @classmethod
    def of(cls, facts: Sequence[BaseFact]) -> "Bindings":
        """The bindings of the facts of a baseline, which are in the order of the store."""
        counted: dict[str, int] = {}
        by_element: dict[tuple[str, int], BaseFact] = {}
        by_name: dict[str, list[BaseFact]] = {}
        for fact in facts:
            element = element_name(fact.name)
            counted[element] = counted.get(element, 0) + 1
            by_element[element, counted[element]] = fact
            by_name.setdefault(fact.name[:64], []).append(fact)
        return cls(by_element, by_name)

    def fact_of(self, control: Control, text: str) -> BaseFact | None:
        """The fact that a control with this text shows; None when it is none of ours."""
        if control.element:
            return self.by_element.get((control.element, control.position))
        if not control.name:
            return next((f for f in self.by_element.values() if is_same(f.text, text)), None)
        named = self.by_name.get(control.name, ())
        same = (fact for fact in named if is_same(fact.text, text))
        return next(same, named[0] if len(named) == 1 else None)


def file_sentences(file: FileText, bindings: Bindings) -> Iterator[FileSentence]:
    """Every sentence of a file but those of comments, in the order of reading."""
    for passage in file.passages:
        if passage.part is not Part.COMMENT:
            held = tuple(_held(passage, bindings))
            yield from _sentences(passage, held)


def _held(passage: Passage, bindings: Bindings) -> Iterator[Held]:
    """The controls of a passage that show a fact, in order, none inside another."""
    end = 0
    for control in sorted(passage.controls, key=lambda c: (c.start, c.end)):
        fact = bindings.fact_of(control, passage.text[control.start : control.end])
        if fact is not None and control.start >= end:
            end = control.end
            yield control, fact


def _sentences(passage: Passage, held: tuple[Held, ...]) -> Iterator[FileSentence]:
    """The sentences that a passage had, so that a full stop typed in a control ends none."""
    restored, spans = _restored(passage.text, held)
    for start, end in spoken(restored):
        inside = tuple(h for h, (a, b) in zip(held, spans, strict=True) if a < end and b > start)
        yield FileSentence(
            passage,
            _back(start, held, spans, at_end=False),
            _back(end, held, spans, at_end=True),
            restored[start:end],
            inside,
        )


def _restored(text: str, held: tuple[Held, ...]) -> tuple[str, list[tuple[int, int]]]:
    """A text with its facts as they were, and where each of them stands in that."""
    words, end = "", 0
    spans: list[tuple[int, int]] = []
    for control, fact in held:
        words += text[end : control.start]
        was = text[control.start : control.end]
        # What a control shows the same but for typography stays as it is: places do not move.
        shown = was if is_same(was, fact.text) else tidy(fact.text)
        spans.append((len(words), len(words) + len(shown)))
        words, end = words + shown, control.end
    return words + text[end:], spans


def _back(place: int, held: tuple[Held, ...], spans: list[tuple[int, int]], *, at_end: bool) -> int:
    """A place of the restored text in the text as it is; inside a fact its begin or end."""
    shift = 0
    for (control, _), (start, end) in zip(held, spans, strict=True):
        if place < start or (place == start and at_end):
            break
        if place < end or (place == end and at_end):
            is_kept = control.end - control.start == end - start
            return place + shift if is_kept else control.end if at_end else control.start
        shift = control.end - end
    return place + shift


def words_before(passage: Passage) -> str:
    """The words of a passage as they were before its tracked changes."""
    text = passage.text
    # From the back, so that what is put in or taken out does not move what is still to come.
    ordered = sorted(
        enumerate(passage.revisions), key=lambda item: (item[1].start, item[0]), reverse=True
    )
    for _, revision in ordered:
        start = revision.start
        if revision.change is Change.DELETED:
            text = text[:start] + revision.text + text[start:]
        elif text[start:].startswith(revision.text):
            text = text[:start] + text[start + len(revision.text) :]
    return text


def _without_pages(text: str) -> str:
    return text.replace(PAGE_WORD, "").replace(PAGES_WORD, "")


def _without_figures(text: str) -> str:
    return "".join(char for char in text if not char.isdigit())
