import datetime as dt

import pytest
from babel.dates import get_day_names, get_month_names
from hypothesis import given

from pmg_docs.dutch.dates import (
    MONTHS,
    WEEKDAYS,
    whole_years,
    write_age_range,
    write_date,
    write_moment,
    write_month,
    write_period,
)
from pmg_docs.dutch.reading import (
    read_age_range,
    read_date,
    read_moment,
    read_month,
    read_period,
)
from pmg_docs.model.value import AgeRange, Date, Moment, Month, Period
from tests.dutch.values import age_ranges, dates, moments, months, periods

DAY = Date(dt.date(2024, 4, 4))


def test_a_date() -> None:
    assert write_date(DAY) == "4 april 2024"


def test_a_date_with_its_weekday() -> None:
    assert write_date(DAY, with_weekday=True) == "donderdag 4 april 2024"


def test_a_month() -> None:
    assert write_month(Month(2024, 7)) == "juli 2024"


@pytest.mark.parametrize("number", [0, 13])
def test_a_month_that_does_not_exist_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="bestaat niet"):
        write_month(Month(2024, number))


def test_a_period_of_months() -> None:
    assert write_period(Period(Month(2024, 7), Month(2027, 7))) == "juli 2024 tot juli 2027"


def test_a_period_of_days() -> None:
    period = Period(DAY, Date(dt.date(2027, 5, 15)))
    assert write_period(period) == "4 april 2024 tot 15 mei 2027"


def test_ages_through_the_last() -> None:
    assert write_age_range(AgeRange(8, through=27)) == "8 tot en met 27 jaar"


def test_ages_until_the_first_that_is_out() -> None:
    assert write_age_range(AgeRange(8, until=27)) == "8 tot 27 jaar"


@pytest.mark.parametrize("ages", [AgeRange(8), AgeRange(8, through=27, until=28)])
def test_ages_without_exactly_one_end_are_refused(ages: AgeRange) -> None:
    with pytest.raises(ValueError, match="tot en met"):
        write_age_range(ages)


@given(dates)
def test_a_date_reads_back(date: Date) -> None:
    assert read_date(write_date(date)) == date


@given(dates)
def test_a_date_with_weekday_reads_back(date: Date) -> None:
    assert read_date(write_date(date, with_weekday=True)) == date


@given(months)
def test_a_month_reads_back(month: Month) -> None:
    assert read_month(write_month(month)) == month


@given(moments)
def test_a_moment_reads_back(moment: Moment) -> None:
    assert read_moment(write_moment(moment)) == moment


@given(periods)
def test_a_period_reads_back(period: Period) -> None:
    assert read_period(write_period(period)) == period


@given(age_ranges)
def test_ages_read_back(ages: AgeRange) -> None:
    assert read_age_range(write_age_range(ages)) == ages


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        (Date(dt.date(2024, 1, 31)), Date(dt.date(2025, 1, 1)), None),
        (Date(dt.date(2024, 5, 15)), Date(dt.date(2027, 5, 15)), 3),
        (Date(dt.date(2024, 2, 29)), Date(dt.date(2025, 2, 28)), None),
        (Date(dt.date(2024, 2, 29)), Date(dt.date(2028, 2, 29)), 4),
        (Month(2024, 7), Month(2027, 7), 3),
        (Month(2024, 7), Month(2027, 8), None),
    ],
)
def test_years_are_whole_only_from_day_to_the_same_day(
    start: Moment, end: Moment, years: int | None
):
    assert whole_years(Period(start, end)) == years


def test_the_names_of_months_and_days_are_those_of_unicodes_locale_data():
    months = get_month_names("wide", locale="nl_NL")
    days = get_day_names("wide", locale="nl_NL")

    assert [months[number] for number in range(1, 13)] == list(MONTHS)
    assert [days[number] for number in range(7)] == list(WEEKDAYS)
