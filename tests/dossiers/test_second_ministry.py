"""A second ministry by folders alone: another style, kenmerk, labels, and very large facts."""

from pathlib import Path

import pytest

from pmg_docs.app.build import build
from pmg_docs.dutch.register import municipalities
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import write_tree
from tests.builders.outputs import READ, output_text, pdf_pages, squeezed

ENDINGS = (*READ, "odt")

STYLE = """\
naam: ienw
breidt_uit: rijk
afzender:
  ministerie: Ministerie van Infrastructuur en Waterstaat
  bezoekadres: [Rijnstraat 8, 2515 XP Den Haag]
  website: www.rijksoverheid.nl/ienw
kenmerk: {patroon: '(?i)ienw/bsk-20[0-9]{2}/[0-9]{4,6}', voorbeeld: IENW/BSK-2024/353709}
labels: {kenmerk: Onze referentie}
kleuren: {accent: '#275937'}
rollen: {kop_1: {grootte: 10, cursief: ja}}
"""

FACTS = """\
stijl: ienw
programma: Water & Wegen < 2050
feiten:
  afzender:
    organisatie:
      directoraat_generaal: DG Water, Bodem & Klimaat (’s-Gravenhage)
      directie: Directie R&D | Algemeen
  minister:
    persoon: {{naam: Ĳ. van ’t Hof-Şahin, ambt: Minister van Infrastructuur en Waterstaat}}
  gemeenten: {{gemeenten: [{names}]}}
  budget: {{bedrag: 12345678901}}
  per_gemeente: {{bedrag: '36098476,32'}}
  rond: {{bedrag: 1200000000}}
  nummer: {{tekst: IENW/BSK-2024/353709}}
  looptijd: {{periode: {{van: 2026-01-01, tot: 2031-01-01}}}}
  keuze:
    cw31:
      doel: Droge voeten voor {{{{ gemeenten | aantal }}}} gemeenten.
      instrumenten: Subsidie.
      gevolgen_rijk: |
        Samen {{{{ budget }}}}.

        - eerst {{{{ rond | miljard }}}}
        - dan de rest
      gevolgen_sectoren: Geen.
      doeltreffendheid: Bewezen.
      doelmatigheid: '| en * en < zijn tekst'
      evaluatie: In {{{{ looptijd.tot }}}}.
"""

NOTA = """\
---
soort: nota
aan: [=minister, Staatssecretaris]
kopie_aan: [Directeur-generaal, "Hoofd R&D <intern>"]
onderwerp: >-
  Uitvoering van het meerjarige programma Water & Wegen in alle gemeenten, met een onderwerp dat
  over verscheidene regels loopt
datum: 2024-12-31
kenmerk: =nummer
voor: ter informatie
parafen: [directeur, DG, SG]
---
## Aanleiding

Aan dit programma doen {{ gemeenten | aantal }} gemeenten mee: {{ gemeenten }}.

## Geadviseerd besluit

1. Stem in met {{ budget }}.
2. Stem in met {{ rond | miljard }}.

## Kernpunten

Per gemeente {{ per_gemeente }}.[^1]

1. Opnieuw een.
2. En nog een.

[^1]: Looptijd {{ looptijd }}.

## 4.2 Financiële overwegingen

{{ tabel(keuze) }}

## Strategie

Kort.

## 4.7 Communicatie

Kort.

## 4.8 Ontwikkelingen hiervoor

Kort.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("ienw")
    names = ", ".join(f'"{m.name}"' for m in reversed(municipalities()))
    write_tree(root, {"styles/ienw/stijl.yaml": STYLE,
                      "letters/wegen/feiten.yaml": FACTS.format(names=names),
                      "letters/wegen/nota.md": NOTA})  # fmt: skip
    assert build(Workspace.at(root), formats=ENDINGS).findings == ()
    return root / "build/wegen"


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "words",
    [
        "Onze referentie IENW/BSK-2024/353709",
        "DG Water, Bodem & Klimaat (’s-Gravenhage)",
        "Directie R&D | Algemeen",
        "Hoofd R&D <intern>",
        "Water & Wegen in alle gemeenten",
        "€ 12.345.678.901,-",
        "€ 36.098.476,32",
        "€ 1,2 miljard",
        "342 gemeenten",
        "Aa en Hunze",
        "Helmond, Hendrik-Ido-Ambacht, Hengelo",
        "’s-Hertogenbosch",
        "en Zwolle",
        "1 januari 2026 tot 1 januari 2031",
        "| en * en < zijn tekst",
        "4.5 Strategie",
        "4.7 Communicatie",
        "4.8 Ontwikkelingen hiervoor",
        "31 december 2024",
        "ter informatie",
    ],
)
def test_awkward_names_and_large_numbers_stand_in_every_output(
    folder: Path, ending: str, words: str
):
    found = output_text(folder / f"nota.{ending}").replace("**", "")

    assert squeezed(words) in squeezed(found)


@pytest.mark.parametrize("ending", ENDINGS)
def test_all_342_municipalities_stand_in_order(folder: Path, ending: str):
    found = squeezed(output_text(folder / f"nota.{ending}"))
    names = [squeezed(m.name) for m in municipalities()]

    listed = ",".join(names[:-1]) + "en" + names[-1]
    if ending == "pdf":  # a page break lies in the list, with the frame of the next page in it
        position = 0
        for name in names:
            position = found.index(name, position) + len(name)
    else:
        assert listed in found


def test_each_page_carries_the_kenmerk_in_this_ministrys_form(folder: Path):
    for page in pdf_pages(folder / "nota.pdf"):
        assert squeezed("Onze referentie IENW/BSK-2024/353709") in squeezed(page)
