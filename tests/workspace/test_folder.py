import os
from pathlib import Path

import pytest

from pmg_docs.app.dossier import read_dossier
from pmg_docs.model.errors import PmgError, Refused, Unreachable
from pmg_docs.model.place import Place
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import codes, dossier, nota_text, write_tree


def fault(root: Path, path: Path) -> tuple[str, str]:
    with pytest.raises(PmgError) as caught:
        Workspace.at(root).read(path)
    return caught.value.findings[0].code, caught.value.findings[0].message


def test_a_pipe_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "pijp")

    assert fault(tmp_path, tmp_path / "pijp")[0] == "PMG104"


def test_a_link_that_leads_to_itself_is_told(tmp_path: Path):
    (tmp_path / "rond").symlink_to("rond")

    assert fault(tmp_path, tmp_path / "rond")[0] == "PMG104"
    with pytest.raises(Unreachable):
        Workspace.at(tmp_path / "rond" / "weg")


def test_a_name_that_is_no_utf8_is_told_in_letters_that_print(tmp_path: Path):
    path = tmp_path / os.fsdecode(b"caf\xe9.md")
    path.write_text("x")

    code, message = fault(tmp_path, path)
    assert code == "PMG115"
    assert message.encode()


def test_a_dossier_whose_name_is_no_utf8_is_a_finding(tmp_path: Path):
    dossier(tmp_path, "bedrag: 1")
    name = os.fsdecode(b"caf\xe9")
    (tmp_path / "letters/proef").rename(tmp_path / "letters" / name)

    assert set(codes(read_dossier(Workspace.at(tmp_path), name).findings)) == {"PMG115"}


def test_a_name_longer_than_the_system_knows_is_no_file(tmp_path: Path):
    place = Workspace.at(tmp_path)

    assert place.find_file(f"templates/{'x' * 300}/soort.yaml") is None
    assert not place.has_folder("x" * 300)


@pytest.mark.parametrize("kind", ["letters", "templates"])
def test_a_folder_that_cannot_be_listed_is_told(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
):
    place = dossier(tmp_path, "bedrag: 1")
    write_tree(tmp_path, {"templates/eigen/soort.yaml": "naam: eigen\n"})
    true_listing = Path.iterdir

    def refuse(path: Path):
        if path == tmp_path / kind:
            raise PermissionError(13, "Permission denied", str(path))
        return true_listing(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(Unreachable) as caught:
        place.dossiers() if kind == "letters" else place.folders(kind, "soort.yaml")

    assert "geen rechten" in caught.value.findings[0].message


def test_standing_in_a_folder_that_is_gone_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    gone = tmp_path / "weg"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    with pytest.raises(Unreachable):
        Workspace.find(Path())
    os.chdir(tmp_path)


@pytest.mark.parametrize("name", ["README.md", ".nota.md", "~$nota.md", "_nota.md", "nota.txt"])
def test_a_file_that_is_no_letter_by_its_name_is_left_alone(tmp_path: Path, name: str):
    place = dossier(tmp_path, "bedrag: 1")
    write_tree(tmp_path, {f"letters/proef/{name}": "geen brief"})

    result = read_dossier(place, "proef")
    assert [draft.letter for draft in result.drafts] == ["nota"]
    assert result.findings == ()


def test_only_a_line_feed_ends_a_line(tmp_path: Path):
    write_tree(tmp_path, {"a.md": "een\u2028nog een\u0085en nog\ntwee\n"})

    assert Workspace.at(tmp_path).line_at(Place("a.md", 2)) == "twee"


@pytest.mark.parametrize("key", ["soort", "stijl"])
def test_a_long_name_in_a_letter_is_a_finding(tmp_path: Path, key: str):
    place = dossier(tmp_path, "bedrag: 1")
    text = nota_text("Tekst.").replace("soort: nota\n", "" if key == "soort" else "soort: nota\n")
    long = text.replace("---\n", f"---\n{key}: {'x' * 300}\n", 1)
    write_tree(tmp_path, {"letters/proef/nota.md": long})

    assert codes(read_dossier(place, "proef").findings) == [
        "PMG131" if key == "soort" else "PMG132"
    ]


def test_a_used_file_with_a_long_name_is_a_finding(tmp_path: Path):
    place = dossier(tmp_path, "bedrag: 1", rest=f"gebruikt: [{'x' * 300}.yaml]\n")

    assert codes(read_dossier(place, "proef").findings) == ["PMG205"]


def test_a_link_out_of_the_workspace_is_not_followed(tmp_path: Path):
    (tmp_path / "buiten").write_text("x")
    (tmp_path / "werk").mkdir()
    (tmp_path / "werk/erin").symlink_to("../buiten")

    with pytest.raises(Refused):
        Workspace.at(tmp_path / "werk").read(tmp_path / "werk/erin")
