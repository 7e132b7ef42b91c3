"""The days that a fact about time covers."""

import calendar
import datetime as dt

from pmg_docs.dutch.figures import find_figures
from pmg_docs.model.value import Date, Moment, Month, Period, TextValue, Value

Days = tuple[dt.date, dt.date]


def days_of(moment: Moment) -> Days:
    """The first and last day of a day or month."""
    if isinstance(moment, Date):
        return moment.day, moment.day
    last = calendar.monthrange(moment.year, moment.month)[1]
    return dt.date(moment.year, moment.month, 1), dt.date(moment.year, moment.month, last)


def span_of(value: Value) -> Days | None:
    """The days from the begin to the end of a period, or of a text that is a figure of time."""
    if isinstance(value, Period):
        return days_of(value.start)[0], days_of(value.end)[1]
    if isinstance(value, Month):
        return days_of(value)
    if isinstance(value, TextValue):
        figures = find_figures(value.text)
        if len(figures) == 1 and figures[0].text == value.text:
            return figures[0].days
    return None


def overlap(one: Days, other: Days) -> bool:
    """Whether two stretches of days have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]
