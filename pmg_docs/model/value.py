"""The kinds of value that a fact can have. Exact, frozen, without notation."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar, Self


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money in euros, with what it is counted per (`gemeente`, `jaar`)."""

    kind: ClassVar[str] = "bedrag"
    euros: Decimal
    per: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Number:
    """A bare number."""

    kind: ClassVar[str] = "getal"
    number: Decimal


@dataclass(frozen=True, slots=True)
class Percentage:
    """A percentage; 12.5 stands for 12,5%. `of` names the fact of the amount that it is part of."""

    kind: ClassVar[str] = "percentage"
    number: Decimal
    of: str = ""


@dataclass(frozen=True, slots=True)
class TextValue:
    """Words, shown exactly as typed."""

    kind: ClassVar[str] = "tekst"
    text: str


@dataclass(frozen=True, slots=True)
class Date:
    """A day."""

    kind: ClassVar[str] = "datum"
    day: dt.date


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year."""

    kind: ClassVar[str] = "maand"
    year: int
    month: int

    @classmethod
    def of(cls, moment: "Moment") -> Self:
        """The month in which a day or month lies."""
        if isinstance(moment, Date):
            return cls(moment.day.year, moment.day.month)
        return cls(moment.year, moment.month)


Moment = Date | Month


@dataclass(frozen=True, slots=True)
class Period:
    """From a day or month up to another: `start` belongs to it, `end` does not ("van … tot …")."""

    kind: ClassVar[str] = "periode"
    start: Moment
    end: Moment


@dataclass(frozen=True, slots=True)
class AgeRange:
    """Ages in whole years.

    `through` is the last age that belongs to it ("8 tot en met 27 jaar"), `until` the first that
    does not ("8 tot 27 jaar"); exactly one of the two is given, and neither is derived from the
    other: sources use both for different groups.
    """

    kind: ClassVar[str] = "leeftijd"
    start: int
    through: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class MunicipalityGroup:
    """A named part of a list of municipalities; `count` alone where no source gives the names.

    `label` is the group's name as a table prints it.
    """

    name: str
    names: tuple[str, ...] = ()
    count: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Municipalities:
    """Municipalities in the order in which they are shown, in one or more groups.

    Names are the preferred names of the register ("Den Haag", "’s-Hertogenbosch").
    """

    kind: ClassVar[str] = "gemeenten"
    groups: tuple[MunicipalityGroup, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All names that are known, group after group."""
        return tuple(name for group in self.groups for name in group.names)

    @property
    def count(self) -> int:
        """How many there are, unnamed ones included."""
        return sum(group.count for group in self.groups)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone in an office: `Minister van Justitie en Veiligheid`, `D. Yeşilgöz-Zegerius`."""

    kind: ClassVar[str] = "persoon"
    name: str
    office: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """A sender: its parts by Dutch field name, each one or more printed lines."""

    kind: ClassVar[str] = "organisatie"
    parts: Mapping[str, tuple[str, ...]] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Reference:
    """An earlier document: its title and, where known, date, kenmerk and place of publication."""

    kind: ClassVar[str] = "verwijzing"
    title: str
    date: Date | None = None
    kenmerk: str = ""
    found_at: str = ""
    paper: "ParliamentaryPaper | None" = None


@dataclass(frozen=True, slots=True)
class Series:
    """Figures by year, in euros when `is_money`; a year may be negative (money that is taken back).

    From `structural_from` on, the figure of the last year returns every year.
    """

    kind: ClassVar[str] = "reeks"
    years: tuple[tuple[int, Decimal], ...]
    is_money: bool = True
    structural_from: int | None = None


@dataclass(frozen=True, slots=True)
class Distribution:
    """Figures by municipality or other name, in the order in which they are shown.

    Municipalities go by the preferred names of the register.
    """

    kind: ClassVar[str] = "verdeling"
    shares: tuple[tuple[str, Decimal], ...]
    is_money: bool = True
    is_by_municipality: bool = True


@dataclass(frozen=True, slots=True)
class ParliamentaryPaper:
    """A Kamerstuk, cited by Aanwijzing 3.43 voor de regelgeving.

    `chamber` is `II` (Tweede Kamer) or `I` (Eerste Kamer), `session` a session year as `2022/23`,
    `file` the number of its file without space, `number` its own number there, or letters (`AE`).
    """

    kind: ClassVar[str] = "kamerstuk"
    chamber: str
    session: str
    file: str
    number: str
    date: Date | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class GazetteNotice:
    """A publication in the Staatscourant, or in the Staatsblad when `is_law`."""

    year: int
    number: str
    is_law: bool = False

    @property
    def kind(self) -> str:
        """`staatsblad` for what is published there, else `staatscourant`."""
        return "staatsblad" if self.is_law else "staatscourant"


@dataclass(frozen=True, slots=True)
class TimedMoment:
    """A day with the time of day."""

    kind: ClassVar[str] = "tijdstip"
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call or mail."""

    kind: ClassVar[str] = "contact"
    name: str
    role: str = ""
    telephone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, word for word, and who."""

    kind: ClassVar[str] = "citaat"
    words: str
    speaker: str


@dataclass(frozen=True, slots=True)
class PolicyChoice:
    """The cells of a CW 3.1 table by row name, each Markdown with facts in it.

    Source: art. 3.1 Comptabiliteitswet 2016; the frame of Kamerstuk 31 865, nr. 198.
    """

    kind: ClassVar[str] = "cw31"
    cells: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that no source gives yet; shown as a visible gap that says what is missing."""

    kind: ClassVar[str] = "open"
    what: str


Value = (
    Amount
    | Number
    | Percentage
    | TextValue
    | Date
    | Month
    | Period
    | AgeRange
    | Municipalities
    | Person
    | Organisation
    | Reference
    | Series
    | Distribution
    | ParliamentaryPaper
    | GazetteNotice
    | TimedMoment
    | Contact
    | Quote
    | PolicyChoice
    | Gap
)
