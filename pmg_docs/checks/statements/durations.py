"""How long: years and months, held against the years that the dossier lasts."""

import re
from collections.abc import Iterator
from decimal import Decimal

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.fitting import fits
from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.knowledge import Knowledge
from pmg_docs.checks.statements.mentions import Mention
from pmg_docs.checks.statements.money import over_part_of_the_years
from pmg_docs.checks.statements.sentence import LINKED, Sentence
from pmg_docs.checks.statements.topic import Topic
from pmg_docs.checks.statements.verdicts import agrees, contradicts, unknown
from pmg_docs.dutch.figures import Figure, FigureKind
from pmg_docs.dutch.numbers import write_number
from pmg_docs.dutch.places import fold_name
from pmg_docs.dutch.surroundings import FUNCTION_WORDS

_PER_UNIT = {
    "jaar": 1,
    "jaren": 1,
    "maand": 12,
    "maanden": 12,
    "kwartalen": 4,
    "weken": 52,
    "schooljaren": 1,
}
_AFTER = re.compile(r"\s+(?P<word>[^\W\d_][\w’-]+)")
_FINE_AFTER = frozenset(
    re.findall(
        r"\S+",
        "tijd dus zo looptijd duurt achtereen achter na geld steun subsidie bijdrage extra heeft",
    )
)
_NO_LENGTH = re.compile(r"\s+(?:geleden|later|eerder|oud|na)\b")
_NO_LENGTH_BEFORE = re.compile(
    r"\b(?:al|na|binnen|over|sinds|elke|iedere|om de|eens per|een keer per|eerste|laatste"
    r"|komende|afgelopen|vorige"
    r"|volgende)\s+(?:de\s+)?$",
    re.IGNORECASE,
)
_GETS = re.compile(
    r"\b(?:krijg(?:t|en)|ontvang(?:t|en)|kregen|kreeg|loopt|lopen|geldt)\s+(?:\w+\s+)?$"
    r"|\b(?:bijdrage|looptijd|periode|steun|regeling|uitkering|subsidie|programma)\s+van\s+$",
    re.IGNORECASE,
)
_AGE = re.compile(r"\b(?:leeftijd|oud|ouder|jonger)\b", re.IGNORECASE)
_ONE_YEAR = re.compile(
    r"\b[Nn]a\s+(?P<years>een\s+jaar)\b(?=[^.;]{0,80}\b(?:stopt|stoppen|eindigt|houdt|loopt|is|vervalt)\b)"
    r"|\b(?:stopt|eindigt|vervalt)\s+(?:[^.;,]{0,60}\s)?(?P<year>een\s+jaar)\s+(?:na|later)\b"
)
_NAME_REACH = 60
_SPREAD = re.compile(
    r"\b(?:verdeeld|verspreid|gespreid|uitgesmeerd)\s+over\s+(?:de\s+)?$", re.IGNORECASE
)
_OVER = re.compile(r"\s+(?:over|in)\s+(?:de\s+)?")
_AFTER_THAT = re.compile(r"\bna\s+$", re.IGNORECASE)
_STOPS = re.compile(
    r"\b(?:stopt|stoppen|eindigt|eindigen|vervalt|houdt\b[^.]{0,80}\bop|loopt\b[^.]{0,80}\baf"
    r"|afgelopen|voorbij|droogt\b[^.]{0,80}\bop|(?:is|raakt)\b[^.]{0,80}\bop)(?=[.,;!?’”]|\s+alweer|$)"
    r"|\b(?:stopt|stoppen|eindigt|eindigen|vervalt)\b"
)
"""`Na drie jaar stopt de bijdrage` says how long it lasts."""
_LENGTH = re.compile(
    r"\b(?:lang|looptijd|duurt|duren|duurde|gedurende|voor|verdeeld|over|in|loopt|lopen|periode|tijd|uitgesmeerd|jarig\w*)\b",
    re.IGNORECASE,
)


def judge_durations(sentence: Sentence, known: Knowledge) -> Iterator[Judgement]:
    """The verdict on every duration of a sentence."""
    yield from _judge_one_year(sentence, known)
    for figure in sentence.figures:
        if _is_jarig_of_us(sentence, figure) and known.years is not None:
            yield _judge_jarig(known.years, figure)
            continue
        if figure.kind is not FigureKind.DUUR or figure.noun not in _PER_UNIT:
            continue
        if (
            known.years is None
            or sentence.is_supposed(figure.start)
            or sentence.is_denied(figure.start)
        ):
            yield unknown(figure, "een wens, een voorwaarde, of de feiten noemen geen duur")
            continue
        yield _judge(sentence, known, known.years, figure)


