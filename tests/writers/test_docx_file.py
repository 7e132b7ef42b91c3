"""The Word file as a file: valid, the same every time, telling nothing but the letter."""

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from pmg_docs.model.document import Area, Block, Document
from pmg_docs.writers.docx import write
from tests.builders import shell as shells
from tests.builders.look import ROOT, look
from tests.builders.tree import fact, field, line, nota, paragraph, rich_body
from tests.writers.test_docx_shell import convert


def member(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def bare() -> Document:
    return Document(
        type="nota", style="rijk", title="x", first_page=(), follow_on=(), body=(paragraph("x"),)
    )


@pytest.mark.parametrize("document", [nota(), bare()], ids=["rich", "bare"])
@pytest.mark.parametrize("shell", [None, shells.shell()], ids=["shipped", "built"])
def test_the_file_is_valid(document: Document, shell: bytes | None, tmp_path: Path) -> None:
    file = tmp_path / "nota.docx"
    file.write_bytes(write(document, look(shell)))
    result = OpenXmlValidator().validate(str(file))
    assert [str(e) for e in result.errors] == []


def test_the_shipped_shell_is_valid(tmp_path: Path) -> None:
    file = tmp_path / "shell.docx"
    file.write_bytes(look().shell.data)
    assert [str(e) for e in OpenXmlValidator().validate(str(file)).errors] == []


def test_the_same_input_gives_the_same_bytes() -> None:
    assert write(nota(), look()) == write(nota(), look())


def test_another_process_gives_the_same_bytes() -> None:
    program = (
        "import hashlib; from pmg_docs.writers.docx import write\n"
        "from tests.builders.look import look; from tests.builders.tree import nota\n"
        "print(hashlib.sha256(write(nota(), look())).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            check=True, capture_output=True, text=True, cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout.strip()
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }  # fmt: skip
    assert digests == {hashlib.sha256(write(nota(), look())).hexdigest()}


def test_members_are_sorted_and_have_one_fixed_time() -> None:
    with zipfile.ZipFile(io.BytesIO(write(nota(), look()))) as archive:
        infos = archive.infolist()
    names = [info.filename for info in infos]
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {info.external_attr for info in infos} == {0o600 << 16}
    assert {info.compress_type for info in infos} == {zipfile.ZIP_DEFLATED}


def test_the_properties_come_from_the_letter() -> None:
    ministry = field("ministerie", Area.COLOFON, "Ministerie van J & V")
    document = replace(nota(), first_page=(*nota().first_page, ministry))
    core = member(write(document, look()), "docProps/core.xml")
    assert f"<dc:title>{document.title}</dc:title>" in core
    assert "<cp:keywords>5300203</cp:keywords>" in core
    assert "<dc:creator>Ministerie van J &amp; V</dc:creator>" in core
    assert "<dc:language>nl-NL</dc:language>" in core
    assert re.findall(r">([^<>]*)</dcterms:", core) == ["2024-04-04T00:00:00Z"] * 2
    assert "lastModifiedBy" not in core


def test_a_date_that_is_no_day_is_left_out_of_the_properties() -> None:
    datum = field("datum", Area.REFERENCE, fact("april 2024", machine="2024-04"))
    document = replace(nota(), first_page=(datum,))
    assert "dcterms:created" not in member(write(document, look()), "docProps/core.xml")


def test_the_file_says_in_which_language_it_is() -> None:
    styles = member(write(replace(nota(), language="en-GB"), look()), "word/styles.xml")
    assert 'w:lang w:val="en-GB"' in styles


def test_the_file_holds_no_path_revision_or_time_of_this_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(write(nota(), look()))) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    for trace in (b"rsid", b"python-docx", str(ROOT).encode(), b"feiten.yaml", b"{{ kenmerk"):
        assert trace not in everything


def pages(document: Document, folder: Path) -> list[str]:
    """The pages as LibreOffice lays them out, each as lines of text with their place."""
    file = folder / "nota.docx"
    file.write_bytes(write(document, look()))
    convert(file, "pdf", folder)
    text = subprocess.run(
        ["pdftotext", "-bbox", str(folder / "nota.pdf"), "-"],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    return text.split("<page ")[1:]


def left_of(page: str, word: str) -> float:
    """How far from the left edge a word stands, in millimetres."""
    found = re.search(rf'xMin="([\d.]+)"[^>]*>{re.escape(word)}<', page)
    assert found is not None, word
    return float(found[1]) / 72 * 25.4


def top_of(page: str, word: str) -> float:
    found = re.search(rf'yMin="([\d.]+)"[^>]*>{re.escape(word)}<', page)
    assert found is not None, word
    return float(found[1]) / 72 * 25.4


def test_every_page_has_its_header_column_and_number_when_laid_out(tmp_path: Path) -> None:
    more: tuple[Block, ...] = tuple(
        paragraph("Lange tekst over gemeenten. " * 40) for _ in range(8)
    )
    laid_out = pages(nota(*rich_body()[-1:], *more, notes=()), tmp_path)
    assert len(laid_out) >= 3
    for number, page in enumerate(laid_out, start=1):
        assert left_of(page, "5300203") == pytest.approx(162, abs=1)
        assert left_of(page, "Directoraat-Generaal") == pytest.approx(162, abs=1)
        assert "CONCEPT" in page
        words = re.findall(r">([^<>\n]+)</word>", page)
        assert words[-4:] == ["Pagina", str(number), "van", str(len(laid_out))]
    assert top_of(laid_out[0], "Minister") == pytest.approx(55, abs=2)
    assert top_of(laid_out[1], "tekst") == pytest.approx(30, abs=2)
    assert left_of(laid_out[0], "Minister") == pytest.approx(28, abs=0.5)


def test_text_never_runs_into_the_column(tmp_path: Path) -> None:
    laid_out = pages(nota(paragraph(line("woord " * 900)[0])), tmp_path)
    edges = [
        float(x) / 72 * 25.4
        for p in laid_out
        for x in re.findall(r'xMax="([\d.]+)"[^>]*>woord<', p)
    ]
    assert len(edges) == 900
    assert max(edges) <= 160.5
