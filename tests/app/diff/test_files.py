"""Files of any kind, alone, in pairs and by the folder."""

from pathlib import Path

import pytest

from pmg_docs.app.build import build
from pmg_docs.app.diff.choosing import Question, diff_what
from pmg_docs.app.diff.files import diff_files
from pmg_docs.app.diff.tracked import Tracked
from pmg_docs.model.changes import CauseKind, Differences
from pmg_docs.model.errors import NotFound, Unreachable
from pmg_docs.workspace.folder import Workspace
from tests.builders.repository import changed, commit, repository
from tests.builders.word import deleted, inserted, par, run, table, word_file

FACTS_FILE, NOTA = "letters/proef/feiten.yaml", "letters/proef/nota.md"
KINDS = ("docx", "pdf", "html", "md")


def pair(folder: Path, old: bytes, new: bytes, ending: str = "docx") -> tuple[Path, Path]:
    one, other = folder / f"oud.{ending}", folder / f"nieuw.{ending}"
    one.write_bytes(old)
    other.write_bytes(new)
    return one, other


def of(folder: Path, old: bytes, new: bytes, ending: str = "docx") -> Differences:
    return diff_files(*pair(folder, old, new, ending)).differences


def sentences(found: Differences) -> list[str]:
    return [told.change.passage.text for chapter in found.chapters for told in chapter.told]


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two builds of a dossier, with another fact and another sentence in the second."""
    root = repository(tmp_path_factory.mktemp("bouw"))
    place = Workspace.at(root)
    build(place, formats=KINDS, out=root / "een")
    changed(root, FACTS_FILE, "500000", "600000")
    build(place, formats=KINDS, out=root / "twee")
    changed(root, NOTA, "Het begint", "Dit start")
    build(place, formats=KINDS, out=root / "drie")
    return root


@pytest.mark.parametrize("old", KINDS)
@pytest.mark.parametrize("new", KINDS)
def test_every_kind_says_the_same_as_every_other(builds: Path, old: str, new: str):
    folder = builds / "een/proef"

    found = diff_files(folder / f"nota.{old}", folder / f"nota.{new}").differences
    assert sentences(found) == []
    assert found.is_same


@pytest.mark.parametrize("old", KINDS)
@pytest.mark.parametrize("new", KINDS)
def test_a_changed_figure_is_found_between_any_two_kinds(builds: Path, old: str, new: str):
    files = builds / f"een/proef/nota.{old}", builds / f"twee/proef/nota.{new}"

    assert sentences(diff_files(*files).differences) == ["Er gaat € 600.000,- naar 20 gemeenten."]


def test_a_word_file_names_the_fact_that_changed(builds: Path):
    files = builds / "een/proef/nota.docx", builds / "twee/proef/nota.docx"

    [chapter] = diff_files(*files).differences.chapters
    assert (chapter.cause.kind, chapter.cause.name) == (CauseKind.FACT, "bedrag")
    assert (chapter.cause.old, chapter.cause.new) == ("€ 500.000,-", "€ 600.000,-")


def folders(*names: Path) -> Differences:
    return diff_what(Question([str(name) for name in names])).differences


def test_two_builds_are_compared_by_the_names_of_their_documents(builds: Path):
    found = folders(builds / "een", builds / "drie")

    assert found.compared == 1
    assert {(c.cause.kind, c.cause.name) for c in found.chapters} == {
        (CauseKind.FACT, "bedrag"),
        (CauseKind.LETTER, NOTA),
    }


def test_two_builds_of_the_same_are_the_same(builds: Path):
    assert folders(builds / "een", builds / "een").is_same


def test_a_folder_without_a_common_kind_is_compared_all_the_same(builds: Path, tmp_path: Path):
    for name, ending in (("een", "docx"), ("twee", "pdf")):
        target = tmp_path / name / "proef"
        target.mkdir(parents=True)
        source = builds / name / "proef" / f"nota.{ending}"
        (target / source.name).write_bytes(source.read_bytes())

    assert len(sentences(folders(tmp_path / "een", tmp_path / "twee"))) == 1


def test_a_file_in_a_folder_that_cannot_be_read_leaves_the_others(builds: Path, tmp_path: Path):
    for name in ("een", "twee"):
        target = tmp_path / name
        target.mkdir()
        data = (builds / name / "proef/nota.docx").read_bytes()
        (target / "nota.docx").write_bytes(data)
        (target / "kapot.docx").write_bytes(b"PK\x03\x04kapot")

    found = folders(tmp_path / "een", tmp_path / "twee")
    assert len(sentences(found)) == 1
    assert not found.is_whole


def test_folders_without_documents_are_refused(tmp_path: Path):
    for name in ("een", "twee"):
        (tmp_path / name).mkdir()

    with pytest.raises(NotFound) as problem:
        folders(tmp_path / "een", tmp_path / "twee")
    assert [f.code for f in problem.value.findings] == ["PMG196"]


def test_one_file_is_held_against_what_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    root = repository(tmp_path)
    (root / "brief.docx").write_bytes(word_file("Er gaat vijf ton naar Almelo."))
    commit(root, {}, "Een brief van een ander")
    (root / "brief.docx").write_bytes(word_file("Er gaat zes ton naar Almelo."))
    monkeypatch.chdir(root)

    found = diff_what(Question(["brief.docx"])).differences
    assert sentences(found) == ["Er gaat zes ton naar Almelo."]
    with pytest.raises(Unreachable) as problem:
        diff_what(Question(["brief.docx"], since="HEAD~1"))
    assert [f.code for f in problem.value.findings] == ["PMG195"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04kapot", b"\x00\x01\x02\x03"])
def test_a_file_that_is_no_document_is_unreachable(tmp_path: Path, data: bytes):
    good = word_file("Iets.")

    with pytest.raises(Unreachable):
        of(tmp_path, good, data)
    with pytest.raises(Unreachable):
        of(tmp_path, data, good)


def test_a_file_that_is_not_there_is_named(tmp_path: Path):
    good, _ = pair(tmp_path, word_file("Iets."), b"")

    for what in ([str(good), "weg.docx"], ["weg.docx"], [str(good), "een", "twee"]):
        with pytest.raises(NotFound) as problem:
            diff_what(Question(what))
        assert {f.code for f in problem.value.findings} == {"PMG197"}


def test_a_revision_beside_two_files_is_refused(tmp_path: Path):
    files = [str(path) for path in pair(tmp_path, word_file("Iets."), word_file("Iets."))]

    with pytest.raises(NotFound):
        diff_what(Question(files, since="HEAD"))


TRACKED = par(run("Er gaat "), deleted("vijf"), inserted("zes"), run(" ton naar Almelo."))


def test_tracked_changes_are_said_and_read_as_accepted(tmp_path: Path):
    found = of(tmp_path, word_file("Er gaat zes ton naar Almelo."), word_file(TRACKED))

    [finding] = found.findings
    assert finding.code == "PMG481"
    assert "2 bijgehouden wijzigingen van J. Jansen" in finding.message
    assert sentences(found) == []


def test_tracked_changes_are_read_as_rejected_on_request(tmp_path: Path):
    files = pair(tmp_path, word_file("Er gaat vijf ton naar Almelo."), word_file(TRACKED))

    found = diff_files(*files, Tracked.REJECT).differences
    assert sentences(found) == []
    assert "geweigerd" in found.findings[0].message


def test_merged_cells_are_told_by_their_words(tmp_path: Path):
    old = table(("Jaar", "Bedrag", "Wie"), ("2024", "€ 5", "Almelo"))
    new = table(("Jaar", "2:Bedrag"), ("2024", "2:€ 6"))

    found = of(tmp_path, word_file(old), word_file(new))
    assert sorted(sentences(found)) == ["Almelo", "Wie", "€ 6"]


def test_a_picture_that_was_replaced_is_told_apart(tmp_path: Path):
    one, other = ({"word/media/image1.png": data} for data in (b"een", b"twee"))

    found = of(tmp_path, word_file("A.", members=one), word_file("A.", members=other))
    assert [look.what for look in found.looks] == ["afbeelding image1.png vervangen"]
    assert found.chapters == ()


def test_files_that_differ_in_no_word_are_said_to_differ_otherwise(tmp_path: Path):
    bold = par("<w:r><w:rPr><w:b/></w:rPr><w:t>Iets.</w:t></w:r>")

    found = of(tmp_path, word_file("Iets."), word_file(bold))
    assert [look.what for look in found.looks] == [
        "opmaak: de bestanden zijn niet gelijk, de woorden wel"
    ]


def test_files_with_hardly_a_word_in_common_are_remarked_on(tmp_path: Path):
    old = word_file("De gemeenten vragen het geld zelf aan bij de minister van Proeven.")
    new = word_file("Recept voor soep: snijd prei, kook water, voeg zout toe en roer.")

    assert [finding.code for finding in of(tmp_path, old, new).findings] == ["PMG482"]
