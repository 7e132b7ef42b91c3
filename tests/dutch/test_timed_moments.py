import datetime as dt

import pytest

from pmg_docs.dutch.dates import write_time, write_timed_moment
from pmg_docs.model.value import TimedMoment

AT = TimedMoment(dt.datetime(2024, 4, 4, 12, 30))  # noqa: DTZ001 - the wall clock of a letter


@pytest.mark.parametrize(
    ("hour", "minute", "written"),
    [(12, 30, "12.30 uur"), (9, 5, "9.05 uur"), (0, 0, "0.00 uur"), (23, 59, "23.59 uur")],
)
def test_a_time_has_a_full_stop_and_no_leading_zero(hour: int, minute: int, written: str):
    assert write_time(TimedMoment(AT.at.replace(hour=hour, minute=minute))) == written


def test_a_moment_is_a_day_with_its_time():
    assert write_timed_moment(AT) == "4 april 2024, 12.30 uur"


def test_a_moment_can_name_its_weekday():
    assert write_timed_moment(AT, with_weekday=True) == "donderdag 4 april 2024, 12.30 uur"
