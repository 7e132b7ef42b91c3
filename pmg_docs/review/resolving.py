"""Tracked changes in a file that somebody worked on: as if they were accepted, or rejected."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pmg_docs.model.passage import Change, Passage, Revision
from pmg_docs.model.passages import tidy


def rejected(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages as they were before anybody changed them; those that came in are gone.

    Passages as a reader gives them are as if all changes were accepted.
    """
    back = (_before(passage) for passage in passages)
    return tuple(passage for passage in back if passage.text)


def authors(passages: Iterable[Passage]) -> tuple[str, ...]:
    """Who made the tracked changes, each once, in order; an author without a name is left out."""
    found = (one.author for passage in passages for one in passage.revisions)
    return tuple(dict.fromkeys(name for name in found if name))


def _before(passage: Passage) -> Passage:
    if not passage.revisions:
        return passage
    text = passage.text
    for one in _last_first(passage.revisions):
        before = text[: one.start]
        if one.change is Change.INSERTED:
            text = f"{before}{text[one.start + len(one.text) :]}"
        else:
            text = f"{before}{_put_back(before, one.text)}{text[one.start :]}"
    return replace(passage, text=tidy(text), controls=(), pieces=(), revisions=())


def _last_first(revisions: Sequence[Revision]) -> list[Revision]:
    """From the end, so that earlier places stay what they are; at one place, what came in first."""
    return sorted(revisions, key=lambda one: (-one.start, one.change is Change.DELETED))


def _put_back(before: str, taken: str) -> str:
    """Words that were taken out, apart from the next as they were: the space may stand before."""
    words = taken.strip()
    is_at_word = not before or before.endswith(" ")
    return f"{words} " if is_at_word and words != taken else taken
