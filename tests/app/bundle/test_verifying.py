"""A copy of a bundle is whole, or it is told what is wrong with it."""

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pmg_docs.app.bundle import verify_bundle
from pmg_docs.app.final.finalising import finalise
from pmg_docs.workspace.folder import Workspace
from tests.app.bundle.told import codes, messages
from tests.builders.bundles import STEM, copied, mend, resum

NOTA = f"data/{STEM}.docx"
CHAMBER = "data/2026-01-16-kamerbrief-ienw-bsk-2026-1001-groen-in-de-buurt"


# A copy that is whole.


def test_a_copy_elsewhere_under_another_name_is_whole(copy: Path):
    found = verify_bundle(copy)

    assert found.findings == ()
    assert found.is_whole
    assert found.bundled is not None
    assert len(found.bundled.files) == 9


def test_the_zip_is_whole_and_so_is_what_an_unpacker_makes_of_it(tmp_path: Path, packed: bytes):
    renamed = tmp_path / "Stukken (1).zip"
    renamed.write_bytes(packed)
    with zipfile.ZipFile(renamed) as archive:
        archive.extractall(tmp_path / "Downloads/Stukken (1)")

    assert codes(renamed) == []
    assert codes(tmp_path / "Downloads/Stukken (1)") == []


def test_a_zip_that_another_program_made_of_the_folder_is_whole(copy: Path, tmp_path: Path):
    made = shutil.make_archive(str(tmp_path / "anders"), "zip", copy)

    assert codes(Path(made)) == []


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "data/desktop.ini", "data/._brief"])
def test_what_a_system_leaves_behind_is_a_warning_that_names_it(copy: Path, name: str):
    (copy / name).write_bytes(b"\0")

    assert codes(copy, stopping=True) == []
    assert codes(copy) == ["PMG527"]
    assert name in messages(copy)


def test_line_ends_that_a_mail_program_changed_are_a_warning(copy: Path):
    for name in ("manifest-sha256.txt", "bagit.txt", "bag-info.txt"):
        data = (copy / name).read_bytes()
        (copy / name).write_bytes(data.replace(b"\n", b"\r\n"))

    assert codes(copy, stopping=True) == []
    assert set(codes(copy)) == {"PMG529"}


# A copy that is not.


def add_a_byte(folder: Path) -> None:
    with (folder / NOTA).open("ab") as file:
        file.write(b"x")


def lose(folder: Path) -> None:
    (folder / NOTA).unlink()


def add(folder: Path) -> None:
    (folder / "data/extra.docx").write_bytes(b"x")


def add_above(folder: Path) -> None:
    (folder / "leesmij.txt").write_bytes(b"x")


def rename(folder: Path) -> None:
    (folder / NOTA).rename(folder / NOTA.upper().replace("DATA", "data"))


def lose_manifest(folder: Path) -> None:
    (folder / "manifest-sha256.txt").unlink()


def lose_tags(folder: Path) -> None:
    (folder / "tagmanifest-sha256.txt").unlink()


def edit_info(folder: Path) -> None:
    path = folder / "bag-info.txt"
    path.write_text(path.read_text().replace("pmg_docs", "iemand"))


def garble_sums(folder: Path) -> None:
    path = folder / "manifest-sha256.txt"
    path.write_text(path.read_text() + "geen som\n")


def other_version(folder: Path) -> None:
    (folder / "bagit.txt").write_text("BagIt-Version: 7.0\n")


@pytest.mark.parametrize(
    ("harm", "wanted"),
    [
        (add_a_byte, {"PMG528", "PMG531"}), (lose, {"PMG525", "PMG531"}),
        (add, {"PMG526", "PMG531"}), (add_above, {"PMG526"}), (rename, {"PMG530", "PMG531"}),
        (lose_manifest, {"PMG525"}), (lose_tags, {"PMG525"}), (edit_info, {"PMG528"}),
        (garble_sums, {"PMG528", "PMG531"}), (other_version, {"PMG528", "PMG531"}),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)  # fmt: skip
def test_each_harm_is_told(copy: Path, harm: Callable[[Path], None], wanted: set[str]):
    harm(copy)

    assert set(codes(copy, stopping=True)) == wanted


def swap(folder: Path) -> None:
    shutil.copy(folder / f"{CHAMBER}.docx", folder / NOTA)


def swap_page(folder: Path) -> None:
    shutil.copy(folder / f"{CHAMBER}.html", folder / NOTA.replace("docx", "html"))


def swap_pdf(folder: Path) -> None:
    shutil.copy(folder / f"{CHAMBER}.pdf", folder / NOTA.replace("docx", "pdf"))


@pytest.mark.parametrize("harm", [swap, swap_page, swap_pdf])
def test_a_swapped_file_is_found_though_all_sums_were_mended(
    copy: Path, harm: Callable[[Path], None]
):
    harm(copy)
    mend(copy)

    assert set(codes(copy, stopping=True)) == {"PMG532"}
    assert "IENW/BSK-2026/1001" in messages(copy)


def test_a_number_that_was_changed_on_the_page_alone_is_found(copy: Path):
    path = copy / NOTA.replace("docx", "html")
    head, body = path.read_text().split("<body>")
    path.write_text(f"{head}<body>{body.replace('BSK-2026/1000', 'BSK-2026/1009')}")
    mend(copy)

    assert set(codes(copy, stopping=True)) == {"PMG532"}
    assert "het stuk zelf" in messages(copy)


def test_a_file_of_another_kind_under_its_name_is_found(copy: Path):
    (copy / NOTA).write_bytes((copy / NOTA.replace("docx", "pdf")).read_bytes())
    mend(copy)

    assert "PMG531" in codes(copy, stopping=True)


def test_a_pdf_that_is_no_longer_for_the_archive_is_found(copy: Path):
    path = copy / NOTA.replace("docx", "pdf")
    path.write_bytes(path.read_bytes().replace(b"pdfaid:part", b"pdfaid:deel"))
    mend(copy)

    assert "PMG531" in codes(copy, stopping=True)


def test_a_damaged_pdf_says_nothing_in_the_log(copy: Path, caplog: pytest.LogCaptureFixture):
    path = copy / NOTA.replace("docx", "pdf")
    data = path.read_bytes()
    path.write_bytes(data[:5000] + data[5100:])
    mend(copy)

    verify_bundle(copy)

    assert caplog.records == []


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"versie": 2}', '{"versie": 1, "voor": "jan", "documenten": []}',
     '{"versie": 1, "voor": "kamer", "documenten": [{}]}',
     '{"versie": 1, "voor": "kamer", "documenten": 3}', "[" * 99_999],
)  # fmt: skip
def test_a_manifest_that_is_nonsense_is_told(copy: Path, text: str):
    (copy / "data/manifest.json").write_text(text)
    resum(copy)

    assert codes(copy, stopping=True) == ["PMG531"]
    assert verify_bundle(copy).bundled is None


