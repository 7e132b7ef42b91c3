"""A copy of a bundle is whole, or it is told what is wrong with it; nothing in it can do harm."""

import hashlib
import io
import json
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pmg_docs.app.bundle import Asked, bundle, verify_bundle
from pmg_docs.app.final.finalising import finalise
from pmg_docs.model.errors import NotFound, PmgError, Unreachable
from pmg_docs.readers.bundle import opening
from pmg_docs.workspace.folder import Workspace
from tests.builders.bundles import ARCHIVE, STEM, archived, copied, fixed

NOTA = f"data/{STEM}.docx"
CHAMBER = "data/2026-01-16-kamerbrief-ienw-bsk-2026-1001-groen-in-de-buurt"


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    place = fixed(tmp_path_factory.mktemp("bron"))
    archived(place)
    bundle(place, "groen", Asked(as_zip=True))
    return place


@pytest.fixture
def copy(origin: Workspace, tmp_path: Path) -> Path:
    """A copy of the bundle, far from any workspace."""
    return Path(shutil.copytree(origin.root / ARCHIVE, tmp_path / "Kopie van stukken"))


@pytest.fixture
def packed(origin: Workspace) -> bytes:
    return (origin.root / f"{ARCHIVE}.zip").read_bytes()


def codes(path: Path, *, stopping: bool | None = None) -> list[str]:
    found = verify_bundle(path).findings
    return [f.code for f in found if stopping is None or f.stops is stopping]


def messages(path: Path) -> str:
    return "\n".join(f.message for f in verify_bundle(path).findings)


def fault(path: Path) -> tuple[type, list[str]]:
    with pytest.raises(PmgError) as caught:
        verify_bundle(path)
    return type(caught.value), [f.code for f in caught.value.findings]


def mend(folder: Path) -> None:
    """Make all checksums of a folder right again, as somebody would who means harm."""
    told = json.loads((folder / "data/manifest.json").read_text())
    for letter in told["documenten"]:
        for file in letter["bestanden"]:
            data = (folder / "data" / file["naam"]).read_bytes()
            file |= {"omvang": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    (folder / "data/manifest.json").write_text(json.dumps(told))
    resum(folder)


def resum(folder: Path) -> None:
    carried = sorted(path for path in (folder / "data").rglob("*") if path.is_file())
    size = sum(path.stat().st_size for path in carried)
    info = (folder / "bag-info.txt").read_text().splitlines()
    info[-1] = f"Payload-Oxum: {size}.{len(carried)}"
    (folder / "bag-info.txt").write_text("\n".join(info) + "\n")
    for name, files in (
        ("manifest-sha256.txt", carried),
        ("tagmanifest-sha256.txt",
         [folder / n for n in ("bag-info.txt", "bagit.txt", "manifest-sha256.txt")]),
    ):  # fmt: skip
        rows = (f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(folder).as_posix()}"
                for p in files)  # fmt: skip
        (folder / name).write_text("\n".join(rows) + "\n")


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


# Bundles that mean harm.


def with_member(packed: bytes, name: str, mode: int = 0o100644, data: bytes = b"x") -> bytes:
    buffer = io.BytesIO(packed)
    with zipfile.ZipFile(buffer, "a") as archive:
        info = zipfile.ZipInfo("x")
        info.filename = name
        info.external_attr = mode << 16
        archive.writestr(info, data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "mode"),
    [("../uit.txt", 0o100644), ("/etc/uit", 0o100644), ("groen-archief/../../uit", 0o100644),
     ("C:\\uit.txt", 0o100644), ("groen-archief/data\\uit", 0o100644),
     ("groen-archief/data/koppeling", 0o120777), ("groen-archief/data/apparaat", 0o060644),
     (f"groen-archief/{NOTA.upper()}", 0o100644), (f"groen-archief//{NOTA}", 0o100644)],
)  # fmt: skip
def test_a_name_that_would_do_harm_is_told(tmp_path: Path, packed: bytes, name: str, mode: int):
    path = tmp_path / "kwaad.zip"
    path.write_bytes(with_member(packed, name, mode))

    assert codes(path, stopping=True) == ["PMG530"]
    assert [p.name for p in tmp_path.iterdir()] == ["kwaad.zip"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_that_is_there_twice_is_told(tmp_path: Path, packed: bytes):
    path = tmp_path / "dubbel.zip"
    path.write_bytes(with_member(packed, f"groen-archief/{NOTA}"))

    assert "PMG530" in codes(path, stopping=True)


def test_a_zip_that_unpacks_to_far_too_much_is_refused(tmp_path: Path):
    path = tmp_path / "bom.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b/bagit.txt", "BagIt-Version: 1.0\n")
        archive.writestr("b/data/groot.docx", b"\0" * 60_000_000)

    assert fault(path) == (Unreachable, ["PMG513"])


