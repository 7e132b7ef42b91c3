"""What an exacting secretary-general would look at, on the letters and on awkward specimens."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.look.paper import (
    ROOT,
    SPECIMENS,
    Letter,
    Word,
    difference,
    letters,
    overlapping,
    pictures,
    words,
)
from tests.look.references import REFERENCES, TOLERANCE

_MILLIMETRE = 72 / 25.4
_TEXT = (28 * _MILLIMETRE, 157 * _MILLIMETRE)
_BOTTOM = 272 * _MILLIMETRE
_SMALL = 9.5
"""Notes and the colofon are set in lines lower than this, in points."""


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Letter]:
    out = tmp_path_factory.mktemp("papier")
    made = (*letters(ROOT, out / "echt"), *letters(SPECIMENS, out / "proef"))
    return {letter.name: letter for letter in made}


def faces(papers: Mapping[str, Letter]) -> Iterator[tuple[str, list[list[Word]]]]:
    for letter in papers.values():
        for face, pdf in letter.faces.items():
            yield f"{letter.name} ({face})", words(pdf)


def test_word_and_pdf_have_as_many_pages_within_one(papers: Mapping[str, Letter]) -> None:
    counts = {n: (len(words(p.pdf)), len(words(p.word))) for n, p in papers.items()}

    assert len(counts) == 9
    assert {n: c for n, c in counts.items() if abs(c[0] - c[1]) > 1} == {}


def test_no_words_stand_on_each_other(papers: Mapping[str, Letter]) -> None:
    found = {
        f"{name}, page {number}": pairs
        for name, pages in faces(papers)
        for number, page in enumerate(pages, start=1)
        if (pairs := overlapping(page))
    }

    assert found == {}


def test_words_on_each_other_are_seen() -> None:
    page = [Word("EMBARGO", 80, 40, 140, 52), Word("Ministerie", 130, 42, 190, 54)]

    assert overlapping(page) == [("EMBARGO", "Ministerie")]


def test_nothing_falls_off_the_paper(papers: Mapping[str, Letter]) -> None:
    for name, pages in faces(papers):
        for page in pages:
            for word in page:
                inside = word.left > 5 and word.right < 590 and word.top > 5 and word.bottom < 837
                assert inside, (name, word)


def text_of(page: list[Word]) -> list[Word]:
    """The words of running text, from top to bottom: no column, no notes, no page number."""
    left, right = _TEXT
    inside = [w for w in page if w.left > left - 2 and w.right < right + 2 and w.bottom < _BOTTOM]
    return sorted((w for w in inside if w.bottom - w.top > _SMALL), key=lambda w: (w.top, w.left))


def test_every_page_but_the_last_ends_with_text_and_not_with_a_heading(
    papers: Mapping[str, Letter],
) -> None:
    headings = {"Vervolg", "Onderbouwing", "Aanleiding", "Kernpunten", "Toelichting", "Hoofdstuk"}
    for name, pages in faces(papers):
        for number, page in enumerate(pages[:-1], start=1):
            last = max(text_of(page), key=lambda w: w.top)
            line = [w.text for w in text_of(page) if abs(w.top - last.top) < 2]
            assert line[0] not in headings, (name, number, line)


def test_the_last_page_holds_more_than_a_greeting_and_signatures(
    papers: Mapping[str, Letter],
) -> None:
    for name, pages in faces(papers):
        if "kamerbrief" in name and len(pages) > 1:
            texts = [word.text for word in text_of(pages[-1])]
            before = texts[: texts.index("Hoogachtend,")]
            assert len(before) > 10, (name, before)


def test_a_table_goes_on_with_its_heading_row(papers: Mapping[str, Letter]) -> None:
    for face, pdf in papers["waterkant/nota"].faces.items():
        pages = [" ".join(word.text for word in page) for page in words(pdf)]
        holding = [page for page in pages if "Beleidskeuzes uitgelegd" in page]
        assert len(holding) >= 2, face


def test_addressee_of_a_letter_stands_where_an_envelope_window_shows_it(
    papers: Mapping[str, Letter],
) -> None:
    for face, pdf in papers["pmg-2024-flexibele-uitvraag/kamerbrief"].faces.items():
        first = words(pdf)[0]
        window = [
            w.text
            for w in first
            if 25 < w.left / _MILLIMETRE < 110 and w.top / _MILLIMETRE > 50 and
            w.bottom / _MILLIMETRE < 78
        ]  # fmt: skip
        assert " ".join(window).startswith("> Retouradres"), face
        assert " ".join(window).endswith("2500 EA DEN HAAG"), face


@pytest.mark.parametrize("name", REFERENCES, ids=lambda path: path.stem)
def test_a_page_looks_as_it_did(papers: Mapping[str, Letter], name: Path) -> None:
    letter, face, number = REFERENCES[name]
    page = pictures(papers[letter].faces[face])[number]
    with Image.open(name) as reference:
        assert difference(page, reference) < TOLERANCE


@pytest.mark.parametrize("name", REFERENCES, ids=lambda path: path.stem)
def test_a_page_that_moved_by_two_millimetres_is_seen(name: Path) -> None:
    with Image.open(name) as reference:
        moved = ImageChops.offset(reference.convert("L"), 0, 4)
        assert difference(moved, reference) >= TOLERANCE
