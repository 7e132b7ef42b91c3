"""Every format of a Kamerbrief and a persbericht is proven, and each change in it is seen."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from pmg_docs.checks.proof import prove
from pmg_docs.model.document import Aside, Document, Note, NoteRef
from pmg_docs.model.words import FileWords
from pmg_docs.readers import READERS
from pmg_docs.writers import WRITERS
from tests.builders.look import look
from tests.builders.tree import FOUR_WHO_SIGN, kamerbrief, line, paragraph, persbericht, signatures

TREES: dict[str, Callable[[], Document]] = {
    "kamerbrief": kamerbrief,
    "drie bladzijden": lambda: kamerbrief(length=6),
    "een die tekent": lambda: kamerbrief(FOUR_WHO_SIGN[:1]),
    "drie die tekenen": lambda: kamerbrief(FOUR_WHO_SIGN[:3]),
    "persbericht": persbericht,
}
WITH_STATUS = [name for name in WRITERS if name != "txt"]


@cache
def found(tree: str, form: str) -> FileWords:
    return READERS[form](WRITERS[form](TREES[tree](), look()))


def codes(document: Document, words: FileWords, form: str) -> set[str]:
    shown = document.shown_in(form)
    return {f.code for f in prove(shown, words, f"x.{form}", has_headers=form == "docx")}


def signed(*people: tuple[str, str]) -> Document:
    """The letter as if these had signed it."""
    tree = kamerbrief()
    return replace(tree, body=(*tree.body[:-1], signatures(*people)))


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("tree", TREES)
def test_a_faithful_file_is_proven(tree: str, form: str):
    assert codes(TREES[tree](), found(tree, form), form) == set()


@pytest.mark.parametrize("form", WRITERS)
def test_a_lost_name_is_seen(form: str):
    (office, _), *others = FOUR_WHO_SIGN
    assert codes(signed((office, ""), *others), found("kamerbrief", form), form)


@pytest.mark.parametrize("form", WRITERS)
def test_signatories_that_changed_places_are_seen(form: str):
    one, two, *others = FOUR_WHO_SIGN
    assert codes(signed(two, one, *others), found("kamerbrief", form), form) == {"PMG502"}


@pytest.mark.parametrize("form", WRITERS)
def test_names_that_changed_places_are_seen(form: str):
    (office, name), (other_office, other_name), *others = FOUR_WHO_SIGN
    swapped = signed((office, other_name), (other_office, name), *others)
    assert codes(swapped, found("kamerbrief", form), form) == {"PMG502"}


@pytest.mark.parametrize("form", WRITERS)
def test_a_lost_aside_is_seen(form: str):
    words = READERS[form](WRITERS[form](persbericht(form), look()))
    assert codes(persbericht(form), words, form) == set()
    assert codes(persbericht(), words, form) == {"PMG502"}


@pytest.mark.parametrize("form", WRITERS)
def test_an_aside_that_should_have_been_left_out_is_seen(form: str):
    assert codes(persbericht(form), found("persbericht", form), form) & {"PMG502", "PMG504"}


@pytest.mark.parametrize("form", WITH_STATUS)
def test_a_changed_word_in_the_embargo_is_seen(form: str):
    tree = persbericht()
    later = tuple(
        replace(f, lines=(line("4 april 2024, 13.00 uur"),)) if f.name == "embargo" else f
        for f in tree.first_page
    )
    codes_found = codes(replace(tree, first_page=later), found("persbericht", form), form)
    assert "PMG503" in codes_found


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_an_embargo_that_follow_on_pages_lack_is_seen(form: str):
    tree = replace(persbericht(), body=(paragraph("woord " * 900),))
    without = replace(tree, follow_on=tuple(f for f in tree.follow_on if f.name != "embargo"))
    words = READERS[form](WRITERS[form](without, look()))
    assert codes(without, words, form) == set()
    assert "PMG503" in codes(tree, words, form)


@pytest.mark.parametrize("form", WRITERS)
def test_a_changed_date_or_subject_is_seen(form: str):
    tree = kamerbrief()
    other = tuple(
        replace(f, lines=(line("8 juli 2023"),)) if f.name == "datum" else f
        for f in tree.first_page
    )
    assert "PMG503" in codes(replace(tree, first_page=other), found("kamerbrief", form), form)


def test_plain_text_that_tells_the_sender_is_seen():
    words = found("kamerbrief", "txt")
    telling = replace(words, body=("CONCEPT", *words.body))
    assert codes(kamerbrief(), telling, "txt") == {"PMG504"}


@pytest.mark.parametrize("form", WRITERS)
def test_a_note_of_an_aside_goes_out_with_it(form: str):
    tree = persbericht(form)
    *text, aside = tree.body
    assert isinstance(aside, Aside)
    with_note = replace(aside, blocks=(*aside.blocks, paragraph("zie", NoteRef(1))))
    noted = replace(tree, body=(*text, with_note), notes=(Note(1, (paragraph("geheim"),)),))
    words = READERS[form](WRITERS[form](noted, look()))
    assert codes(noted, words, form) == set()
    assert "geheim" not in {w for run in (words.body, *words.notes, *words.pages) for w in run}
