"""How many times as much: `verdubbeld`, `drie keer zo hoog`, by two values of the facts."""

import re
from collections.abc import Iterator
from decimal import Decimal

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.knowledge import Knowledge
from pmg_docs.checks.statements.mentions import Mention
from pmg_docs.checks.statements.sentence import LINKED, Sentence
from pmg_docs.checks.statements.verdicts import agrees, contradicts, unknown

_TIMES = {
    "twee": "2", "drie": "3", "vier": "4", "vijf": "5", "zes": "6", "acht": "8", "tien": "10",
    "twintig": "20", "anderhalf": "1.5", "anderhalve": "1.5", "tweeënhalf": "2.5",
}  # fmt: skip
_VERBS = {
    "dubbel": "2",
    "drievoudig": "3",
    "viervoudig": "4",
    "vijfvoudig": "5",
    "tienvoudig": "10",
}
_MORE = "veel|hoog|groot|ruim"
_LESS = "weinig|laag|klein"
_COMPARED = re.compile(
    r"(?<!\w)(?:(?P<bound>meer dan|ruim|minstens|bijna|krap|nog geen|ongeveer|zo goed als)\s+)?"
    rf"(?:(?P<times>{'|'.join(_TIMES)}|[2-9]|10)\s+(?:keer|maal)\s+zo\s?(?:(?P<more>{_MORE})"
    rf"|(?P<less>{_LESS}))(?:\s+geld|\s+gemeenten)?"
    rf"|(?P<half>half\s+zo\s?(?:{_MORE}))|(?P<double>(?:het|een)\s+dubbele)"
    rf"|(?:ver|ge-?ver)(?P<verb>{'|'.join(_VERBS)})(?:d|t|de|den|en|ing|ingen)"
    r"|(?P<halved>gehalveerd|halveer(?:t|de|den)|halveren|halvering))(?!\w)",
    re.IGNORECASE,
)
_AS_IN = re.compile(r"\b(?:als|dan|van dat van|van die van)\s+(?:in\s+|van\s+)?$", re.IGNORECASE)
_OF_MONEY = re.compile(
    r"\b(?:\w*budget\w*|\w*bedrag\w*|geld|\w*uitgaven|middelen|miljoen\w*|euro|kosten|kost)\b",
    re.IGNORECASE,
)
_OF_TOWNS = re.compile(
    r"\b(?:aantal\s+(?:\w+e\s+)?(?:gemeenten|deelnemers|steden)|(?:gemeenten|steden))\b",
    re.IGNORECASE,
)
_ABOVE = frozenset({"meer dan", "ruim", "minstens"})
_BELOW = frozenset({"bijna", "krap", "nog geen"})
_AS_SAID = Decimal("0.08")
_AS_MEANT = Decimal("0.2")
"""How far a ratio may be off: up to the first it holds, up to the second people may say so."""
_MOST_ABOVE = Decimal("1.5")

Ratio = tuple[Decimal, tuple[str, ...], str]


def judge_comparisons(sentence: Sentence, known: Knowledge) -> Iterator[Judgement]:
    """The verdict on each number of times in a sentence, by two years or two groups."""
    if not (sentence.names_programme or sentence.names_subject):
        return
    for match in _COMPARED.finditer(sentence.text):
        said = Mention(match[0], match.start(), match.end())
        ratio = _ratio(sentence, known)
        if ratio is None:
            continue
        if sentence.is_supposed(said.start) or _is_denied(sentence, said.start):
            yield unknown(said, "een wens, een voorwaarde of iets dat de zin zelf ontkent")
        elif sentence.link(said.start) < LINKED or sentence.foreign_subject(said.start):
            yield unknown(said, "niet te zien dat dit over de feiten gaat")
        else:
            yield _judge(said, match, ratio, sentence.link(said.start))


def _judge(said: Mention, match: re.Match[str], ratio: Ratio, link: float) -> Judgement:
    value, facts, why = ratio
    times = _times(match)
    bound = (match["bound"] or "").lower()
    known_as = f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",") + " keer zoveel"
    low, high = times * (1 - _AS_SAID), times * (1 + _AS_SAID)
    if bound in _ABOVE:
        low, high = times, times * _MOST_ABOVE
    elif bound in _BELOW:
        low, high = times * (1 - 2 * _AS_SAID), times
    if low <= value <= high:
        return agrees(said, facts, known_as, why, link)
    is_near = times * (1 - _AS_MEANT) <= value <= times * (1 + _AS_MEANT)
    if (bound in _ABOVE and value > high) or (is_near and bound not in _ABOVE | _BELOW):
        return unknown(said, "zo ruw dat het hetzelfde kan zijn")
    return contradicts(said, facts, known_as, why, link)


def _times(match: re.Match[str]) -> Decimal:
    if match["half"] or match["halved"]:
        return Decimal("0.5")
    if match["double"]:
        return Decimal(2)
    if match["verb"]:
        return Decimal(_VERBS[match["verb"].lower()])
    times = Decimal(_TIMES.get(match["times"].lower(), match["times"]))
    return 1 / times if match["less"] else times


def _is_denied(sentence: Sentence, start: int) -> bool:
    return sentence.is_denied(start) or w.NOT.occurs_in(sentence.around(start))


def _ratio(sentence: Sentence, known: Knowledge) -> Ratio | None:
    """By how much what a sentence compares differs in the facts; None when they do not tell."""
    if _OF_TOWNS.search(sentence.text) and not _OF_MONEY.search(sentence.text):
        return _of_towns(known)
    if _OF_MONEY.search(sentence.text) and not sentence.place_lists:
        return _of_years(sentence, known)
    return None


def _of_years(sentence: Sentence, known: Knowledge) -> Ratio | None:
    times = [f for f in sentence.figures if f.kind.is_time and f.days]
    for fact, series in known.series:
        values = dict(series.years)
        named = [(f.days[0].year, f) for f in times if f.days and f.days[0].year in values]
        years = sorted({year for year, _ in named})
        if len(years) != len({f.days[0].year for f in times if f.days}):
            return None
        if len(years) < 2 and (len(values) != 2 or not years):
            continue
        first, last = min(values), max(values)
        if len(years) >= 2:
            first, last = years[0], years[-1]
        if any(y == last and _AS_IN.search(sentence.lead(f.start)) for y, f in named):
            first, last = last, first
        if series.is_money and values[first]:
            return (
                values[last] / values[first],
                (fact.path,),
                f"het bedrag van {last} naast {first}",
            )
    return None


def _of_towns(known: Knowledge) -> Ratio | None:
    whole = [c for c in known.counts if c.cues == {"geheel"}]
    first = [c for c in known.counts if "start" in c.cues and not c.is_derived]
    if not whole or not first:
        return None
    facts = (*whole[0].facts, *first[0].facts)
    return whole[0].number / first[0].number, facts, "de groei van het aantal gemeenten"
