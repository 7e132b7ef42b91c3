"""A copy against its tree: what pages repeat or break up is no change, and words are."""

from pmg_docs.model.changes import ChangeKind
from pmg_docs.model.passage import Part, Passage
from pmg_docs.review.copies import CopyChanges, compare_copy
from tests.builders.passages import cell, passage

OFFICE = Passage("Directie Groen en Water", Part.FRAME, name="afzender")
NUMBER = Passage("2026-0123", Part.FRAME, label="Ons kenmerk", name="kenmerk")
NOTE = Passage("Kamerstukken II, nr. 5.", Part.NOTE)
TREE = [OFFICE, NUMBER, passage("De eerste alinea is lang genoeg."), cell("Gemeente", 1, 1),
        cell("Bedrag", 1, 2), cell("Almelo", 2, 1), cell("€ 5", 2, 2),
        passage("De laatste alinea staat hier."), NOTE]  # fmt: skip


def page(*texts: str) -> list[Passage]:
    """What a reader of pages finds, in which nothing is a paragraph or a note for certain."""
    return [passage(text) for text in texts]


def held(copy: list[Passage], *, has_paragraphs: bool = False) -> CopyChanges:
    return compare_copy(TREE, copy, "CONCEPT", has_paragraphs=has_paragraphs)


def header(text: str) -> Passage:
    return passage(text, part=Part.HEADER)


PRINTED = page(
    "Directie Groen en", "Water Ons kenmerk", "2026-0123 De eerste alinea is",
    "lang genoeg. Gemeente Bedrag", "Kamerstukken II, nr. 5.", "Gemeente Bedrag",
    "Almelo € 5 De laatste", "alinea staat hier.", "Pagina 2 van 2",
)  # fmt: skip


def test_pages_break_up_headers_notes_and_tables_without_a_change():
    assert held(PRINTED) == CopyChanges((), (), is_marked=False)


def test_a_header_of_several_lines_is_no_change():
    edges = [header("Directie Groen en"), header("Water"), header("2026-0123")]

    assert held([*TREE[2:], *edges], has_paragraphs=True).changes == ()


def test_a_number_altered_on_one_page_is_told_beside_the_right_one():
    edges = [header(OFFICE.text), header("2026-0123"), header("2026-0124")]

    [change] = held([*TREE[2:], *edges], has_paragraphs=True).changes

    assert change.old is not None
    assert change.new is not None
    assert (change.old.text, change.new.text) == ("2026-0123", "2026-0124")


def test_what_the_frame_lacks_is_missing_and_weighs():
    found = held(TREE[2:], has_paragraphs=True)

    assert (found.changes, found.missing) == ((), (OFFICE, NUMBER))
    assert found.weight == 2
    assert [c.kind for c in found.with_missing_as_changes().changes] == [ChangeKind.REMOVED] * 2


def test_the_mark_of_a_draft_is_no_change_and_is_told():
    found = held([header("CONCEPT"), *TREE], has_paragraphs=True)

    assert (found.changes, found.is_marked) == ((), True)


def test_signs_that_nobody_sees_are_no_words():
    hidden = [passage(f"\x04{p.text}\u00ad\x01", part=p.part) for p in TREE]

    assert held(hidden).changes == ()


def test_a_note_with_other_words_is_one_change():
    other = [*TREE[:-1], passage("Kamerstukken II, nr. 6.", part=Part.NOTE)]

    [change] = held(other, has_paragraphs=True).changes

    assert change.kind is ChangeKind.CHANGED


def test_a_note_with_other_words_on_a_page_is_told():
    other = [passage("Kamerstukken II, nr. 6.") if "nr. 5" in p.text else p for p in PRINTED]

    told = [one.new.text for one in held(other).changes if one.new]

    assert any("nr. 6" in text for text in told)


def test_a_paragraph_that_stands_elsewhere_is_a_change():
    moved = [*TREE[:2], TREE[7], *TREE[2:7], NOTE]

    assert held(moved, has_paragraphs=True).changes
