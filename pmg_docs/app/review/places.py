"""Where in a document things belong that were found by line or by figure: a passage each."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from pmg_docs.checks.audit import TypedFigure
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.passage import Passage
from pmg_docs.model.place import Place
from pmg_docs.writers.review_page.contents import TypedMark


def typed_marks(figures: Sequence[TypedFigure], passages: Sequence[Passage]) -> Iterator[TypedMark]:
    """The typed figures of a document as marks in its passages.

    The audit looks at some of the passages only, in the order of reading.
    """
    position, audited = -1, -1
    for figure in figures:
        if figure.passage != audited:
            following = range(position + 1, len(passages))
            found = next((n for n in following if passages[n].text == figure.text), None)
            if found is None:
                continue
            position, audited = found, figure.passage
        yield TypedMark(position, figure.start, figure.end, figure.where, figure.reason)


def in_margin(
    findings: Sequence[Diagnostic],
    letter: str,
    passages: Sequence[Passage],
    marks: Sequence[TypedMark],
) -> Iterator[tuple[int, int]]:
    """The passage and the number of each finding that is about words of a document.

    A finding about a typed figure belongs to the passage of its mark. Any other belongs to the
    first passage that has words of its line, and in a letter else to the last above it, or to the
    document as a whole, under -1.

    Args:
        findings: all findings of the dossier.
        letter: the file of the letter.
        passages: the passages of the document.
        marks: its typed figures.
    """
    by_place = {mark.where: mark.passage for mark in marks}
    lines = _lines(passages)
    for number, finding in enumerate(findings):
        where = finding.where
        if where is None or where.file not in {*lines, letter}:
            continue
        begun = lines.get(where.file, [])
        at = bisect_right(begun, where.line, key=lambda one: one[0])
        if where in by_place:
            yield by_place[where], number
        elif at and begun[at - 1][0] == where.line:
            yield min(passage for line, passage in begun if line == where.line), number
        elif where.file == letter:
            yield (begun[at - 1][1] if at else -1), number


def _lines(passages: Sequence[Passage]) -> dict[str, list[tuple[int, int]]]:
    """By file, the lines that letters have typed, each with its passage, in order of lines."""
    lines: dict[str, list[tuple[int, int]]] = {}
    for number, passage in enumerate(passages):
        for place in _places(passage):
            lines.setdefault(place.file, []).append((place.line, number))
    return {file: sorted(set(found)) for file, found in lines.items()}


def _places(passage: Passage) -> Iterator[Place]:
    """Where the words of a passage were typed; a fact counts where the letter itself gives it."""
    for piece in passage.pieces:
        if piece.where is not None:
            yield piece.where
        for origin in piece.fact.origins if piece.fact else ():
            if origin.path.startswith("brief."):
                yield origin.where
