"""What a figure found in running text is: its kind, its place, its value, what is around it."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pmg_docs.model.value import (
    AgeRange,
    Amount,
    Date,
    GazetteNotice,
    Month,
    Number,
    ParliamentaryPaper,
    Percentage,
    Period,
)


class FigureKind(StrEnum):
    """What a figure stands for."""

    BEDRAG = "bedrag"
    GETAL = "getal"
    PERCENTAGE = "percentage"
    DEEL = "deel"
    LEEFTIJD = "leeftijd"
    DUUR = "duur"
    DATUM = "datum"
    MAAND = "maand"
    JAAR = "jaar"
    TIJDVAK = "tijdvak"
    PERIODE = "periode"
    RANGTELWOORD = "rangtelwoord"
    KAMERSTUK = "kamerstuk"
    VINDPLAATS = "vindplaats"
    ARTIKEL = "artikel"
    KENMERK = "kenmerk"
    NUMMERING = "nummering"
    TIJD = "tijd"
    TELEFOON = "telefoon"
    ADRES = "adres"
    WEBADRES = "webadres"
    UITSLAG = "uitslag"
    NAAM = "naam"

    @property
    def is_statement(self) -> bool:
        """Whether such a figure says how much, how many or when, rather than which."""
        return self in _STATEMENTS

    @property
    def is_time(self) -> bool:
        """Whether such a figure says when."""
        return self in _TIMES


_TIMES = frozenset(
    {
        FigureKind.DATUM,
        FigureKind.MAAND,
        FigureKind.JAAR,
        FigureKind.TIJDVAK,
        FigureKind.PERIODE,
    }
)
_STATEMENTS = _TIMES | {
    FigureKind.BEDRAG,
    FigureKind.GETAL,
    FigureKind.PERCENTAGE,
    FigureKind.DEEL,
    FigureKind.LEEFTIJD,
    FigureKind.DUUR,
}


class Approximation(StrEnum):
    """In what way a figure is not meant to the letter."""

    RUIM = "ruim"
    BIJNA = "bijna"
    ONGEVEER = "ongeveer"
    MINSTENS = "minstens"
    HOOGUIT = "hooguit"
    MEER_DAN = "meer dan"
    MINDER_DAN = "minder dan"
    TIENTALLEN = "tientallen"


FigureValue = (
    Amount
    | Number
    | Percentage
    | Date
    | Month
    | Period
    | AgeRange
    | ParliamentaryPaper
    | GazetteNotice
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a text, `text[start:end]`, without the words around it.

    `value` is its exact value, None where it has none: a range, `begin 2024`, a malformed figure.
    `low` and `high` bound a number, in euros, per cents, years of age or the unit of a duration
    (both the same when it is exact); a bound is None where there is none. `days` are the first
    and the last day that a figure of time can mean. `per` holds what directly follows it (`jaar`,
    `gemeente`), `noun` the thing counted or the unit of a duration (`gemeenten`, `jaar`), or the
    word before a label (`artikel`).
    """

    kind: FigureKind
    text: str
    start: int
    end: int
    value: FigureValue | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    days: tuple[dt.date, dt.date] | None = None
    approximation: Approximation | None = None
    per: tuple[str, ...] = ()
    noun: str = ""
    is_suspicious: bool = False
