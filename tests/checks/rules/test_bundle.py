"""Words that differ from the facts and from the other letters of a dossier."""

from pathlib import Path

import pytest

from tests.builders.subject import letter_text, told

FACTS = """
steden: {gemeenten: [Almelo, Breda, Ede, Gouda, Venlo, Zwolle]}
aantal_scholen: 12
aantal_eerder: 27
bijdrage: {bedrag: 500000, per: [gemeente, jaar]}
budget: {bedrag: 3000000, per: [jaar]}
"""

WRONG = {
    "een bedrag in twee vormen": (
        "PMG277", "Er is {{ bijdrage }}, dus elk jaar {{ bijdrage | voluit }}.",
        "bijdrage"),
    "een aantal in twee vormen": (
        "PMG277", "Met {{ aantal_scholen }} scholen; het blijven {{ aantal_scholen | voluit }}.",
        "twaalf"),
    "een ander aantal": (
        "PMG278", "Er zijn {{ aantal_scholen }} scholen. Alle 13 scholen doen mee.",
        "12 (aantal_scholen)"),
    "een ander aantal gemeenten in woorden": (
        "PMG278", "Dat vragen de zeven gemeenten ook.", "6 (steden)"),
    "een nul te weinig": (
        "PMG278", "Elke gemeente krijgt 50.000 euro per jaar.", "bijdrage"),
    "een nul te veel, met teken": (
        "PMG278", "Er is € 30 miljoen per jaar.", "budget"),
    "een gemeente die ontbreekt": (
        "PMG281", "Het gaat om Almelo, Breda, Ede, Venlo en Zwolle.", "Gouda ontbreekt"),
    "een gemeente te veel": (
        "PMG281", "Het gaat om Almelo, Breda, Ede, Gouda, Venlo, Zeist en Zwolle.",
        "Zeist staat er niet in"),
}  # fmt: skip

SOUND = {
    "één vorm": "Er is {{ bijdrage }}, dus elk jaar {{ bijdrage }}.",
    "in miljoenen en voluit": "Er is {{ budget | miljoen }}, precies {{ budget }}.",
    "in woorden aan het begin": "Het zijn er {{ aantal_scholen }}. "
    "{{ aantal_scholen | voluit }} scholen.",
    "een deel": "Twee scholen vielen af, en de vier scholen in het noorden wachten.",
    "een deel met een bijzin": "Er zijn {{ aantal_scholen }} scholen; de 7 scholen die wachten.",
    "het aantal zelf": "Alle 12 scholen, de {{ aantal_scholen }} scholen, de zes gemeenten.",
    "een ander zelfstandig naamwoord": "De 14 wethouders en de 30 dagen.",
    "het bedrag zelf": "Elke gemeente krijgt 500.000 euro per jaar, samen € 3 miljoen per jaar.",
    "een ander bedrag": "Een baan kost € 60.000 per jaar.",
    "een andere eenheid": "Een school krijgt 50.000 euro per school.",
    "de hele lijst in een andere volgorde": "In Zwolle, Venlo, Gouda, Ede, Breda en Almelo.",
    "een andere lijst": "Het gaat om Almelo, Assen, Emmen, Zeist, Zutphen en Zwolle.",
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_a_difference_is_told(tmp_path: Path, case: str):
    code, text, words = WRONG[case]

    found = next(f for f in told(tmp_path, FACTS, nota=text) if f.code == code)

    assert words in found.message
    assert found.where is not None
    assert (found.where.file, found.where.line) == ("letters/proef/nota.md", 11)


@pytest.mark.parametrize("case", SOUND)
def test_what_agrees_is_left_alone(tmp_path: Path, case: str):
    assert told(tmp_path, FACTS, nota=SOUND[case]) == []


def test_a_count_from_another_letter_is_held_too(tmp_path: Path):
    letters = {
        "nota": "Er zijn {{ aantal_eerder }} wijken.",
        "kamerbrief": "Alle 28 wijken doen mee.",
    }

    [found] = told(tmp_path, FACTS, **letters)

    assert found.where is not None
    assert (found.code, found.where.file) == ("PMG278", "letters/proef/kamerbrief.md")


PRESS = "Dat schrijft {{ staatssecretaris }} vandaag aan de Tweede Kamer."


def test_a_press_release_names_who_signed(tmp_path: Path):
    [found] = told(tmp_path, kamerbrief="Tekst.", persbericht=PRESS)

    assert found.code == "PMG260"
    assert "De Wit" in found.message


@pytest.mark.parametrize("key", ["ondertekenaars", "mede_namens"])
def test_who_signs_or_is_named_with_them_may_write(tmp_path: Path, key: str):
    people = "[=minister, =staatssecretaris]" if key == "ondertekenaars" else "[=staatssecretaris]"
    brief = letter_text("kamerbrief", "Ook namens anderen.", **{key: people})

    assert told(tmp_path, kamerbrief=brief, persbericht=PRESS) == []


def test_today_is_the_day_of_the_letter(tmp_path: Path):
    text = "Dat schrijft {{ minister }} vandaag aan de Tweede Kamer."
    later = letter_text("persbericht", text, datum="2026-01-16")

    [found] = told(tmp_path, kamerbrief="Tekst.", persbericht=later)

    assert found.code == "PMG259"
    assert "15 januari 2026" in found.message
