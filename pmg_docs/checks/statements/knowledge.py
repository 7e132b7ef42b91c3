"""The facts of a dossier, arranged by what a statement can be about."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, lru_cache, wraps
from typing import TypeVar, cast

from pmg_docs.checks.statements.topic import Topic, topic_of
from pmg_docs.checks.statements.words import FAMILIES
from pmg_docs.dutch.dates import whole_years
from pmg_docs.dutch.places import fold_name
from pmg_docs.model.fact import Fact, FactSet
from pmg_docs.model.value import (
    Amount,
    Distribution,
    Municipalities,
    Number,
    Period,
    Series,
    TextValue,
)

_LISTED = re.compile(r"aantal\((\w+)\)")
_NAME = re.compile(r"[a-z]\w*")


@dataclass(frozen=True)
class Sum:
    """An amount that the facts give or that follows from them.

    `is_each` when it is that of one municipality, `is_yearly` when that of one year.
    """

    euros: Decimal
    facts: tuple[str, ...]
    is_each: bool
    is_yearly: bool
    is_derived: bool = False


@dataclass(frozen=True)
class Count:
    """A number of municipalities that the facts give, and the cues that tell it from others."""

    number: Decimal
    facts: tuple[str, ...]
    cues: frozenset[str]
    noun: str = "gemeenten"
    is_derived: bool = False


@dataclass(frozen=True)
class Group:
    """A list of municipalities, and the cues that tell it from others."""

    names: tuple[str, ...]
    facts: tuple[str, ...]
    cues: frozenset[str]
    size: int


@dataclass(frozen=True)
class Knowledge:
    """What the facts say, by subject; `remembered` holds what sentences before this one asked."""

    facts: FactSet
    topic: Topic
    sums: tuple[Sum, ...]
    counts: tuple[Count, ...]
    groups: tuple[Group, ...]
    series: tuple[tuple[Fact, Series], ...]
    years: tuple[Decimal, tuple[str, ...]] | None
    spelled: dict[str, str] = field(default_factory=dict)
    remembered: dict[object, object] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def places(self) -> frozenset[str]:
        """The names of all municipalities that a list of the dossier holds."""
        return frozenset(name for group in self.groups for name in group.names)


_Found = TypeVar("_Found")


def once(find: Callable[[Knowledge], _Found]) -> Callable[[Knowledge], _Found]:
    """Find something in the facts once, however many sentences ask for it."""

    @wraps(find)
    def found(known: Knowledge) -> _Found:
        if find not in known.remembered:
            known.remembered[find] = find(known)
        return cast("_Found", known.remembered[find])

    return found


def knowledge_of(facts: FactSet) -> Knowledge:
    """Arrange the facts of a dossier."""
    years = _years(facts)
    groups = _groups(facts)
    counts = _counts(facts, groups)
    main = next((c for c in counts if not c.cues and not c.is_derived), None)
    return Knowledge(
        facts=facts,
        topic=topic_of(facts),
        sums=_sums(facts, main, years),
        counts=counts,
        groups=groups,
        series=tuple((f, f.value) for f in facts if isinstance(f.value, Series)),
        years=years,
        spelled={f.path: fold_name(f.value.text) for f in facts if isinstance(f.value, TextValue)},
    )


@lru_cache(maxsize=512)
def cues_in(text: str) -> frozenset[str]:
    """The families of words, and the years, that a stretch of text shows."""
    found = {name for name, family in FAMILIES.items() if family.occurs_in(text)}
    return frozenset(found | set(re.findall(r"(?<!\d)20\d\d(?!\d)", text)))


def _years(facts: FactSet) -> tuple[Decimal, tuple[str, ...]] | None:
    """How many years the money is given: a number whose name says so, or the length of a period."""
    numbers = [
        f
        for f in facts
        if isinstance(f.value, Number) and {"jaren", "jaar"} & set(f.path.split("_"))
    ]
    periods = [f for f in facts if isinstance(f.value, Period) and whole_years(f.value)]
    if numbers:
        number = _number_of(numbers[0])
        same = [
            p.path
            for p in periods
            if isinstance(p.value, Period) and whole_years(p.value) == number
        ]
        return number, (numbers[0].path, *same)
    lengths = [(whole_years(p.value), p.path) for p in periods if isinstance(p.value, Period)]
    return (Decimal(lengths[0][0] or 0), (lengths[0][1],)) if lengths else None


def _number_of(fact: Fact) -> Decimal:
    return fact.value.number if isinstance(fact.value, Number) else Decimal(0)


def _sums(
    facts: FactSet, main: Count | None, years: tuple[Decimal, tuple[str, ...]] | None
) -> tuple[Sum, ...]:
    given = [
        Sum(f.value.euros, (f.path,), "gemeente" in f.value.per, "jaar" in f.value.per)
        for f in facts
        if isinstance(f.value, Amount) and set(f.value.per) <= {"gemeente", "jaar"}
    ]
    derived: list[Sum] = []
    for one in given:
        if one.is_yearly and years:
            derived.append(
                Sum(one.euros * years[0], one.facts, one.is_each, False, is_derived=True)
            )
        if one.is_each and main:
            derived.append(
                Sum(one.euros * main.number, one.facts, False, one.is_yearly, is_derived=True)
            )
            if one.is_yearly and years:
                total = one.euros * main.number * years[0]
                derived.append(Sum(total, one.facts, False, False, is_derived=True))
    for fact in facts:
        if isinstance(fact.value, Distribution) and fact.value.is_money:
            total = sum((share for _, share in fact.value.shares), Decimal(0))
            derived.append(Sum(total, (fact.path,), False, False, is_derived=True))
    known = {(s.is_each, s.is_yearly) for s in given}
    return (*given, *(s for s in derived if (s.is_each, s.is_yearly) not in known))


def _groups(facts: FactSet) -> tuple[Group, ...]:
    whole: dict[frozenset[str], Group] = {}
    for fact in facts:
        if isinstance(fact.value, Municipalities):
            names, size = fact.value.names, fact.value.count
        elif isinstance(fact.value, Distribution) and fact.value.is_by_municipality:
            names = tuple(name for name, _ in fact.value.shares)
            size = len(names)
        else:
            continue
        key = frozenset(names)
        if key in whole:
            known = whole[key]
            whole[key] = Group(known.names, (*known.facts, fact.path), known.cues, known.size)
            continue
        cues = _cues_of(facts, fact)
        whole[key] = Group(names, (fact.path,), cues, size)
    groups = list(whole.values())
    union = [g for g in groups if any(set(o.names) < set(g.names) for o in groups)]
    return tuple(
        Group(g.names, g.facts, frozenset({"geheel"}) if g in union else g.cues, g.size)
        for g in groups
    )


def _cues_of(facts: FactSet, fact: Fact) -> frozenset[str]:
    """What tells a fact from others: its name, its note, and the texts that its name refers to."""
    tokens = fact.path.split("_")
    named = [
        f"@{other.path}"
        for other in facts
        if isinstance(other.value, TextValue) and other.path in tokens and other.path != fact.path
    ]
    return (
        cues_in(" ".join(tokens))
        | frozenset(named)
        | cues_in(_first_sentence(fact.note)) & {"eerder"}
    )


def _first_sentence(note: str) -> str:
    return note.partition(".")[0]


def _counts(facts: FactSet, groups: tuple[Group, ...]) -> tuple[Count, ...]:
    counts: list[Count] = []
    taken: set[str] = set()
    for rule in facts.rules:
        left, _, right = rule.expression.partition("==")
        listed = _LISTED.findall(right) or _LISTED.findall(left)
        names = [
            n
            for n in _NAME.findall(f"{left} {right}")
            if n in facts and isinstance(facts[n].value, Number)
        ]
        if len(names) != 1 or not listed or names[0] in taken or "*" in right:
            continue
        number = _number_of(facts[names[0]])
        own = [g for g in groups if set(listed) & set(g.facts)]
        if len(listed) == 1 and own:
            counts.append(Count(number, (names[0], *own[0].facts), own[0].cues))
            taken |= {names[0], *own[0].facts}
        else:
            whole = [g for g in groups if g.size == number and "geheel" in g.cues]
            also = tuple(p for g in whole for p in g.facts)
            counts.append(Count(number, (names[0], *also), frozenset({"geheel"})))
            taken |= {names[0], *also}
    counts += [
        _bare(facts, f, f.value)
        for f in facts
        if isinstance(f.value, Number) and f.path not in taken
    ]
    counts += [Count(Decimal(g.size), g.facts, g.cues) for g in groups if not set(g.facts) & taken]
    return (*counts, *_derived(counts))


def _bare(facts: FactSet, fact: Fact, number: Number) -> Count:
    tokens = fact.path.split("_")
    noun = tokens[-1] if tokens[0] == "aantal" or "in" in tokens else " ".join(tokens)
    return Count(number.number, (fact.path,), _cues_of(facts, fact), noun=noun)


def _derived(counts: list[Count]) -> list[Count]:
    """The counts that follow: those that came in between, and two groups taken together."""
    ours = [c for c in counts if c.noun == "gemeenten"]
    found: list[Count] = []
    for whole in (c for c in ours if "geheel" in c.cues):
        for part in (c for c in ours if "geheel" not in c.cues and "start" in c.cues):
            facts = (*whole.facts, *part.facts, *(f for c in ours for f in c.facts))
            new = Count(
                whole.number - part.number,
                tuple(dict.fromkeys(facts)),
                frozenset({"nieuw"}),
                is_derived=True,
            )
            found.append(new)
    for index, one in enumerate(ours):
        for other in ours[index + 1 :]:
            if "geheel" in one.cues | other.cues:
                continue
            facts = (*one.facts, *other.facts)
            found.append(
                Count(
                    one.number + other.number,
                    facts,
                    one.cues | other.cues | {"geheel", "+"},
                    is_derived=True,
                )
            )
    return found
