"""Typed names that are nearly those of the facts."""

from pathlib import Path

import pytest

from tests.builders.subject import told

FACTS = """
programma: {tekst: Preventie met Gezag}
dg: {tekst: DG Ondermijning}
dg_ander: {tekst: DG Straffen en Beschermen}
ministers: {persoon: {naam: D. Yeşilgöz-Zegerius, ambt: Minister van Justitie en Veiligheid}}
"""

WRONG = {
    "een letter verkeerd": ("PMG279", "Afgestemd met DG Ondernijning.", "DG Ondermijning"),
    "een woord van een lange naam": (
        "PMG279", "Afgestemd met DG Strafen en Beschermen.", "DG Straffen en Beschermen"),
    "een kleine letter": ("PMG296", "Het programma Preventie met gezag groeit.",
                          "Preventie met Gezag"),
    "een hoofdletter te veel": ("PMG296", "Het programma Preventie Met Gezag groeit.",
                                "Preventie met Gezag"),
    "een ambt met een kleine letter": (
        "PMG296", "Dat zegt de Minister van justitie en Veiligheid.", "Justitie"),
    "een achternaam zonder tekens": (
        "PMG279", "Dat zegt minister Yesilgöz-Zegerius.", "Yeşilgöz-Zegerius"),
}  # fmt: skip

SOUND = {
    "de naam zelf": "Preventie met Gezag, DG Ondermijning en DG Straffen en Beschermen.",
    "de naam uit een feit": "Het programma {{ programma }} en {{ dg }}.",
    "een kleine letter vooraan": "Dat zegt de minister van Justitie en Veiligheid.",
    "in hoofdletters": "PREVENTIE MET GEZAG begint.",
    "een ander DG": "Afgestemd met DG Politie en DG Migratie.",
    "een ander woord": "Preventie met Beleid is iets anders.",
    "gewone woorden": "Preventie is belangrijk, met gezag en gezelligheid.",
    "een titel tussen aanhalingstekens": "De brief «Preventie met gezag» ging daarover.",
    "de tweede naam van iemand": "Dat zegt minister Yeşilgöz-Zegerius, en minister Yeşilgöz ook.",
    "een andere minister": "Dat zegt minister Weerwind.",
}


@pytest.mark.parametrize("case", WRONG)
def test_a_slip_in_a_name_is_told(tmp_path: Path, case: str):
    code, text, right = WRONG[case]

    [found] = told(tmp_path, FACTS, nota=text)

    assert found.code == code
    assert right in found.message
    assert found.where is not None
    assert (found.where.file, found.where.line) == ("letters/proef/nota.md", 11)


@pytest.mark.parametrize("case", SOUND)
def test_a_good_name_is_left_alone(tmp_path: Path, case: str):
    assert told(tmp_path, FACTS, nota=SOUND[case]) == []
