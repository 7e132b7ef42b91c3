"""What else the facts count: partners, schools, what a series counts by year, who is in office."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pmg_docs.checks.statements.group_cues import TOWNS
from pmg_docs.checks.statements.knowledge import Knowledge, once
from pmg_docs.dutch.places import fold_name
from pmg_docs.dutch.reading import read_list
from pmg_docs.model.fact import Fact
from pmg_docs.model.value import Distribution, Number, Person, Series, TextValue

_NO_NOUNS = TOWNS | {"jaar", "jaren", "maanden", "weken", "dagen", "euro", "euros"}
_SMALL = frozenset(["aantal", "in", "van", "de", "het", "per", "totaal"])
_PLURALS = {"minister": "ministers", "staatssecretaris": "staatssecretarissen"}
_FEWEST = 3
"""Names in a text before it is a list; `a en b` may be the name of one thing."""


@dataclass(frozen=True)
class Tally:
    """A number of things; `beside` holds the other words of the fact's name, `year` may be 0.

    `is_whole` when the facts say that there are so many, and not only that they name so many.
    """

    number: Decimal
    facts: tuple[str, ...]
    noun: str
    beside: frozenset[str] = frozenset()
    year: int = 0
    is_whole: bool = True


@once
def tallies_of(known: Knowledge) -> dict[str, tuple[Tally, ...]]:
    """Everything that the facts count beside municipalities, by its noun, folded."""
    found: dict[str, tuple[Tally, ...]] = {}
    for tally in (*_given(known), *_in_office(known)):
        if (
            len(tally.noun) > 3
            and tally.noun not in _NO_NOUNS
            and re.search("(?:en|s)$", tally.noun)
        ):
            found[tally.noun] = (*found.get(tally.noun, ()), tally)
    return found


def _given(known: Knowledge) -> Iterator[Tally]:
    taken = {path for count in known.counts if count.noun == "gemeenten" for path in count.facts}
    for fact in known.facts:
        noun, beside = _name_of(fact)
        match fact.value:
            case Number(number=number) if fact.path not in taken:
                yield Tally(number, (fact.path,), noun, beside)
            case Series(years=years, is_money=False):
                for year, number in years:
                    yield Tally(number, (fact.path,), noun, beside, year)
            case Distribution(shares=shares, is_money=False):
                total = sum((share for _, share in shares), Decimal(0))
                yield Tally(total, (fact.path,), noun, beside)
            case TextValue(text=text):
                names = read_list(text) or ()
                if len(names) >= _FEWEST:
                    number = Decimal(len(names))
                    yield Tally(number, (fact.path,), noun, beside, is_whole=False)


def _name_of(fact: Fact) -> tuple[str, frozenset[str]]:
    words = [word for word in fact.path.split("_") if word not in _SMALL and not word.isdigit()]
    return (words[-1], frozenset(words[:-1])) if words else ("", frozenset())


def _in_office(known: Knowledge) -> Iterator[Tally]:
    persons = [(f.path, f.value) for f in known.facts if isinstance(f.value, Person)]
    titles = Counter(fold_name(person.office).partition(" ")[0] for _, person in persons)
    for title, noun in _PLURALS.items():
        paths = tuple(p for p, person in persons if fold_name(person.office).startswith(title))
        if titles[title] > 1:
            yield Tally(Decimal(titles[title]), paths, noun, is_whole=False)
    if len(persons) > 1:
        paths = tuple(path for path, _ in persons)
        for noun in ("bewindspersonen", "bewindslieden"):
            yield Tally(Decimal(len(persons)), paths, noun, is_whole=False)
