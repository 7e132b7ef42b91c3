import datetime as dt

import pytest

from pmg_docs.dutch.citations import is_session, opening_of_session, session_of, write_notice
from pmg_docs.dutch.citations import write_paper as write
from pmg_docs.model.value import GazetteNotice, ParliamentaryPaper


@pytest.mark.parametrize(
    ("paper", "written"),
    [
        (
            ParliamentaryPaper("II", "2022/23", "28741", "106"),
            "Kamerstukken II 2022/23, 28741, nr.\xa0106",
        ),
        (
            ParliamentaryPaper("I", "2008/09", "31700 VI", "D"),
            "Kamerstukken I 2008/09, 31700 VI, D",
        ),
    ],
)
def test_a_paper_is_cited_by_aanwijzing_3_43(paper: ParliamentaryPaper, written: str):
    assert write(paper) == written


@pytest.mark.parametrize(
    ("notice", "written"),
    [
        (GazetteNotice(2024, "12052"), "Stcrt. 2024, 12052"),
        (GazetteNotice(2024, "71", is_law=True), "Stb. 2024, 71"),
    ],
)
def test_a_publication_is_cited_by_year_and_number(notice: GazetteNotice, written: str):
    assert write_notice(notice) == written


@pytest.mark.parametrize(("year", "day"), [(2022, 20), (2023, 19), (2024, 17), (2025, 16)])
def test_a_session_opens_on_the_third_tuesday_of_september(year: int, day: int):
    assert opening_of_session(year) == dt.date(year, 9, day)


@pytest.mark.parametrize(
    ("day", "session"),
    [
        (dt.date(2023, 7, 7), "2022/23"),
        (dt.date(2024, 4, 4), "2023/24"),
        (dt.date(2023, 9, 18), "2022/23"),
        (dt.date(2023, 9, 19), "2023/24"),
        (dt.date(2000, 1, 15), "1999/00"),
    ],
)
def test_a_day_lies_in_the_session_that_opened_last(day: dt.date, session: str):
    assert session_of(day) == session


@pytest.mark.parametrize(
    ("text", "right"),
    [("2022/23", True), ("1999/00", True), ("2022/24", False), ("2022-2023", False), ("", False)],
)
def test_a_session_year_is_two_years_that_follow_each_other(text: str, right: bool):
    assert is_session(text) is right
