from pathlib import Path

import pytest

from pmg_docs.facts.reading import read_facts
from pmg_docs.facts.rules import judge
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.errors import Refused
from tests.builders.folder import dossier, only

FACTS = """
budget: {bedrag: 10000000}
bijdrage: {bedrag: 500000}
deel: {percentage: 5}
derde: {bedrag: '3333333,33'}
jaren_lang: 3
aantal_gemeenten: 2
gemeenten: {gemeenten: [Almelo, Gouda]}
looptijd: {periode: {van: 2024-07, tot: 2027-07}}
regeling: {periode: {van: 2024-05-15, tot: 2027-05-15}}
groep: {leeftijd: {van: 8, tot_en_met: 27}}
naam: Preventie
kenmerk: {open: het kenmerk}
"""


def judged(root: Path, rule: str, severity: str = "fout") -> Diagnostic | None:
    quoted = rule.replace("'", "''")
    rest = f"regels: [{{code: R1, regel: '{quoted}', uitleg: Klopt, ernst: {severity}}}]\n"
    facts, _ = read_facts(dossier(root, FACTS, rest=rest), "proef")
    return judge(facts.rules[0], facts)


@pytest.mark.parametrize(
    "rule",
    [
        "budget == 20 * bijdrage",
        "aantal_gemeenten == aantal(gemeenten)",
        "jaren(looptijd) == jaren_lang",
        "looptijd.van < looptijd.tot",
        "looptijd.van > regeling.van",
        "groep.tot_en_met - groep.van == 19",
        "som(bijdrage, bijdrage, budget) == budget + bijdrage * 2",
        "bijdrage == deel * budget",
        "budget / 3 * 3 == budget",
        "derde < budget / 3",
        "-jaren_lang < 0",
        "kenmerk == 3",
    ],
)
def test_a_rule_that_holds_or_leans_on_a_gap_says_nothing(tmp_path: Path, rule: str):
    assert judged(tmp_path, rule) is None


def test_a_rule_that_fails_shows_both_sides_and_the_lines_of_its_facts(tmp_path: Path):
    finding = judged(tmp_path, "budget == 24 * bijdrage")

    assert finding is not None
    assert finding.code == "R1"
    assert "€\xa010.000.000" in finding.message
    assert "€\xa012.000.000" in finding.message
    assert any("budget staat in" in hint and "regel 4" in hint for hint in finding.hints)


def test_a_rule_has_the_severity_that_it_declares(tmp_path: Path):
    finding = judged(tmp_path, "looptijd.tot <= regeling.tot", "waarschuwing")

    assert finding is not None
    assert finding.severity is Severity.WAARSCHUWING


def test_division_by_zero_is_a_finding(tmp_path: Path):
    finding = judged(tmp_path, "budget / (jaren_lang - 3) == budget")

    assert finding is not None
    assert finding.code == "PMG212"


@pytest.mark.parametrize(
    ("rule", "column", "says"),
    [
        ("budgt == 3 * bijdrage", 0, "budget"),
        ("budget = 3", 7, "=="),
        ("budget == 3", 0, "euro"),
        ("budget == jaren_lang + bijdrage", 10, "op te tellen"),
        ("looptijd.van == 3", 0, "dag of maand"),
        ("looptijd.einde == 3", 0, "einde"),
        ("naam == 3", 0, "rekenen"),
        ("budget", 0, "vergelijkt"),
        ("jaren_lang ** 9 == 3", 0, "+ - * /"),
        ("aantal(looptijd) == 3", 0, "gemeenten"),
        ("budget == __import__('os').system('ls')", 10, "kent pmg niet"),
        ("().__class__ == 3", 0, "bestaat niet"),
        ("[x for x in budget] == 3", 0, "kent pmg niet"),
        ("jaren_lang == 0.5", 14, "kent pmg niet"),
        ("1 < jaren_lang < 4", 0, "vergelijkt"),
    ],
)
def test_a_rule_that_cannot_be_read_is_refused_at_its_place(
    tmp_path: Path, rule: str, column: int, says: str
):
    with pytest.raises(Refused) as caught:
        judged(tmp_path, rule)

    finding = only(caught.value.findings)
    assert finding.code == "PMG211"
    assert says in " ".join((finding.message, *finding.hints))
    assert finding.where is not None
    assert finding.where.column == 29 + column


@pytest.mark.parametrize("rule", ["budget > 0", "0 < budget", "budget - 20 * bijdrage == 0"])
def test_nothing_needs_no_unit(tmp_path: Path, rule: str):
    assert judged(tmp_path, rule) is None


@pytest.mark.parametrize(
    "rule", [f"jaren_lang == {'9' * 370}", "jaren_lang == " + " * ".join(["9" * 35] * 10),
             f"jaren_lang == 1 / {'9' * 370}"]
)  # fmt: skip
def test_a_number_of_hundreds_of_digits_is_a_finding(tmp_path: Path, rule: str):
    finding = judged(tmp_path, rule)

    assert finding is not None
    assert finding.code == "R1"


@pytest.mark.parametrize(
    "typed",
    [
        ">-\n    budgt == 3 * bijdrage",
        "|\n    budgt == 3",
        "jaren_lang\n    == budgt",
        "'jaren_lang\n    == budgt'",
    ],
)
def test_a_rule_over_more_lines_is_pointed_at_where_it_begins(tmp_path: Path, typed: str):
    rest = f"regels:\n- code: R1\n  uitleg: Klopt\n  regel: {typed}\n"
    with pytest.raises(Refused) as caught:
        read_facts(dossier(tmp_path, FACTS, rest=rest), "proef")

    finding = only(caught.value.findings)
    assert finding.where is not None
    assert (finding.where.line, finding.where.column) == (5, 10)


def test_a_message_keeps_the_small_letter_of_a_function(tmp_path: Path):
    with pytest.raises(Refused) as caught:
        judged(tmp_path, "som() == 3")

    assert only(caught.value.findings).message == "Regel R1: som() is leeg."


@pytest.mark.parametrize(("van", "tot", "years"), [("2024-01-31", "2025-01-31", 1),
                                                   ("2024-01-31", "2025-01-01", None),
                                                   ("2024-01", "2025-07", None)])  # fmt: skip
def test_years_are_whole_or_a_finding(tmp_path: Path, van: str, tot: str, years: int | None):
    rest = "regels: [{code: R1, regel: jaren(duur) == 1, uitleg: Klopt}]\n"
    facts = f"duur: {{periode: {{van: {van}, tot: {tot}}}}}"
    place = dossier(tmp_path, facts, rest=rest)
    if years is None:
        with pytest.raises(Refused) as caught:
            read_facts(place, "proef")
        assert "telt geen heel aantal jaren" in only(caught.value.findings).message
    else:
        assert judge(*(lambda f: (f.rules[0], f))(read_facts(place, "proef")[0])) is None
