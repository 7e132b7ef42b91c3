"""Shares and percentages that can be worked out with the facts: of a budget, of a group, growth."""

import re
from collections.abc import Iterator
from decimal import Decimal

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.fitting import distance, fits
from pmg_docs.checks.statements.group_cues import named_cues
from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.knowledge import Knowledge
from pmg_docs.checks.statements.regions import region_of
from pmg_docs.checks.statements.sentence import LINKED, Sentence
from pmg_docs.checks.statements.verdicts import agrees, contradicts, unknown
from pmg_docs.dutch.figures import Figure, FigureKind
from pmg_docs.dutch.numbers import rounded, write_percentage
from pmg_docs.dutch.places import fold_name
from pmg_docs.dutch.surroundings import FUNCTION_WORDS
from pmg_docs.model.fact import Fact
from pmg_docs.model.value import Percentage

_OF_MONEY = re.compile(
    r"\bvan\s+(?:het|de|al het|dat|die)\s+(?:in totaal\s+)?(?:totale\s+|hele\s+)?(?:bedrag"
    r"|\w*budget|geld|totaal|[\d,.]+ miljoen|\w+ miljoen|€)",
    re.IGNORECASE,
)
_GROWTH = re.compile(
    r"\b(?:hoger|meer|méér|groei\w*|stijg\w*|steeg|toename|toe|omhoog|gegroeid|gestegen|erbij|verhoogd|groter)\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s+(?:meer|hoger|groter|erbij|extra)\b")
"""Behind a share that something grew by: `de helft meer`."""
_OF_TOWNS = re.compile(
    r"\b(?:van\s+(?:de|alle|die|deze)\s+(?:\w+\s+){0,2}(?:gemeenten|steden)|van\s+(?:de\s+)?(?:gemeenten|deelnemers))",
    re.IGNORECASE,
)
_TOWN_GROWTH = re.compile(
    r"\b(?:aantal\s+(?:deelnemende\s+)?(?:gemeenten|deelnemers|steden)|gemeenten\s+(?:erbij|meer)|meer\s+gemeenten)\b",
    re.IGNORECASE,
)

_AS_PEOPLE_SAY = 1.15
"""As a factor: `een op de drie` is said of 30% as well."""

_TELLING = 4
"""So many words of a note say what a fact is about."""
_FEWEST = 2
"""Words of a short note that must all be said."""
_SHARE_WORDS = frozenset({"deel", "aandeel", "percentage"})

_PAY = re.compile(
    r"\b(?:leg\w*|pas(?:t|sen)|betaal\w*|betalen|draag\w*|dragen|bijdra\w*|financier\w*|bekostig\w*|steek\w*"
    r"|steken|investe\w*|inbreng\w*|breng\w*|bijleg\w*|geld|euro|budget|\w*financiering)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:zelf|eigen|\w*cofinanciering|(?:leg|pas)(?:t|gen|sen)\b[^;]{0,60}\bbij)\b", re.IGNORECASE
)

Share = tuple[Decimal, tuple[str, ...], str]


def judge_shares(sentence: Sentence, known: Knowledge) -> Iterator[Judgement]:
    """The verdict on every share and percentage of a sentence."""
    for figure in sentence.figures:
        if figure.kind not in (FigureKind.PERCENTAGE, FigureKind.DEEL):
            continue
        if sentence.is_supposed(figure.start) or sentence.is_denied(figure.start):
            yield unknown(figure, "een wens, een voorwaarde of iets dat de zin zelf ontkent")
            continue
        yield _judge(sentence, known, figure)


def _judge(sentence: Sentence, known: Knowledge, figure: Figure) -> Judgement:
    shares = [s for s in _shares(sentence, known, figure) if s[0] > 0]
    if not shares:
        return unknown(figure, "met de feiten is dit deel niet uit te rekenen")
    link = sentence.link(figure.start)
    if any(is_spoken_of(sentence, known.facts[s[1][0]]) for s in shares if len(s[1]) == 1):
        link = max(link, LINKED) if not region_of(sentence, figure.start) else link
    for value, facts, why in shares:
        if fits(figure, value) or _rounds_to(figure, value):
            return agrees(figure, facts, _shown(value), why, link)
    value, facts, why = shares[0]
    if figure.kind is FigureKind.DEEL and distance(figure, value) <= _AS_PEOPLE_SAY:
        return unknown(figure, "een breuk die het ongeveer kan zijn")
    if link < 1.5 or sentence.names_another_programme:
        return unknown(figure, "niet te zien dat dit over de feiten gaat")
    return contradicts(figure, facts, _shown(value), why, link)


def _rounds_to(figure: Figure, value: Decimal) -> bool:
    """Whether a percentage is a value, rounded as far as the figure is written."""
    if figure.low is None or figure.low != figure.high:
        return False
    if figure.kind is FigureKind.DEEL:
        return abs(figure.low - value) < Decimal("0.5")
    decimals = max(0, -int(figure.low.as_tuple().exponent))
    return rounded(value, decimals) == figure.low


