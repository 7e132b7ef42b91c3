"""A build never writes over what it was made of."""

from pathlib import Path

import pytest

from pmg_docs.app.build import build
from pmg_docs.model.errors import Refused
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import codes, dossier

FACTS = "bedrag: {bedrag: 500000}"
BODY = "Het kost {{ bedrag }}."


def sources(root: Path) -> dict[str, str]:
    return {str(path): path.read_text() for path in sorted((root / "letters").rglob("*.*"))}


def assert_spared(workspace: Workspace, out: Path | None) -> None:
    before = sources(workspace.root)

    with pytest.raises(Refused) as caught:
        build(workspace, formats=["md"], out=out)

    assert codes(caught.value.findings) == ["PMG442"]
    assert sources(workspace.root) == before


@pytest.mark.parametrize(
    "out", ["letters", "letters/proef", "templates/uit", "styles", "x/../letters"]
)
def test_documents_cannot_come_among_the_sources(tmp_path: Path, out: str):
    assert_spared(dossier(tmp_path, FACTS, BODY), tmp_path / out)


def test_nor_in_the_folder_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    workspace = dossier(tmp_path, FACTS, BODY)
    monkeypatch.chdir(tmp_path / "letters")

    assert_spared(workspace, Path())


@pytest.mark.parametrize(
    ("link", "to"),
    [
        ("build", "letters"),
        ("build/proef", "letters/proef"),
        ("build/proef/nota.md", "letters/proef/nota.md"),
    ],
)
def test_nor_by_way_of_a_link(tmp_path: Path, link: str, to: str):
    workspace = dossier(tmp_path, FACTS, BODY)
    (tmp_path / link).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / link).symlink_to(tmp_path / to)

    assert_spared(workspace, None)


def test_nor_where_the_letters_themselves_are_a_link(tmp_path: Path):
    workspace = dossier(tmp_path, FACTS, BODY)
    (tmp_path / "letters").rename(tmp_path / "elders")
    (tmp_path / "letters").symlink_to("elders")

    assert_spared(workspace, tmp_path / "elders")
