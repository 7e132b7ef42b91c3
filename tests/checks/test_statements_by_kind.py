"""What the reader makes of sentences of every kind, of this project's dossiers and of others."""

import re
from functools import cache
from pathlib import Path

import pytest

from pmg_docs.checks.statements import Judgement, Verdict, judge
from pmg_docs.model.fact import FactSet
from tests.builders.manuscript import facts_at
from tests.reading.scoring import facts_of

ROUTES = """
stijl: rijk
programma: Veilige Schoolroutes
feiten:
  programma: {tekst: Veilige Schoolroutes}
  minister:
    persoon: {naam: B. Voorbeeld-Özdemir, ambt: Minister van Infrastructuur en Bereikbaarheid}
  staatssecretaris:
    persoon: {naam: K. İğdır, ambt: Staatssecretaris van Openbaar Vervoer}
  gemeenten:
    gemeenten: [Assen, Den Haag, Hendrik-Ido-Ambacht, ’s-Hertogenbosch, Hoorn, Sittard-Geleen,
                Súdwest-Fryslân, Venlo, Zwolle]
    volgorde: zoals_gegeven
  aantal_gemeenten: {getal: 9}
  aantal_partners: {getal: 6}
  scholen: {getal: 240}
  schoolzones: {reeks: {2025: 40, 2026: 120, 2027: 300}, eenheid: aantal}
  bijdrage_per_gemeente: {bedrag: 250000, per: [gemeente, jaar]}
  budget_per_jaar: {bedrag: 2250000, per: [jaar]}
  totaal: {bedrag: 9000000}
  looptijd_in_jaren: {getal: 4}
  looptijd: {periode: {van: 2025-09, tot: 2029-09}}
  doelgroep: {leeftijd: {van: 4, tot_en_met: 12}}
  daling_ongevallen: {percentage: 25}
  datum_kamerbrief: {datum: 2025-06-12}
  kenmerk_kamerbrief: {tekst: IENW/BSK-2025/118204}
  regeling:
    verwijzing:
      titel: Regeling veilige schoolroutes gemeenten 2025
      datum: 2025-06-10
      vindplaats: Stcrt. 2025, 20417
  brief_scholen:
    kamerstuk: {kamer: II, vergaderjaar: 2024/25, dossier: 29398, nummer: 1167, datum: 2025-03-14,
                titel: Verkeersveiligheid rond scholen}
regels:
  - {code: R1, regel: aantal_gemeenten == aantal(gemeenten), uitleg: het aantal is dat van de lijst}
"""
BEKEN = """
stijl: rijk
programma: Levende Beken
feiten:
  programma: {tekst: Levende Beken}
  minister_lvvn:
    persoon:
      naam: F.M. ’t Hooft
      ambt: Minister van Landbouw, Visserij, Voedselzekerheid en Natuur
  gemeenten: {gemeenten: [Assen, Ede, Epe], volgorde: alfabetisch}
  bijdragen: {verdeling: {Assen: 300000, Ede: 450000, Epe: 125000}}
  aantal_waterschappen: 5
  aantal_terreinbeheerders: 4
"""
KANTINES = """
stijl: rijk
programma: Gezonde Kantines
feiten:
  programma: {tekst: Gezonde Kantines}
  minister_vws:
    persoon: {naam: T.J. Hogervorst, ambt: 'Minister van Volksgezondheid, Welzijn en Sport'}
  staatssecretaris_jps:
    persoon: {naam: L. el Khattabi, ambt: 'Staatssecretaris Jeugd, Preventie en Sport'}
  gemeenten:
    gemeenten: [Alkmaar, Beverwijk, Deventer, Doetinchem, Ede, Goes, Harderwijk, Meppel,
                Roosendaal, Tiel, Veenendaal, Waalwijk]
    volgorde: alfabetisch
  aantal_gemeenten: {getal: 12}
  scholen: {getal: 180}
  bijdrage_per_gemeente: {bedrag: 150000, per: [gemeente, jaar]}
  budget_per_jaar: {bedrag: 1800000, per: [jaar]}
  totaal: {bedrag: 3600000}
  eigen_bijdrage: {percentage: 25, van: bijdrage_per_gemeente}
  aandeel_gezonde_kantines:
    percentage: 45
    toelichting: Het deel van de schoolkantines dat gezond is.
  looptijd_in_jaren: {getal: 2}
  looptijd: {periode: {van: 2025-08, tot: 2027-08}}
  doelgroep: {leeftijd: {van: 12, tot_en_met: 18}}
  datum_brief: {datum: 2025-03-20}
  kenmerk_brief: {tekst: 4087651-1079234-VGP}
  regeling:
    verwijzing:
      titel: Regeling gezonde schoolkantines
      datum: 2025-03-18
      vindplaats: Stcrt. 2025, 9340
  brief_leefomgeving:
    kamerstuk: {kamer: II, vergaderjaar: 2024/25, dossier: 32793, nummer: 812, datum: 2025-02-11,
                titel: Gezonde leefomgeving}
regels:
  - {code: R1, regel: aantal_gemeenten == aantal(gemeenten), uitleg: het aantal is dat van de lijst}
"""
_OWN = {
    "2024": "pmg-2024-flexibele-uitvraag",
    "2023": "pmg-2023-uitbreiding",
    "lezen": "lezen-in-de-wijk",
}
_OTHERS = {
    "routes": (ROUTES, "veilige-schoolroutes-2025"),
    "beken": (BEKEN, "levende-beken"),
    "kantines": (KANTINES, "gezonde-kantines"),
}
_VERDICTS = {"a": Verdict.AGREES, "c": Verdict.CONTRADICTS, "u": Verdict.UNKNOWN}


