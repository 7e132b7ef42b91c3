"""What to type instead of a figure: the expressions whose value is that of the figure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pmg_docs.compose.arithmetic import number_of
from pmg_docs.compose.fault import TemplateFault
from pmg_docs.compose.filters import filters
from pmg_docs.compose.notation import write_value
from pmg_docs.compose.parts import entries_of, part_of
from pmg_docs.compose.variables import FactValue, fault_of, parts
from pmg_docs.dutch.dates import whole_years
from pmg_docs.dutch.figures import Figure, FigureKind, FigureValue
from pmg_docs.model.value import (
    AgeRange,
    Amount,
    Distribution,
    Municipalities,
    Number,
    Percentage,
    Period,
    Reference,
    Series,
    Value,
)
from pmg_docs.specs.doc_type import Notation

_MOST_TOLD = 3
_LARGE = 10_000
_MOST_ENTRIES = 400
"""A distribution over all municipalities is looked through; one over more names is not."""
_CUES = (
    (re.compile(r"miljoen|mln", re.IGNORECASE), " | miljoen"),
    (re.compile(r"miljard|mld|mrd", re.IGNORECASE), " | miljard"),
    (re.compile(r"\beuro|\beur\b", re.IGNORECASE), " | euro"),
)
_ROUNDINGS = tuple(
    f" | {rounding}{scale}"
    for scale in ("", " | euro", " | miljoen", " | miljard")
    for rounding in ("afgerond", "afgerond(1)", "afgerond(2)")
)


@dataclass(frozen=True, slots=True)
class Found:
    """Expressions with the value of a figure.

    `are_meant` is false where that may be chance: a count of three is soon found.
    """

    names: tuple[str, ...]
    are_meant: bool


@dataclass(slots=True)
class Expressions:
    """What a letter of one type can type for a value.

    Args:
        named: the facts of its dossier by name.
        notation: the type's own notation.
    """

    named: Mapping[str, Value]
    notation: Notation
    _values: dict[str, Value] = field(default_factory=dict)
    _same: dict[object, list[str]] = field(default_factory=dict)
    _alike: dict[str, list[str]] = field(default_factory=dict)
    _rounded: dict[str, list[str]] = field(default_factory=dict)

    def equal_to(self, figure: Figure) -> Found:
        """The expressions that say what a figure says, the likeliest first, with their filters.

        Those with exactly its value go first. A fact that differs is only among them where
        `afgerond` makes the very words of the figure out of it.
        """
        self._learn()
        typed = _tidy(figure.text)
        same = [name for key in _keys(figure.value) for name in self._same.get(key, ())]
        names = dict.fromkeys((*same, *self._alike.get(typed, ())))
        found = [f"{name}{self._filter(self._values[name], figure.text)}" for name in names]
        found = found or self._rounded.get(typed, [])
        about = [name for name in found if _is_about(name, figure.noun)]
        ordered = sorted(about or found, key=lambda name: "[" in name or "." in name)
        is_count = figure.kind in {FigureKind.GETAL, FigureKind.DUUR}
        return Found(tuple(dict.fromkeys(ordered)), bool(about) or not is_count)

    def equal_to_number(self, number: Decimal) -> tuple[str, ...]:
        """The expressions with the value of a bare number, without their filters."""
        return tuple(
            name
            for name, value in _expressions(self.named)
            if isinstance(value, Amount | Number) and number_of(value) == number
        )

    def _learn(self) -> None:
        """Write every expression down under its value, its words and its roundings, once."""
        if self._values:
            return
        for name, value in _expressions(self.named):
            self._values[name] = value
            self._same.setdefault(_key(value), []).append(name)
            self._alike.setdefault(self._plain(value), []).append(name)
            if isinstance(value, Amount | Number):
                shown = {self._shown(value, chain): chain for chain in reversed(_ROUNDINGS)}
                for words, chain in shown.items():
                    self._rounded.setdefault(words, []).append(f"{name}{chain}")

    def _plain(self, value: Value) -> str:
        try:
            return _tidy(write_value(value, self.notation))
        except (TemplateFault, ValueError):
            return ""

    def _filter(self, value: Value, typed: str) -> str:
        """The filter under which a fact has the form that was typed; nothing for its type's own."""
        if self._plain(value) == _tidy(typed):
            return ""
        cues = [name for cue, name in _CUES if cue.search(typed)]
        in_words = [] if any(char.isdigit() for char in typed) else [" | voluit"]
        fitting = [name for name in (*in_words, *cues) if self._shown(value, name)]
        exact = [name for name in fitting if self._shown(value, name) == _tidy(typed)]
        return next(iter((*exact, *fitting)), "")

    def _shown(self, value: Value, chain: str) -> str:
        """A value after the filters of a chain; empty when one of them does not take it."""
        known = filters(self.notation)
        shown = FactValue(value, ())
        for call in chain.split(" | ")[1:]:
            name, _, argument = call.rstrip(")").partition("(")
            shown = known[name](shown, *([int(argument)] if argument else []))
        return "" if fault_of(shown) else _tidy(parts(shown)[2])