def test_a_folder_that_holds_far_too_much_is_refused(copy: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(opening, "_MOST_BYTES", 1000)

    assert fault(copy) == (Unreachable, ["PMG524"])


def test_a_link_in_a_folder_is_not_followed(copy: Path, tmp_path: Path):
    (tmp_path / "geheim.docx").write_bytes((copy / NOTA).read_bytes())
    (copy / NOTA).unlink()
    (copy / NOTA).symlink_to(tmp_path / "geheim.docx")
    (copy / "data/map").symlink_to("/", target_is_directory=True)

    assert codes(copy, stopping=True).count("PMG530") == 2
    assert "PMG525" in codes(copy)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_in_a_folder_keeps_nobody_waiting(copy: Path):
    os.mkfifo(copy / "data/pijp")

    assert codes(copy, stopping=True) == ["PMG530"]


def test_folders_deep_in_each_other_are_refused(copy: Path):
    (copy / "/".join("a" * 30)).mkdir(parents=True)

    assert fault(copy) == (Unreachable, ["PMG524"])


def test_a_name_that_no_screen_can_show_is_shown_safely(copy: Path):
    (copy / "data/\x1b[31mrood").write_bytes(b"x")

    assert "\x1b" not in messages(copy)
    assert "PMG526" in codes(copy)


def test_a_manifest_that_names_what_no_screen_can_show_is_told(copy: Path):
    path = copy / "data/manifest.json"
    path.write_text(path.read_text().replace(f"{STEM}.docx", r"\u001b[31mrood.docx"))
    resum(copy)

    assert "\x1b" not in messages(copy)
    assert set(codes(copy, stopping=True)) == {"PMG531"}


# No bundle at all.


@pytest.mark.parametrize(
    ("make", "wanted"),
    [
        (lambda _: None, (NotFound, ["PMG524"])),
        (Path.mkdir, (Unreachable, ["PMG524"])),
        (lambda path: path.write_bytes(b"PK\x03\x04 kapot"), (Unreachable, ["PMG501"])),
        (lambda path: path.write_bytes(b""), (Unreachable, ["PMG501"])),
        (lambda path: zipfile.ZipFile(path, "w").close(), (Unreachable, ["PMG524"])),
        (lambda path: path.symlink_to(path), (Unreachable, ["PMG524"])),
    ],
    ids=["nothing", "a folder", "a damaged zip", "an empty file", "an empty zip", "a loop"],
)
def test_what_is_no_bundle_is_told(tmp_path: Path, make, wanted):
    path = tmp_path / "iets"
    make(path)

    assert fault(path) == wanted


@pytest.mark.parametrize("at", [100, 5000, -300])
def test_a_zip_that_was_cut_off_is_refused(tmp_path: Path, packed: bytes, at: int):
    path = tmp_path / "kapot.zip"
    path.write_bytes(packed[:at])

    kind, found = fault(path)
    assert kind is Unreachable
    # A Word file in it may look like the end of the whole.
    assert found in (["PMG501"], ["PMG524"])


@pytest.mark.parametrize("at", [100, 5000, 120_000])
def test_a_zip_of_which_one_byte_was_altered_is_never_whole(tmp_path: Path, packed: bytes, at: int):
    path = tmp_path / "kapot.zip"
    path.write_bytes(packed[:at] + bytes([packed[at] ^ 0xFF]) + packed[at + 1 :])

    assert fault(path) == (Unreachable, ["PMG501"])


# Beside the register.


def test_the_register_knows_the_words(origin: Workspace, copy: Path):
    assert verify_bundle(copy, origin).known == 3
    assert verify_bundle(copy).known == 0


def test_a_bundle_of_an_older_version_is_told(origin: Workspace, copy: Path, tmp_path: Path):
    place = copied(origin, tmp_path / "werk")
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


def test_a_fingerprint_that_the_register_does_not_know_is_an_error(origin: Workspace, copy: Path):
    with_another_fingerprint(copy, is_borne=False)

    assert verify_bundle(copy).is_whole
    found = verify_bundle(copy, origin)
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