@pytest.mark.parametrize("times", [2, 100_000])
def test_a_manifest_that_names_a_file_over_and_over_is_told_at_once(copy: Path, times: int):
    path = copy / "data/manifest.json"
    told = json.loads(path.read_text())
    told["documenten"][0]["bestanden"] = told["documenten"][0]["bestanden"][:1] * times
    path.write_text(json.dumps(told))
    resum(copy)

    found = verify_bundle(copy)

    assert [f.code for f in found.findings] == ["PMG531"]
    assert found.bundled is None


def test_a_file_that_the_manifest_does_not_name_is_told_though_it_has_a_sum(copy: Path):
    add(copy)
    resum(copy)

    assert codes(copy, stopping=True) == ["PMG531"]


@pytest.mark.parametrize("name", ["../../brief.docx", "/etc/passwd", "Brief 1.docx", "brief.exe"])
def test_a_manifest_that_names_something_else_is_told(copy: Path, name: str):
    path = copy / "data/manifest.json"
    path.write_text(path.read_text().replace(f"{STEM}.docx", name))
    resum(copy)

    assert set(codes(copy, stopping=True)) == {"PMG531"}


# Beside the register.


def test_the_register_knows_the_words(bundled: Workspace, copy: Path):
    assert verify_bundle(copy, bundled).known == 3
    assert verify_bundle(copy).known == 0


def test_a_bundle_of_an_older_version_is_told(bundled: Workspace, copy: Path, tmp_path: Path):
    place = copied(bundled, tmp_path / "werk")
    letter = place.root / "letters/groen/nota.md"
    letter.write_text(letter.read_text().replace("Stem in.", "Stem niet in."))
    finalise(place, "groen", ["nota"], reason="verkeerd", by="A")

    found = verify_bundle(copy, place)

    assert found.is_whole
    assert [f.code for f in found.findings] == ["PMG533"]
    assert "versie 2" in found.findings[0].message


def with_another_fingerprint(copy: Path, *, is_borne: bool) -> None:
    """Let the manifest name another fingerprint, and the files bear it or say nothing of it."""
    path = copy / "data/manifest.json"
    told = json.loads(path.read_text())
    told["documenten"][0]["vingerafdruk"] = "sha256:" + "0" * 64
    for file in told["documenten"][0]["bestanden"] if not is_borne else ():
        file["draagt"].remove("vingerafdruk")
    path.write_text(json.dumps(told))
    resum(copy)


def test_files_tell_of_another_fingerprint_in_the_manifest(copy: Path):
    with_another_fingerprint(copy, is_borne=True)

    assert {f.code for f in verify_bundle(copy).findings if f.stops} == {"PMG532"}


def test_a_fingerprint_that_the_register_does_not_know_is_an_error(bundled: Workspace, copy: Path):
    with_another_fingerprint(copy, is_borne=False)

    assert verify_bundle(copy).is_whole
    found = verify_bundle(copy, bundled)
    assert [f.code for f in found.findings if f.stops] == ["PMG533"]


def test_a_register_that_knows_nothing_of_it_says_nothing(copy: Path, tmp_path: Path):
    (tmp_path / "elders/letters").mkdir(parents=True)

    found = verify_bundle(copy, Workspace.at(tmp_path / "elders"))

    assert (found.known, found.findings) == (0, ())


def in_html(folder: Path) -> None:
    path = folder / NOTA.replace("docx", "html")
    path.write_text(path.read_text().replace("500.000", "900.000"))


def in_word(folder: Path) -> None:
    with zipfile.ZipFile(folder / NOTA) as archive:
        parts = {info: archive.read(info) for info in archive.infolist()}
    with zipfile.ZipFile(folder / NOTA, "w") as archive:
        for info, data in parts.items():
            archive.writestr(info, data.replace(b"500.000", b"900.000"))


@pytest.mark.parametrize("alter", [in_html, in_word])
def test_other_words_behind_the_same_fingerprint_are_not_known(
    origin: Workspace, copy: Path, alter: Callable[[Path], None]
):
    alter(copy)
    mend(copy)

    found = verify_bundle(copy, origin)

    assert [f.code for f in found.findings] == ["PMG533"]
    assert not found.is_whole
    assert found.known == 2


def test_a_file_that_was_saved_again_has_the_words_that_the_register_knows(
    origin: Workspace, copy: Path
):
    for ending in ("docx", "html", "pdf"):
        with (copy / NOTA.replace("docx", ending)).open("ab") as file:
            file.write(b"\n")
    mend(copy)

    assert verify_bundle(copy, origin).known == 3
