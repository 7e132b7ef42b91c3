"""A type is a folder: a yearly report by `soort.yaml` alone."""

from pathlib import Path

from pmg_docs.app.build import build
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import write_tree
from tests.builders.outputs import READ, squeezed

TYPE = """\
naam: jaarverslag
omschrijving: Jaarverslag aan de Kamer
documentwoord: jaarverslag
velden:
  onderwerp: {plaats: titel, verplicht: ja}
  datum: {plaats: kenmerken, label: Datum, verplicht: ja, vervolg: ja}
  kenmerk: {plaats: kenmerken, label: Onze referentie, verplicht: ja, vervolg: ja}
secties:
  - {nummer: '1', titel: Wie, verplicht: ja}
  - {nummer: '2', titel: Waarvan, verplicht: ja}
notatie: {bedrag: euro}
"""

FACTS = """\
stijl: rijk
feiten:
  uitgaven: {reeks: {2023: 1250000000, 2024: -50000000, 2025: 7}}
  groepen:
    gemeenten:
      groepen: {eerste: ["’s-Hertogenbosch", Ede], later: {aantal: 4}}
"""

LETTER = """\
---
soort: jaarverslag
onderwerp: Verslag
datum: 2026-01-15
kenmerk: X-1
---
## Wie

{{ tabel(groepen) }}

## Waarvan

{{ tabel(uitgaven) }}

Samen {{ uitgaven.totaal }}, in het laatste jaar {{ uitgaven.laatste }}.
"""


def test_a_type_that_is_a_folder_comes_out_in_every_format(tmp_path: Path):
    write_tree(tmp_path, {"templates/jaarverslag/soort.yaml": TYPE,
                          "letters/proef/feiten.yaml": FACTS,
                          "letters/proef/verslag.md": LETTER})  # fmt: skip

    assert build(Workspace.at(tmp_path)).findings == ()
    for ending, read in READ.items():
        found = squeezed(read(tmp_path / f"build/proef/verslag.{ending}")).replace("**", "")
        for words in ("jaarverslag", "Onze referentieX-1", "2Waarvan", "Ede en ’s-Hertogenbosch",
                      "4 gemeenten", "€ 1.250.000.000", "€ -50.000.000", "€ 1.200.000.007",
                      "Samen 1.200.000.007 euro", "in het laatste jaar 7 euro"):  # fmt: skip
            assert squeezed(words) in found, (ending, words)
