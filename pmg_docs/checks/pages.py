"""Proof of a file that is laid out in pages: each page holds its frame, and together the text.

A PDF holds painted characters, not words: a word may be cut at a line end, what runs from right to
left stands as it is seen, and characters that are not seen are gone. So both sides are compared
without white space, without unseen characters, and with each right-to-left stretch in one order.
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

_STRONG_LEFT = "L"
_LEFTWARD = frozenset({"R", "AL"})
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
    body = seen(words_of_body(document), document)
    notes = [
        f"{number}{seen(words, document)}"
        for number, words in enumerate(words_of_notes(document), start=1)
    ]
    heads = [seen(head, document) for head in _table_heads(document.body)]
    for number, words in enumerate(pages, start=1):
        fields = document.follow_on if number > 1 else document.first_page
        frame = _frame(document, fields, number, len(pages))
        rest = _without(seen(words, document), frame)
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


def seen(words: Run, document: Document) -> str:
    """Words as such a file holds them: no space, nothing unseen, footnotes by their number."""
    calls = {note_word(note.number): str(note.number) for note in document.notes}
    text = "".join(calls.get(word, word) for word in words)
    shown = "".join(char for char in text if not _is_unseen(char))
    return "".join(_steady(unicodedata.normalize("NFC", shown)))


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf"} or "\ufe00" <= char <= "\ufe0f"


def _steady(text: str) -> Iterator[str]:
    """Text whose right-to-left stretches are sorted, so that their painted order is no matter."""
    stretch = ""
    for char in text:
        if unicodedata.bidirectional(char) != _STRONG_LEFT:
            stretch += char
            continue
        yield _sorted_if_leftward(stretch)
        stretch = ""
        yield char
    yield _sorted_if_leftward(stretch)


def _sorted_if_leftward(stretch: str) -> str:
    leftward = any(unicodedata.bidirectional(char) in _LEFTWARD for char in stretch)
    return "".join(sorted(stretch)) if leftward else stretch


def _frame(
    document: Document, fields: tuple[Field, ...], page: int, pages: int
) -> list[tuple[str, str]]:
    """The name and the words of each field, the longest first: one may begin with another."""
    number = document.page_number.format(pagina=page, totaal=pages)
    frame = [("paginanummer", seen(split_words(number), document))]
    frame += [(f.label or f.name, seen(words_of_field(f), document)) for f in fields]
    return sorted(frame, key=lambda item: -len(item[1]))


def _without(rest: str, frame: list[tuple[str, str]]) -> str:
    """What follows the frame at the head of a page; what was found is taken out of `frame`."""
    while found := next((item for item in frame if rest.startswith(item[1])), None):
        frame.remove(found)
        rest = rest.removeprefix(found[1])
    return rest


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


def _table_heads(blocks: Iterable[Block]) -> Iterator[Run]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph | Signatures):
            continue
        if isinstance(block, Table):
            title = tuple(word for line in block.title for word in words_of_line(line))
            header = tuple(w for cell in block.header for w in words_of_blocks(cell.blocks))
            yield title + header
        yield from _table_heads(inner_blocks(block))


def _lost_field(name: str, page: int, where: Place) -> Diagnostic:
    return Diagnostic(
        "PMG503",
        f"Op pagina {page} ontbreekt of verschilt '{name}'.",
        where,
        hints=("Kijk of het veld nog in de pagina van deze soort (page.html.j2) staat.",),
    )


def _different_text(page: int, wanted: str, found: str, where: Place) -> Diagnostic:
    same = 0
    while same < min(len(wanted), len(found)) and wanted[same] == found[same]:
        same += 1
    start = max(0, same - 20)
    return Diagnostic(
        "PMG502",
        f"Op pagina {page} verschilt de tekst van de brief: waar "
        f"‘{wanted[start : start + _ECHO]}’ hoort, staat ‘{found[start : start + _ECHO]}’.",
        where,
    )
