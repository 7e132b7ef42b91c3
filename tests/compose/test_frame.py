from pathlib import Path

import pytest

from pmg_docs.app.dossier import DossierReport, read_dossier
from pmg_docs.model.document import Document, plain_text
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import SECTIONS, only, write_tree

FACTS = """\
stijl: eigen
feiten:
  afzender: {organisatie: {directie: Directie Proeven}}
  minister: {persoon: {naam: A. de Vries, ambt: Minister van Proeven}}
  nummer: {open: het dossiernummer}
"""

STYLE = """\
breidt_uit: rijk
naam: eigen
afzender: {directie: Directie Stijl, website: www.proef.nl}
labels: {kenmerk: Onze referentie}
kenmerk: {patroon: '(?i)ienw/bsk-20\\d{2}/\\d{4,6}', voorbeeld: IENW/BSK-2024/353709}
"""

HEAD = """\
soort: nota
aan: [=minister, =minister.naam]
onderwerp: Een proef
datum: 2026-01-15
kenmerk: IENW/BSK-2024/353709
dossiernummer: =nummer
voor: ter beslissing
kopie_aan: [Directeur Water, Directeur Lucht]
parafen: [directeur, DG]
"""


def dossier(root: Path, head: str = HEAD) -> DossierReport:
    write_tree(
        root,
        {
            "styles/eigen/stijl.yaml": STYLE,
            "letters/proef/feiten.yaml": FACTS,
            "letters/proef/nota.md": f"---\n{head}---\n" + SECTIONS.format(body="x"),
        },
    )
    return read_dossier(Workspace.at(root), "proef")


def document(root: Path) -> Document:
    report = dossier(root)
    assert report.findings == ()
    return report.drafts[0].document


def lines(document: Document, name: str) -> list[str]:
    field = document.field(name)
    assert field is not None
    return [plain_text(line) for line in field.lines]


def test_a_field_holds_what_is_given_and_what_facts_say(tmp_path: Path):
    made = document(tmp_path)

    assert lines(made, "aan") == ["Minister van Proeven", "A. de Vries"]
    assert lines(made, "datum") == ["15 januari 2026"]
    assert lines(made, "kopie_aan") == ["Directeur Water", "Directeur Lucht"]
    assert lines(made, "parafen") == ["directeur", "DG"]


def test_the_sender_of_the_dossier_goes_before_that_of_the_style(tmp_path: Path):
    made = document(tmp_path)

    assert lines(made, "directie") == ["Directie Proeven"]
    assert lines(made, "website") == ["www.proef.nl"]


def test_a_style_names_a_label_its_own_way(tmp_path: Path):
    field = document(tmp_path).field("kenmerk")

    assert field is not None
    assert field.label == "Onze referentie"


def test_follow_on_pages_carry_sender_date_and_kenmerk_only(tmp_path: Path):
    assert [f.name for f in document(tmp_path).follow_on] == [
        "status", "directie", "datum", "kenmerk",
    ]  # fmt: skip


def test_an_open_gap_shows_in_the_frame(tmp_path: Path):
    assert lines(document(tmp_path), "dossiernummer") == ["[nog open: het dossiernummer]"]


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "says"),
    [
        ("datum: 2026-01-15\n", "", "PMG230", 1, "datum"),
        ("2026-01-15", "2026-02-30", "PMG125", 5, "bestaat niet"),
        ("2026-01-15", "15 januari", "PMG125", 5, "2024-04-04"),
        ("2026-01-15", "=minister", "PMG235", 5, "datum"),
        ("Een proef", "'Een {{ minister }}'", "PMG236", 4, "=naam"),
        ("voor: ter beslissing", "voor: ter besluit", "PMG232", 8, "ter beslissing"),
        ("voor: ter beslissing", "embargo: morgen", "PMG231", 8, "embargo"),
        ("=nummer", "=numer", "PMG310", 7, "nummer"),
        ("=minister.naam", "=minister.nam", "PMG311", 3, "naam"),
        ("IENW/BSK-2024/353709", "IENW/2024/1", "PMG220", 6, "IENW/BSK-2024/353709"),
    ],
)
def test_a_mistake_in_the_front_matter_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, code: str, line: int, says: str
):
    finding = only(dossier(tmp_path, HEAD.replace(old, new)).findings)

    assert (finding.code, finding.where and finding.where.line) == (code, line)
    assert says in " ".join((finding.message, *finding.hints))
