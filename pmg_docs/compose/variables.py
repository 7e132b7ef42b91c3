"""What a letter sees of a fact: a value that prints itself, computes, and knows its origins."""

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from jinja2 import Undefined

from pmg_docs.compose import arithmetic
from pmg_docs.compose.fault import TemplateFault
from pmg_docs.compose.notation import called
from pmg_docs.compose.parts import entries_of, entry_of, part_of
from pmg_docs.compose.turns import take_turn
from pmg_docs.model.place import Origin, Place
from pmg_docs.model.value import (
    Distribution,
    Gap,
    Municipalities,
    Number,
    Percentage,
    Series,
    TextValue,
    Value,
)

LOOSE_NUMBER = "PMG302"


class FactValue:
    """A fact, a part of one, or something computed from facts.

    Turning it into a string would lose where it came from, so that is refused; the environment
    prints it through a token instead. `text` overrules the type's own notation (a filter set it),
    `may_round` says that the letter allowed a rounding. `fault` is what went wrong on the way to
    this value: it is told where the value is printed, and the template goes on to the next.
    `_whole` is the amount that a percentage is part of.
    """

    __slots__ = ("_fault", "_may_round", "_origins", "_places", "_text", "_value", "_whole")

    def __init__(
        self,
        value: Value,
        origins: tuple[Origin, ...],
        places: dict[str, Place] | None = None,
        text: str = "",
        may_round: int | None = None,
        fault: TemplateFault | None = None,
    ) -> None:
        self._value, self._origins, self._text = value, origins, text
        self._places = places or {}
        self._may_round, self._fault = may_round, fault
        self._whole: FactValue | None = None

    def __getattr__(self, name: str) -> "FactValue":
        if name.startswith("_"):
            raise AttributeError(name)
        if isinstance(self._value, Gap):
            return self
        if name == "bedrag" and self._whole is not None:
            return self * self._whole
        try:
            part, key = part_of(self._value, name)
        except TemplateFault as fault:
            return broken(fault)
        return self._part(part, name, key or name)

    def __getitem__(self, key: object) -> "FactValue":
        """`uitgaven[2025]`, `verdeling['Almelo']`; the year or name may itself be a fact."""
        if isinstance(self._value, Gap):
            return self
        if not isinstance(self._value, Series | Distribution):
            raise TypeError(key)  # upon which Jinja looks for a part of that name
        if isinstance(key, FactValue):
            key = key._key()
        try:
            figure, name = entry_of(self._value, str(key))
        except TemplateFault as fault:
            return broken(fault)
        return self._part(figure, name, name)

    def _part(self, value: Value, name: str, key: str) -> "FactValue":
        kind = self._value.kind
        inside = f"{kind}.{key}"
        origins = tuple(
            Origin(f"{o.path}.{name}", self._places.get(inside, o.where)) for o in self._origins
        )
        below = {
            path.removeprefix(f"{kind}."): place
            for path, place in self._places.items()
            if path.startswith(f"{inside}.")
        }
        return FactValue(value, origins, below)

    def _key(self) -> str:
        if isinstance(self._value, TextValue):
            return self._value.text
        number = arithmetic.number_of(self._value)
        return "" if number is None else f"{number:f}"

    def __iter__(self) -> Iterator["FactValue"]:
        match self._value:
            case Municipalities(names=names):
                if len(names) < self._value.count:
                    raise TemplateFault(
                        "PMG321", "Van deze gemeenten zijn niet alle namen bekend.",
                        "Loop langs één groep: gemeenten.naam_van_de_groep.",
                    )  # fmt: skip
                for name in names:
                    take_turn()
                    yield FactValue(TextValue(name), self._origins)
            case Series() | Distribution():
                for key in entries_of(self._value):
                    take_turn()
                    is_year = isinstance(self._value, Series)
                    named = Number(Decimal(key)) if is_year else TextValue(key)
                    yield self._part(named, key, key)
            case Gap():
                yield self
            case _:
                raise TemplateFault(
                    "PMG323", f"'{self._names}' is geen lijst ({called(self._value)}).",
                    "In {% for … %} kunnen gemeenten, een reeks of een verdeling.",
                )  # fmt: skip

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return not isinstance(self._value, Gap)

    def __str__(self) -> str:
        return self._refuse_text()

    def __format__(self, spec: str) -> str:
        return self._refuse_text()

    def _refuse_text(self) -> str:
        raise TemplateFault(
            "PMG301",
            f"Hier zou niet meer te zien zijn dat dit uit het feit '{self._names}' komt.",
            "Zet het feit los in de zin: {{ naam }} in plaats van {{ naam ~ '…' }}.",
        )

    @property
    def _names(self) -> str:
        return ", ".join(origin.path for origin in self._origins)

    def __hash__(self) -> int:
        return hash((self._value, self._origins))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, str) and isinstance(self._value, TextValue):
            return self._value.text == other
        value = self._beside(other)
        if isinstance(value, Decimal):
            return arithmetic.order(self._value, value) == 0
        if self._value.kind != value.kind:
            raise TemplateFault(
                "PMG304", f"'{self._names}' en '{_names_of(other)}' zijn niet te vergelijken.",
                "Vergelijk twee bedragen, twee getallen, twee dagen of twee teksten.",
            )  # fmt: skip
        return self._value == value

    def __lt__(self, other: object) -> bool:
        return self._order(other) < 0

    def __le__(self, other: object) -> bool:
        return self._order(other) <= 0

    def __gt__(self, other: object) -> bool:
        return self._order(other) > 0

    def __ge__(self, other: object) -> bool:
        return self._order(other) >= 0

    def _order(self, other: object) -> int:
        return arithmetic.order(self._value, self._beside(other))

    def _beside(self, other: object) -> Value | Decimal:
        """The value that this one is compared with."""
        for side in (self, other):
            if isinstance(side, FactValue) and isinstance(side._value, Gap):
                raise side._fault or _still_open(side._names)
        if isinstance(other, Undefined):
            str(other)
        if isinstance(other, FactValue):
            return other._value
        if isinstance(other, int) and not isinstance(other, bool):
            return Decimal(other)
        raise TemplateFault(
            "PMG304",
            "Deze twee zijn niet te vergelijken.",
            "Vergelijk twee bedragen, twee getallen, twee dagen of twee teksten.",
        )

    def __add__(self, other: object) -> "FactValue":
        return self._computed("+", other)

    def __sub__(self, other: object) -> "FactValue":
        return self._computed("-", other)

    def __mul__(self, other: object) -> "FactValue":
        return self._computed("*", other)

    def __truediv__(self, other: object) -> "FactValue":
        return self._computed("/", other)

    def __radd__(self, other: object) -> "FactValue":
        return self._computed("+", other)

    __rsub__ = __rmul__ = __rtruediv__ = __radd__

    def _computed(self, sign: str, other: object) -> "FactValue":
        if not isinstance(other, FactValue):
            return broken(unknown(other))
        if isinstance(self._value, Gap):
            return self
        if isinstance(other._value, Gap):
            return other
        try:
            value = arithmetic.compute(sign, self._value, other._value)
        except (ZeroDivisionError, InvalidOperation):
            return broken(
                TemplateFault(
                    "PMG303",
                    "Hier wordt door nul gedeeld.",
                    "Kijk in feiten.yaml welk van deze feiten nul is.",
                )
            )
        except TemplateFault as fault:
            return broken(fault)
        origins = tuple(dict.fromkeys((*self._origins, *other._origins)))
        return FactValue(value, origins)


