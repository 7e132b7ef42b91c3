"""What a letter sees of a fact: a value that prints itself, computes, and knows its origins."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from pmg_docs.compose import arithmetic
from pmg_docs.compose.fault import TemplateFault
from pmg_docs.compose.parts import part_of
from pmg_docs.model.place import Origin, Place
from pmg_docs.model.value import Gap, Municipalities, TextValue, Value


class FactValue:
    """A fact, a part of one, or something computed from facts.

    Turning it into a string would lose where it came from, so that is refused; the environment
    prints it through a token instead. `text` overrules the type's own notation (a filter set it),
    `may_round` says that the letter allowed a rounding. `fault` is what went wrong on the way to
    this value: it is told where the value is printed, and the template goes on to the next.
    """

    __slots__ = ("_fault", "_may_round", "_origins", "_places", "_text", "_value")

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

    def __getattr__(self, name: str) -> "FactValue":
        if name.startswith("_"):
            raise AttributeError(name)
        if isinstance(self._value, Gap):
            return self
        try:
            part, key = part_of(self._value, name)
        except TemplateFault as fault:
            return broken(fault)
        inside = f"{self._value.kind}.{key or name}"
        origins = tuple(
            Origin(f"{o.path}.{name}", self._places.get(inside, o.where)) for o in self._origins
        )
        return FactValue(part, origins)

    def __iter__(self) -> Iterator["FactValue"]:
        if not isinstance(self._value, Municipalities):
            raise TemplateFault(
                "PMG323", f"Een {self._value.kind} is geen lijst om langs te lopen.",
                "Alleen een lijst gemeenten kan in {% for … %}.",
            )  # fmt: skip
        if len(self._value.names) < self._value.count:
            raise TemplateFault(
                "PMG321", "Van deze gemeenten zijn niet alle namen bekend.",
                "Loop langs één groep: gemeenten.naam_van_de_groep.",
            )  # fmt: skip
        for name in self._value.names:
            yield FactValue(TextValue(name), self._origins)

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
        if isinstance(other, FactValue):
            return self._value == other._value
        if isinstance(other, int) and not isinstance(other, bool):
            return arithmetic.number_of(self._value) == other
        if isinstance(other, str) and isinstance(self._value, TextValue):
            return self._value.text == other
        return False

    def __lt__(self, other: object) -> bool:
        return arithmetic.order(self._value, _value(other)) < 0

    def __le__(self, other: object) -> bool:
        return arithmetic.order(self._value, _value(other)) <= 0

    def __gt__(self, other: object) -> bool:
        return arithmetic.order(self._value, _value(other)) > 0

    def __ge__(self, other: object) -> bool:
        return arithmetic.order(self._value, _value(other)) >= 0

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
            return broken(TemplateFault("PMG303", "Hier wordt door nul gedeeld."))
        except TemplateFault as fault:
            return broken(fault)
        origins = tuple(dict.fromkeys((*self._origins, *other._origins)))
        return FactValue(value, origins)


def _value(other: object) -> Value | Decimal:
    if isinstance(other, FactValue):
        return other._value
    if isinstance(other, int):
        return Decimal(other)
    raise TemplateFault("PMG304", "Deze twee zijn niet te vergelijken.")


def parts(fact: FactValue) -> tuple[Value, tuple[Origin, ...], str, int | None]:
    """The value, origins, chosen words and allowed rounding of a fact, for filters."""
    return fact._value, fact._origins, fact._text, fact._may_round


def places(fact: FactValue) -> dict[str, Place]:
    """Where the parts of a fact are written."""
    return fact._places


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
    return TemplateFault(
        "PMG302", f"Het losse getal {value} komt niet uit een feit.",
        "Zet het getal in feiten.yaml en gebruik hier de naam; een aantal telt u met | aantal.",
    )  # fmt: skip
