"""A passage while it is being read: words as they come, with what somebody marked among them.

Every reader walks its file once and leaves drafts. The words that the proof compares and the
passages that are checked both come from them.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from pmg_docs.model.passage import Change, Control, Part, Passage, Revision, Shape
from pmg_docs.model.words import note_word, split_words
from pmg_docs.readers.headings import label_of
from pmg_docs.readers.refusals import too_much

MOST_PASSAGES = 150_000
"""Ten times as many as a document of 500 pages has."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Who changed something while changes were tracked, and on which day."""

    author: str = ""
    day: str = ""


@dataclass(slots=True)
class _Span:
    """What is marked from `start` to `end`, counted in what was added; `taken` is what went out."""

    start: int
    end: int
    mark: Mark | Control
    taken: list[str] | None = None


@dataclass(slots=True)
class Draft:
    """A passage like another, whose text is still coming in; a number is a reference to a note.

    Its own label, place and line come before those of the other.
    """

    like: Passage
    label: str = ""
    place: str = ""
    line: int = 0
    pieces: list[str | int] = field(default_factory=list)
    length: int = 0
    controls: list[_Span] = field(default_factory=list)
    changes: list[_Span] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is seen in it, and nothing was taken out."""
        texts = (piece for piece in self.pieces if isinstance(piece, str))
        return not self.changes and not any(text and not text.isspace() for text in texts)

    def add(self, text: str, inserted: Mark | None = None) -> None:
        """Add text, on request as somebody's insertion."""
        if not text:
            return
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        if inserted is None:
            return
        before = self.changes[-1] if self.changes else None
        if before and before.taken is None and (before.mark, before.end) == (inserted, start):
            before.end = self.length
        else:
            self.changes.append(_Span(start, self.length, inserted))

    def take_out(self, text: str, deleted: Mark) -> None:
        """Note that somebody took text out here."""
        here, before = self.length, self.changes[-1] if self.changes else None
        if before and before.taken is not None and (before.mark, before.end) == (deleted, here):
            before.taken.append(text)
        elif text:
            self.changes.append(_Span(here, here, deleted, [text]))

    def refer(self, number: int) -> None:
        """Add the mark of a note, which is no part of the text."""
        self.pieces.append(number)

    def begin(self, control: Control) -> None:
        """Begin a control, whose own places do not count."""
        self.controls.append(_Span(self.length, -1, control))

    def end(self, control: Control) -> None:
        """End a control that was begun."""
        for span in reversed(self.controls):
            if span.mark is control and span.end < 0:
                span.end = self.length
                return

    def cut(self, count: int) -> None:
        """Take characters off the front of a draft in which nothing is marked."""
        for at, piece in enumerate(self.pieces):
            if isinstance(piece, str) and count:
                self.pieces[at] = piece[count:]
                count -= min(count, len(piece))

    def go_on(self, other: "Draft") -> None:
        """Add all of another draft behind this one, and become like it."""
        for span in (*other.controls, *other.changes):
            span.start, span.end = span.start + self.length, span.end + self.length
        self.like, self.label = other.like, other.label
        self.pieces += other.pieces
        self.controls += other.controls
        self.changes += other.changes
        self.length += other.length

    def printed(self) -> str:
        """Its label and its text as the proof reads them, references to notes as words."""
        shown = (p if isinstance(p, str) else f" {note_word(p)} " for p in self.pieces)
        return f" {self.label or self.like.label} {''.join(shown)} "

    def passage(self, section: str = "") -> Passage:
        """The passage, under a heading; its text is empty where all words were taken out."""
        raw = "".join(piece for piece in self.pieces if isinstance(piece, str))
        label, rest = self.label or self.like.label, raw
        if self.like.shape is Shape.HEADING and not label:
            label, rest = label_of(raw)
        before = len(raw) - len(rest)
        spans = (*self.controls, *self.changes)
        cuts = {max(0, place - before) for s in spans for place in (s.start, self._end(s))}
        text, places = _settled(rest, cuts)

        def limits(span: _Span) -> tuple[int, int]:
            start = places[max(0, span.start - before)][1]
            return start, max(start, places[max(0, self._end(span) - before)][0])

        controls = (replace(s.mark, start=limits(s)[0], end=limits(s)[1])
                    for s in self.controls if isinstance(s.mark, Control))  # fmt: skip
        changes = (_revision(s, s.mark, text, limits(s))
                   for s in self.changes if isinstance(s.mark, Mark))  # fmt: skip
        return replace(
            self.like,
            text=text,
            label=label,
            section=section if self.like.shape is not Shape.HEADING else "",
            place=self.place or self.like.place,
            line=self.line or self.like.line,
            controls=tuple(controls),
            revisions=tuple(one for one in changes if one.text),
        )

    def _end(self, span: _Span) -> int:
        return self.length if span.end < 0 else span.end


