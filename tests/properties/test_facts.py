"""Any value that a fact can have is read back from YAML as it was written, at its own place."""

import datetime as dt
import tempfile
import unicodedata
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pmg_docs.dutch.register import municipalities
from pmg_docs.facts.reading import read_facts
from pmg_docs.model.fact import Fact
from pmg_docs.model.value import (
    AgeRange,
    Amount,
    Date,
    Gap,
    Month,
    Number,
    Percentage,
    Period,
    Person,
    TextValue,
    Value,
)
from pmg_docs.workspace.folder import Workspace

CENTS = st.integers(0, 10**14).map(lambda cents: Decimal(cents) / 100)
DAYS = st.dates(dt.date(1800, 1, 1), dt.date(2200, 1, 1))
MONTHS = st.builds(Month, st.integers(1800, 2200), st.integers(1, 12))
WORDS = st.text(
    st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="\u2028\u2029"),
    min_size=1, max_size=30,
).map(lambda text: " ".join(text.split())).filter(bool)  # fmt: skip


def read(typed: str) -> Fact:
    """The fact `a` of a dossier in which it is typed so."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "letters/proef/feiten.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(f"feiten:\n  a: {typed}\n", encoding="utf-8")
        facts, _ = read_facts(Workspace.at(Path(folder)), "proef")
        return facts["a"]


def value(typed: str) -> Value:
    return read(typed).value


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def comma(number: Decimal) -> str:
    return quoted(f"{number:f}".replace(".", ","))


@given(CENTS)
def test_an_amount_is_read_to_the_cent(euros: Decimal):
    assert value(f"{{bedrag: {comma(euros)}}}") == Amount(euros)


@given(st.integers(-(10**12), 10**12))
def test_a_bare_whole_number_is_that_number(number: int):
    assert value(str(number)) == Number(Decimal(number))


@given(st.decimals(0, 1000, places=3))
def test_a_percentage_is_read_exactly(number: Decimal):
    assert value(f"{{percentage: {comma(number)}}}") == Percentage(number)


@given(DAYS)
def test_a_day_is_read(day: dt.date):
    assert value(f"{{datum: {day.isoformat()}}}") == Date(day)


@given(MONTHS, MONTHS)
def test_a_period_is_read(one: Month, other: Month):
    if one == other:
        return
    first, last = sorted((one, other))
    typed = f"{{periode: {{van: {_typed(first)}, tot: {_typed(last)}}}}}"

    assert value(typed) == Period(first, last)


def _typed(month: Month) -> str:
    return f"{month.year:04}-{month.month:02}"


@given(st.integers(0, 129), st.integers(1, 130))
def test_ages_are_read(first: int, last: int):
    if first < last:
        typed = f"{{leeftijd: {{van: {first}, tot_en_met: {last}}}}}"
        assert value(typed) == AgeRange(first, last, None)


@given(WORDS)
def test_words_are_read_as_typed(text: str):
    expected = unicodedata.normalize("NFC", text).strip()

    assert value(f"{{tekst: {quoted(text)}}}") == TextValue(expected)
    assert value(f"{{open: {quoted(text)}}}") == Gap(expected)


@given(WORDS, WORDS)
def test_a_person_is_read(name: str, office: str):
    nfc = [unicodedata.normalize("NFC", text).strip() for text in (name, office)]
    typed = f"{{persoon: {{naam: {quoted(name)}, ambt: {quoted(office)}}}}}"

    assert value(typed) == Person(*nfc)


NAMES = [municipality.name for municipality in municipalities()]


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=12, unique=True))
def test_municipalities_are_read_in_the_order_that_is_given(names: list[str]):
    listed = ", ".join(quoted(name) for name in names)
    found = value(f"{{gemeenten: [{listed}], volgorde: zoals_gegeven}}")

    assert found.names == tuple(names)  # type: ignore[union-attr]


@given(CENTS, st.integers(0, 30))
def test_a_fact_knows_where_its_value_stands(euros: Decimal, indent: int):
    typed = f"{' ' * indent}{{bedrag: {comma(euros)}}}"
    fact = read(typed)

    assert (fact.where.line, fact.where.column) == (2, 6 + indent + len("{bedrag: "))