def _names_of(other: object) -> str:
    return other._names if isinstance(other, FactValue) else str(other)


def _still_open(name: str) -> TemplateFault:
    return TemplateFault(
        "PMG331", f"'{name}' is nog open, dus of dit klopt is niet te zeggen.",
        f"Vraag eerst of het bekend is: {{% if {name} and {name} == … %}}.",
    )  # fmt: skip


def parts(fact: FactValue) -> tuple[Value, tuple[Origin, ...], str, int | None]:
    """The value, origins, chosen words and allowed rounding of a fact, for filters."""
    return fact._value, fact._origins, fact._text, fact._may_round


def places(fact: FactValue) -> dict[str, Place]:
    """Where the parts of a fact are written."""
    return fact._places


def link_percentages(variables: Mapping[str, Any]) -> None:
    """Let each percentage know the amount that it is part of, for `{{ deel.bedrag }}`."""
    for variable in variables.values():
        if isinstance(variable, FactValue) and isinstance(variable._value, Percentage):
            variable._whole = variables.get(variable._value.of)


def broken(fault: TemplateFault) -> FactValue:
    """A value that could not be made, on its way to the place where it would be printed."""
    return FactValue(Gap(fault.message), (), fault=fault)


def fault_of(fact: FactValue) -> TemplateFault | None:
    """What went wrong on the way to a value, or None."""
    return fact._fault


def unknown(value: Any) -> TemplateFault:
    """The fault for something printed that is neither words nor a fact."""
    if isinstance(value, bool) or value is None:
        return TemplateFault("PMG305", "Hier valt niets af te drukken.",
                             "Tussen {{ en }} hoort de naam van een feit.")  # fmt: skip
    if callable(value):
        return TemplateFault(
            "PMG305", "Achter deze naam horen haakjes met de naam van een feit.",
            "Schrijf bijvoorbeeld: {{ tabel(naam_van_het_feit) }}",
        )  # fmt: skip
    if isinstance(value, dict):
        return TemplateFault(
            "PMG305", "Achter 'brief' hoort een punt en een gegeven.",
            "Schrijf bijvoorbeeld: {{ brief.datum }}",
        )  # fmt: skip
    return TemplateFault(
        LOOSE_NUMBER, f"Het losse getal {value} komt niet uit een feit.",
        "Zet het getal in feiten.yaml en gebruik hier de naam; een aantal telt u met | aantal.",
        about=str(value),
    )  # fmt: skip
