"""Ages by the birthday: `vanaf hun achtste`, `tot haar dertigste`."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.sentence import LINKED, Sentence
from pmg_docs.checks.statements.verdicts import agrees, contradicts
from pmg_docs.dutch.dates import write_age_range
from pmg_docs.dutch.figures import Figure, FigureKind
from pmg_docs.dutch.numeral_at import numeral_at
from pmg_docs.model.value import AgeRange

_LEAD = re.compile(
    r"\b(?P<word>vanaf|tot|tot en met|t/m|na|voor|vóór)\s+(?:hun|zijn|haar|je)\s+$", re.IGNORECASE
)
_AFTER = re.compile(r"\s+(?!(?:verjaardag|levensjaar|jaar)\b)(?P<word>[a-zë]{3,30})", re.IGNORECASE)
_VERBS = frozenset(
    ["kunnen", "kan", "mogen", "mag", "doen", "doet", "horen", "vallen", "terecht", "komen", "komt"]
)
_OLDEST = Decimal(120)
_ENDING = re.compile(r"(?:ste|de|e)$")


def by_birthday(text: str, figure: Figure) -> tuple[Figure, str] | None:
    """The age that an ordinal says, and the word before it; None when it is no age.

    Args:
        text: the sentence.
        figure: any figure of it.
    """
    if figure.kind is not FigureKind.RANGTELWOORD:
        return None
    lead = _LEAD.search(text[max(0, figure.start - 24) : figure.start])
    after = _AFTER.match(text, figure.end)
    if lead is None or (after and after["word"].lower() not in _VERBS):
        return None
    stem = _ENDING.sub("", figure.text)
    numeral = numeral_at(stem, 0)
    if numeral is None or numeral.end != len(stem) or not 0 < numeral.low < _OLDEST:
        return None
    age = replace(figure, kind=FigureKind.LEEFTIJD, low=numeral.low, high=numeral.low)
    return age, lead["word"].lower()


def judge_birthday(
    sentence: Sentence, figure: Figure, word: str, path: str, ages: AgeRange
) -> Iterator[Judgement]:
    """The verdict on an age by the birthday, behind `vanaf` or `tot`, against a target group."""
    last = ages.through if ages.through is not None else (ages.until or 1) - 1
    is_ours = sentence.names_subject or sentence.names_programme or "doelgroep" in sentence.folded
    link = sentence.link(figure.start)
    is_supposed = sentence.is_supposed(figure.start) or sentence.is_denied(figure.start)
    if word not in ("vanaf", "tot", "tot en met", "t/m") or not is_ours or link < LINKED:
        return
    if is_supposed or sentence.place_lists or figure.low is None:
        return
    holds = figure.low == ages.start if word == "vanaf" else figure.low in (last, last + 1)
    verdict = agrees if holds else contradicts
    why = "de leeftijd van de doelgroep"
    yield verdict(figure, (path,), write_age_range(ages), why, link)
