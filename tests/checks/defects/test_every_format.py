"""The same slips are found whatever kind of file they stand in."""

from pathlib import Path

import pytest

from pmg_docs.app.build import build
from pmg_docs.checks.defects import find_defects, find_information, recognise_type
from pmg_docs.readers import read_text
from pmg_docs.workspace.folder import Workspace
from tests.builders.manuscript import DOSSIER, facts_at, types

LETTER = """\
---
soort: nota
aan: =minister
onderwerp: Steun voor straatbomen
datum: 2025-03-03
kenmerk: =kenmerk_nota
dossiernummer: x
---

## 1. Aanleiding

Met deze brief krijgt de Kamer antwoord.

## 2. Geadviseerd besluit

Wij adviseren u de brief te verzenden.

## 3. Kernpunten

Een boom kost € 1.250,-. Samen is het €640.000. Dat is in de de buurt.

## 4.4 Krachtenveld

Het is afgestemd met DG Watterbeheer, en met Nissewaardt.

## 4.6 Uitvoering

De start is n.t.b. door de gemeenten.

## 5. Informatie die niet openbaar gemaakt kan worden

Geen.
"""
SLIPS = {"PMG279", "PMG288", "PMG289", "PMG293", "PMG381"}


@pytest.mark.parametrize("ending", ["docx", "pdf", "html", "md"])
def test_slips_are_found_in_every_format(tmp_path: Path, ending: str):
    facts = facts_at(tmp_path)
    (tmp_path / "letters" / DOSSIER / "nota.md").write_text(LETTER, "utf-8")
    build(Workspace.at(tmp_path), [], [], [ending], tmp_path / "build")
    path = tmp_path / "build" / DOSSIER / f"nota.{ending}"

    file = read_text(path.read_bytes(), path.name)
    kind = recognise_type(file, types())
    found = find_defects(file, facts, kind)

    assert kind is not None
    assert kind.name == "nota"
    assert {one.code for one in found} == SLIPS
    assert len(found) == 7
    assert all(one.line and one.where for one in found)
    assert {one.code for one in find_information(file, kind)} == {"PMG383", "PMG384"}
