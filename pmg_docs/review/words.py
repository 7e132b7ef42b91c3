"""The words of a passage, each knowing where it came from, and which of them changed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pmg_docs.model.changes import Edit
from pmg_docs.model.passage import Passage
from pmg_docs.model.sequence import matches

TYPED = ""
_WORD = re.compile(r"\d(?:[\d.,:/]*\d)?(?:,-)?%?|\w+(?:[’'\-‑]\w+)*|[^\w\s]")
_TOO_UNLIKE = 0.25
"""The share of words below which a text is another text, not the same with other words in it."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word at its place; `source` is the paths of its facts, or `TYPED`."""

    text: str
    start: int
    end: int
    source: str


@dataclass(slots=True)
class _Span:
    """The words that make way, and those that come: two ranges of places."""

    old: range
    new: range


def words_of(passage: Passage) -> tuple[Word, ...]:
    """The words of a passage, amounts and figures as one; none reaches over two sources."""
    bounds: list[tuple[int, int, str]] = []
    at = 0
    for start, end, source in sources_of(passage):
        bounds += [(at, start, TYPED)] if start > at else []
        bounds.append((start, end, source))
        at = end
    bounds.append((at, len(passage.text), TYPED))
    return tuple(
        Word(found[0], found.start(), found.end(), source)
        for start, end, source in bounds
        for found in _WORD.finditer(passage.text, start, end)
    )


def sources_of(passage: Passage) -> Iterator[tuple[int, int, str]]:
    """The places of a passage that facts made, with the paths of these facts, in order."""
    if passage.pieces:
        for piece in passage.pieces:
            if piece.fact and piece.fact.origins:
                paths = dict.fromkeys(origin.path for origin in piece.fact.origins)
                yield piece.start, piece.end, " ".join(paths)
        return
    at = 0
    for control in sorted(passage.controls, key=lambda control: control.start):
        if control.start >= at and control.name:
            yield control.start, control.end, control.name
            at = control.end


def edits_between(old: Passage, new: Passage) -> tuple[Edit, ...]:
    """The words that changed between two states of a passage, in order.

    An edit lies within one source where both sides have the same sources in the same order, so
    that each can have a cause of its own.
    """
    before, after = words_of(old), words_of(new)
    found = matches([word.text for word in before], [word.text for word in after])
    most = max(len(before), len(after))
    if len(found) < most * _TOO_UNLIKE:
        found = []
    spans = _joined(list(_changed(found, len(before), len(after))), before, after)
    edits = []
    for span in spans:
        parts = list(_by_source(span, before, after))
        bounds = [*(p.old.start for p in parts[1:]), span.old.stop]
        others = [*(p.new.start for p in parts[1:]), span.new.stop]
        at = _end(before, span.old.start), _end(after, span.new.start)
        for stop, other_stop in zip(bounds, others, strict=True):
            to = _begin(before, stop, old.text), _begin(after, other_stop, new.text)
            edits.append(_trimmed(Edit(at[0], to[0], at[1], to[1]), old.text, new.text))
            at = edits[-1].old_end, edits[-1].new_end
    return tuple(edit for edit in edits if _is_change(edit, old.text, new.text))


def applied(text: str, edits: Sequence[Edit], new: str) -> str:
    """The text that comes of another when its edits are made, words that come taken from `new`."""
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.old_start], new[edit.new_start : edit.new_end]]
        at = edit.old_end
    return "".join((*parts, text[at:]))


def _changed(found: Sequence[tuple[int, int]], old: int, new: int) -> Iterator[_Span]:
    """All that stands between words that are the same; it may be no more than a space."""
    at_old = at_new = 0
    for i, j in (*found, (old, new)):
        yield _Span(range(at_old, i), range(at_new, j))
        at_old, at_new = i + 1, j + 1


def _joined(spans: list[_Span], before: Sequence[Word], after: Sequence[Word]) -> list[_Span]:
    """The spans, with those joined that only a short word of the same source parts."""
    joined: list[_Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last is not None and _is_scrap(last, span, before, after):
            last.old = range(last.old.start, span.old.stop)
            last.new = range(last.new.start, span.new.stop)
        else:
            joined.append(span)
    return joined


def _is_scrap(last: _Span, span: _Span, before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Whether the word that two spans have between them is too little to read as unchanged."""
    if any(len(one.old) + len(one.new) < 3 for one in (last, span)):
        return False
    between = before[last.old.stop]
    concerned = (
        *before[last.old.start : span.old.stop], *after[last.new.start : span.new.stop]
    )  # fmt: skip
    return len(between.text) <= 3 and not any(word.source for word in concerned)


def _by_source(span: _Span, before: Sequence[Word], after: Sequence[Word]) -> Iterator[_Span]:
    """A span cut where the source changes, when both sides have the same sources in order."""
    olds, news = _runs(span.old, before), _runs(span.new, after)
    if len(olds) < 2 or [source for source, _ in olds] != [source for source, _ in news]:
        yield span
        return
    for (_, one), (_, other) in zip(olds, news, strict=True):
        yield _Span(range(one[0], one[-1] + 1), range(other[0], other[-1] + 1))


def _runs(places: range, words: Sequence[Word]) -> list[tuple[str, list[int]]]:
    return [(source, list(run)) for source, run in groupby(places, lambda n: words[n].source)]


def _end(words: Sequence[Word], place: int) -> int:
    """Where the word before a place ends."""
    return words[place - 1].end if place else 0


def _begin(words: Sequence[Word], place: int, text: str) -> int:
    """Where the word at a place begins."""
    return words[place].start if place < len(words) else len(text)


def _trimmed(edit: Edit, old: str, new: str) -> Edit:
    """An edit without the white space that both sides have at its ends."""
    old_start, old_end, new_start, new_end = (
        edit.old_start, edit.old_end, edit.new_start, edit.new_end,
    )  # fmt: skip
    while old_start < old_end and new_start < new_end and old[old_start] == new[new_start] == " ":
        old_start, new_start = old_start + 1, new_start + 1
    while (
        old_start < old_end and new_start < new_end and old[old_end - 1] == new[new_end - 1] == " "
    ):
        old_end, new_end = old_end - 1, new_end - 1
    return Edit(old_start, old_end, new_start, new_end)


def _is_change(edit: Edit, old: str, new: str) -> bool:
    return old[edit.old_start : edit.old_end] != new[edit.new_start : edit.new_end]
