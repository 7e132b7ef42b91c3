"""The only clock: what is made from the same input is the same, so nothing else asks for a date."""

import datetime as dt
import os

_BEYOND = 253402300800
"""The first second of the year 10000, which has no date."""


def today() -> dt.date:
    """The day of today, or that of `SOURCE_DATE_EPOCH` (seconds since 1970) where it is given."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit() and int(given) < _BEYOND:
        return dt.datetime.fromtimestamp(int(given), tz=dt.UTC).date()
    return dt.datetime.now(tz=dt.UTC).astimezone().date()
