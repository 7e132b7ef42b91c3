"""Differences as Markdown for a merge request: GitHub and GitLab show it alike."""

import re
from collections.abc import Iterator, Sequence

from pmg_docs.model.changes import Chapter, Differences, Mark, Segment, Told
from pmg_docs.writers.review import wording

_SPECIAL = re.compile(
    r"([\\`*_\[\]#|<>~&$@])|(^\s*)([-+]|\d+[.)])(?=\s)|(:(?=\w*:))|(?<=\w)(:)(?=//)"
)
_LONGEST = 60_000
"""Characters; a comment on GitHub holds 65,536."""


def write(differences: Differences) -> str:
    """What is different, as the text of a comment; told shorter when no comment can hold it."""
    whole = _joined(_lines(differences, has_changes=True))
    if len(whole) <= _LONGEST:
        return whole
    return _joined(_lines(differences, has_changes=False))


def _joined(lines: Iterator[str]) -> str:
    return "\n".join(lines).strip("\n") + "\n"


def _lines(differences: Differences, *, has_changes: bool) -> Iterator[str]:
    called, told = wording.shortened(differences)
    yield f"### {_plain(wording.outcome(differences))}"
    yield ""
    yield _plain(wording.compared(told, called))
    for chapter in told.chapters:
        yield from _chapter(chapter, has_changes=has_changes)
    yield from _list("Nieuwe documenten", told.added)
    yield from _list("Vervallen documenten", told.removed)
    yield from _list("Alleen opmaak, geen woorden", list(map(wording.look, told.looks)))
    yield from _list(
        "Veranderde feiten die in geen document een woord veranderden",
        list(map(wording.silent, told.silent)),
    )
    yield from _list("Let op", list(map(wording.finding, told.findings)))
    if not has_changes:
        yield ""
        yield "Er zijn te veel wijzigingen om hier te tonen. Maak de pagina: pmg diff --format html"


def _chapter(chapter: Chapter, *, has_changes: bool) -> Iterator[str]:
    cause = chapter.cause
    yield ""
    yield f"#### {_plain(wording.title(cause))}"
    yield ""
    if said := wording.source(cause):
        yield f"{_plain(said)}  "
    if reached := wording.reached(chapter):
        yield _plain(f"I{reached[1:]}.")
    if cause.segments:
        yield ""
        yield f"> {_segments(cause.segments)}"
    if has_changes:
        for told in chapter.told:
            yield from _told(told)


def _told(told: Told) -> Iterator[str]:
    where = "; ".join(
        f"**{_plain(wording.spot_of(spot) or 'tekst')}**{_line(wording.line_of(spot))}"
        for spot in told.spots
    )
    said = wording.kind(told)
    yield ""
    yield f"- {where}{f', {_plain(said)}' if said else ''}"
    yield ""
    yield f"  > {_segments(told.segments)}"
    if also := wording.others(told.also):
        yield ""
        yield f"  {_plain(also)}"


def _segments(segments: Sequence[Segment]) -> str:
    return "".join(_segment(one) for one in wording.in_one(segments)).strip()


def _segment(one: Segment) -> str:
    if one.mark is Mark.CUT:
        return " … "
    text = one.text.strip()
    if one.mark not in {Mark.OLD, Mark.NEW} or not text:
        return _plain(one.text)
    before = one.text[: len(one.text) - len(one.text.lstrip())]
    after = one.text[len(one.text.rstrip()) :]
    # Elements of HTML hold beside any sign; the stars and tildes of Markdown do not.
    name = "del" if one.mark is Mark.OLD else "ins"
    return f"{before}<{name}>{_plain(text)}</{name}>{after}"


def _line(line: str) -> str:
    return f" (`{line.replace('`', '’')}`)" if line else ""


def _list(head: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield f"#### {head}"
        yield ""
        yield from (f"- {_plain(line)}" for line in lines)


def _plain(text: str) -> str:
    """Text in which no sign means anything to Markdown, HTML, or who is called with an @."""
    return _SPECIAL.sub(lambda found: f"{found[2] or ''}\\{found[0].lstrip()}", text)
