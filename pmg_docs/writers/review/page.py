"""Differences as one page that needs nothing else: no script, no network, nothing to install."""

import base64
import hashlib
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from jinja2 import Template

from pmg_docs.model.changes import ChangeKind, Chapter, Differences, Segment, Told
from pmg_docs.writers.review import wording
from pmg_docs.writers.sandbox import Sandbox

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence in the two ways that it can be shown."""

    inline: tuple[Segment, ...]
    old: tuple[Segment, ...]
    new: tuple[Segment, ...]


def write(differences: Differences) -> str:
    """The differences as a page."""
    called, told = wording.shortened(differences)
    style = (_FOLDER / "page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _template().render(
        title=f"Verschillen: {called}" if called else "Verschillen",
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; "
        "form-action 'none'",
        style=_Markup(style),
        compared=wording.compared(told),
        outcome=wording.outcome(differences),
        chapters=[_chapter(chapter, number) for number, chapter in enumerate(told.chapters, 1)],
        added=told.added,
        removed=told.removed,
        looks=[wording.look(look) for look in told.looks],
        silent=[wording.silent(cause) for cause in told.silent],
        findings=[wording.finding(finding) for finding in told.findings],
    )


class _Markup(str):
    """Text of our own that stands in the page as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


@cache
def _template() -> Template:
    text = (_FOLDER / "page.html.j2").read_text(encoding="utf-8")
    return Sandbox(keep_trailing_newline=True).from_string(text)


def _chapter(chapter: Chapter, number: int) -> dict[str, object]:
    cause = chapter.cause
    return {
        "title": wording.title(cause),
        "source": wording.source(cause),
        "reached": wording.reached(chapter).capitalize(),
        "value": asdict(_sentence(cause.segments)) if cause.segments else None,
        "told": [_told(told) for told in chapter.told],
        "number": number,
    }


def _told(told: Told) -> dict[str, object]:
    sentence = _sentence(told.segments)
    if not told.edits and told.change.kind is not ChangeKind.CHANGED:
        sentence = _Sentence(sentence.inline, sentence.inline, sentence.inline)
    return {
        **asdict(sentence),
        "where": "; ".join(map(wording.spot_of, told.spots)) or "Tekst",
        "line": "; ".join(filter(None, map(wording.line_of, told.spots))),
        "kind": wording.kind(told),
        "also": wording.others(told.also),
    }


def _sentence(segments: tuple[Segment, ...]) -> _Sentence:
    old, new = wording.sides(segments)
    return _Sentence(wording.in_one(segments), old, new)
