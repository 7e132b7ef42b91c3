"""Files about a dossier of another ministry: large amounts, names with ’s- and an apostrophe."""

import json
from pathlib import Path

import pytest

from tests.builders.articles import FORMATS, article
from tests.builders.folder import write_tree
from tests.cli.test_cli import pmg

FACTS = """\
stijl: rijk
programma: Levende Beken
feiten:
  minister_lvvn:
    persoon:
      naam: F.M. ’t Hooft
      ambt: Minister van Landbouw, Visserij, Voedselzekerheid en Natuur
  gemeenten:
    gemeenten: [Assen, Breda, Den Haag, Ede, Epe, Goes, Gouda, Heerde, ’s-Hertogenbosch, Hulst,
                Meppel, Venlo, Weert, Zwolle]
    volgorde: zoals_gegeven
  totaal: {bedrag: 1234567890}
  looptijd: {periode: {van: 2026-01, tot: 2030-01}}
"""
RIGHT = (
    "Aan Levende Beken doen veertien gemeenten mee.",
    "Voor Levende Beken is in totaal € 1.234.567.890 beschikbaar.",
    "Dat is ruim 1,2 miljard euro in totaal voor de gemeenten in Levende Beken.",
    "Ook ’s-Hertogenbosch en 's-Gravenhage krijgen geld uit Levende Beken.",
)
WRONG = (
    ("Aan Levende Beken doen 13 gemeenten mee.", "PMG352"),
    ("Voor Levende Beken is in totaal € 1.234.567.809 beschikbaar.", "PMG351"),
)


@pytest.mark.parametrize("ending", FORMATS)
def test_files_of_another_ministry_are_held_against_its_facts(tmp_path: Path, ending: str):
    write_tree(tmp_path, {"letters/beken/feiten.yaml": FACTS})
    right = article(tmp_path / f"goed.{ending}", ("Nieuws", *RIGHT))
    wrong = article(tmp_path / f"fout.{ending}", ("Nieuws", *(text for text, _ in WRONG)))

    said = json.loads(pmg(tmp_path, "check", "--json", right.name, wrong.name).stdout)

    faults = [f for f in said["meldingen"] if f["ernst"] == "fout"]
    assert [(f["bestand"], f["code"]) for f in faults] == [(wrong.name, code) for _, code in WRONG]
    agreeing = [u["zegt"] for u in said["bestanden"][0]["uitspraken"] if u["oordeel"] == "klopt"]
    assert {"veertien", "€ 1.234.567.890"} <= set(agreeing)
