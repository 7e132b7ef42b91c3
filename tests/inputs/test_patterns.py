"""A pattern for a kenmerk: what is refused, and how long the rest can take."""

import re
import time

import pytest
from pydantic_core import PydanticCustomError

from pmg_docs.inputs.regular import ways_to_match
from pmg_docs.inputs.shape import to_pattern
from pmg_docs.kenmerk.pattern import check_pattern
from pmg_docs.model.place import Place

HERE = Place("f.yaml")


@pytest.mark.parametrize(
    "pattern", ["(a+)+b", "(a|a)*b", "(a?){40}b", "(?:(a*)*)*", "a*a*a*a*a*a*b", "((a|b)+c?)+",
                "(?>(a+)+)b", "(?=(a+)+b)", "a{99999999999999}", "(", "[", "a**", "x" + "(" * 5000]
)  # fmt: skip
def test_a_pattern_that_is_wrong_or_could_go_on_for_ever_is_refused(pattern: str):
    with pytest.raises(PydanticCustomError) as caught:
        to_pattern(pattern)

    assert caught.value.type == "PMG124"
    assert not re.search(r"position|unterminated|missing|repeat\b", caught.value.message())


@pytest.mark.parametrize(
    "pattern",
    [
        "[0-9]{7}",
        "IENW/BSK-20[0-9]{2}/[0-9]{4,6}",
        "([0-9]{1,3}-){2}[A-Z]+",
        "(?:A|B)-.+",
        "[A-Z]+/[A-Z]+-[0-9]+-[0-9]+",
        r"\d{4}-\d+(?:-[A-Z])?",
        "(?P<x>a)(?P=x)",
    ],
)
def test_a_pattern_of_a_ministry_is_welcome(pattern: str):
    assert to_pattern(pattern) == pattern


@pytest.mark.parametrize("pattern", ["a*a*a*a*b", "(a|a)(a|a)(a|a)(a|a)a*a*b", "(a?){20}b"])
def test_what_is_let_through_takes_no_time(pattern: str):
    to_pattern(pattern)
    began = time.monotonic()

    assert check_pattern("a" * 60, pattern, "b", HERE) is not None
    assert time.monotonic() - began < 5


def test_the_ways_are_counted():
    assert ways_to_match("a{2,4}(bb|cc)?") == 9


def test_a_long_kenmerk_is_a_finding_and_never_matched():
    finding = check_pattern("a" * 61, "(a+)+b", "b", HERE)

    assert finding is not None
    assert "60 tekens" in finding.message
