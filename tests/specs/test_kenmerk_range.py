"""How a style says which numbers are handed out."""

from pathlib import Path

import pytest

from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.specs.loading import load_style
from pmg_docs.specs.style import KenmerkRule, KenmerkSource
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import write_tree


def rule(root: Path, text: str) -> KenmerkRule:
    lines = "".join(f"  {line}\n" for line in text.splitlines())
    style = f"naam: eigen\nbreidt_uit: rijk\nkenmerk:\n{lines}"
    workspace = Workspace.at(write_tree(root, {"styles/eigen/stijl.yaml": style}))
    found = load_style(workspace, "eigen", Place("brief.md"))[0].kenmerk
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("pattern", "typed", "numbers"),
    [
        ("[0-9]{7}", "5300000-5399999", ("5300000", "5300001", "5399999")),
        ("20[0-9]{2}-[0-9]{10}", "'2026-{0000000001-0000009999}'",
         ("2026-0000000001", "2026-0000000002", "2026-0000009999")),
        ("(?i)ienw/bsk-20[0-9]{2}/[0-9]{4,6}", "IENW/BSK-2026/{9999-100000}",
         ("IENW/BSK-2026/9999", "IENW/BSK-2026/10000", "IENW/BSK-2026/100000")),
        ("[0-9]{6,7}-[0-9]{6,7}-[A-Za-z]+", "'{3798064-3798999}-1063791-PDO'",
         ("3798064-1063791-PDO", "3798065-1063791-PDO", "3798999-1063791-PDO")),
        ("DG[A-Z]{0,4} / [0-9]{8}", "DGNV / {00000001-00000009}",
         ("DGNV / 00000001", "DGNV / 00000002", "DGNV / 00000009")),
    ],
)  # fmt: skip
def test_a_range_is_written_as_its_ministry_writes(
    tmp_path: Path, pattern: str, typed: str, numbers: tuple[str, str, str]
):
    found = rule(tmp_path, f"patroon: '{pattern}'\nvoorbeeld: x\nbron: reeks\nreeks: {typed}")

    assert found.source is KenmerkSource.REEKS
    given = found.numbers
    assert given is not None
    written = (
        given.written(given.first),
        given.written(given.first + 1),
        given.written(given.last),
    )
    assert written == numbers
    assert [given.number_of(number) for number in written] == [
        given.first, given.first + 1, given.last
    ]  # fmt: skip


def test_a_style_that_says_nothing_takes_numbers_of_elsewhere(tmp_path: Path):
    found = rule(tmp_path, "patroon: '[0-9]{7}'\nvoorbeeld: '5300203'")

    assert found.source is KenmerkSource.EXTERN
    assert found.numbers is None


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("bron: reeks", 6, 9),
        ("reeks: 5300000-5399999", 6, 10),
        ("bron: reeks\nreeks: 5300000", 7, 10),
        ("bron: reeks\nreeks: 5300000-", 7, 10),
        ("bron: reeks\nreeks: 5399999-5300000", 7, 10),
        ("bron: reeks\nreeks: '{1-2}-{3-4}'", 7, 10),
        ("bron: reeks\nreeks: '2026-{0001-10000}'", 7, 10),
        ("bron: reeks\nreeks: 530000-539999", 7, 10),
        ("bron: reeks\nreeks: 9999999-10000001", 7, 10),
        ("bron: reeks\nreeks: '1234567-{1-2}'", 7, 10),
        ("bron: reeks\nreeks: '{1-9999999999999999999}'", 7, 10),
    ],
)
def test_a_range_that_cannot_be_is_named_with_its_place(
    tmp_path: Path, text: str, line: int, column: int
):
    with pytest.raises(Refused) as caught:
        rule(tmp_path, f"patroon: '[0-9]{{7}}'\nvoorbeeld: '5300203'\n{text}")

    [finding] = caught.value.findings
    assert finding.code == "PMG229"
    assert finding.where == Place("styles/eigen/stijl.yaml", line, column)


def test_a_source_that_does_not_exist_is_named(tmp_path: Path):
    with pytest.raises(Refused) as caught:
        rule(tmp_path, "patroon: '[0-9]{7}'\nvoorbeeld: '5300203'\nbron: intern")

    assert [f.code for f in caught.value.findings] == ["PMG113"]


def test_a_file_that_is_no_list_of_names_is_named(tmp_path: Path):
    workspace = Workspace.at(write_tree(tmp_path, {"styles/eigen/stijl.yaml": "tekst\n"}))

    with pytest.raises(Refused) as caught:
        load_style(workspace, "eigen", Place("brief.md"))

    assert [f.code for f in caught.value.findings] == ["PMG113"]
