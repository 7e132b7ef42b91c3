from pathlib import Path

import pytest

from pmg_docs.facts.rules import judge
from pmg_docs.model.diagnostic import Diagnostic
from tests.builders.facts import facts, refusal

FACTS = """
budget: {bedrag: 203}
drie: 3
uitgaven: {reeks: {2022: 60, 2023: '0,5', 2025: '142,5'}}
plekken: {reeks: {2022: 10, 2023: 20}, eenheid: aantal}
vast: {reeks: {2022: 10, 2023: 20}, structureel_vanaf: 2023}
bijdragen: {verdeling: {Almelo: 100, Breda: 103}}
dag: {datum: 2024-04-04}
"""


def with_rule(rule: str) -> str:
    quoted = rule.replace("'", "''")
    return f"regels: [{{code: R1, regel: '{quoted}', uitleg: Klopt}}]\n"


def judged(root: Path, rule: str) -> Diagnostic | None:
    read = facts(root, FACTS, with_rule(rule))
    return judge(read.rules[0], read)


@pytest.mark.parametrize(
    "rule",
    [
        "som(uitgaven) == budget",
        "som(bijdragen) == budget",
        "som(uitgaven, bijdragen) == 2 * budget",
        "som(plekken) == 30",
        "aantal(uitgaven) == drie",
        "aantal(bijdragen) == 2",
        "uitgaven[2022] < uitgaven[2025]",
        "vast[2022] + vast[2023] == uitgaven[2022] / 2",
        "bijdragen['Breda'] - bijdragen['Almelo'] < bijdragen['Breda'] / 30",
    ],
)
def test_a_rule_over_figures_that_holds_says_nothing(tmp_path: Path, rule: str):
    assert judged(tmp_path, rule) is None


def test_a_sum_that_fails_is_shown_exactly(tmp_path: Path):
    finding = judged(tmp_path, "som(uitgaven) == 2 * budget")

    assert finding is not None
    assert "€\xa0203" in finding.message
    assert "€\xa0406" in finding.message


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("som(uitgaven, plekken) == 3", "op te tellen"),
        ("som(drie, budget) == 3", "op te tellen"),
        ("som() == 3", "leeg"),
        ("som(vast) == budget", "loopt door"),
        ("uitgaven[2024] == budget", "2025"),
        ("bijdragen['Almelow'] == budget", "Almelo"),
        ("budget[2024] == budget", "vakken"),
        ("uitgaven == budget", "rekenen"),
        ("aantal(dag) == 3", "reeks"),
    ],
)
def test_a_rule_that_misuses_figures_is_refused(tmp_path: Path, rule: str, says: str):
    code, _, _, said = refusal(tmp_path, FACTS, with_rule(rule))

    assert code == "PMG211"
    assert says in said
