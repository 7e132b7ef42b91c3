"""Ages by the birthday: `vanaf hun achtste`, `tot haar dertigste`."""

import re
from dataclasses import replace
from decimal import Decimal

from pmg_docs.dutch.figures import Figure, FigureKind
from pmg_docs.dutch.numeral_at import numeral_at

_LEAD = re.compile(
    r"\b(?P<word>vanaf|tot|tot en met|t/m|na|voor|vóór)\s+(?:hun|zijn|haar|je)\s+$", re.IGNORECASE
)
_AFTER = re.compile(r"\s+(?!(?:verjaardag|levensjaar|jaar)\b)(?P<word>[a-zë]{3,30})", re.IGNORECASE)
_VERBS = frozenset(
    ["kunnen", "kan", "mogen", "mag", "doen", "doet", "horen", "vallen", "terecht", "komen", "komt"]
)
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


_OLDEST = Decimal(120)
