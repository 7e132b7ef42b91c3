"""What newspapers write of a dossier of a ministry that the reader did not grow up with."""

from pathlib import Path

import pytest

from pmg_docs.checks.statements import Verdict, judge
from tests.builders.manuscript import facts_at

FACTS = """
stijl: rijk
programma: Schone Lucht Dichtbij
feiten:
  programma: {tekst: Schone Lucht Dichtbij}
  minister:
    persoon: {naam: H. ten Broeke-Nijhuis, ambt: Minister van Infrastructuur en Klimaat}
  staatssecretaris:
    persoon: {naam: A. el Idrissi, ambt: Staatssecretaris van Milieu}
  deelnemers:
    gemeenten: [Amersfoort, Apeldoorn, Ede, Groningen, Helmond, Zaanstad]
    volgorde: alfabetisch
  aantal_deelnemers: {getal: 6}
  bijdrage_per_gemeente: {bedrag: 1500000, per: [gemeente, jaar]}
  budget_per_jaar: {bedrag: 9000000, per: [jaar]}
  totaal: {bedrag: 36000000}
  looptijd_in_jaren: {getal: 4}
  looptijd: {periode: {van: 2025-09, tot: 2029-09}}
  uitgaven:
    reeks: {2025: 3000000, 2026: 9000000, 2027: 9000000, 2028: 9000000, 2029: 6000000}
    eenheid: euro
  daling: {percentage: 35}
  meetpunten: {getal: 1250}
  regeling:
    verwijzing:
      titel: Regeling schone lucht gemeenten 2025
      datum: 2025-06-12
      vindplaats: Stcrt. 2025, 20417
"""
_LINES = Path(__file__).with_name("press.txt").read_text(encoding="utf-8").splitlines()
_SENTENCES = [line for line in _LINES if line and not line.startswith("#")]
WRONG = [tuple(line.split(" | ")) for line in _SENTENCES if " | " in line]
RIGHT = [line for line in _SENTENCES if " | " not in line]


@pytest.mark.parametrize("sentence", RIGHT)
def test_nothing_is_a_contradiction_that_is_none(tmp_path: Path, sentence: str):
    found = judge(sentence, facts_at(tmp_path, FACTS, "schone-lucht-2025"))
    assert [one for one in found if one.verdict is Verdict.CONTRADICTS] == []


@pytest.mark.parametrize(("sentence", "words"), WRONG)
def test_a_wrong_figure_is_a_contradiction(tmp_path: Path, sentence: str, words: str):
    found = judge(sentence, facts_at(tmp_path, FACTS, "schone-lucht-2025"))
    wrong = [one.said for one in found if one.verdict is Verdict.CONTRADICTS]
    assert len(wrong) == 1
    assert words in wrong[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "Elk van de zes gemeenten krijgt 1 500 000 euro per jaar.",
        "Voor Schone Lucht Dichtbij is in totaal 36 000 000 euro beschikbaar.",
        "In totaal is er € 36 mln. voor Schone Lucht Dichtbij.",
        "Per jaar gaat er 9 mln euro naar de zes gemeenten.",
    ],
)
def test_a_large_amount_agrees_however_it_is_written(tmp_path: Path, sentence: str):
    found = judge(sentence, facts_at(tmp_path, FACTS, "schone-lucht-2025"))
    assert {one.verdict for one in found} == {Verdict.AGREES}
    assert any("gemeente" in one.fact or one.fact in ("totaal", "uitgaven") for one in found)