def passages_of(drafts: Iterable[Draft]) -> Iterator[Passage]:
    """The passages of drafts, those of the text with the heading that they stand under.

    Raises:
        Refused: PMG513, there are far more than any letter has.
    """
    section, count = "", 0
    for draft in drafts:
        if draft.is_empty:
            continue
        count += 1
        if count > MOST_PASSAGES:
            raise too_much()
        is_text = draft.like.part is Part.BODY
        passage = draft.passage(section if is_text else "")
        if is_text and passage.shape is Shape.HEADING and passage.text:
            section = f"{passage.label} {passage.text}".strip()
        yield passage


def told_once(parts: Iterable[Iterable[Draft]]) -> Iterator[Draft]:
    """Headers and footers without what another of them says as well, on another kind of page.

    What one of them says twice, such as a line of two addresses, stays twice.
    """
    seen: Counter[object] = Counter()
    for drafts in parts:
        here: Counter[object] = Counter()
        for draft in drafts:
            passage = draft.passage()
            key = (passage.part, f"{passage.label} {passage.text}", passage.revisions)
            here[key] += 1
            if here[key] > seen[key]:
                yield draft
        seen |= here


def words_of(drafts: Iterable[Draft]) -> tuple[str, ...]:
    """The words of drafts as the proof compares them."""
    return split_words("".join(draft.printed() for draft in drafts))


def _revision(span: _Span, mark: Mark, text: str, limits: tuple[int, int]) -> Revision:
    start, end = limits
    if span.taken is None:
        return Revision(Change.INSERTED, start, text[start:end], mark.author, mark.day)
    raw = "".join(span.taken)
    before, after = (" " if edge.isspace() else "" for edge in (raw[:1], raw[-1:]))
    taken = f"{before}{' '.join(split_words(raw))}{after}" if raw.strip() else ""
    return Revision(Change.DELETED, start, taken, mark.author, mark.day)


def _settled(raw: str, cuts: set[int]) -> tuple[str, dict[int, tuple[int, int]]]:
    """Tidy text, and for each place in the raw one the ends of the words before and after it."""
    pieces: list[str] = []
    places: dict[int, tuple[int, int]] = {}
    waiting: dict[int, int] = {}
    length, is_apart = 0, False
    ordered = sorted({0, len(raw), *cuts})
    for at, following in zip(ordered, [*ordered[1:], len(raw)], strict=True):
        waiting[at] = length
        words = unicodedata.normalize("NFC", raw[at:following])
        core = " ".join(words.split())
        if core:
            if (is_apart or words[0].isspace()) and length:
                pieces.append(" ")
                length += 1
            places |= {place: (before, length) for place, before in waiting.items()}
            waiting.clear()
            pieces.append(core)
            length += len(core)
            is_apart = words[-1].isspace()
        else:
            is_apart = is_apart or bool(words)
    places |= {place: (before, length) for place, before in waiting.items()}
    return unicodedata.normalize("NFC", "".join(pieces)), places
