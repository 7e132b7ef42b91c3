"""What to type so that file and dossier agree again."""

import re
from pathlib import Path

import pytest

from tests.builders.came_back import Made
from tests.builders.word_edits import (
    retyped,
    typed_over,
    with_paragraph,
    without_control,
    without_paragraph,
)
from tests.checks.drift.conftest import ROOT

FACTS = "letters/pmg-2024-flexibele-uitvraag/feiten.yaml"


@pytest.mark.parametrize(
    ("name", "said", "old", "new"),
    [
        ("bijdrage_per_gemeente", "€ 550.000,-", "bedrag: 500000", "bedrag: 550000"),
        ("aantal_eerdere_gemeenten", "28", "getal: 27", "getal: 28"),
        ("datum_nota", "5 april 2024", "datum: 2024-04-04", "datum: 2024-04-05"),
        ("kenmerk_nota", "5300204", "tekst: '5300203'", "tekst: '5300204'"),
        ("looptijd", "juli 2024 tot juli 2028", "", "periode: {van: 2024-07, tot: 2028-07}"),
        ("doelgroep", "8 tot en met 25 jaar", "", "leeftijd: {van: 8, tot_en_met: 25}"),
        ("dg_ondermijning", "B&W <Co>", "tekst: DG Ondermijning", "tekst: 'B&W <Co>'"),
    ],
)
def test_a_fact_is_typed_as_in_the_facts(nota: Made, name: str, said: str, old: str, new: str):
    (found,) = nota.suggestions(typed_over(nota.data, name, said))

    assert found.where and found.where.file == FACTS
    assert (found.old, found.new) == (old, new)


def test_what_is_suggested_makes_file_and_dossier_agree(own_nota: Made):
    back = typed_over(own_nota.data, "bijdrage_per_gemeente", "€ 550.000,-")
    (found,) = own_nota.suggestions(back)
    later = own_nota.with_text(FACTS, found.old, found.new)

    assert "bijdrage_per_gemeente" not in " ".join(f.message for f in later.findings(back))


def test_a_count_is_derived_from_its_list(nota: Made):
    (found,) = nota.suggestions(typed_over(nota.data, "gemeenten", "21", position=1))

    assert found.new == ""
    assert re.search(r"verander 'gemeenten' \(.*feiten\.yaml:\d+\)", found.what)


def test_a_sum_is_derived_from_both_its_facts(nota: Made):
    back = typed_over(nota.data, "budget_per_jaar-looptijd_in_jaren", "€ 33.000.000,-")
    (found,) = nota.suggestions(back)

    assert "'budget_per_jaar'" in found.what and "'looptijd_in_jaren'" in found.what


def test_words_that_are_no_such_value_are_left_to_a_person(nota: Made):
    (found,) = nota.suggestions(typed_over(nota.data, "bijdrage_per_gemeente", "500.00"))

    assert found.new == "" and "zelf" in found.what


def test_a_sentence_keeps_its_facts_as_expressions(nota: Made):
    back = retyped(nota.data, "per jaar, voor ten hoogste", "elk jaar, hooguit")
    (found,) = nota.suggestions(back)

    assert found.where and found.where.file.endswith("nota.md")
    assert found.old == (
        "Elke gemeente krijgt {{ bijdrage_per_gemeente }} per jaar, voor ten hoogste "
        "{{ looptijd_in_jaren }} jaar."
    )
    assert found.new == (
        "Elke gemeente krijgt {{ bijdrage_per_gemeente }} elk jaar, hooguit "
        "{{ looptijd_in_jaren }} jaar."
    )


def test_a_sentence_keeps_the_filter_of_the_letter(nota: Made):
    back = retyped(nota.data, "gemeenten tijdelijk extra geld krijgen", "gemeenten geld krijgen")
    (found,) = nota.suggestions(back)

    assert "{{ gemeenten | aantal }} gemeenten geld krijgen" in found.new


def test_a_fact_without_its_control_is_an_expression_too(nota: Made):
    loose = without_control(nota.data, "bijdrage_per_gemeente")
    found = nota.suggestions(retyped(loose, "Elke gemeente krijgt", "Iedere gemeente ontvangt"))

    (typed,) = [one.new for one in found if one.new]
    assert typed == (
        "Iedere gemeente ontvangt {{ bijdrage_per_gemeente }} per jaar, voor ten hoogste "
        "{{ looptijd_in_jaren }} jaar."
    )


def test_a_figure_of_a_known_fact_is_not_typed_again(nota: Made):
    back = with_paragraph(nota.data, "Wij adviseren u", "Dat is € 10.000.000,- per jaar.")
    (found,) = nota.suggestions(back)

    assert "{{ budget_per_jaar" in found.new
    assert "10.000.000" not in found.new


def test_words_of_a_template_are_made_harmless(nota: Made):
    back = with_paragraph(nota.data, "Wij adviseren u", "Een {{ truc }} en *ster* <b>.")
    (found,) = nota.suggestions(back)

    assert "{{" not in found.new
    assert r"\*ster\*" in found.new


def test_what_was_removed_is_named_with_its_line(nota: Made):
    (found,) = nota.suggestions(without_paragraph(nota.data, "Na toekenning voeren"))

    assert found.where
    line = (ROOT / found.where.file).read_text("utf-8").splitlines()[found.where.line - 1]
    assert (line, found.new) == (found.old, "")


def test_nothing_is_written(own_nota: Made):
    def state(root: Path) -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}

    before = state(own_nota.root)
    own_nota.suggestions(typed_over(own_nota.data, "bijdrage_per_gemeente", "€ 550.000,-"))

    assert state(own_nota.root) == before
