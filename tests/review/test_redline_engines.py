"""The engines work wherever pmg does, or say that they cannot."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pmg_docs.review.redline import engines
from pmg_docs.review.redline.engines import Absent, Unable, docxodus, rdocx
from pmg_docs.review.redline.word import Unreadable
from tests.builders.redlines import AUTHOR, MOMENT, document, p, parts, r

OLD, NEW = document(p(r("een twee"))), document(p(r("een drie")))


def is_tracked(data: bytes) -> bool:
    return b"<w:ins" in parts(data)["word/document.xml"]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Docxodus keeps its program, in a folder of this test."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


def test_docxodus_needs_no_place_to_keep_its_program(cache: Path):
    cache.write_text("dit is geen map")
    assert is_tracked(docxodus(OLD, NEW, AUTHOR, MOMENT))


def test_docxodus_mends_a_program_that_was_unpacked_only_in_part(cache: Path):
    docxodus(OLD, NEW, AUTHOR, MOMENT)
    for library in cache.rglob("*.dll"):
        library.unlink()
    assert is_tracked(docxodus(OLD, NEW, AUTHOR, MOMENT))


def test_docxodus_leaves_nothing_behind_where_it_works(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    docxodus(OLD, NEW, AUTHOR, MOMENT)
    assert [path.name for path in tmp_path.iterdir()] == [cache.name]


@pytest.mark.parametrize(("engine", "package"), [(rdocx, "rdocx"), (docxodus, "python_redlines")])
def test_an_engine_that_is_not_installed_says_so(
    engine: Callable[..., bytes], package: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(Absent):
        engine(OLD, NEW, AUTHOR, MOMENT)


@pytest.mark.parametrize("engine", [rdocx, docxodus])
def test_an_engine_that_takes_too_long_is_ended(
    engine: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(engines, "_PATIENCE", 0.001)
    with pytest.raises(Unable, match="te lang"):
        engine(OLD, NEW, AUTHOR, MOMENT)


@pytest.mark.parametrize("engine", [rdocx, docxodus])
def test_a_file_that_an_engine_cannot_read_is_told(engine: Callable[..., bytes]):
    with pytest.raises((Unable, Unreadable)):
        engine(b"geen zip", NEW, AUTHOR, MOMENT)


def test_rdocx_is_not_asked_for_texts_that_would_take_it_hours():
    long = document(p(r("woord " * 1500)))
    with pytest.raises(Unable, match="lange alinea"):
        rdocx(long, NEW, AUTHOR, MOMENT)
