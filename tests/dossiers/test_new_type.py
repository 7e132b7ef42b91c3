"""A type is a folder: a yearly report by `soort.yaml` alone."""

from pathlib import Path

from pmg_docs.app.build import build
from tests.builders.letters import new_type
from tests.builders.outputs import READ, squeezed


def test_a_type_that_is_a_folder_comes_out_in_every_format(tmp_path: Path):
    assert build(new_type(tmp_path)).findings == ()
    for ending, read in READ.items():
        found = squeezed(read(tmp_path / f"build/proef/verslag.{ending}")).replace("**", "")
        for words in ("jaarverslag", "Onze referentieX-1", "2Waarvan", "Ede en ’s-Hertogenbosch",
                      "4 gemeenten", "€ 1.250.000.000", "€ -50.000.000", "€ 1.200.000.007",
                      "Samen 1.200.000.007 euro", "in het laatste jaar 7 euro"):  # fmt: skip
            assert squeezed(words) in found, (ending, words)
