"""What a feiten.yaml may leave empty, and what it may not lose."""

from pathlib import Path

import pytest

from pmg_docs.facts.reading import read_facts
from pmg_docs.model.errors import Refused
from pmg_docs.workspace.folder import Workspace
from tests.builders.facts import fact, facts, refusal
from tests.builders.folder import only, write_tree


@pytest.mark.parametrize("text", ["", "# nog niets\n", "---\n"])
def test_an_empty_file_says_how_to_begin(tmp_path: Path, text: str):
    write_tree(tmp_path, {"letters/proef/feiten.yaml": text})

    with pytest.raises(Refused) as caught:
        read_facts(Workspace.at(tmp_path), "proef")

    assert only(caught.value.findings).message == (
        "Dit bestand is leeg; begin met 'feiten:' en daaronder 'naam: waarde'."
    )


def test_a_key_with_nothing_behind_it_is_as_if_absent(tmp_path: Path):
    rest = "bronnen:\nregels:\ngebruikt:\nernst:\nprogramma:\n"
    write_tree(tmp_path, {"letters/proef/feiten.yaml": f"{rest}feiten:\n"})

    read, _ = read_facts(Workspace.at(tmp_path), "proef")
    assert (read.facts, read.rules, read.sources) == ({}, (), {})


def test_a_rule_with_an_empty_severity_stops(tmp_path: Path):
    rest = "regels:\n- code: R1\n  regel: a == 1\n  uitleg: Een\n  ernst:\n"

    assert facts(tmp_path, "a: 1", rest).rules[0].severity.value == "fout"


@pytest.mark.parametrize(
    "typed",
    [
        "Actie # 3 van het plan",
        "{\n    tekst: Actie # 3\n    }",
        "{\n    persoon: {naam: Jan,\n    ambt: Chef # 3\n    }}",
    ],
)
def test_words_that_yaml_takes_for_a_comment_are_not_lost_in_silence(tmp_path: Path, typed: str):
    code, _, _, said = refusal(tmp_path, f"feit: {typed}")

    assert code == "PMG114"
    assert "'…'" in said


@pytest.mark.parametrize("typed", ["3 # geteld", "'Actie # 3'", "{bedrag: 3} # euro",
                                   "{datum: 2024-04-04} # dag", "Actie#3"])  # fmt: skip
def test_a_comment_that_takes_nothing_away_may_stay(tmp_path: Path, typed: str):
    assert fact(tmp_path, typed)


@pytest.mark.parametrize("count", ["0", "-4", "100000"])
def test_a_group_counts_one_or_more(tmp_path: Path, count: str):
    typed = f"feit: {{gemeenten: {{groepen: {{eerste: {{aantal: {count}}}}}}}}}"

    assert refusal(tmp_path, typed)[:2] == ("PMG240", 3)


@pytest.mark.parametrize("name", ["Eerste", "eerste groep", "'1e'", "é", "''"])
def test_a_group_has_a_name_as_a_fact_has(tmp_path: Path, name: str):
    typed = f"feit: {{gemeenten: {{groepen: {{{name}: [Almelo]}}}}}}"

    assert refusal(tmp_path, typed)[0] == "PMG209"


def test_a_number_of_endless_digits_is_refused(tmp_path: Path):
    assert refusal(tmp_path, f"feit: {{getal: {'9' * 5000}}}")[0] == "PMG122"
