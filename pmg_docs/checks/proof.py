"""Proof: a file that was read back says what the tree says, no word more, no word less.

The text must stand in the file as one unbroken run of words. The frame's fields may stand in any
order around it, since an officer may move them in the Word shell, but each must be there whole,
and nothing else may be.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from pmg_docs.checks.pages import prove_pages
from pmg_docs.checks.tagged import prove_tagged
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Document, Field
from pmg_docs.model.place import Place
from pmg_docs.model.words import (
    FileWords,
    split_words,
    words_of_body,
    words_of_field,
    words_of_line,
    words_of_notes,
)

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A kind of page of a file, as messages call it."""

    name: str
    where: Place


def prove(
    document: Document, found: FileWords, file: str, *, has_headers: bool
) -> tuple[Diagnostic, ...]:
    """Hold the words of a file against the tree.

    Args:
        document: the tree as this format shows it.
        found: what a reader found in the file.
        file: the name of the file, for messages.
        has_headers: whether the format has page headers, which must then hold their fields.

    Returns:
        A finding for each difference; none when the file is proven.
    """
    if found.pages:
        # Tags that differ along with what is painted are no second fault.
        painted = prove_pages(document, found.pages, file) if found.tagged else ()
        return painted or prove_tagged(document, found.tagged, file)
    return tuple(_differences(document, found, Place(file, 0), has_headers=has_headers))


def _differences(
    document: Document, found: FileWords, where: Place, *, has_headers: bool
) -> Iterator[Diagnostic]:
    body = words_of_body(document)
    start = find_run(found.body, body)
    if start is None:
        yield _different_text(body, found.body, where)
        return
    around = [found.body[:start], found.body[start + len(body) :]]
    page_number = split_words(document.page_number)
    furniture = (page_number,) if has_headers else ()
    # An officer may print a field again anywhere; it still says what the tree says.
    again = [run for f in (*document.first_page, *document.follow_on) for run in _printed(f)]
    repeats = (*furniture, *sorted(again, key=lambda run: -len(run)))
    first = [*around, *found.first]
    yield from _frame(document.first_page, first, furniture, repeats, Page("eerste pagina", where))
    if has_headers:
        # A field on one kind of page says nothing of the others: even ones, another section.
        kinds = found.later_pages or (("volgende pagina", found.follow_on),)
        for name, parts in dict.fromkeys(kinds):
            yield from _frame(document.follow_on, parts, furniture, repeats, Page(name, where))
    yield from _notes(words_of_notes(document), found.notes, where)


def find_run(words: Run, run: Run) -> int | None:
    """Where a run of words stands in a longer one, or None; an empty run stands at the start."""
    for start in range(len(words) - len(run) + 1):
        if words[start : start + len(run)] == run:
            return start
    return None


def _printed(printed: Field) -> tuple[Run, ...]:
    """How a placeholder may print a field: with its label, without, and on one line with commas."""
    lines = [run for line in printed.lines if (run := words_of_line(line))]
    if not lines:
        return ()
    bare = tuple(word for run in lines for word in run)
    listed = tuple(word for run in lines[:-1] for word in (*run[:-1], f"{run[-1]},")) + lines[-1]
    return tuple(dict.fromkeys((words_of_field(printed), listed, bare)))


def _frame(
    fields: Iterable[Field],
    parts: Iterable[Run],
    furniture: tuple[Run, ...],
    repeats: tuple[Run, ...],
    page: Page,
) -> Iterator[Diagnostic]:
    pieces = [part for part in parts if part]
    # The longest first, or `nota` would be found inside a subject that holds that word.
    wanted = sorted(((f.label or f.name, words_of_field(f)) for f in fields),
                    key=lambda item: -len(item[1]))  # fmt: skip
    for name, run in [*wanted, *(("paginanummer", run) for run in furniture)]:
        if not _take(pieces, run):
            yield Diagnostic(
                "PMG503",
                f"Op de {page.name} ontbreekt of verschilt '{name}': {_quoted(run)}.",
                page.where,
                hints=(
                    "Kijk of het veld nog in het Word-sjabloon of de pagina van deze soort staat.",
                ),
            )
    while any(_take(pieces, run) for run in repeats):
        pass
    for piece in pieces:
        yield Diagnostic(
            "PMG504",
            f"Op de {page.name} staan woorden die niet uit de brief komen: {_quoted(piece)}.",
            page.where,
            hints=("Haal die tekst uit het Word-sjabloon, of maak er een veld van.",),
        )


def _take(pieces: list[Run], run: Run) -> bool:
    """Take a run out of the pieces, which splits the piece that held it."""
    for number, piece in enumerate(pieces):
        start = find_run(piece, run) if run else None
        if start is not None:
            rest = (piece[:start], piece[start + len(run) :])
            pieces[number : number + 1] = [part for part in rest if part]
            return True
    return False


def _notes(wanted: tuple[Run, ...], found: tuple[Run, ...], where: Place) -> Iterator[Diagnostic]:
    for number, (one, other) in enumerate(zip(wanted, found, strict=False), start=1):
        if one != other:
            yield Diagnostic(
                "PMG505", f"Voetnoot {number} verschilt: {_first_difference(one, other)}.", where
            )
    if len(wanted) != len(found):
        yield Diagnostic(
            "PMG505",
            f"De brief heeft {len(wanted)} voetnoten en het bestand {len(found)}.",
            where,
        )


def _different_text(wanted: Run, found: Run, where: Place) -> Diagnostic:
    return Diagnostic(
        "PMG502", f"De tekst verschilt van de brief: {_first_difference(wanted, found)}.", where
    )


def _first_difference(wanted: Run, found: Run) -> str:
    matcher = SequenceMatcher(a=found, b=wanted, autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    # What stands in the file before the text begins is the frame, no difference.
    first = blocks[0] if blocks else None
    at_found = first.a if first and first.b == 0 else 0
    at_wanted = 0
    while at_wanted < len(wanted) and at_found < len(found):
        if wanted[at_wanted] != found[at_found]:
            break
        at_wanted, at_found = at_wanted + 1, at_found + 1
    says, should = found[at_found : at_found + 6], wanted[at_wanted : at_wanted + 6]
    return f"waar {_quoted(should)} hoort, staat {_quoted(says)}"


def _quoted(run: Run) -> str:
    text = " ".join(run)
    return f"‘{text[:80]}…’" if len(text) > 80 else f"‘{text}’" if text else "niets"
