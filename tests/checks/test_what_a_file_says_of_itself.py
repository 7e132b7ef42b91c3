"""A file says that it is a concept or final, and with which words; final ones are protected.

Real files, each made to lie in one place: the proof must see it.
"""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from pmg_docs.app.final.finalising import finalise
from pmg_docs.app.kenmerk.handing_out import find
from pmg_docs.checks.identity import prove_identity, prove_locks
from pmg_docs.kenmerk.register import Register
from pmg_docs.model.document import Document
from pmg_docs.model.errors import Refused
from pmg_docs.model.fixed import as_final
from pmg_docs.model.seal import Seal
from pmg_docs.model.words import FileIdentity
from pmg_docs.readers.identity import read_identity
from pmg_docs.readers.locks import read_locks
from pmg_docs.specs.look import Look
from pmg_docs.workspace.office import convert, find_office
from pmg_docs.writers import WRITERS
from pmg_docs.writers.odt import finish, plain
from tests.builders.look import look
from tests.builders.office_macro import open_for_reading_only
from tests.builders.paged import members, packed
from tests.builders.sound import workspace
from tests.builders.tree import nota

CONCEPT = nota(kenmerk="IENW/BSK-2024/353709")
FINAL = as_final(CONCEPT)
OTHER = "sha256:" + "0" * 64
FORMATS = ("docx", "odt", "pdf", "html")
PROTECTION = re.compile(rb"<w:documentProtection[^>]*/>")


@cache
def written(name: str, document: Document) -> bytes:
    if name != "odt":
        return WRITERS[name](document, look())
    program = find_office()
    assert program is not None
    made = convert(program, {"nota": plain(WRITERS["docx"](document, look()))}, "docx", "odt")
    return finish(made["nota"], document, "nota")


def told(name: str, data: bytes, document: Document = FINAL) -> list[tuple[str, str]]:
    """The codes and messages of all that is found, properties first."""
    found = (
        *prove_identity(document, read_identity(data, name), name, f"nota.{name}"),
        *prove_locks(document, read_locks(data, name), f"nota.{name}"),
    )
    return [(one.code, one.message) for one in found]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("document", [CONCEPT, FINAL], ids=["concept", "final"])
def test_a_file_as_it_is_made_is_proven(name: str, document: Document):
    assert told(name, written(name, document), document) == []


@pytest.mark.parametrize("name", FORMATS)
def test_a_concept_says_so_and_has_no_fingerprint(name: str):
    found = read_identity(written(name, CONCEPT), name)

    assert {one.status for one in found} - {None} == {"concept"}
    assert {one.fingerprint for one in found} - {None} == {""}


@pytest.mark.parametrize("name", FORMATS)
def test_a_final_file_says_the_status_and_the_fingerprint_in_each_place(name: str):
    found = read_identity(written(name, FINAL), name)

    assert {one.status for one in found} - {None} == {"definitief"}
    assert {one.fingerprint for one in found} - {None} == {FINAL.fingerprint}


def member(name: str, part: str, old: str, new: str) -> bytes:
    parts = members(written(name, FINAL))
    assert old.encode() in parts[part], (part, old)
    return packed(parts | {part: parts[part].replace(old.encode(), new.encode())})


def packet(old: str, new: str) -> bytes:
    data = written("pdf", FINAL)
    assert old.encode() in data
    return data.replace(old.encode(), new.encode())


def info(name: str, says: str) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(written("pdf", FINAL))) as pdf:
        assert name in pdf.docinfo
        pdf.docinfo[name] = says
        pdf.save(buffer)
    return buffer.getvalue()


def page(old: str, new: str) -> bytes:
    text = written("html", FINAL).decode()
    assert old in text
    return text.replace(old, new).encode()


PRINT = FINAL.fingerprint
CORE, CUSTOM, META = "docProps/core.xml", "docProps/custom.xml", "meta.xml"
LIES: dict[str, tuple[str, Callable[[], bytes], str, str]] = {
    "docx status": (
        "docx", lambda: member("docx", CORE, "Status>definitief", "Status>concept"),
        "PMG520", "(eigenschappen) ontbreekt of verschilt 'status'"),
    "docx status by name": (
        "docx", lambda: member("docx", CUSTOM, ">definitief<", ">concept<"),
        "PMG520", "(aangepaste eigenschappen) ontbreekt of verschilt 'status'"),
    "docx status gone": (
        "docx", lambda: member("docx", CUSTOM, 'name="Status"', 'name="Anders"'),
        "PMG520", "waar ‘definitief’ hoort, staat niets"),
    "docx fingerprint": (
        "docx", lambda: member("docx", CUSTOM, PRINT, OTHER), "PMG520", f"staat ‘{OTHER}’"),
    "docx kenmerk": (
        "docx", lambda: member("docx", CUSTOM, "353709", "353790"), "PMG503", "BSK-2024/353790"),
    "odt status": (
        "odt", lambda: member("odt", META, ">definitief<", ">concept<"), "PMG520", "‘concept’"),
    "odt fingerprint": (
        "odt", lambda: member("odt", META, PRINT, OTHER), "PMG520", f"staat ‘{OTHER}’"),
    "odt kenmerk gone": (
        "odt", lambda: member("odt", META, 'name="Kenmerk"', 'name="Anders"'), "PMG503", "niets"),
    "pdf status": (
        "pdf", lambda: info("/Status", "concept"), "PMG520", "(documentgegevens)"),
    "pdf fingerprint": (
        "pdf", lambda: info("/Vingerafdruk", OTHER), "PMG520", "(documentgegevens)"),
    "pdf kenmerk": (
        "pdf", lambda: info("/Kenmerk", "5300203"), "PMG503", "(documentgegevens, Kenmerk)"),
    "xmp status": (
        "pdf", lambda: packet('pmg:status="definitief"', 'pmg:status="afgestemd" '),
        "PMG520", "(XMP)"),
    "xmp fingerprint": (
        "pdf", lambda: packet(f'pmg:vingerafdruk="{PRINT}"', f'pmg:vingerafdruk="{OTHER}"'),
        "PMG520", "(XMP)"),
    "xmp kenmerk": (
        "pdf", lambda: packet('pmg:kenmerk="IENW', 'pmg:kenmerk="IEMW'),
        "PMG503", "(XMP, kenmerk)"),
    "html status": (
        "html", lambda: page('content="definitief"', 'content="concept"'), "PMG520", "(head)"),
    "html fingerprint": ("html", lambda: page(PRINT, OTHER), "PMG520", "(head)"),
}  # fmt: skip