def _key(value: Value | FigureValue) -> object:
    """What equal values have in common: what an amount is counted per does not matter here."""
    match value:
        case Amount():
            return value.kind, value.euros
        case Percentage():
            return value.kind, value.number
    return value


def _keys(value: FigureValue | None) -> tuple[object, ...]:
    """Where to look for a value: a large number may be an amount, as in "een half miljoen"."""
    match value:
        case None:
            return ()
        case Number() if value.number >= _LARGE:
            return value, (Amount.kind, value.number)
    return (_key(value),)


def told(expressions: Sequence[str]) -> str:
    """The first few expressions, as a letter types them: `{{ totaal }} of {{ budget }}`."""
    return " of ".join(f"{{{{ {name} }}}}" for name in expressions[:_MOST_TOLD])


def _expressions(named: Mapping[str, Value]) -> Iterator[tuple[str, Value]]:
    for name, value in named.items():
        yield name, value
        yield from _parts(name, value)


def _parts(name: str, value: Value) -> Iterator[tuple[str, Value]]:
    match value:
        case Municipalities():
            yield f"{name} | aantal", Number(Decimal(value.count))
            for group in (group for group in value.groups if group.name):
                yield f"{name}.{group.name} | aantal", Number(Decimal(group.count))
        case Period():
            yield from _named(name, value, "van", "tot")
            years = whole_years(value)
            if years is not None:
                yield f"{name} | aantal", Number(Decimal(years))
        case AgeRange():
            yield from _named(name, value, "van", "tot_en_met", "tot")
        case Reference():
            yield from _named(name, value, "datum")
        case Series() | Distribution():
            yield from _figures(name, value)


def _figures(name: str, value: Series | Distribution) -> Iterator[tuple[str, Value]]:
    yield from _named(name, value, "eerste", "laatste", "totaal")
    entries = entries_of(value)
    for key, figure in entries.items() if len(entries) <= _MOST_ENTRIES else ():
        if "'" not in key:
            yield f"{name}[{key}]" if isinstance(value, Series) else f"{name}['{key}']", figure


def _named(name: str, value: Value, *names: str) -> Iterator[tuple[str, Value]]:
    for part in names:
        try:
            yield f"{name}.{part}", part_of(value, part)[0]
        except TemplateFault:
            continue


def _is_about(expression: str, noun: str) -> bool:
    """Whether the name of a fact says what a number counts: `aantal_gemeenten`."""
    if noun in {"jaar", "jaren"}:
        return "jaar" in expression or "jaren" in expression or "looptijd" in expression
    return bool(noun) and noun in expression.replace("_", " ")


def _tidy(text: str) -> str:
    return " ".join(text.casefold().split())
