"""Days, periods and session years that do not fit each other.

Sources: the beslisnota of 4 April 2024 on Preventie met Gezag, which tells the order that is kept
(parliament is informed first, then the press); art. 65 Grondwet for the session year, which begins
on the third Tuesday of September.
"""

import datetime as dt
import re
from collections.abc import Iterator

from pmg_docs.checks.prose import is_in_table, is_typed, sentences_of
from pmg_docs.checks.subject import Subject, SubjectLetter, Written, refute, warn
from pmg_docs.dutch.citations import is_session, session_of
from pmg_docs.dutch.dates import MONTHS, WEEKDAYS, whole_years, write_date, write_period
from pmg_docs.dutch.reading import read_number, read_period
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.fact import Fact, FactSet
from pmg_docs.model.passage import Passage
from pmg_docs.model.value import Date, Number, Period

CODES = frozenset({"PMG271", "PMG272", "PMG273", "PMG274", "PMG275", "PMG276"})

_MONTH = "|".join(MONTHS)
_DAY = rf"\d{{1,2}} (?:{_MONTH}) \d{{4}}"
_WITH_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)}),? (?:de )?({_DAY})\b", re.IGNORECASE)
_DATE = re.compile(rf"\b{_DAY}\b")
_MOMENT = rf"(?:\d{{1,2}} )?(?:{_MONTH}) \d{{4}}"
_YEARS_AND_PERIOD = re.compile(
    rf"\b(\w+) jaar(?: lang)?(?:,|:| \()? ?(?:van )?({_MOMENT} tot {_MOMENT})"
)
_SESSION = re.compile(r"\bKamerstuk(?:ken)? (?:I{1,2} )(\d{4}/\d{2})\b")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Days, periods and session years that contradict each other."""
    for letter in subject.letters:
        yield from misfitting_days(letter)
    yield from _order_of_letters(subject)
    yield from _years_of_periods(subject.facts)


def misfitting_days(letter: Written) -> Iterator[Diagnostic]:
    """Weekdays, numbers of years and session years beside a date that they do not fit."""
    for passage in letter.passages:
        yield from _weekdays(letter, passage)
        yield from _stated_years(letter, passage)
        yield from _sessions(letter, passage)


def _weekdays(letter: Written, passage: Passage) -> Iterator[Diagnostic]:
    for found in _WITH_WEEKDAY.finditer(passage.text):
        day = _read_day(found[2])
        if day is None or WEEKDAYS[day.weekday()] == found[1].lower():
            continue
        yield refute(
            "PMG271", f"{found[2]} is een {WEEKDAYS[day.weekday()]}, geen {found[1].lower()}.",
            letter.at(passage, found.start(), found[1]),
            "Verbeter de dag of de datum; {{ feit | voluit }} rekent de dag zelf uit.",
        )  # fmt: skip


def _read_day(text: str) -> dt.date | None:
    number, month, year = text.split(" ")
    try:
        return dt.date(int(year), MONTHS.index(month.lower()) + 1, int(number))
    except ValueError:
        return None


def _stated_years(letter: Written, passage: Passage) -> Iterator[Diagnostic]:
    """`3 jaar lang: juli 2024 tot juli 2028`: a number of years right before its period."""
    if is_in_table(passage):  # row 3A of CW 3.1, which has a rule of its own
        return
    for found in _YEARS_AND_PERIOD.finditer(passage.text):
        stated, period = read_number(found[1]), read_period(found[2])
        years = whole_years(period) if period else None
        if stated is None or years is None or stated.number == years:
            continue
        yield warn(
            "PMG275", f"{found[2]} duurt {years} jaar, niet {found[1]}.",
            letter.at(passage, found.start(), found[0]), "Verbeter het aantal jaren of de periode.",
        )  # fmt: skip


def _sessions(letter: Written, passage: Passage) -> Iterator[Diagnostic]:
    for start, end in sentences_of(passage):
        sentence = passage.text[start:end]
        cited = [m for m in _SESSION.finditer(sentence)
                 if is_typed(passage, start + m.start(1), start + m.end(1))]  # fmt: skip
        for found in cited:
            if not is_session(found[1]):
                yield warn(
                    "PMG276", f"{found[1]} is geen vergaderjaar.",
                    letter.at(passage, start + found.start(1), found[1]),
                    "Een vergaderjaar is twee jaren na elkaar, zoals 2022/23.",
                )  # fmt: skip
        days = [day for m in _DATE.finditer(sentence) if (day := _read_day(m[0]))]
        if len(cited) == len(days) == 1 and is_session(cited[0][1]):
            session = session_of(days[0])
            if session != cited[0][1]:
                yield warn(
                    "PMG276", f"{write_date(Date(days[0]))} valt in het vergaderjaar {session}, "
                    f"niet in {cited[0][1]}.",
                    letter.at(passage, start + cited[0].start(1), cited[0][1]),
                    "Een vergaderjaar begint op de derde dinsdag van september.",
                )  # fmt: skip


def _order_of_letters(subject: Subject) -> Iterator[Diagnostic]:
    """Nota, then letter, then press release; of several letters the one that suits best counts."""
    notas = _days(subject, "is_nota")
    letters = _days(subject, "is_to_parliament")
    if notas and letters:
        day, letter = max(letters, key=lambda one: one[0])
        advised = min(day for day, _ in notas)
        if day < advised:
            yield warn(
                "PMG272", f"De brief aan de Kamer is van {write_date(Date(day))}, en dus ouder dan "
                f"de nota die erover adviseert ({write_date(Date(advised))}).",
                letter.place_of("datum"), "Verbeter een van beide datums.",
            )  # fmt: skip
    if letters:
        yield from _press(subject, min(day for day, _ in letters))


def _press(subject: Subject, first: dt.date) -> Iterator[Diagnostic]:
    """What goes to the press before the day on which parliament is informed."""
    for letter in subject.letters:
        if not letter.is_for_the_press or letter.is_to_parliament:
            continue
        informed = f"de Kamer wordt op {write_date(Date(first))} geïnformeerd"
        if letter.day is not None and letter.day < first:
            yield refute(
                "PMG273", f"Dit bericht is van {write_date(Date(letter.day))}, maar {informed}.",
                letter.place_of("datum"), "Eerst de Kamer, dan de pers: verbeter een van beide.",
            )  # fmt: skip
        if letter.embargo is not None and letter.embargo < first:
            yield refute(
                "PMG274", f"Het embargo eindigt op {write_date(Date(letter.embargo))}, maar "
                f"{informed}.", letter.place_of("embargo"),
                "Laat het embargo eindigen als de Kamer is geïnformeerd.",
            )  # fmt: skip


def _days(subject: Subject, role: str) -> list[tuple[dt.date, SubjectLetter]]:
    found = [(one.day, one) for one in subject.letters if getattr(one, role)]
    return [(day, letter) for day, letter in found if day is not None]


def _years_of_periods(facts: FactSet) -> Iterator[Diagnostic]:
    """`looptijd_in_jaren` against `looptijd`, unless a rule of the dossier already holds them."""
    periods = [(fact, fact.value) for fact in facts if isinstance(fact.value, Period)]
    numbers = [(fact, fact.value.number) for fact in facts if isinstance(fact.value, Number)]
    for period, value in periods:
        years = whole_years(value)
        for fact, number in numbers:
            if not _counts_years(fact, period, is_only_one=len(periods) == 1):
                continue
            is_held = any(
                period.path in rule.expression and fact.path in rule.expression
                for rule in facts.rules
            )
            if not is_held and years is not None and years != number:
                yield warn(
                    "PMG275", f"{fact.path} is {number:f}, maar {period.path} "
                    f"({write_period(value)}) duurt {years} jaar.", fact.where,
                    f"{period.path} staat in {period.where.file}, regel {period.where.line}.",
                )  # fmt: skip


def _counts_years(fact: Fact, period: Fact, *, is_only_one: bool) -> bool:
    own = {f"{period.path}_in_jaren", f"{period.path}_jaren", f"jaren_{period.path}"}
    return fact.path in own or (fact.path == "aantal_jaren" and is_only_one)