@pytest.mark.parametrize("lie", LIES)
def test_a_file_that_lies_in_one_place_is_seen(lie: str):
    name, make, code, words = LIES[lie]

    [(found, message)] = told(name, make())
    assert found == code
    assert words in message


@pytest.mark.parametrize("name", FORMATS)
def test_a_concept_that_says_to_be_final_is_seen(name: str):
    found = told(name, written(name, FINAL), CONCEPT)

    assert any("waar ‘concept’ hoort, staat ‘definitief’" in message for _, message in found)
    assert any("waar niets hoort, staat ‘sha256:" in message for _, message in found)


def test_a_page_of_a_ministry_that_does_not_say_it_is_its_own_affair():
    silent = FileIdentity("head", "", "", "", "")

    assert prove_identity(FINAL, [silent], "html", "nota.html") == ()


def settings(change: Callable[[bytes], bytes]) -> bytes:
    parts = members(written("docx", FINAL))
    before = parts["word/settings.xml"]
    assert PROTECTION.search(before)
    assert change(before) != before
    return packed(parts | {"word/settings.xml": change(before)})


UNLOCKED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "no protection": ("docx", lambda: settings(lambda s: PROTECTION.sub(b"", s)), "alleen-lezen"),
    "not enforced": (
        "docx", lambda: settings(lambda s: s.replace(b'enforcement="1"', b'enforcement="0"')),
        "alleen-lezen"),
    "remarks only": (
        "docx", lambda: settings(lambda s: s.replace(b'"readOnly"', b'"comments"')),
        "alleen-lezen"),
    "not marked": (
        "docx", lambda: member("docx", CUSTOM, "_MarkAsFinal", "MarkAsFinal"),
        "gemarkeerd als definitief"),
    "marked as not final": (
        "docx", lambda: member("docx", CUSTOM, "<vt:bool>true", "<vt:bool>false"),
        "gemarkeerd als definitief"),
    "odt": (
        "odt", lambda: member("odt", "settings.xml", '"LoadReadonly" config:type="boolean">true',
                              '"LoadReadonly" config:type="boolean">false'),
        "alleen-lezen"),
}  # fmt: skip


@pytest.mark.parametrize("fault", UNLOCKED)
def test_a_final_file_that_is_not_protected_is_seen(fault: str):
    name, make, way = UNLOCKED[fault]

    [(code, message)] = told(name, make())
    assert code == "PMG521"
    assert f"‘{way}’ uit" in message


@pytest.mark.parametrize(("name", "ways"), [("docx", 2), ("odt", 1), ("pdf", 0), ("html", 0)])
def test_a_concept_that_is_protected_is_seen(name: str, ways: int):
    found = [message for code, message in told(name, written(name, FINAL), CONCEPT)
             if code == "PMG521"]  # fmt: skip

    assert len(found) == ways
    assert all(message.endswith("’ aan.") for message in found)


def test_libreoffice_opens_a_final_file_for_reading_only(tmp_path: Path):
    files = {}
    for name in ("docx", "odt"):
        for document in (CONCEPT, FINAL):
            path = tmp_path / f"{document.status}.{name}"
            path.write_bytes(written(name, document))
            files[path] = document.seal is not None

    assert open_for_reading_only(list(files)) == list(files.values())


def test_locks_that_cannot_be_read_are_refused():
    for name in ("docx", "odt"):
        with pytest.raises(Refused):
            read_locks(b"PK\x03\x04 geen bestand", name)


_WRITE = WRITERS["docx"]


def forgetting(document: Document, look: Look) -> bytes:
    """A writer that knows nothing of what is final."""
    return _WRITE(replace(document, seal=None), look)


def guessing(document: Document, look: Look) -> bytes:
    """A writer that works out a fingerprint of its own."""
    return _WRITE(replace(document, seal=Seal("definitief", OTHER)), look)


@pytest.mark.parametrize(
    ("writer", "codes"), [(forgetting, ["PMG520", "PMG521"]), (guessing, ["PMG520"])]
)
def test_a_writer_that_lies_gets_no_final_file_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writer: object, codes: list[str]
):
    place = workspace(tmp_path)
    monkeypatch.setitem(WRITERS, "docx", writer)

    with pytest.raises(Refused) as caught:
        finalise(place, "groen", ["nota"], by="A")

    assert sorted({one.code for one in caught.value.findings}) == codes
    assert find(Register(place), "IENW/BSK-2026/1000").fixed == ""
    assert not (tmp_path / "build").exists()
