"""A copy that was made to do harm, or is no bundle at all, is told and does none."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from pmg_docs.model.errors import NotFound, Unreachable
from pmg_docs.readers.bundle import opening
from tests.app.bundle.told import codes, fault, messages
from tests.builders.bundles import STEM, resum

NOTA = f"data/{STEM}.docx"


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


@pytest.mark.parametrize("at", [100, 5000, 50_000, 100_000, -300])
def test_a_zip_that_was_cut_off_is_refused(tmp_path: Path, packed: bytes, at: int):
    path = tmp_path / "kapot.zip"
    path.write_bytes(packed[:at])

    assert fault(path) == (Unreachable, ["PMG501"])


@pytest.mark.parametrize("at", [100, 5000, 120_000])
def test_a_zip_of_which_one_byte_was_altered_is_never_whole(tmp_path: Path, packed: bytes, at: int):
    path = tmp_path / "kapot.zip"
    path.write_bytes(packed[:at] + bytes([packed[at] ^ 0xFF]) + packed[at + 1 :])

    assert fault(path) == (Unreachable, ["PMG501"])
