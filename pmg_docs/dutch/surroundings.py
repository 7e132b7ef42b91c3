"""The words around a figure: how exact it is meant, what it is counted per, and what is counted."""

import re

from pmg_docs.dutch.figure import Approximation
from pmg_docs.dutch.numeral_at import SPACE

_APPROXIMATIONS = {
    Approximation.RUIM: "ruim|iets meer dan|dik|goed",
    Approximation.BIJNA: "bijna|krap|een kleine|net geen|haast|iets minder dan|tegen de",
    Approximation.ONGEVEER: (
        "ongeveer|circa|ca.|rond de|rond|om en nabij|zo’n|zo'n|omstreeks|grofweg|plusminus"
        "|naar schatting|een slordige|zowat|pakweg|om en nabij de|ruwweg|een stuk of|gemiddeld"
    ),
    Approximation.MINSTENS: (
        "minstens|ten minste|tenminste|minimaal|op zijn minst|op z’n minst|vanaf|niet minder dan"
    ),
    Approximation.MEER_DAN: "meer dan",
    Approximation.MINDER_DAN: "minder dan|nog geen",
    Approximation.HOOGUIT: (
        "hooguit|hoogstens|maximaal|ten hoogste|niet meer dan|tot maximaal"
        "|op zijn hoogst|op z’n hoogst"
    ),
}
_WORD_OF = {
    re.sub(r"\s+", " ", word): kind
    for kind, words in _APPROXIMATIONS.items()
    for word in words.split("|")
}
_BEFORE = re.compile(
    rf"(?<!\w)(?P<word>{'|'.join(sorted(map(re.escape, _WORD_OF), key=len, reverse=True))})"
    r"[ \u00a0\u202f\n]{1,3}(?:de |het |een |€ ?|eur )?$",
    re.IGNORECASE,
)
_PER = re.compile(
    rf"(?:,?{SPACE}|(?=/))(?:(?:per{SPACE}|/|(?:elke?|iedere?|elk){SPACE})"
    rf"(?P<unit>jaar|half{SPACE}jaar|halfjaar|maand|week|dag|kwartaal|uur|keer|gemeente|stad|wijk|persoon|inwoner|jongere"
    r"|kind|deelnemer|project|hectare|school|gezin|leerling|plaats|regio)(?!\w)"
    r"|(?P<adverb>jaarlijks|halfjaarlijks|maandelijks|wekelijks|dagelijks"
    r"|structureel per jaar)(?!\w))",
    re.IGNORECASE,
)
_ADVERBS = {
    "jaarlijks": "jaar",
    "halfjaarlijks": "halfjaar",
    "maandelijks": "maand",
    "wekelijks": "week",
    "dagelijks": "dag",
}
_NOUN = re.compile(rf"{SPACE}(?P<word>[^\W\d_][\w’'\u0300-\u036f-]{{0,50}})")
_MAY_BEGIN = frozenset("vmohrwe\n\u00a0VMOHRWE ")
_ADVERB = re.compile(
    rf",?{SPACE}(?:veelal|vooral|meest|merendeels|overwegend|hoofdzakelijk|relatief|vrij|wat)(?!\w)",
    re.IGNORECASE,
)
_NEXT_ADJECTIVE = re.compile(rf"(?:,|(?<=e){SPACE}en)(?={SPACE}[a-z]{{2,30}}e{SPACE})")
_ASIDE = re.compile(rf"{SPACE}\([^()]{{1,40}}\)")
FUNCTION_WORDS = frozenset(
    re.findall(
        r"\S+",
        """
    aan achter af al alle als bij binnen boven buiten dan dat de deze die dit door dus een eens en
    er erbij extra euro ging gaan gaat geen had hadden heb hebben heeft het hier heen hij hun ik in
    is ja je jij kan kon kunnen kreeg kregen krijgen krijgt kwam komen komt lang maar mee meer
    meest met mij minder na naar naast nadat nee net niet nieuw nog nu of om omdat onder ook
    op over per samen sinds staan staat tegen te tegenover ten ter terug terwijl tijdens toch
    toe toen tot tussen uit uur van vanaf via volgens voor voordat waar waren was wat we wel
    werd werden werken wil willen wordt worden zal ze zich zij zijn zo zoals zou zouden zonder
    begonnen begon beginnen deden doen doet moeten moet mogen mag ontvangen ontvangt ontvingen
    delen deelt besteden beschikbaar méér cadeau kost kosten bijdragen bijdraagt elk ieder
    elke iedere hoger lager jaarlijks maandelijks structureel incidenteel tijdelijk totaal
    respectievelijk waarvan nodig klaar neer
""",
    )
)
_ADJECTIVES = frozenset(
    [
        "extra",
        "nieuwe",
        "andere",
        "eerdere",
        "overige",
        "nederlandse",
        "deelnemende",
        "gekozen",
        "uitgekozen",
        "aangewezen",
        "betrokken",
        "toegelaten",
        "uitverkoren",
    ]
)


