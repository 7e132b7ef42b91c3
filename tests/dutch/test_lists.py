import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmg_docs.dutch.lists import LastWord, write_list
from pmg_docs.dutch.reading import read_list
from pmg_docs.dutch.register import municipalities

NAMES = [municipality.name for municipality in municipalities()]


@pytest.mark.parametrize(
    ("items", "written"),
    [
        (["Gouda"], "Gouda"),
        (["Gouda", "Hoorn"], "Gouda en Hoorn"),
        (["Almere", "Enschede", "’s-Hertogenbosch"], "Almere, Enschede en ’s-Hertogenbosch"),
    ],
)
def test_a_list(items: list[str], written: str) -> None:
    assert write_list(items) == written


def test_a_list_of_choices() -> None:
    assert write_list(["Leeuwarden", "Heerlen"], "of") == "Leeuwarden of Heerlen"


def test_an_empty_list_is_refused() -> None:
    with pytest.raises(ValueError, match="zonder onderdelen"):
        write_list([])


@given(
    st.lists(st.sampled_from(NAMES), min_size=1, unique=True),
    st.sampled_from(["en", "of"]),
)
def test_a_list_of_municipalities_reads_back(names: list[str], last: LastWord) -> None:
    assert read_list(write_list(names, last), known=NAMES, last=last) == tuple(names)


@pytest.mark.parametrize("text", ["", "a, b", "a, b, c", "a en b en c", "a en b, c", ", en c"])
def test_what_is_no_list(text: str) -> None:
    assert read_list(text) is None