def _lines(name: str) -> list[tuple[str, ...]]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return [tuple((*re.split(r" \|(?: |$)", line), "")[:3]) for line in lines]


FILES = (
    "statements.txt",
    "statements_by_kind.txt",
    "statements_elsewhere.txt",
    "statements_hard.txt",
    "statements_registers.txt",
    "statements_blind.txt",
    "statements_blind_hard.txt",
    "statements_blind_third.txt",
)
SENTENCES = [line for name in FILES for line in _lines(name)]


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory):
    @cache
    def of(dossier: str) -> FactSet:
        if dossier in _OWN:
            return facts_of(_OWN[dossier])
        text, folder = _OTHERS[dossier]
        return facts_at(tmp_path_factory.mktemp("elders"), text, folder)

    return of


def said_of(text: str, words: str, found: tuple[Judgement, ...]) -> Verdict:
    start = text.index(words)
    own = {j.verdict for j in found if j.start < start + len(words) and start < j.end}
    return next((v for v in (Verdict.CONTRADICTS, Verdict.AGREES) if v in own), Verdict.UNKNOWN)


@pytest.mark.parametrize(("dossier", "text", "expected"), SENTENCES, ids=lambda part: part[:60])
def test_judges_a_sentence(facts, dossier: str, text: str, expected: str):
    found = judge(text, facts(dossier))
    wanted = {m[1]: _VERDICTS[m[2]] for m in re.finditer(r"(\S.*?)=([acu])(?:\s|$)", expected)}
    assert {words: said_of(text, words, found) for words in wanted} == wanted
    others = [
        j for j in found
        if j.verdict is Verdict.CONTRADICTS
        and not any(j.start < text.index(w) + len(w) and text.index(w) < j.end for w in wanted)
    ]  # fmt: skip
    assert others == []


_NAMES = (
    "Preventie met Gezag",
    "Lezen in de Wijk",
    "Veilige Schoolroutes",
    "Levende Beken",
    "Gezonde Kantines",
)
_GROUPS = {"2024": "2024", "2023": "2024"}
_NAMED = sorted(
    {(_GROUPS.get(one[0], one[0]), one[1]) for one in SENTENCES if any(n in one[1] for n in _NAMES)}
)


@pytest.mark.parametrize("other", ["2024", *_OTHERS, "lezen"])
def test_what_is_said_of_another_programme_by_name_contradicts_nothing(facts, other: str):
    wrong = [
        (text, found.said)
        for own, text in _NAMED
        if own != other
        for found in judge(text, facts(other))
        if found.verdict is Verdict.CONTRADICTS
    ]
    assert wrong == []
