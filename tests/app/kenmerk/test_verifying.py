"""A copy is known by its words: renamed, saved again or printed, whatever its kind."""

import shutil
from pathlib import Path

import pytest

from pmg_docs.app.build import build
from pmg_docs.app.final.finalising import finalise
from pmg_docs.app.kenmerk.handing_out import withdraw
from pmg_docs.app.kenmerk.verifying import Outcome, Verified, verify
from pmg_docs.model.errors import NotFound, Unreachable
from pmg_docs.workspace.folder import Workspace
from tests.builders.copies import BODY, FORMATS, KENMERK, file_of, saved_as, sent
from tests.builders.sound import FACTS, NOTA, workspace
from tests.builders.word_edits import retyped, tracked

AGAIN = ("docx", "odt", "pdf")


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return sent(tmp_path_factory.mktemp("ons"))


@pytest.fixture(scope="module")
def dearer(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The same letter with another amount, as somebody else would have made it."""
    return sent(tmp_path_factory.mktemp("duurder"), feiten=FACTS.replace("500000", "600000"))


@pytest.fixture(scope="module")
def renumbered(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The same letter under a number that is not known here."""
    other = NOTA.replace("2026/1000", "2026/1009") + BODY
    return sent(tmp_path_factory.mktemp("nummer"), nota=other)


def edits(found: Verified) -> list[tuple[str, str]]:
    """The words that went and came, change by change."""
    return [
        (one.old.text[e.old_start : e.old_end], one.new.text[e.new_start : e.new_end])
        for one in found.changes.changes if one.old and one.new
        for e in one.edits
    ]  # fmt: skip


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_that_went_out_is_unchanged(ours: Workspace, tmp_path: Path, ending: str):
    copy = tmp_path / "iets anders"
    shutil.copy(file_of(ours, ending), copy)

    found = verify(ours, copy)

    assert (found.outcome, found.entry.kenmerk) == (Outcome.SAME, KENMERK)
    assert found.is_very_file is (ending != "odt")  # which is made on request only


@pytest.mark.parametrize("ending", AGAIN)
def test_what_libreoffice_saves_or_prints_is_unchanged(
    ours: Workspace, tmp_path: Path, ending: str
):
    found = verify(ours, saved_as(file_of(ours, "docx"), ending, tmp_path))

    assert (found.outcome, found.changes.missing) == (Outcome.SAME, ())
    assert not found.is_very_file


def test_a_plain_text_without_headers_says_what_it_lacks(tmp_path: Path):
    note = "[^bron]: Dat volgt uit het besluit van de minister."
    body = BODY.replace(note, "").replace("[^bron]", "")
    place = sent(tmp_path / "w", nota=NOTA + body)

    found = verify(place, saved_as(file_of(place, "docx"), "txt:Text (encoded):UTF8", tmp_path))

    assert found.outcome is Outcome.SAME
    assert KENMERK in [one.text for one in found.changes.missing]


@pytest.mark.parametrize("ending", FORMATS)
def test_another_amount_is_found_in_every_format(ours: Workspace, dearer: Workspace, ending: str):
    found = verify(ours, file_of(dearer, ending))

    assert found.outcome is Outcome.CHANGED
    assert edits(found) == [("500.000,-", "600.000,-")] * 2  # in the text, and in the table


@pytest.mark.parametrize("ending", AGAIN)
def test_another_amount_is_found_in_what_was_saved_again(
    ours: Workspace, dearer: Workspace, tmp_path: Path, ending: str
):
    found = verify(ours, saved_as(file_of(dearer, "docx"), ending, tmp_path))

    assert edits(found) == [("500.000,-", "600.000,-")] * 2


@pytest.mark.parametrize("ending", FORMATS)
def test_a_kenmerk_that_was_altered_is_found_by_the_other_words(
    ours: Workspace, renumbered: Workspace, ending: str
):
    found = verify(ours, file_of(renumbered, ending))

    assert (found.outcome, found.entry.kenmerk) == (Outcome.CHANGED, KENMERK)
    assert set(edits(found)) == {("1000", "1009")}


def test_a_kenmerk_altered_in_a_print_is_found(
    ours: Workspace, renumbered: Workspace, tmp_path: Path
):
    found = verify(ours, saved_as(file_of(renumbered, "docx"), "pdf", tmp_path))

    assert set(edits(found)) == {("1000", "1009")}


@pytest.mark.parametrize(
    ("old", "new"), [("Stem in.", "Stem niet in."), ("de kinderen", "de honden")]
)
def test_a_word_in_a_text_is_found(ours: Workspace, tmp_path: Path, old: str, new: str):
    copy = tmp_path / "kopie.md"
    text = file_of(ours, "md").read_text(encoding="utf-8")
    assert old in text
    copy.write_text(text.replace(old, new, 1), encoding="utf-8")

    found = verify(ours, copy)

    assert (found.outcome, len(found.changes.changes)) == (Outcome.CHANGED, 1)


@pytest.mark.parametrize("word", ["nota", "Groen in de buurt", "CONCEPT"])
def test_words_of_the_frame_within_a_sentence_are_a_change(
    ours: Workspace, tmp_path: Path, word: str
):
    copy = tmp_path / "kopie.md"
    text = file_of(ours, "md").read_text(encoding="utf-8")
    copy.write_text(text.replace("Zo staat het er.", f"Zo staat {word} het er."), encoding="utf-8")

    assert [new.strip() for _, new in edits(verify(ours, copy))] == [word]


@pytest.mark.parametrize("ending", FORMATS)
def test_a_concept_of_the_same_words_is_not_what_went_out(
    ours: Workspace, tmp_path: Path, ending: str
):
    draft = workspace(tmp_path, nota=NOTA + BODY)
    build(draft, ["groen"], ["nota"], FORMATS)

    found = verify(ours, file_of(draft, ending))

    assert found.outcome is Outcome.CONCEPT
    assert found.changes.changes == ()


def test_a_correction_and_what_it_corrected_are_told_apart(tmp_path: Path):
    place = sent(tmp_path / "w")
    first = shutil.copy(file_of(place, "pdf"), tmp_path / "eerst.pdf")
    path = place.root / "letters/groen/nota.md"
    path.write_text(path.read_text().replace("Stem in.", "Stem niet in."))
    finalise(place, "groen", ["nota"], reason="vergissing", by="B. Voorbeeld")
    again = saved_as(file_of(place, "docx"), "pdf", tmp_path)

    old, new = verify(place, Path(first)), verify(place, again)

    assert (old.outcome, old.version.number, old.last.number) == (Outcome.SAME, 1, 2)
    assert (new.outcome, new.version.number, new.version.reason) == (
        Outcome.SAME, 2, "vergissing")  # fmt: skip


def test_another_letter_of_the_dossier_is_not_taken_for_this_one(ours: Workspace):
    assert verify(ours, file_of(ours, "pdf", "kamerbrief")).entry.letter == "kamerbrief"


def test_what_was_never_fixed_is_not_known(ours: Workspace, tmp_path: Path):
    copy = tmp_path / "brief.md"
    copy.write_text(f"# Een brief\n\nUw kenmerk {KENMERK} ontving ik, met dank voor uw moeite.\n")

    with pytest.raises(NotFound) as caught:
        verify(ours, copy)

    [finding] = caught.value.findings
    assert finding.code == "PMG169"
    assert KENMERK in finding.hints[0]


def test_what_cannot_be_read_is_said(ours: Workspace, tmp_path: Path):
    (tmp_path / "kapot.pdf").write_bytes(b"%PDF-1.7 en niets meer")

    for name in ("kapot.pdf", "weg.pdf"):
        with pytest.raises(Unreachable):
            verify(ours, tmp_path / name)


def test_a_tree_that_somebody_altered_proves_nothing(tmp_path: Path):
    place = sent(tmp_path / "w")
    kept = next((place.root / "letters/groen/vastgesteld").glob("*1000.json"))
    kept.write_text(kept.read_text().replace("500.000", "600.000"))

    with pytest.raises(Unreachable) as caught:
        verify(place, file_of(place, "pdf"))

    assert [one.code for one in caught.value.findings] == ["PMG446"]


def test_a_number_that_was_withdrawn_is_still_known(tmp_path: Path):
    place = sent(tmp_path / "w")
    withdraw(place, KENMERK, "gaat niet uit", by="A", also_fixed=True)

    found = verify(place, file_of(place, "pdf"))
    assert (found.outcome, found.version.number) == (Outcome.SAME, 1)
    assert not found.entry.is_live
    assert found.entry.reason == "gaat niet uit"


def test_changes_that_were_tracked_are_told(ours: Workspace, tmp_path: Path):
    copy = tmp_path / "kopie.docx"
    copy.write_bytes(
        tracked(file_of(ours, "docx").read_bytes(), "Stem in.", "Stem tegen.", "J", "2026-02-01")
    )

    found = verify(ours, copy)

    assert edits(found) == [("in", "tegen")]
    assert [one.code for one in found.remarks] == ["PMG170", "PMG522"]


def altered(place: Workspace, folder: Path) -> Path:
    """The final Word file after somebody took its protection off and typed in it."""
    copy = folder / "kopie.docx"
    copy.write_bytes(retyped(file_of(place, "docx").read_bytes(), "Stem in.", "Stem tegen."))
    return copy


def test_a_final_file_with_other_words_is_told_to_say_still_that_it_is_final(
    ours: Workspace, tmp_path: Path
):
    found = verify(ours, altered(ours, tmp_path))

    assert edits(found) == [("in", "tegen")]
    assert [one.code for one in found.remarks] == ["PMG522"]


@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_it_says_so_too_when_libreoffice_saved_it(ours: Workspace, tmp_path: Path, ending: str):
    found = verify(ours, saved_as(altered(ours, tmp_path), ending, tmp_path / "lo"))

    assert [one.code for one in found.remarks] == ["PMG522"]


def test_a_fingerprint_that_is_not_that_of_the_words_is_told(ours: Workspace, tmp_path: Path):
    text = file_of(ours, "html").read_text(encoding="utf-8")
    digest = verify(ours, file_of(ours, "html")).version.digest
    assert digest in text
    copy = tmp_path / "kopie.html"
    copy.write_text(text.replace(digest, f"sha256:{'0' * 64}"), encoding="utf-8")

    found = verify(ours, copy)

    assert found.outcome is Outcome.SAME
    assert [one.code for one in found.remarks] == ["PMG522"]


@pytest.mark.parametrize("ending", AGAIN)
def test_a_final_file_that_was_only_saved_again_is_not_doubted(
    ours: Workspace, tmp_path: Path, ending: str
):
    assert verify(ours, saved_as(file_of(ours, "docx"), ending, tmp_path)).remarks == ()


def test_a_copy_that_says_nothing_of_itself_is_not_doubted(ours: Workspace, tmp_path: Path):
    copy = tmp_path / "kopie.md"
    text = file_of(ours, "md").read_text(encoding="utf-8")
    copy.write_text(text.replace("Stem in.", "Stem tegen."), encoding="utf-8")

    assert verify(ours, copy).remarks == ()
