"""The use case of a redline: two files in, one out, or nothing at all."""

import datetime as dt
from pathlib import Path

import pytest

from pmg_docs.app import redline as module
from pmg_docs.app.redline import RedlineReport, redline_files
from pmg_docs.model.errors import PmgError, Refused, Unreachable
from tests.builders.edits import OF_OUR_OWN
from tests.builders.folder import only
from tests.builders.redlines import document, gone, ins, letter, p, parts, r

DAY = dt.date(2026, 1, 15)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    name, edits = OF_OUR_OWN["een zin"]
    return placed(tmp_path, letter(name), letter(name, *edits))


def placed(folder: Path, old: bytes, new: bytes) -> tuple[Path, Path]:
    versions = folder / "oud.docx", folder / "nieuw.docx"
    for path, data in zip(versions, (old, new), strict=True):
        path.write_bytes(data)
    return versions


def made(pair: tuple[Path, Path], out: Path, tracked: str = "aanvaard") -> RedlineReport:
    return redline_files(*pair, out, "J. de Vries", DAY, tracked)


def test_a_redline_comes_where_it_was_asked(pair: tuple[Path, Path], tmp_path: Path):
    out = tmp_path / "map" / "redline.docx"
    report = made(pair, out)
    assert (report.target, report.is_written, report.remarks) == (out, True, ())
    assert report.changes > 0
    assert b'w:date="2026-01-15T00:00:00Z"' in parts(out.read_bytes())["word/document.xml"]


def test_a_redline_that_is_there_already_is_left_alone(pair: tuple[Path, Path], tmp_path: Path):
    out = tmp_path / "redline.docx"
    made(pair, out)
    before = out.stat().st_mtime_ns
    assert not made(pair, out).is_written
    assert out.stat().st_mtime_ns == before


def test_without_a_day_it_is_today(
    pair: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    redline_files(*pair, tmp_path / "uit.docx", "a")
    document_part = parts((tmp_path / "uit.docx").read_bytes())["word/document.xml"]
    assert b'w:date="1970-01-01T00:00:00Z"' in document_part


def test_equal_versions_write_nothing(tmp_path: Path):
    data = letter("persbericht")
    report = made(placed(tmp_path, data, data), tmp_path / "uit.docx")
    assert (report.target, report.changes) == (None, 0)
    assert only(report.remarks).code == "PMG490"
    assert not (tmp_path / "uit.docx").exists()


def test_a_version_is_never_written_over(pair: tuple[Path, Path], tmp_path: Path):
    before = pair[1].read_bytes()
    with pytest.raises(Refused) as problem:
        made(pair, tmp_path / "." / "nieuw.docx")
    assert only(problem.value.findings).code == "PMG495"
    assert pair[1].read_bytes() == before


def test_a_version_that_is_not_there_is_told(pair: tuple[Path, Path], tmp_path: Path):
    with pytest.raises(Unreachable) as problem:
        made((tmp_path / "weg.docx", pair[1]), tmp_path / "uit.docx")
    assert only(problem.value.findings).code == "PMG497"
    assert "weg.docx" in only(problem.value.findings).message


def test_what_is_no_word_file_writes_nothing(pair: tuple[Path, Path], tmp_path: Path):
    pair[0].write_text("geen Word")
    with pytest.raises(Refused) as problem:
        made(pair, tmp_path / "uit.docx")
    assert only(problem.value.findings).code == "PMG489"
    assert not (tmp_path / "uit.docx").exists()


@pytest.mark.parametrize(("tracked", "changes"), [("aanvaard", 0), ("verworpen", 2)])
def test_changes_that_are_tracked_already_count_as_asked(
    tmp_path: Path, tracked: str, changes: int
):
    versions = document(p(r("een ") + ins(r("twee")) + gone("drie"))), document(p(r("een twee")))
    report = made(placed(tmp_path, *versions), tmp_path / "uit.docx", tracked=tracked)
    assert report.changes == changes


def test_what_our_reader_reads_otherwise_is_not_handed_over(
    pair: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from pmg_docs.readers import docx

    real = docx.read
    monkeypatch.setattr(docx, "read", lambda data: (real(data), len(data)))
    with pytest.raises(PmgError) as problem:
        made(pair, tmp_path / "uit.docx")
    assert only(problem.value.findings).code == "PMG496"
    assert not (tmp_path / "uit.docx").exists()


def test_it_loads_nothing_before_it_is_asked():
    assert not hasattr(module, "redline")
