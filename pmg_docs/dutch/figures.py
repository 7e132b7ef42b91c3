"""Every figure in a Dutch text: what it is, what it says, and where it stands.

The text is walked once. At each place where a figure can begin the readers are tried in a fixed
order, from what is surely no count (a web address, a Kamerstuk) to a bare number, and the walk
goes on behind the first that fits; so figures never overlap, and the time grows with the length
of the text only, whatever it holds.
"""

import re
from dataclasses import replace

from pmg_docs.dutch.figure import Approximation, Figure, FigureKind, FigureValue
from pmg_docs.dutch.moments_at import time_at
from pmg_docs.dutch.quantities_at import quantity_at
from pmg_docs.dutch.references import code_at, reference_at

__all__ = ["Approximation", "Figure", "FigureKind", "FigureValue", "find_figures"]

_TRIGGER = re.compile(
    # No figure begins on a letter within a word, which most letters are.
    r"(?:(?![^\W\d_])|(?<![\w’']))(?:(?<![\w.,/+-])(?=\(?\+?[0-9])[(+]?|(?<![\w€])[-−]?€|(?<![\w])[-−](?=[0-9])"
    r"|(?<=[(/–-])(?<![\w.][/-])[0-9]|(?<![^\W\d_])(?=[0-9])(?<![0-9.,:/-])"
    r"|(?<![\w’'])(?:https?://|(?-i:[A-Z]{2,12}/[A-Z]{1,12}-?[0-9])|www\.|[\w.+-]{1,64}@|eur\s|ECLI:"
    r"|[A-Za-z]{1,12}-?[0-9]|kamerst|handelingen|TK\s|EK\s|st(?:crt|b)\.|staats(?:courant|blad)|trb\.|pbe[ug]"
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
    r"|januari|februari|maart|april|mei\s|ju[nl]i|augustus|september|oktober|november|december"
    r"|begin\s|medio\s|halverwege|midden\s|eind|voorjaar|lente|zomer|najaar|herfst|winter"
    r"|de\s{1,3}helft|een\s|een-en-|enkele\s|ettelijke\s|meerdere\s|verscheidene\s|kwart\s|miljarden"
    r"|eenderde|eenen(?=twin|der|veer|vijf|zes|zeven|tach|neg)|één|eén|’n\s|half|halve|anderhal|driekwart|nul|twee|drie|vier|vijf|zes|zeven|acht|negen|tien"
    r"|elf|twaalf|der|veer|twin|tach|hond|duiz|miljoenen|doz|duo|beide|eerste))",
    re.IGNORECASE,
)
_BLANK = re.compile(r"[ \t\r\n\u00a0\u202f]+")
_SHARED_NOUN = re.compile(
    r"\s{1,3}(?:naar|maar|of|en|tot|van de|van die|in plaats van)\s{1,3}(?:de\s)?", re.IGNORECASE
)


def find_figures(text: str) -> tuple[Figure, ...]:
    """Every figure of a text in order, none of them overlapping.

    A number without a noun of its own has that of the next one where both count the same: `van 15
    naar 37 gemeenten`.
    """
    found: list[Figure] = []
    place = 0
    while match := _TRIGGER.search(text, place):
        start = match.start()
        figure = _figure_at(text, start)
        if figure is None:
            place = max(start + 1, _past_word(text, start))
            continue
        found.append(figure)
        place = max(figure.end, start + 1)
    return tuple(_with_shared_nouns(text, found))


def _figure_at(text: str, start: int) -> Figure | None:
    figure = reference_at(text, start)
    if figure is None:
        figure = time_at(text, start) or _between(text, start)
    return figure or code_at(text, start)


def _between(text: str, start: int) -> Figure | None:
    """A quantity, unless a code only begins like one: `3798111-1063792-PDO`."""
    quantity = quantity_at(text, start)
    if quantity is None:
        return None
    is_bare = quantity.kind in (FigureKind.GETAL, FigureKind.RANGTELWOORD) and text[start].isdigit()
    code = code_at(text, start) if is_bare else None
    return code if code and code.end >= quantity.end else quantity


_WORD_REST = re.compile(r"[^\W\d_]{0,60}")


def _past_word(text: str, start: int) -> int:
    match = _WORD_REST.match(text, start)
    return match.end() if match else start


def _with_shared_nouns(text: str, figures: list[Figure]) -> list[Figure]:
    for index in range(len(figures) - 2, -1, -1):
        figure, following = figures[index], figures[index + 1]
        if figure.kind is not FigureKind.GETAL or figure.noun or following.kind is not figure.kind:
            continue
        if _SHARED_NOUN.fullmatch(text, figure.end, following.start):
            figures[index] = replace(figure, noun=following.noun)
    return figures
