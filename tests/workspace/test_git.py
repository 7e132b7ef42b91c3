"""Git that is slow, broken or lacks something; and who put a line there."""

import os
from pathlib import Path

import pytest

from pmg_docs.model.errors import Unreachable
from pmg_docs.workspace import git as asking
from pmg_docs.workspace.git import Repository
from pmg_docs.workspace.history import History, is_recorded
from tests.builders.repository import changed, commit, git, repository

NOTA = "letters/proef/nota.md"


def code_of(problem: pytest.ExceptionInfo[Unreachable]) -> str:
    [finding] = problem.value.findings
    return finding.code


def test_a_git_that_does_not_answer_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    slow = tmp_path / "git"
    slow.write_text("#!/bin/sh\nexec sleep 30\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(asking, "LONGEST", 0.2)

    with pytest.raises(Unreachable) as problem:
        Repository.around(tmp_path)
    assert code_of(problem) == "PMG186"


def test_a_file_whose_content_is_not_here_is_named(tmp_path: Path):
    root = repository(tmp_path)
    found = Repository.around(root)
    [blob] = found.files("HEAD", [NOTA])
    (root / ".git/objects" / blob.identity[:2] / blob.identity[2:]).unlink()

    with pytest.raises(Unreachable) as problem:
        found.contents([blob])
    assert code_of(problem) == "PMG187"
    assert NOTA in problem.value.findings[0].message


def test_a_commit_that_cannot_be_read_is_told_in_the_words_of_git(tmp_path: Path):
    with pytest.raises(Unreachable) as problem:
        Repository.around(repository(tmp_path)).files("f" * 40, ["letters"])
    assert code_of(problem) == "PMG187"


def test_a_name_is_a_name_and_never_a_pattern(tmp_path: Path):
    root = repository(tmp_path, {"letters/proef/[n]ota.md": "ander"})

    found = Repository.around(root)
    [blob] = found.files("HEAD", ["letters/proef/[n]ota.md"])
    assert found.contents([blob]) == {"letters/proef/[n]ota.md": b"ander"}


def test_the_bytes_of_a_file_are_those_that_were_committed(tmp_path: Path):
    root = repository(tmp_path)
    (root / "letters/x.bin").write_bytes(b"\r\n\x00\n\xff$Id$")
    (root / ".gitattributes").write_text("*.bin ident text eol=lf\n")
    git(root, "add", "--all")
    git(root, "commit", "--message", "Bytes")

    found = Repository.around(root)
    raw = git(root, "rev-parse", "HEAD:letters/x.bin").strip()
    [blob] = found.files("HEAD", ["letters/x.bin"])
    assert blob.identity == raw
    assert found.contents([blob])["letters/x.bin"].endswith(b"\xff$Id$")


def test_the_last_of_several_lines_tells_who(tmp_path: Path):
    root = repository(tmp_path)
    commit(changed(root, NOTA, "Er gaat", "Er komt"), {}, "Eerst", author="B. Eerst",
           day="2026-04-01T12:00:00+02:00")  # fmt: skip
    commit(changed(root, NOTA, "Het begint", "Dit start"), {}, "Later", author="C. Later",
           day="2026-04-02T12:00:00+02:00")  # fmt: skip
    history = History(Repository.around(root))

    one, both = history.last_of(NOTA, [11]), history.last_of(NOTA, [11, 13])
    assert one is not None
    assert both is not None
    assert (one.author, one.day) == ("B. Eerst", "2026-04-01")
    assert (both.author, both.day) == ("C. Later", "2026-04-02")


def test_a_line_that_is_not_committed_counts_as_the_last(tmp_path: Path):
    root = changed(repository(tmp_path), NOTA, "Er gaat", "Er komt")

    found = History(Repository.around(root)).last_of(NOTA, [11, 13])
    assert found is not None
    assert not is_recorded(found)


def test_a_file_that_git_does_not_know_has_no_history(tmp_path: Path):
    root = repository(tmp_path)
    (root / "los.md").write_text("x\n")

    assert History(Repository.around(root)).last_of("los.md", [1]) is None
    assert History(Repository.around(root)).last_of(NOTA, [999]) is None
