import json
from pathlib import Path
from typing import cast

import pytest

from pmg_docs.app.build import build
from pmg_docs.app.dossier import read_dossier
from pmg_docs.model.document import Document
from pmg_docs.model.errors import NotFound, Refused, Unreachable
from pmg_docs.specs.look import Look
from pmg_docs.workspace.folder import Workspace
from pmg_docs.writers import WRITERS, Writer
from tests.builders.folder import codes, dossier, write_tree

FACTS = "bedrag: {bedrag: 500000}\nongebruikt: 3\n"
BODY = "Het kost {{ bedrag }} per jaar."


def built(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes()
            for p in (root / "build").rglob("*") if p.is_file()}  # fmt: skip


def test_every_letter_comes_out_in_every_format_with_a_manifest(tmp_path: Path):
    build(dossier(tmp_path, FACTS, BODY))

    assert sorted(built(tmp_path)) == [
        "build/proef/manifest.json", "build/proef/nota.docx", "build/proef/nota.html",
        "build/proef/nota.md", "build/proef/nota.pdf",
    ]  # fmt: skip


def test_the_same_input_gives_the_same_bytes_wherever_it_lies(tmp_path: Path):
    build(dossier(tmp_path / "een", FACTS, BODY))
    build(dossier(tmp_path / "twee ’s-map", FACTS, BODY))

    assert built(tmp_path / "een") == built(tmp_path / "twee ’s-map")


def test_a_second_build_changes_nothing(tmp_path: Path):
    workspace = dossier(tmp_path, FACTS, BODY)
    build(workspace)
    before = {p: p.stat().st_mtime_ns for p in (tmp_path / "build").rglob("*.*")}

    assert build(workspace).changed == ()
    assert {p: p.stat().st_mtime_ns for p in (tmp_path / "build").rglob("*.*")} == before


def test_the_manifest_names_inputs_facts_and_outputs(tmp_path: Path):
    build(dossier(tmp_path, FACTS, BODY))

    manifest = json.loads((tmp_path / "build/proef/manifest.json").read_text())
    nota = manifest["documenten"]["nota"]
    assert "bedrag" in nota["feiten"]
    assert "ongebruikt" not in nota["feiten"]
    assert "letters/proef/feiten.yaml" in nota["invoer"]
    assert "ingebouwd:templates/nota/soort.yaml" in nota["invoer"]
    assert sorted(nota["uitvoer"]) == ["nota.docx", "nota.html", "nota.md", "nota.pdf"]


def test_a_build_of_one_format_keeps_the_others_in_the_manifest(tmp_path: Path):
    workspace = dossier(tmp_path, FACTS, BODY)
    build(workspace, formats=["html"])
    build(workspace, formats=["md"])

    manifest = json.loads((tmp_path / "build/proef/manifest.json").read_text())
    assert sorted(manifest["documenten"]["nota"]["uitvoer"]) == ["nota.html", "nota.md"]


def test_nothing_is_written_while_an_error_stands(tmp_path: Path):
    workspace = dossier(tmp_path, FACTS, BODY)
    build(workspace)
    before = built(tmp_path)
    write_tree(tmp_path, {"letters/proef/feiten.yaml": "feiten: {bedrag: {bedrag: 600.000}}\n"})

    with pytest.raises(Refused) as caught:
        build(workspace)

    assert codes(caught.value.findings) == ["PMG122"]
    assert caught.value.findings[0].line == "feiten: {bedrag: {bedrag: 600.000}}"
    assert built(tmp_path) == before


def test_an_error_in_one_dossier_stops_all_and_all_errors_are_told(tmp_path: Path):
    workspace = dossier(tmp_path, FACTS, BODY)
    for name in ("tweede", "derde"):
        write_tree(tmp_path, {f"letters/{name}/feiten.yaml": "feiten: {a: 1.5}\n",
                              f"letters/{name}/nota.md": "geen kop\n"})  # fmt: skip

    with pytest.raises(Refused) as caught:
        build(workspace)

    assert codes(caught.value.findings) == ["PMG122", "PMG141", "PMG122", "PMG141"]
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize("name", ["docx", "html", "md", "pdf"])
def test_a_file_that_says_something_else_never_appears(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
):
    workspace = dossier(tmp_path, FACTS, BODY)
    true_writer = WRITERS[name]
    lying = dossier(tmp_path / "ander", "bedrag: {bedrag: 50000}", BODY)
    report = read_dossier(lying, "proef")

    def lie(_document: Document, look: Look) -> bytes:
        return true_writer(report.drafts[0].document, look)

    monkeypatch.setitem(cast("dict[str, Writer]", WRITERS), name, lie)
    with pytest.raises(Refused) as caught:
        build(workspace)

    assert caught.value.findings[0].code.startswith("PMG50")
    assert not list((tmp_path / "build").rglob("*"))


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path):
    (tmp_path / "uit").write_text("een bestand, geen map")

    with pytest.raises(Unreachable) as caught:
        build(dossier(tmp_path, FACTS, BODY), out=tmp_path / "uit")

    assert codes(caught.value.findings) == ["PMG441"]


@pytest.mark.parametrize(
    ("dossiers", "letters", "code"),
    [(["proof"], [], "PMG152"), ([], ["noot"], "PMG154")],
)
def test_a_dossier_or_letter_that_is_not_there_is_told(
    tmp_path: Path, dossiers: list[str], letters: list[str], code: str
):
    with pytest.raises(NotFound) as caught:
        build(dossier(tmp_path, FACTS, BODY), dossiers, letters)

    assert codes(caught.value.findings) == [code]


def test_an_empty_workspace_is_told(tmp_path: Path):
    (tmp_path / "letters").mkdir()

    with pytest.raises(NotFound) as caught:
        build(Workspace.at(tmp_path))

    assert codes(caught.value.findings) == ["PMG151"]


def test_a_warning_does_not_stop_a_build(tmp_path: Path):
    rest = "regels: [{code: R1, regel: ongebruikt == 4, uitleg: Vier, ernst: waarschuwing}]\n"

    result = build(dossier(tmp_path, FACTS, BODY, rest), formats=["md"])

    assert codes(result.findings) == ["R1"]
    assert (tmp_path / "build/proef/nota.md").exists()


def test_a_dossier_can_weigh_a_finding_its_own_way(tmp_path: Path):
    rest = (
        "regels: [{code: R1, regel: ongebruikt == 4, uitleg: Vier}]\n"
        "ernst: {R1: {ernst: waarschuwing, reden: De bron volgt nog}}\n"
    )

    assert codes(build(dossier(tmp_path, FACTS, BODY, rest), formats=["md"]).findings) == ["R1"]


def test_an_error_that_leaves_a_hole_in_the_text_cannot_be_weighed_away(tmp_path: Path):
    rest = "ernst: {PMG310: {ernst: waarschuwing, reden: Haast}}\n"

    with pytest.raises(Refused) as caught:
        build(dossier(tmp_path, FACTS, "Het kost {{ bedrg }}.", rest))

    assert codes(caught.value.findings) == ["PMG221", "PMG310"]
