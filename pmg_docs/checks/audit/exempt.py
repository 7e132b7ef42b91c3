"""Which figures of a text say how much, how many or when, so that a fact should give them.

Not counted: what names something instead (an article, a Kamerstuk, a label of a section, an
address, a telephone number, a year in the title of a law), ordinals, and words that are no figure
in what they say: `beide`, `één van`, `24 uur per dag`, `elk half jaar`, `drie dingen:`. A false
alarm is the worst fault here.
"""

import re
from collections.abc import Iterator

from pmg_docs.dutch.figures import Figure, FigureKind, find_figures

_TITLES = "wet|besluit|regeling|verordening|richtlijn|begroting|nota|akkoord|visie|agenda|monitor"
_BUT_WHEN = "".join(
    rf"(?<!\b{word})" for word in ("in", "uit", "van", "vanaf", "sinds", "tot", "per", "na", "voor")
)
_NAMED_BY_YEAR = re.compile(
    rf"(?:(?i:\b\w*(?:{_TITLES}))|\b(?:Wet|Regeling|Besluit|Verordening)\b[^.;:?!]{{0,160}}{_BUT_WHEN})"
    r"\s$"
)
_NO_FIGURES = frozenset({"beide", "beiden", "allebei", "een", "één", "eén", "’n"})
_ALWAYS = re.compile(r"(?:24 uur per dag|(?:7|zeven) dagen per week)", re.IGNORECASE)
_FREQUENCY = re.compile(r"\b(?:elke?|iedere?|om (?:de|het))\s$", re.IGNORECASE)
_ANNOUNCED = re.compile(
    r"\s(?:dingen|punten|zaken|redenen|vragen|onderdelen|stappen|voorwaarden|delen|lijnen):",
    re.IGNORECASE,
)
"""`drie dingen:` counts what stands right below it."""
_NAMED = re.compile(
    r"\b(?:belt?|bellen|alarmnummer|top|ronde|tranche|niveau|variant|pijler|spoor|actie|maatregel"
    r"|cohort|leerjaar|norm|NEN|ISO|IEC|jaren)\s$",
    re.IGNORECASE,
)
_WIDEST = 200
_CLOCK = re.compile(r"\b(?:om|vanaf|rond)\s$", re.IGNORECASE)


def statements(text: str) -> Iterator[Figure]:
    """The figures of a text that a fact should give."""
    for figure in find_figures(text):
        if figure.kind.is_statement and not _is_exempt(text, figure):
            yield figure


def _is_exempt(text: str, figure: Figure) -> bool:
    before = text[max(0, figure.start - _WIDEST) : figure.start]
    after = text[figure.end : figure.end + _WIDEST]
    match figure.kind:
        case FigureKind.JAAR:
            return bool(_NAMED_BY_YEAR.search(before))
        case FigureKind.GETAL:
            return (
                figure.text.casefold() in _NO_FIGURES
                or (figure.text.isdigit() and after[:1].isalpha())
                or before.endswith("[^")
                or bool(_NAMED.search(before[-20:]))
                or bool(_ANNOUNCED.match(after))
                or (figure.text == "112" and figure.noun.startswith("bel"))
            )
        case FigureKind.DUUR:
            often = _FREQUENCY.search(before[-20:]) and not figure.text[:1].isdigit()
            at_a_time = figure.noun == "uur" and _CLOCK.search(before[-20:])
            return bool(often or at_a_time or _ALWAYS.match(text, figure.start))
    return False
