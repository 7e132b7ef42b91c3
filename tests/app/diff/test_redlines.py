"""Redlines of what was compared: a proven Word file for each document that changed."""

import datetime as dt
from pathlib import Path

import pytest

from pmg_docs.app.diff.choosing import Question, diff_what
from pmg_docs.app.diff.redlines import Redlines, write_redlines
from pmg_docs.app.diff.tracked import Tracked
from pmg_docs.model.errors import NotFound
from pmg_docs.model.passage import Change
from pmg_docs.readers import read_text
from tests.builders.folder import codes, nota_text
from tests.builders.repository import BODY, changed, repository

FACTS_FILE = "letters/proef/feiten.yaml"
DAY = dt.date(2026, 1, 31)


def _redlined(root: Path, out: Path, *letters: str) -> Redlines:
    outcome = diff_what(Question(["proef"], letters, root=root))
    return write_redlines(outcome, out, "A. Jansen", DAY, Tracked.ACCEPT)


def _marks(path: Path) -> list[tuple[Change, str, str, str]]:
    passages = read_text(path.read_bytes(), path.name).passages
    return [(r.change, r.text, r.author, r.day) for p in passages for r in p.revisions]


def test_a_changed_fact_is_tracked_with_who_and_when(tmp_path: Path):
    root = changed(repository(tmp_path / "werk"), FACTS_FILE, "500000", "600000")
    made = _redlined(root, tmp_path / "uit.docx")
    assert [name for name, _ in made.written] == ["proef/nota"]
    marks = _marks(tmp_path / "uit.docx")
    assert {(author, day) for *_, author, day in marks} == {("A. Jansen", "2026-01-31")}
    assert {change for change, *_ in marks} == {Change.INSERTED, Change.DELETED}


def test_each_changed_letter_has_a_redline_of_its_own_and_the_others_none(tmp_path: Path):
    root = repository(tmp_path / "werk")
    second = root / "letters/proef/tweede.md"
    second.write_text(nota_text("Niets over geld.").replace("kenmerk: 2026-1", "kenmerk: 2026-2"))
    root = repository_with(root)
    made = _redlined(changed(root, FACTS_FILE, "500000", "600000"), tmp_path / "uit")
    assert [path.relative_to(tmp_path).as_posix() for _, path in made.written] == [
        "uit/proef/nota.docx"
    ]
    assert made.same == ("proef/tweede",)


def repository_with(root: Path) -> Path:
    """The repository with all that stands in its folder recorded."""
    from tests.builders.repository import commit

    commit(root, {}, "Erbij")
    return root


def test_nothing_is_written_when_nothing_changed(tmp_path: Path):
    made = _redlined(repository(tmp_path / "werk"), tmp_path / "uit.docx")
    assert made.written == ()
    assert not (tmp_path / "uit.docx").exists()


def test_one_file_cannot_hold_more_documents(tmp_path: Path):
    root = repository(tmp_path / "werk")
    other = nota_text(BODY).replace("kenmerk: 2026-1", "kenmerk: 2026-2")
    (root / "letters/proef/tweede.md").write_text(other)
    root = changed(repository_with(root), FACTS_FILE, "500000", "600000")
    with pytest.raises(NotFound) as caught:
        _redlined(root, tmp_path / "uit.docx")
    assert codes(caught.value.findings) == ["PMG498"]


def test_a_file_that_is_no_word_file_has_no_redline_and_says_so(tmp_path: Path):
    for name, words in (("oud.txt", "Elk krijgt 5 euro."), ("nieuw.txt", "Elk krijgt 6 euro.")):
        (tmp_path / name).write_text(words)
    paths = [str(tmp_path / name) for name in ("oud.txt", "nieuw.txt")]
    made = write_redlines(
        diff_what(Question(paths)), tmp_path / "uit.docx", "A", DAY, Tracked.ACCEPT
    )
    assert made.written == ()
    assert "PMG489" in codes(made.refused)
