"""The proof must see a difference of one digit, one full stop, one word, one lost header."""

from dataclasses import replace

import pytest

from pmg_docs.checks.proof import prove
from pmg_docs.model.document import Document
from pmg_docs.model.words import FileWords, words_of_body, words_of_field, words_of_notes
from tests.builders.tree import nota

PAGE = ("Pagina", "{pagina}", "van", "{totaal}")


def faithful(document: Document) -> FileWords:
    """A file that says exactly what the tree says, as a Word file does."""
    first = {f.name: words_of_field(f) for f in document.first_page}
    column = tuple(
        w for n in ("status", "directoraat_generaal", "directie", "bezoekadres", "website",
                    "datum", "projectnaam", "kenmerk", "dossiernummer") for w in first[n]
    )  # fmt: skip
    above = tuple(w for n in ("aan", "documentwoord", "onderwerp", "parafen") for w in first[n])
    return FileWords(
        body=above + words_of_body(document),
        first=(column, PAGE),
        follow_on=(tuple(w for f in document.follow_on for w in words_of_field(f)), PAGE),
        notes=words_of_notes(document),
    )


def codes(found: FileWords) -> list[str]:
    return [f.code for f in prove(nota(), found, "nota.docx", has_headers=True)]


def changed(words: tuple[str, ...], old: str, new: str | None) -> tuple[str, ...]:
    at = words.index(old)
    return words[:at] + (() if new is None else (new,)) + words[at + 1 :]


def test_a_faithful_file_is_proven():
    assert codes(faithful(nota())) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("500.000,-", "50.000,-"),
        ("punt", "punt."),
        ("alinea", None),
        ("tweede", "eerste"),
        ("[^1]", "[^2]"),
        ("2.", "3."),
        ("&", "en"),
    ],
)
def test_any_change_of_the_text_is_seen(old: str, new: str | None):
    good = faithful(nota())

    assert codes(replace(good, body=changed(good.body, old, new))) == ["PMG502"]


def test_two_words_that_changed_places_are_seen():
    good = faithful(nota())
    at = good.body.index("eerste")
    body = (*good.body[:at], good.body[at + 1], good.body[at], *good.body[at + 2 :])

    assert codes(replace(good, body=body)) == ["PMG502"]


def test_a_changed_figure_in_the_first_header_is_seen():
    good = faithful(nota())
    first = (changed(good.first[0], "5300203", "5300230"), good.first[1])

    assert codes(replace(good, first=first)) == ["PMG503", "PMG504"]


def test_a_lost_follow_on_header_is_seen():
    good = faithful(nota())

    found = codes(replace(good, follow_on=(good.follow_on[1],)))
    assert found == ["PMG503"] * len(nota().follow_on)


def test_a_lost_page_number_is_seen():
    good = faithful(nota())

    assert codes(replace(good, first=(good.first[0],))) == ["PMG503"]


def test_a_word_that_the_tree_does_not_know_is_seen():
    good = faithful(nota())

    assert codes(replace(good, first=(*good.first, ("Vertrouwelijk",)))) == ["PMG504"]


def test_a_changed_or_lost_footnote_is_seen():
    good = faithful(nota())

    assert codes(replace(good, notes=(good.notes[0], ("anders",)))) == ["PMG505"]
    assert codes(replace(good, notes=good.notes[:1])) == ["PMG505"]


def test_fields_may_stand_in_another_order_and_twice():
    good = faithful(nota())
    by_name = {f.name: words_of_field(f) for f in nota().first_page}
    first = (*good.first, by_name["kenmerk"])

    assert codes(replace(good, first=tuple(reversed(first)))) == []


def test_a_finding_says_what_should_stand_and_what_does():
    good = faithful(nota())
    wrong = replace(good, body=changed(good.body, "500.000,-", "50.000,-"))

    [finding] = prove(nota(), wrong, "nota.docx", has_headers=True)
    assert "500.000,-" in finding.message
    assert "50.000,-" in finding.message


def test_a_field_may_stand_again_without_its_label():
    good = faithful(nota())
    again = ("5300203", "Turfmarkt", "147,", "2511", "DP", "Den", "Haag")

    assert codes(replace(good, first=(*good.first, again))) == []
    assert codes(replace(good, first=(*good.first, ("5300230",)))) == ["PMG504"]
