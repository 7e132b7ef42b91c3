"""What is shown of a change: the sentences that it is in, with the words that changed marked."""

from collections.abc import Iterator, Mapping, Sequence

from pmg_docs.dutch.sentences import split_sentences
from pmg_docs.model.changes import Change, ChangeKind, Comparison, Edit, Mark, Segment
from pmg_docs.model.passage import Part, Passage, Shape

_LONG = 160
"""So many characters between two changes in one sentence are too many to read through."""
_KEPT = 50
_MOVED = 100
_LONGEST_HEAD = 80
_FIRST_COLUMN, _SECOND_COLUMN = "kolom 1", "kolom 2"
_HERE, _ELSEWHERE = (Mark.OLD, Mark.NEW), (Mark.OLD_ELSEWHERE, Mark.NEW_ELSEWHERE)
CUT = Segment(Mark.CUT, "…")


def excerpt(change: Change, edits: Sequence[Edit]) -> tuple[Segment, ...]:
    """The sentences of a change in which these edits are; others in them are told elsewhere."""
    if change.old is None or change.new is None:
        return (Segment(Mark.OLD if change.new is None else Mark.NEW, change.passage.text),)
    if change.kind is ChangeKind.RENUMBERED:
        labels = f"{change.old.label or 'geen nummer'} werd {change.new.label or 'geen nummer'}"
        return (Segment(Mark.SAME, f"{labels}: "), *_beginning(change.new.text))
    if not edits:
        return _beginning(change.passage.text)
    others = tuple(edit for edit in change.edits if edit not in edits)
    return marked(change.old.text, change.new.text, edits, others)


def _beginning(text: str) -> tuple[Segment, ...]:
    if len(text) <= _MOVED:
        return (Segment(Mark.SAME, text),)
    return Segment(Mark.SAME, text[: text.rfind(" ", 0, _MOVED)]), CUT


def marked(
    old: str, new: str, edits: Sequence[Edit], others: Sequence[Edit] = ()
) -> tuple[Segment, ...]:
    """The sentences of a text in which edits are, with what they take away and bring.

    Args:
        old: the text as it was.
        new: the text as it is.
        edits: the edits to tell, in order.
        others: the edits of these texts that are told elsewhere.
    """
    kept = _sentences_around(new, edits)
    found: list[Segment] = []
    at = 0
    for edit in sorted((*edits, *others), key=lambda edit: (edit.new_start, edit.old_start)):
        found += _unchanged(new, at, edit.new_start, kept)
        at = edit.new_end
        is_here = edit in edits
        if is_here or any(low <= edit.new_start and at <= high for low, high in kept):
            marks = _HERE if is_here else _ELSEWHERE
            texts = old[edit.old_start : edit.old_end], new[edit.new_start : at]
            found += [Segment(m, text) for m, text in zip(marks, texts, strict=True) if text]
    found += _unchanged(new, at, len(new), kept)
    return tuple(_cut_once(found))


def row_heads(comparison: Comparison) -> dict[str, str]:
    """The words in the first cell of each row of a table, by the place of that row."""
    heads: dict[str, str] = {}
    for passage in (*comparison.new, *comparison.old):
        row, _, column = passage.place.rpartition(", ")
        if passage.shape is Shape.CELL and column == _FIRST_COLUMN:
            heads.setdefault(row, passage.text)
    return heads


def standing(passage: Passage, heads: Mapping[str, str]) -> str:
    """Where a passage stands in its document, in Dutch.

    Args:
        passage: the passage.
        heads: the words at the head of each row of its tables.
    """
    parts = [passage.section]
    if passage.shape is Shape.CELL:
        parts.append(_cell(passage.place, heads) or "tabel")
    elif passage.part is not Part.BODY:
        words = f"{passage.part.value} {passage.name}" if passage.name else passage.part.value
        parts.append(passage.place if passage.place.startswith(passage.part.value) else words)
    elif passage.shape is Shape.HEADING:
        parts.append("titel boven een deel")
    elif not passage.section:
        parts.append(passage.place)
    if passage.page and not passage.section:
        parts.append(f"bladzijde {passage.page}")
    return ", ".join(part for part in parts if part)


def _cell(place: str, heads: Mapping[str, str]) -> str:
    row, _, column = place.rpartition(", ")
    head = heads.get(row, "")
    if not head or column == _FIRST_COLUMN or len(head) > _LONGEST_HEAD:
        return place
    table, _, _ = row.rpartition(", ")
    return (
        f"{table}, rij ‘{head}’" if column == _SECOND_COLUMN else f"{table}, rij ‘{head}’, {column}"
    )


def _sentences_around(text: str, edits: Sequence[Edit]) -> list[tuple[int, int]]:
    sentences = split_sentences(text)
    kept: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(sentences):
        until = sentences[number + 1][0] if number + 1 < len(sentences) else len(text)
        if any(edit.new_start <= end and edit.new_end >= start for edit in edits):
            kept.append((start, until))
    return kept


def _unchanged(
    text: str, start: int, end: int, kept: Sequence[tuple[int, int]]
) -> Iterator[Segment]:
    """What stays between two changes: of the sentences that are kept, with the rest cut."""
    at = start
    for low, high in kept:
        one, other = max(at, low), min(end, high)
        if one >= other:
            continue
        if one > at:
            yield CUT
        yield from _without_middle(text[one:other], is_first=one == 0, is_last=other == len(text))
        at = other
    if at < end:
        yield CUT


def _cut_once(segments: Sequence[Segment]) -> Iterator[Segment]:
    """Segments with one sign for what is cut, and no white space beside it."""
    for number, one in enumerate(segments):
        before = segments[number - 1] if number else None
        after = segments[number + 1] if number + 1 < len(segments) else None
        if one.mark is Mark.CUT:
            if before is None or before.mark is not Mark.CUT:
                yield one
            continue
        text = one.text.lstrip() if before and before.mark is Mark.CUT else one.text
        text = text.rstrip() if after and after.mark is Mark.CUT else text
        if text:
            yield Segment(one.mark, text)


def _without_middle(text: str, *, is_first: bool, is_last: bool) -> Iterator[Segment]:
    if len(text) <= _LONG:
        yield Segment(Mark.SAME, text)
        return
    head = text.rfind(" ", 0, _KEPT) + 1
    tail = text.find(" ", len(text) - _KEPT)
    if not is_first and head:
        yield Segment(Mark.SAME, text[:head])
    elif is_first:
        yield Segment(Mark.SAME, text[: text.rfind(" ", 0, _LONG // 2) + 1])
    yield CUT
    if not is_last and tail > 0:
        yield Segment(Mark.SAME, text[tail:])
    elif is_last:
        yield Segment(Mark.SAME, text[text.find(" ", len(text) - _LONG // 2) :])
