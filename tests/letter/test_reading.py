from pathlib import Path

import pytest

from pmg_docs.letter.reading import Letter, read_letter
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import only, write_tree


def letter(root: Path, text: str) -> Letter:
    write_tree(root, {"letters/proef/nota.md": text})
    return read_letter(Workspace.at(root), root / "letters/proef/nota.md")


def refusal(root: Path, text: str) -> tuple[str, Place | None, str]:
    with pytest.raises(Refused) as caught:
        letter(root, text)
    finding = only(caught.value.findings)
    return finding.code, finding.where, " ".join((finding.message, *finding.hints))


def test_the_lines_of_the_text_are_those_of_the_file(tmp_path: Path):
    read = letter(tmp_path, "---\nkenmerk: 0530023\n---\nEen\nTwee\n")

    assert read.text.split("\n")[3:5] == ["Een", "Twee"]


def test_a_kenmerk_keeps_its_digits_as_typed(tmp_path: Path):
    assert letter(tmp_path, "---\nkenmerk: 0530023\n---\n").front.kenmerk == "0530023"


def test_a_value_that_begins_with_an_equals_sign_names_a_fact(tmp_path: Path):
    read = letter(tmp_path, "---\naan: [=minister, Secretaris-generaal]\n---\n")

    assert [line.fact_path for line in read.head["aan"]] == ["minister", ""]


def test_the_type_is_the_name_of_the_file_when_none_is_given(tmp_path: Path):
    assert letter(tmp_path, "---\n---\n").type_name == "nota"


def test_a_letter_without_front_matter_is_refused(tmp_path: Path):
    assert refusal(tmp_path, "# Nota\n")[0] == "PMG141"


def test_front_matter_that_never_ends_is_refused(tmp_path: Path):
    assert refusal(tmp_path, "---\nsoort: nota\n")[0] == "PMG141"


def test_an_unknown_key_is_refused_at_its_place_naming_the_nearest(tmp_path: Path):
    code, where, words = refusal(tmp_path, "---\nonderwerp: x\nkenmrek: 5\n---\n")

    assert (code, where) == ("PMG111", Place("letters/proef/nota.md", 3, 1))
    assert "kenmerk" in words


def test_an_unknown_status_is_refused_naming_the_ones_there_are(tmp_path: Path):
    code, where, words = refusal(tmp_path, "---\nstatus: klaar\n---\n")

    assert (code, where) == ("PMG113", Place("letters/proef/nota.md", 2, 9))
    assert "afgestemd" in words


def test_a_key_with_nothing_behind_it_is_as_if_absent(tmp_path: Path):
    read = letter(tmp_path, "---\nuw_kenmerk:\naan:\n---\n")

    assert read.front.uw_kenmerk == ""
    assert "uw_kenmerk" not in read.head
    assert "aan" not in read.head


@pytest.mark.parametrize("typed", ["onderwerp: Actie # 3 van het plan", "aan:\n- Actie # 3"])
def test_words_that_yaml_takes_for_a_comment_are_not_lost_in_silence(tmp_path: Path, typed: str):
    code, where, _ = refusal(tmp_path, f"---\n{typed}\n---\n")

    assert code == "PMG114"
    assert where is not None
    assert typed.split("\n")[where.line - 2][where.column - 1] == "#"


@pytest.mark.parametrize(
    "typed",
    [
        "datum: 2024-04-04 # dag",
        "aan: =minister # zij",
        "soort: nota # x",
        "aan: [a, b] # twee",
        "onderwerp: '# 3'",
    ],
)
def test_a_comment_that_takes_nothing_away_may_stay(tmp_path: Path, typed: str):
    assert letter(tmp_path, f"---\n{typed}\n---\n")
