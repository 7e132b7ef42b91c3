import json
import os
from pathlib import Path
from typing import Any

import pytest

from pmg_docs.app.build import build
from pmg_docs.app.dossier import read_dossier
from pmg_docs.model.errors import NotFound, Unreachable
from tests.builders.folder import codes, dossier, write_tree

FACTS = "bedrag: {bedrag: 500000}"
BODY = "Het kost {{ bedrag }}."


def nota(root: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((root / "build/proef/manifest.json").read_text())
    entry: dict[str, Any] = found["documenten"]["nota"]
    return entry


def test_a_file_made_of_other_words_stands_no_longer_beside_the_new_input(tmp_path: Path):
    build(dossier(tmp_path, FACTS, BODY), formats=["html", "md"])

    build(dossier(tmp_path, FACTS, f"Nieuw. {BODY}"), formats=["md"])

    assert list(nota(tmp_path)["uitvoer"]) == ["nota.md"]


def test_a_file_that_was_changed_or_removed_is_no_longer_claimed(tmp_path: Path):
    workspace = dossier(tmp_path, FACTS, BODY)
    build(workspace, formats=["html", "md"])
    (tmp_path / "build/proef/nota.html").write_text("anders")

    build(workspace, formats=["md"])

    assert list(nota(tmp_path)["uitvoer"]) == ["nota.md"]


@pytest.mark.parametrize(
    "damage",
    [
        "", "[]", "3", "null", '{"documenten": 3}', '{"documenten": {"nota": 3}}', "[" * 100_000,
        '{"documenten": {"nota": {"uitvoer": [1]}}}', '{"documenten": {"x": {"uitvoer": {"": 1}}}}',
        '{"documenten": {"nota": {"uitvoer": {"../../letters/proef/nota.md": 1}}}}',
    ],
)  # fmt: skip
def test_a_damaged_manifest_is_made_anew(tmp_path: Path, damage: str):
    workspace = dossier(tmp_path, FACTS, BODY)
    write_tree(tmp_path, {"build/proef/manifest.json": damage})

    build(workspace, formats=["md"])

    assert list(nota(tmp_path)["uitvoer"]) == ["nota.md"]


def test_a_letter_comes_in_the_formats_of_its_type(tmp_path: Path):
    workspace = dossier(tmp_path, FACTS, BODY)

    assert read_dossier(workspace, "proef").drafts[0].formats == ("docx", "pdf", "html", "md")


def test_a_format_that_no_letter_has_is_told(tmp_path: Path):
    workspace = dossier(tmp_path, FACTS, BODY)

    with pytest.raises(NotFound) as caught:
        build(workspace, formats=["md", "txt"])

    assert codes(caught.value.findings) == ["PMG155"]
    assert caught.value.findings[0].hints == ("Mogelijk zijn: docx, odt, pdf, html, md.",)
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize("name", ["feiten.yaml", "nota.md"])
def test_a_file_that_cannot_be_read_outweighs_errors_and_tells_them_too(tmp_path: Path, name: str):
    workspace = dossier(tmp_path, FACTS, BODY)
    write_tree(tmp_path, {"letters/proef/kamerbrief.md": "geen kop\n"})
    (tmp_path / "letters/proef" / name).unlink()
    os.mkfifo(tmp_path / "letters/proef" / name)

    with pytest.raises(Unreachable) as caught:
        build(workspace)

    assert codes(caught.value.findings) == ["PMG104", "PMG141"] or codes(caught.value.findings) == [
        "PMG141",
        "PMG104",
    ]


def test_a_used_file_that_cannot_be_read_outweighs_errors(tmp_path: Path):
    workspace = dossier(tmp_path, FACTS, BODY, "gebruikt: [ander.yaml]\n")
    (tmp_path / "letters/proef/ander.yaml").write_bytes(b"")
    (tmp_path / "letters/proef/ander.yaml").unlink()
    (tmp_path / "letters/proef/ander.yaml").symlink_to("ander.yaml")

    with pytest.raises(Unreachable):
        build(workspace)


def test_it_says_how_many_figures_came_from_facts(tmp_path: Path):
    waived = "En 20 clubs. {# cijfer: 20, want het is een citaat #}"
    build(dossier(tmp_path, FACTS, f"{BODY}\n\nEr zijn 30 scholen.\n\n{waived}"), formats=["md"])

    assert nota(tmp_path)["dekking"] == {"cijfers": 3, "uit_feiten": 1, "ontheven": 1}
