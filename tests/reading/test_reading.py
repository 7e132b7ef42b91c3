"""The reader keeps what it has reached on both halves, and the score can fall."""

from collections.abc import Sequence

import pytest

from pmg_docs.checks.statements import Judgement, Verdict
from pmg_docs.model.fact import FactSet
from tests.reading.scoring import Judge, Score, judge_alone, read_half, score


@pytest.mark.parametrize(
    ("half", "precision", "recall"),
    [
        ("tuning", 0.98, 0.98),
        ("unseen", 0.94, 0.92),
        ("practice", 0.98, 0.94),
        ("fresh", 0.95, 0.83),
    ],
)
def test_contradictions_are_found_as_well_as_before(half: str, precision: float, recall: float):
    reached = score(read_half(half))["all"]
    assert reached.precision(Verdict.CONTRADICTS) >= precision
    assert reached.recall(Verdict.CONTRADICTS) >= recall


def test_agreements_are_found_as_well_as_before():
    tuning, unseen = score(read_half("tuning"))["all"], score(read_half("unseen"))["all"]
    assert min(tuning.precision(Verdict.AGREES), tuning.recall(Verdict.AGREES)) >= 0.98
    assert unseen.precision(Verdict.AGREES) >= 0.95
    assert unseen.recall(Verdict.AGREES) >= 0.84


def silent(*_: object) -> Sequence[Judgement]:
    return ()


def changed(verdict: Verdict) -> Judge:
    """A reader that gives every statement one verdict."""

    def judging(text: str, facts: FactSet, before: str) -> Sequence[Judgement]:
        return [
            Judgement(verdict, j.start, j.end, j.said, j.facts or ("programma",))
            for j in judge_alone(text, facts, before)
        ]

    return judging


def all_of(judging: Judge) -> Score:
    return score(read_half("tuning"), judging)["all"]


def test_a_reader_that_says_nothing_finds_nothing():
    assert all_of(silent).recall(Verdict.CONTRADICTS) == 0


def test_a_reader_that_contradicts_everything_is_not_precise():
    assert all_of(changed(Verdict.CONTRADICTS)).precision(Verdict.CONTRADICTS) < 0.5


def test_a_reader_that_agrees_with_everything_is_not_precise():
    assert all_of(changed(Verdict.AGREES)).precision(Verdict.AGREES) < 0.8


def test_a_right_verdict_about_another_fact_is_wrong():
    def confused(text: str, facts: FactSet, before: str) -> Sequence[Judgement]:
        return [
            Judgement(j.verdict, j.start, j.end, j.said, ("programma",))
            for j in judge_alone(text, facts, before)
        ]

    assert all_of(confused).right[Verdict.CONTRADICTS] == 0
