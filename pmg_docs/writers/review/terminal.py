"""Differences as lines for a terminal: words carry the meaning, colour comes on top of them."""

from collections.abc import Iterator, Sequence

from pmg_docs.model.changes import ChangeKind, Chapter, Differences, Mark, Segment, Told
from pmg_docs.model.printable import printable
from pmg_docs.writers.review import wording

_MARKS = {Mark.OLD: ("[-", "-]"), Mark.NEW: ("{+", "+}")}
_COLOURS = {Mark.OLD: "\x1b[31m", Mark.NEW: "\x1b[32m"}
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_WHOLE = {ChangeKind.ADDED: Mark.NEW, ChangeKind.REMOVED: Mark.OLD}


def write(differences: Differences, *, has_colour: bool = False) -> str:
    """What is different, to be read from top to bottom.

    Args:
        differences: what to tell.
        has_colour: whether the terminal shows colours; the words are the same without.
    """
    return "\n".join(_Lines(has_colour).of(differences)) + "\n"


class _Lines:
    """The lines, with or without colour."""

    def __init__(self, has_colour: bool) -> None:
        self.has_colour = has_colour

    def of(self, differences: Differences) -> Iterator[str]:
        """Every line."""
        called, told = wording.shortened(differences)
        yield printable(wording.compared(told, called))
        yield wording.outcome(differences)
        chapters = told.chapters
        if len(chapters) > 1:
            yield ""
            for number, chapter in enumerate(chapters, start=1):
                reached = wording.reached(chapter)
                where = f" ({reached})" if reached else ""
                yield printable(f"  {number}. {wording.title(chapter.cause)}{where}")
        for number, chapter in enumerate(chapters, start=1):
            yield from self._chapter(chapter, number if len(chapters) > 1 else 0)
        yield from self._list("Nieuwe documenten", told.added)
        yield from self._list("Vervallen documenten", told.removed)
        yield from self._list("Alleen opmaak, geen woorden", list(map(wording.look, told.looks)))
        yield from self._list(
            "Veranderde feiten die in geen document een woord veranderden",
            list(map(wording.silent, told.silent)),
        )

    def _chapter(self, chapter: Chapter, number: int) -> Iterator[str]:
        cause = chapter.cause
        yield ""
        mark = f"{number}. " if number else ""
        yield self._bold(f"{mark}{printable(wording.title(cause))}")
        if said := wording.source(cause):
            yield f"   {printable(said)}"
        if cause.segments:
            yield from self._before_and_after(cause.segments)
        if len(chapter.documents) > 1:
            yield f"   {printable(wording.reached(chapter))}"
        for told in chapter.told:
            yield from self._told(told)

    def _told(self, told: Told) -> Iterator[str]:
        yield ""
        for spot in told.spots:
            line = wording.line_of(spot)
            where = " ".join(filter(None, (wording.spot_of(spot), f"({line})" if line else "")))
            yield from [f"   {printable(where)}"] if where else []
        if said := wording.kind(told):
            yield f"   {printable(said)}:"
        if told.change.kind in _WHOLE or not told.edits:
            yield f"     {self._line(told.segments)}"
        else:
            yield from self._before_and_after(told.segments)
        if also := wording.others(told.also):
            yield f"     {printable(also)}"

    def _before_and_after(self, segments: Sequence[Segment]) -> Iterator[str]:
        old, new = wording.sides(segments)
        yield f"     was:   {self._line(old)}"
        yield f"     wordt: {self._line(new)}"

    def _list(self, head: str, lines: Sequence[str]) -> Iterator[str]:
        if lines:
            yield ""
            yield self._bold(head)
            yield from (f"   {printable(line)}" for line in lines)

    def _line(self, segments: Sequence[Segment]) -> str:
        return "".join(self._segment(one) for one in segments).strip()

    def _segment(self, one: Segment) -> str:
        text = printable(one.text)
        if one.mark not in _MARKS:
            return f" {text} " if one.mark is Mark.CUT else text
        before, after = _MARKS[one.mark]
        colour, plain = (_COLOURS[one.mark], _PLAIN) if self.has_colour else ("", "")
        return f"{colour}{before}{text}{after}{plain}"

    def _bold(self, text: str) -> str:
        return f"{_BOLD}{text}{_PLAIN}" if self.has_colour else text
