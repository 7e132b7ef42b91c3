"""Dates, months, periods and ages, as running text has them.

A day in digits without a leading zero, the month in full in small letters, the year in four
digits: `19 mei 2015`, after the correspondence rules of the Rijkshuisstijl.
"""

from pmg_docs.model.value import AgeRange, Date, Moment, Month, Period, TimedMoment

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
"""Monday first, as Python counts."""


def write_date(date: Date, *, with_weekday: bool = False) -> str:
    """Write a day: `4 april 2024`, or `donderdag 4 april 2024`."""
    day = date.day
    written = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {written}" if with_weekday else written


def write_month(month: Month) -> str:
    """Write a month: `juli 2024`.

    Raises:
        ValueError: there is no month of that number.
    """
    if month.month not in range(1, 13):
        raise ValueError(f"maand {month.month} bestaat niet")
    return f"{MONTHS[month.month - 1]} {month.year}"


def write_moment(moment: Moment) -> str:
    """Write a day or a month."""
    return write_date(moment) if isinstance(moment, Date) else write_month(moment)


def write_time(moment: TimedMoment) -> str:
    """Write a time of day: `12.30 uur`, `9.05 uur`.

    A full stop parts hours and minutes and the hour has no leading zero (Taaladvies.net).
    """
    return f"{moment.at.hour}.{moment.at.minute:02d} uur"


def write_timed_moment(moment: TimedMoment, *, with_weekday: bool = False) -> str:
    """Write a day with its time: `4 april 2024, 12.30 uur`."""
    day = write_date(Date(moment.at.date()), with_weekday=with_weekday)
    return f"{day}, {write_time(moment)}"


def write_period(period: Period) -> str:
    """Write a period, both ends in full: `juli 2024 tot juli 2027`."""
    return f"{write_moment(period.start)} tot {write_moment(period.end)}"


def whole_years(period: Period) -> int | None:
    """How many years a period lasts, or None when those are not whole.

    A period by day lasts whole years only when it ends on the day of the year on which it began.
    """
    start, end = period.start, period.end
    if isinstance(start, Date) and isinstance(end, Date):
        begins, ends = start.day, end.day
        if (begins.month, begins.day) != (ends.month, ends.day):
            return None
        return ends.year - begins.year
    first, last = Month.of(start), Month.of(end)
    return last.year - first.year if first.month == last.month else None


def write_age_range(ages: AgeRange) -> str:
    """Write ages: `8 tot en met 27 jaar` or `8 tot 27 jaar`, whichever the source says.

    Raises:
        ValueError: not exactly one of the two ends is given.
    """
    match ages:
        case AgeRange(through=int(last), until=None):
            return f"{ages.start} tot en met {last} jaar"
        case AgeRange(through=None, until=int(first_out)):
            return f"{ages.start} tot {first_out} jaar"
    raise ValueError("een leeftijd heeft óf een ‘tot en met’ óf een ‘tot’")