_COMPARISONS = frozenset({Approximation.MEER_DAN, Approximation.MINDER_DAN})
_COMPARED = re.compile(
    r"(?:[0-9]|%|\b(?:euro|procent|miljoen|gemeenten|keer zo veel|een|twee|drie|vier|vijf|zes"
    r"|zeven|acht|negen|tien|elf|twaalf))\s+$"
)
"""Before `meer dan` it makes a comparison: `zeven minder dan de 27` says 27 to the letter."""


def approximation_before(text: str, start: int) -> Approximation | None:
    """What the words directly before a place say of the figure there; None when it is exact."""
    match = _BEFORE.search(text[max(0, start - 40) : start])
    if match is None:
        return None
    found = _WORD_OF[match["word"].lower()]
    begin = max(0, start - 40) + match.start()
    is_comparison = found in _COMPARISONS and _COMPARED.search(text, max(0, begin - 20), begin)
    return None if is_comparison else found


def per_after(text: str, end: int) -> tuple[str, ...]:
    """What directly follows a figure: `per gemeente per jaar` gives `gemeente` and `jaar`."""
    units: list[str] = []
    while len(units) < 3 and (match := _PER.match(text, end)):
        unit = (match["unit"] or _ADVERBS.get((match["adverb"] or "").lower(), "jaar")).lower()
        unit = "".join(unit.split())
        units.append(unit)
        end = match.end()
    return tuple(dict.fromkeys(units))


def noun_after(text: str, end: int) -> tuple[str, int]:
    """The thing that a number counts and where its word ends; empty when no noun follows.

    Up to two adjectives may stand between: `acht extra gemeenten` counts `gemeenten`, and so
    does `tien kleinere, vooral landelijke gemeenten`.
    """
    aside = _ASIDE.match(text, end)
    place = aside.end() if aside else end
    last_adjective = ("", end)
    for _ in range(3):
        # Most that follows is a plain word, and needs no pattern to tell.
        if text[place : place + 1] == "," or text[place + 1 : place + 2] in _MAY_BEGIN:
            for between in (_ADVERB, _NEXT_ADJECTIVE):
                beside = between.match(text, place)
                if beside and _followed_by_adjective(text, beside.end()):
                    place = beside.end()
        match = _NOUN.match(text, place)
        if match is None:
            break
        # A mark of quotation behind it is no part of it, as an apostrophe may be.
        word, place = match["word"].lower().rstrip("’'"), match.end()
        if word in _ADJECTIVES or (word.endswith("e") and word not in FUNCTION_WORDS):
            last_adjective = (word, place)
            continue
        if word in FUNCTION_WORDS:
            break
        return word, place
    return last_adjective


def _followed_by_adjective(text: str, place: int) -> bool:
    """Whether the next word is an adjective, as far as its form tells."""
    match = _NOUN.match(text, place)
    word = match["word"] if match else ""
    return word.endswith("e") and word.islower() and word not in FUNCTION_WORDS