def _shares(sentence: Sentence, known: Knowledge, figure: Figure) -> Iterator[Share]:
    yield from _given(sentence, known)
    before = sentence.lead(figure.start)
    rest = (
        re.sub(r"\b(?:meer|minder) dan\s+$", "", before, flags=re.IGNORECASE)
        + sentence.text[figure.end :]
    )
    is_grown = figure.kind is FigureKind.PERCENTAGE or _MORE.match(sentence.text, figure.end)
    if _GROWTH.search(rest):
        yield from _growth(sentence, known) if is_grown else ()
        return
    if _OF_TOWNS.search(sentence.text):
        yield from _of_towns(sentence, known)
    elif _OF_MONEY.search(sentence.text) and w.EACH.occurs_in(sentence.text):
        main = [
            c for c in known.counts if not c.cues and not c.is_derived and c.noun == "gemeenten"
        ]
        given = (s for s in known.sums if not s.is_derived and s.is_each)
        if main:
            facts = (*(fact for s in given for fact in s.facts), *main[0].facts)
            yield 100 / main[0].number, facts, "het deel van één gemeente"
    elif len(_years(sentence)) == 2 and sentence.names_programme:
        yield from _between_years(sentence, known)
    elif _OF_MONEY.search(sentence.text) and w.PER_YEAR.occurs_in(sentence.text):
        yearly = [s for s in known.sums if s.is_yearly and not s.is_each]
        whole = [s for s in known.sums if not s.is_yearly and not s.is_each]
        if yearly and whole:
            share = yearly[0].euros * 100 / whole[0].euros
            yield share, (*yearly[0].facts, *whole[0].facts), "het deel van het totaal in één jaar"


def _given(sentence: Sentence, known: Knowledge) -> Iterator[Share]:
    """Percentages that are facts themselves, when the sentence has the words of their name."""
    for fact in known.facts:
        if isinstance(fact.value, Percentage) and is_spoken_of(sentence, fact):
            yield fact.value.number, (fact.path,), "het percentage met die naam"


def says_own(sentence: Sentence) -> bool:
    """Whether a sentence speaks of what somebody adds of its own."""
    return _OWN.search(sentence.text) is not None


def is_spoken_of(sentence: Sentence, fact: Fact) -> bool:
    """Whether a sentence has the words of a percentage's name, or most of those that explain it."""
    if not isinstance(fact.value, Percentage):
        return False
    if "eigen" in fact.path.split("_") and says_own(sentence) and _PAY.search(sentence.text):
        return True
    tokens = [t for t in fact.path.split("_") if len(t) > 4 and t != "percentage"]
    if tokens and all(token in sentence.folded for token in tokens):
        return True
    said = set(sentence.folded.split())
    note = {
        word for word in fold_name(fact.note.partition(".")[0]).split()
        if len(word) > 3 and word not in FUNCTION_WORDS
    }  # fmt: skip
    if _FEWEST <= len(note - _SHARE_WORDS) < _TELLING:
        return note - _SHARE_WORDS <= said
    return len(note) >= _TELLING and len(note & said) * 5 >= len(note) * 3


def _growth(sentence: Sentence, known: Knowledge) -> Iterator[Share]:
    if _TOWN_GROWTH.search(sentence.text):
        whole = [c for c in known.counts if c.cues == {"geheel"}]
        first = [c for c in known.counts if "start" in c.cues and not c.is_derived]
        if whole and first:
            share = (whole[0].number - first[0].number) * 100 / first[0].number
            yield share, (*whole[0].facts, *first[0].facts), "de groei van het aantal gemeenten"
        return
    for fact, series in known.series:
        values = dict(series.years)
        years = [y for y in _years(sentence) if y in values]
        if len(years) >= 2 and (sentence.names_programme or "programma" in sentence.folded):
            low, high = sorted(years[:2])
            share = (values[high] - values[low]) * 100 / values[low]
            yield share, (fact.path,), f"de groei van {low} tot {high}"


def _between_years(sentence: Sentence, known: Knowledge) -> Iterator[Share]:
    for fact, series in known.series:
        values = dict(series.years)
        first, last = _years(sentence)
        if first in values and last in values:
            share = values[first] * 100 / values[last]
            yield share, (fact.path,), f"het bedrag van {first} naast dat van {last}"


def _years(sentence: Sentence) -> list[int]:
    return list(
        dict.fromkeys(f.days[0].year for f in sentence.figures if f.kind.is_time and f.days)
    )


def _of_towns(sentence: Sentence, known: Knowledge) -> Iterator[Share]:
    whole = [c for c in known.counts if c.cues == {"geheel"}]
    cues = named_cues(sentence.text, known)
    groups = [c for c in known.counts if c.cues & cues and "geheel" not in c.cues]
    groups.sort(key=lambda c: -len(c.cues & cues))
    if whole and groups and groups[0].number < whole[0].number:
        part = groups[0]
        share = part.number * 100 / whole[0].number
        yield share, (*part.facts, *whole[0].facts), "het deel van de gemeenten"


def _shown(value: Decimal) -> str:
    return write_percentage(rounded(value, 1))
