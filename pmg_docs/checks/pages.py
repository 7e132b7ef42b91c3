"""Proof of a file that is laid out in pages: each page holds its frame, and together the text.

A PDF holds painted characters, not words: a word may be cut at a line end, and characters that are
not seen are gone. So both sides are compared without white space and without unseen characters.
What remains must be equal, character for character. A page holds its frame, then the head of a
table that runs on from the page before, then text, then footnotes.
"""

import unicodedata
from collections.abc import Iterable, Iterator

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import (
    Block,
    Document,
    Field,
    Heading,
    Paragraph,
    Signatures,
    Table,
    inner_blocks,
)
from pmg_docs.model.place import Place
from pmg_docs.model.words import (
    note_word,
    split_words,
    words_of_blocks,
    words_of_body,
    words_of_field,
    words_of_line,
    words_of_notes,
)

Run = tuple[str, ...]
Frame = list[tuple[str, str]]
"""The name and the characters of each field that a page should have."""

_ECHO = 60


def prove_pages(document: Document, pages: tuple[Run, ...], file: str) -> tuple[Diagnostic, ...]:
    """Hold the words of each page against the tree.

    Args:
        document: the tree as this format shows it.
        pages: the words of each page in the order in which the file holds them.
        file: the name of the file, for messages.

    Returns:
        A finding for each page that lacks a field of its frame, and one for the first place where
        the text differs; none when the file is proven.
    """
    return tuple(_differences(document, pages, Place(file, 0)))


def _differences(document: Document, pages: tuple[Run, ...], where: Place) -> Iterator[Diagnostic]:
    calls = {note_word(note.number): str(note.number) for note in document.notes}
    body, *notes = (
        characters(tuple(calls.get(word, word) for word in words))
        for words in (words_of_body(document), *words_of_numbered_notes(document))
    )
    heads = table_heads(document)
    for number, words in enumerate(pages, start=1):
        fields = document.follow_on if number > 1 else document.first_page
        frame = frame_of(fields, page_number(document, number, len(pages)))
        rest = without(characters(words), frame)
        if frame and (cut := _cut_off(fields, rest)):
            yield _too_long(*cut, number, where)
            return
        for name, _ in frame:
            yield _lost_field(name, number, where)
        reading = _read(rest, body, ["", *heads] if number > 1 else [""], notes)
        if reading is None:
            yield _different_text(number, body, rest, where)
            return
        text, taken = reading
        body, notes = body[len(text) :], notes[taken:]
    if body or notes:
        yield _different_text(len(pages), body or notes[0], "", where)


def characters(words: Run) -> str:
    """Words as a file holds them that is laid out: no white space, nothing that is not seen."""
    return unicodedata.normalize("NFC", "".join(c for c in "".join(words) if not _is_unseen(c)))


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf"} or "\ufe00" <= char <= "\ufe0f"


def words_of_numbered_notes(document: Document) -> tuple[Run, ...]:
    """The words of each footnote, after its number."""
    notes = enumerate(words_of_notes(document), start=1)
    return tuple((str(number), *words) for number, words in notes)


def page_number(document: Document, page: int, pages: int) -> str:
    """The words by which a page numbers itself."""
    return document.page_number.format(pagina=page, totaal=pages)


def frame_of(fields: Iterable[Field], number: str = "") -> Frame:
    """Each field of a page, the longest first: one may begin with another."""
    frame = [(f.label or f.name, characters(words_of_field(f))) for f in fields]
    frame.append(("paginanummer", characters(split_words(number))))
    return sorted((item for item in frame if item[1]), key=lambda item: -len(item[1]))


def without(rest: str, frame: Frame) -> str:
    """What follows the frame at the head of a page; what was found is taken out of `frame`."""
    while found := next((item for item in frame if rest.startswith(item[1])), None):
        frame.remove(found)
        rest = rest.removeprefix(found[1])
    return rest


def _cut_off(fields: Iterable[Field], rest: str) -> tuple[str, str] | None:
    """The field that a page only begins with, and its first line that is not there."""
    for printed in fields:
        begin = characters(split_words(printed.label))
        for number, line in enumerate(printed.lines):
            words = words_of_line(line)
            if number and begin in rest and begin + characters(words) not in rest:
                return printed.label or printed.name, " ".join(words)
            begin += characters(words)
    return None


def _read(rest: str, body: str, heads: list[str], notes: list[str]) -> tuple[str, int] | None:
    """A page read as a repeated table head, text, and footnotes: the text, and how many notes."""
    for count in range(len(notes), -1, -1):
        tail = "".join(notes[:count])
        if not rest.endswith(tail):
            continue
        for head in heads:
            text = rest.removesuffix(tail)
            if text.startswith(head) and body.startswith(text.removeprefix(head)):
                return text.removeprefix(head), count
    return None


def table_heads(document: Document) -> list[str]:
    """What each table repeats at the head of a page that it runs on to."""
    calls = {note_word(note.number): str(note.number) for note in document.notes}
    return [
        characters(tuple(calls.get(word, word) for word in head)) for head in _heads(document.body)
    ]


def _heads(blocks: Iterable[Block]) -> Iterator[Run]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph | Signatures):
            continue
        if isinstance(block, Table):
            title = tuple(word for line in block.title for word in words_of_line(line))
            header = tuple(w for cell in block.header for w in words_of_blocks(cell.blocks))
            yield title + header
        yield from _heads(inner_blocks(block))


def _lost_field(name: str, page: int, where: Place) -> Diagnostic:
    return Diagnostic(
        "PMG503",
        f"Op pagina {page} ontbreekt of verschilt '{name}'.",
        where,
        hints=("Kijk of het veld nog in de pagina van deze soort (page.html.j2) staat.",),
    )


def _too_long(name: str, line: str, page: int, where: Place) -> Diagnostic:
    return Diagnostic(
        "PMG508",
        f"Op pagina {page} is geen plaats voor heel '{name}': vanaf ‘{line[:_ECHO]}’ valt het weg.",
        where,
        hints=("Gebruik minder regels; een lange lijst kan in een bijlage.",),
    )


def _different_text(page: int, wanted: str, found: str, where: Place) -> Diagnostic:
    return Diagnostic(
        "PMG502",
        f"Op pagina {page} verschilt de tekst van de brief: {first_difference(wanted, found)}.",
        where,
    )


def first_difference(wanted: str, found: str) -> str:
    """What should stand where two texts part, and what does, each with what comes before it."""
    same = 0
    while same < min(len(wanted), len(found)) and wanted[same] == found[same]:
        same += 1
    start = max(0, same - 20)
    should, says = wanted[start : start + _ECHO], found[start : start + _ECHO]
    return f"waar ‘{should}’ hoort, staat ‘{says}’"
