"""Who changed each line of a file, asked of git once."""

import subprocess
from pathlib import Path

import pytest

from pmg_docs.workspace.git import Repository
from pmg_docs.workspace.history import History, Lines, is_recorded
from tests.builders.review_page import commit


def by_line(folder: Path, name: str = "feiten.yaml") -> Lines:
    return History(Repository.around(folder)).by_line(name)


def written(folder: Path, *versions: str) -> None:
    for number, text in enumerate(versions, start=1):
        (folder / "feiten.yaml").write_text(text)
        commit(folder, f"Versie {number}")


def subject(lines: Lines, *numbers: int) -> str:
    last = lines.last_of(numbers)
    return last.subject if last else ""


def test_each_line_has_the_commit_that_changed_it_last(tmp_path: Path):
    written(tmp_path, "een: 1\ntwee: 2\n", "een: 1\ntwee: 3\n")
    lines = by_line(tmp_path)

    assert (subject(lines, 1), subject(lines, 2)) == ("Versie 1", "Versie 2")


def test_a_line_that_nobody_recorded_counts_as_the_last(tmp_path: Path):
    written(tmp_path, "een: 1\ntwee: 2\n")
    (tmp_path / "feiten.yaml").write_text("een: 1\ntwee: 9\n")

    last = by_line(tmp_path).last_of([1, 2])

    assert last is not None
    assert not is_recorded(last)


def test_a_file_that_git_does_not_know_has_no_history(tmp_path: Path):
    written(tmp_path, "een: 1\n")

    assert by_line(tmp_path, "weg.yaml").last_of([1]) is None


def test_it_says_the_same_as_asking_for_the_lines_themselves(tmp_path: Path):
    written(tmp_path, "een: 1\ntwee: 2\ndrie: 3\n", "een: 1\ntwee: 4\ndrie: 3\n")
    history = History(Repository.around(tmp_path))

    for line in (1, 2, 3):
        assert by_line(tmp_path).last_of([line]) == history.last_of("feiten.yaml", [line])


@pytest.mark.parametrize(
    ("attribute", "setting"),
    [
        ("diff=x", "diff.x.textconv"),
        ("filter=x", "filter.x.clean"),
        ("filter=x", "filter.x.process"),
    ],
)
def test_nothing_that_a_repository_brings_along_is_run(
    tmp_path: Path, attribute: str, setting: str
):
    written(tmp_path, "een: 1\n")
    (tmp_path / ".gitattributes").write_text(f"*.yaml {attribute}\n")
    (tmp_path / "feiten.yaml").write_text("een: 2\n")
    told = tmp_path / "gedraaid"
    command = f"touch '{told}'; cat"
    subprocess.run(["git", "config", setting, command], cwd=tmp_path, check=True)

    last = by_line(tmp_path).last_of([1])

    assert last is not None and not is_recorded(last)
    assert not told.exists()