def _is_jarig_of_us(sentence: Sentence, figure: Figure) -> bool:
    """Whether `vijfjarige` says how long the dossier's subject lasts, and nobody's age."""
    if figure.kind is not FigureKind.LEEFTIJD or not figure.text.lower().endswith("jarige"):
        return False
    after = fold_name(sentence.text[figure.end : figure.end + _NAME_REACH])
    return any(
        after.startswith(name) for name in (*sentence.topic.subject, *sentence.topic.programme)
    )


def _judge_jarig(years: tuple[Decimal, tuple[str, ...]], figure: Figure) -> Judgement:
    number, facts = years
    verdict = agrees if fits(figure, number) else contradicts
    return verdict(figure, facts, f"{write_number(number)} jaar", "de duur van de bijdrage", 3)


def _judge_one_year(sentence: Sentence, known: Knowledge) -> Iterator[Judgement]:
    """`Na een jaar houdt de steun op`: `een jaar` is no figure, for it seldom counts."""
    match = _ONE_YEAR.search(sentence.text) if "jaar" in sentence.text else None
    if match is None or known.years is None or not _STOPS.search(sentence.text):
        return
    number, facts = known.years
    side = "years" if match["years"] else "year"
    link = sentence.link(match.start(side))
    is_ours = sentence.names_subject or sentence.names_programme
    if number > 1 and is_ours and link >= LINKED and not sentence.is_supposed(match.start()):
        said = Mention(match[side], *match.span(side))
        told = f"{write_number(number)} jaar"
        yield contradicts(said, facts, told, "de duur van de bijdrage", link)


def _judge(
    sentence: Sentence, known: Knowledge, years: tuple[Decimal, tuple[str, ...]], figure: Figure
) -> Judgement:
    if sentence.names_another_programme or _lasts_otherwise(sentence, known.topic, figure):
        return unknown(figure, "de duur van iets anders")
    number, facts = years
    link = sentence.link(figure.start)
    begin, end = sentence.clause(figure.start)
    lasts = f"{write_number(number)} jaar"
    if fits(figure, number * _PER_UNIT[figure.noun]):
        is_of_money = w.RECEIVE.occurs_in(sentence.text) and sentence.foreign(begin, end) == 0
        if (
            link >= LINKED
            or is_of_money
            or (link >= 1 and sentence.foreign(0, len(sentence.text)) == 0)
        ):
            return agrees(figure, facts, lasts, "de duur van de bijdrage", link)
        return unknown(figure, "niet te zien dat dit over de feiten gaat")
    amounts = (f for f in sentence.figures if f.kind is FigureKind.BEDRAG)
    if any(over_part_of_the_years(sentence, known, amount) for amount in amounts):
        return unknown(figure, "een deel van de jaren")
    is_length = _LENGTH.search(sentence.around(figure.start)) is not None or _GETS.search(
        sentence.lead(figure.start)
    )
    before = sentence.lead(figure.start)
    is_end = _AFTER_THAT.search(before) and _STOPS.search(sentence.text)
    is_told = (
        is_end
        or _SPREAD.search(before)
        or _is_behind_amount(sentence, figure)
        or (is_length and not _NO_LENGTH_BEFORE.search(before))
    )
    if link < LINKED or not is_told:
        return unknown(figure, "niet te zien dat dit de duur van de bijdrage is")
    return contradicts(figure, facts, lasts, "de duur van de bijdrage", link)


def _is_behind_amount(sentence: Sentence, figure: Figure) -> bool:
    """Whether an amount stands directly before: `3 miljoen euro over vier jaar`."""
    return any(
        other.kind is FigureKind.BEDRAG
        and _OVER.fullmatch(sentence.text, other.end, figure.start) is not None
        for other in sentence.figures
    )


def _lasts_otherwise(sentence: Sentence, topic: Topic, figure: Figure) -> bool:
    is_age = _AGE.search(sentence.around(figure.start)) is not None
    if is_age or _NO_LENGTH.match(sentence.text, figure.end):
        return True
    after = _AFTER.match(sentence.text, figure.end)
    if after is None:
        return False
    word = after["word"].lower()
    is_ours = word in FUNCTION_WORDS or word in _FINE_AFTER or fold_name(word) in topic.words
    return not is_ours and not w.RECEIVE.fullmatch(word) and not word.endswith(("de", "t"))
