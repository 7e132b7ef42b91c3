"""Proof of the tags of a file: read aloud, it says what the tree says, in that order, once.

What stands on a page is not what is read aloud: a paragraph without a tag is passed over, tags in
another order tell another story, and the head of a page that is tagged is read on every page.
"""

from collections.abc import Iterator

from pmg_docs.checks.pages import (
    characters,
    first_difference,
    frame_of,
    page_number,
    table_heads,
    without,
    words_of_numbered_notes,
)
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Document
from pmg_docs.model.place import Place
from pmg_docs.model.words import TaggedWords, words_of_body

_ECHO = 60


def prove_tagged(
    document: Document, tagged: TaggedWords | None, file: str
) -> tuple[Diagnostic, ...]:
    """Hold the tags of a file against the tree.

    Args:
        document: the tree as this format shows it.
        tagged: what a reader found in the tags, or None when there are none.
        file: the name of the file, for messages.

    Returns:
        A finding for the text, each footnote and each page that is not read aloud as it should be.
    """
    where = Place(file, 0)
    if tagged is None:
        message = "De pdf heeft geen tags: voorleessoftware kan hem niet lezen."
        return (Diagnostic("PMG506", message, where),)
    return (
        *_text(document, characters(tagged.body), where),
        *_notes(document, tagged, where),
        *_artifacts(document, tagged, where),
    )


def _text(document: Document, found: str, where: Place) -> Iterator[Diagnostic]:
    body, frame = characters(words_of_body(document)), frame_of(document.first_page)
    rest = without(found, frame)
    start = 0 if rest.startswith(body) else rest.find(body)
    if start < 0:
        yield _finding(f"Voorgelezen verschilt de tekst: {first_difference(body, rest)}.", where)
        return
    after = without(rest[start + len(body) :], frame)
    for stray in filter(None, (rest[:start], after)):
        yield _finding(f"Er wordt voorgelezen wat niet in de brief staat: {_quoted(stray)}.", where)
    for name, _ in frame:
        yield _finding(f"Op de eerste pagina wordt '{name}' niet voorgelezen.", where)


def _notes(document: Document, tagged: TaggedWords, where: Place) -> Iterator[Diagnostic]:
    wanted = [characters(words) for words in words_of_numbered_notes(document)]
    found = [characters(words) for words in tagged.notes]
    for number, (one, other) in enumerate(zip(wanted, found, strict=False), start=1):
        if one != other:
            difference = first_difference(one, other)
            yield _finding(f"Voorgelezen verschilt voetnoot {number}: {difference}.", where)
    if len(wanted) != len(found):
        yield _finding(
            f"De brief heeft {len(wanted)} voetnoten; er worden er {len(found)} voorgelezen.", where
        )


def _artifacts(document: Document, tagged: TaggedWords, where: Place) -> Iterator[Diagnostic]:
    """What each page repeats must be there, and must be marked as no part of the text."""
    heads, pages = table_heads(document), len(tagged.artifacts)
    for page, words in enumerate(tagged.artifacts, start=1):
        fields = document.follow_on if page > 1 else ()
        frame = frame_of(fields, page_number(document, page, pages))
        rest = without(characters(words), frame)
        for name, _ in frame:
            message = (
                f"Op pagina {page} is '{name}' niet gemerkt als iets dat elke pagina herhaalt."
            )
            yield Diagnostic("PMG507", message, where)
        if rest and not (page > 1 and rest in heads):
            message = f"Op pagina {page} wordt niet voorgelezen: {_quoted(rest)}."
            yield Diagnostic("PMG507", message, where)


def _finding(message: str, where: Place) -> Diagnostic:
    return Diagnostic("PMG506", message, where)


def _quoted(text: str) -> str:
    return f"‘{text[:_ECHO]}…’" if len(text) > _ECHO else f"‘{text}’"
