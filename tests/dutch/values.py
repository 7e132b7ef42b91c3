"""Strategies: any value that can be written."""

import datetime as dt
from decimal import Decimal

from hypothesis import strategies as st

from pmg_docs.model.value import AgeRange, Date, Month, Period

whole_numbers = st.integers(-(10**12) + 1, 10**12 - 1)
decimals = st.builds(
    lambda units, exponent: Decimal(units).scaleb(-exponent),
    st.integers(-(10**15), 10**15),
    st.integers(0, 6),
)
euros = st.builds(lambda cents: Decimal(cents) / 100, st.integers(-(10**15), 10**15))
dates = st.builds(Date, st.dates(dt.date(1000, 1, 1)))
months = st.builds(Month, st.integers(1000, 9999), st.integers(1, 12))
moments = st.one_of(dates, months)
periods = st.builds(Period, moments, moments)
ages = st.integers(0, 120)
age_ranges = st.one_of(
    st.builds(lambda start, last: AgeRange(start, through=last), ages, ages),
    st.builds(lambda start, end: AgeRange(start, until=end), ages, ages),
)
