"""The same at another ministry, with facts that files and people stumble over."""

from pathlib import Path

import pytest

from pmg_docs.checks.drift import Fate, Turn
from tests.builders.came_back import Made
from tests.builders.folder import write_tree
from tests.builders.word_edits import (
    retyped,
    saved_by_libreoffice,
    tracked,
    typed_in_one_place,
    typed_over,
    with_paragraph,
    without_control,
)

STYLE = """\
naam: bzw
breidt_uit: rijk
afzender:
  ministerie: Ministerie van Bossen, Zee & Wind
  directie: Directie R&D | Algemeen
  bezoekadres: [Rijnstraat 8, 2515 XP Den Haag]
"""
FACTS = """\
stijl: bzw
programma: Water & Wegen < 2050
feiten:
  minister: {persoon: {naam: Ĳ. van ’t Hof-Şahin, ambt: Minister van Bossen}}
  bureau: {tekst: 'B&W <Co>'}
  spreuk: {tekst: 'שלום עולם'}
  citaat: {tekst: 'Het kan. Het moet. Het zal'}
  budget: {bedrag: 123456789012}
  per_stad: {bedrag: '36098476,32'}
  deel: {percentage: '12,5'}
  verlies: {reeks: {2024: -1500000, 2025: 7}, eenheid: euro}
  steden: {gemeenten: [Den Haag, Gilze en Rijen, ’s-Hertogenbosch, Súdwest-Fryslân]}
  looptijd: {periode: {van: 2026-01-01, tot: 2031-01-01}}
  verdeling: {verdeling: {’s-Hertogenbosch: 10, Ede: 20}}
"""
NOTA = """\
---
soort: nota
aan: [=minister, "Hoofd R&D <intern>"]
onderwerp: Water & Wegen < 2050
datum: 2024-12-31
kenmerk: BZW/2024-12
---
## Aanleiding

Het bureau {{ bureau }} zegt {{ spreuk }}. Men zei: {{ citaat }}. Het plan kost {{ budget }}.

## Geadviseerd besluit

1. Stem in met {{ per_stad }} voor {{ steden | aantal }} gemeenten.
2. Stem in met {{ deel }} en {{ verlies[2024] }}.

## Kernpunten

Aan dit plan doen {{ steden }} mee.[^1]
In ’s-Hertogenbosch is het {{ verdeling['’s-Hertogenbosch'] }}.

| Wat | Hoeveel |
| --- | --- |
| Budget | {{ budget }} |
| Deel | {{ deel }} |

[^1]: Looptijd {{ looptijd }} volgens {{ bureau }}.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    root = tmp_path_factory.mktemp("bzw")
    write_tree(root, {"styles/bzw/stijl.yaml": STYLE, "letters/wegen/feiten.yaml": FACTS,
                      "letters/wegen/nota.md": NOTA})  # fmt: skip
    return Made.of(root, "wegen", "nota")


def test_unedited_it_is_clean_however_often_it_is_saved(made: Made, tmp_path: Path):
    assert made.findings(made.data) == ()
    assert made.findings(saved_by_libreoffice(made.data, tmp_path, times=3)) == ()


@pytest.mark.parametrize(
    ("name", "said", "typed"),
    [
        ("bureau", "B&W <Co> & Zn.", "bureau: {tekst: 'B&W <Co> & Zn.'}"),
        ("spreuk", "עולם שלום", "spreuk: {tekst: 'עולם שלום'}"),
        ("budget", "€ 123.456.789.013", "budget: {bedrag: 123456789013}"),
        ("per_stad", "€ 36.098.476,33", "per_stad: {bedrag: '36098476,33'}"),
        ("deel", "13,5%", "deel: {percentage: '13,5'}"),
        (
            "verlies.2024",
            "-€ 1.600.000",
            "verlies: {reeks: {2024: -1600000, 2025: 7}, eenheid: euro}",
        ),
    ],
)
def test_a_fact_typed_over_survives_libreoffice(
    made: Made, name: str, said: str, typed: str, tmp_path: Path
):
    back = saved_by_libreoffice(typed_over(made.data, name, said), tmp_path)
    fact = made.fact(back, name)
    (found,) = made.suggestions(back)

    assert (fact.fate, fact.said) == (Fate.CHANGED, (said,))
    assert made.codes(back) == ["PMG361"]
    assert found.new == typed


def test_a_fact_of_several_sentences_is_one_fact(made: Made):
    back = typed_over(made.data, "citaat", "Het mag")

    assert made.codes(back) == ["PMG361"]


def test_a_full_stop_typed_in_a_control_makes_no_other_sentence(made: Made):
    assert made.codes(typed_over(made.data, "bureau", "B. Zo. En")) == ["PMG361"]


def test_two_places_of_one_file_in_table_and_text(made: Made):
    fact = made.fact(typed_in_one_place(made.data, "budget", "€ 1"), "budget")

    assert fact.is_torn
    assert {str(spot) for spot in fact.found} == {
        "onder '1. Aanleiding', alinea 6", "onder '3. Kernpunten', tabel 1, rij 2, kolom 2",
    }  # fmt: skip


def test_a_name_with_an_apostrophe_may_lose_its_curl(made: Made):
    back = typed_over(made.data, "steden", "Den Haag, Gilze en Rijen, 's-Hertogenbosch en "
                      "Súdwest-Fryslân", position=2)  # fmt: skip

    assert made.findings(back) == ()


def test_a_municipality_that_was_left_out(made: Made):
    back = typed_over(made.data, "steden", "Den Haag, Gilze en Rijen en ’s-Hertogenbosch", 2)
    (found,) = made.suggestions(back)

    assert made.codes(back) == ["PMG361"]
    assert "[Den Haag, Gilze en Rijen, '’s-Hertogenbosch']" in found.new


def test_words_around_hebrew_that_change(made: Made):
    back = retyped(made.data, "Het bureau", "Ons bureau")
    (prose,) = made.drift(back).prose
    (found,) = made.suggestions(back)

    assert prose.turn is Turn.CHANGED
    assert found.new == "Ons bureau {{ bureau }} zegt {{ spreuk }}."


def test_a_share_of_a_distribution_keeps_its_expression(made: Made):
    (found,) = made.suggestions(retyped(made.data, "In ’s-Hertogenbosch is", "In de stad is"))

    assert found.new == "In de stad is het {{ verdeling['’s-Hertogenbosch'] }}."


def test_a_loose_negative_amount_is_not_its_positive(made: Made):
    fact = made.fact(without_control(made.data, "verlies.2024", "€ 1.500.000"), "verlies.2024")

    assert (fact.fate, fact.said) == (Fate.CHANGED, ("€ 1.500.000",))


def test_a_note_that_changed_is_told_as_a_note(made: Made):
    back = retyped(made.data, "Looptijd", "Duur", "word/footnotes.xml")

    assert [str(p.part) for p in made.drift(back).prose] == ["voetnoot"]


@pytest.mark.parametrize(
    ("old", "new", "typed"),
    [
        ("BZW/2024-12", "BZW/2024-13", "kenmerk: BZW/2024-13"),
        ("31 december 2024", "1 januari 2025", "datum: 2025-01-01"),
        ("Rijnstraat 8", "Rijnstraat 9", ""),
    ],
)
def test_what_stands_in_the_header_is_to_be_changed_where_it_was_typed(
    made: Made, old: str, new: str, typed: str
):
    back = retyped(made.data, old, new, r"word/header\d.xml")
    (found,) = made.suggestions(back)

    assert made.codes(back) == ["PMG361"]
    assert "koptekst" in made.findings(back)[0].message
    assert found.where and found.new == typed


def test_an_accepted_change_leaves_no_name_and_is_found_all_the_same(made: Made):
    open_change = tracked(made.data, "Stem in met ", "Stem niet in met ", "X", "2024-05-01")
    accepted = retyped(made.data, "Stem in met ", "Stem niet in met ")

    assert made.codes(open_change) == ["PMG367", "PMG372"]
    assert made.codes(accepted) == ["PMG367"]


def test_a_paragraph_in_hebrew_more(made: Made):
    assert made.codes(with_paragraph(made.data, "Men zei", "שלום לכולם.")) == ["PMG368"]
