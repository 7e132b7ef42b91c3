"""Figures that say how much or how many, at a place in a text: money, numbers, shares, ages."""

import re
from dataclasses import replace
from decimal import Decimal

from pmg_docs.dutch.figure import Approximation, Figure, FigureKind
from pmg_docs.dutch.numeral_at import GAP, SPACE, Numeral, numeral_at
from pmg_docs.dutch.surroundings import approximation_before, noun_after, per_after
from pmg_docs.model.value import AgeRange, Amount, Number, Percentage

_SCALES = {
    "miljoen": 6, "miljoenen": 6, "mln": 6, "miljard": 9, "miljarden": 9, "mld": 9, "mrd": 9,
    "ton": 5, "tonnen": 5, "duizend": 3, "duizenden": 3,
}  # fmt: skip
_SCALE = re.compile(
    rf"{GAP}(?P<word>miljoenen|miljoen|mln\.?|miljarden|miljard|mld\.?|mrd\.?|tonnen|ton|duizend)(?!\w)",
    re.IGNORECASE,
)
_NO_MONEY = re.compile(
    rf"{SPACE}(?:afval|co2|stikstof|staal|graan|vuurwerk|zand|drugs|cocaïne|kilo)", re.IGNORECASE
)
_SIGN = re.compile(r"(?P<minus>[-−])?(?:€|(?:EUR|eur)(?![A-Za-z]))[ \u00a0\u202f]{0,2}")
_DASH = re.compile(r",(?:-{1,2}|–|—|=)")
_EURO = re.compile(
    rf"{SPACE}(?:euro|eur)(?:’?s|'s)?(?!\w)|[ \u00a0]?€(?![ \u00a0]?[0-9])", re.IGNORECASE
)
_SUFFIX = re.compile(r"(?P<thousands>[kK])(?!\w)|(?P<millions>M)(?!\w)")
"""Figures as people jot them down: `€ 250K`, `500k per jaar`, `€ 30M`."""
_PERCENT = re.compile(rf"{GAP}(?:%|procentpunt|procent|pct\.?)", re.IGNORECASE)
_TIME_UNIT = re.compile(
    rf"{SPACE}(?:(?:de|hele|volle|opeenvolgende){SPACE})?(?P<unit>jaar|jaren|maanden?|weken|week|dagen|dag|kwartalen|uur|uren"
    r"|minuten|schooljaren)(?!\w)",
    re.IGNORECASE,
)
_AGED = re.compile(r"[- ]?jarigen?(?!\w)", re.IGNORECASE)
_LASTING = re.compile(
    rf"[- ]?jarige?{SPACE}(?:\w{{2,30}}{SPACE})?(?:looptijd|periode|programma|plan|regeling"
    r"|contract|aanpak|pilot|project|uitkering|bijdrage|subsidie|convenant)(?!\w)",
    re.IGNORECASE,
)
_OF_YEARS = re.compile(r"(?P<count>[^\W\d_]{3,20}?)(?=jarig)", re.IGNORECASE)
_TO = re.compile(
    rf"-?{SPACE}(?P<word>tot{SPACE}en{SPACE}met|t/m|tot|à|a|of|en)(?:{SPACE}(?:de|het))?"
    rf"{SPACE}(?:€ ?)?|{GAP}[–-]{GAP}(?:€ ?)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:tussen|van)(?: de| het)?[ \u00a0](?:€ ?)?$", re.IGNORECASE)
_AGE_BEFORE = re.compile(
    r"(?P<word>tot en met|t/m|tot|vanaf|(?:ouder|jonger) (?:is |zijn |dan ){0,2}dan|boven|onder"
    r"|leeftijd van|(?:jongens?|meisjes?|man|vrouw|kind(?:eren)?|jongeren?|iemand|leerlingen"
    r"|verdachten?|tieners?|jongvolwassenen|iedereen|zoon|dochter|deelnemers?)(?: van)?"
    r"|(?:jongste|oudste)\b[^.]{0,40}\bis)"
    r"(?: tussen)?(?: de)?[ \u00a0]$",
    re.IGNORECASE,
)
_BARE_AGE_BEFORE = re.compile(
    r"(?:ouder|jonger) (?:\w{2,5} )?dan(?: de)?[ \u00a0]$|(?:boven|onder) de[ \u00a0]$"
    r"|\b(?:jongens?|meisjes?|man|vrouw|kind(?:eren)?|jongeren?|leerlingen?|tieners?"
    r"|verdachten?) van[ \u00a0]$",
    re.IGNORECASE,
)
_NO_AGE_AFTER = re.compile(
    rf"{SPACE}(?:lang|geleden|later|bij|cel|gevangenis|ervaring)|lang(?!\w)", re.IGNORECASE
)
_SHARES = {
    "helft": Decimal(50), "kwart": Decimal(25), "derde": Decimal(100) / 3, "vierde": Decimal(25),
    "vijfde": Decimal(20), "zesde": Decimal(100) / 6, "achtste": Decimal("12.5"),
    "tiende": Decimal(10), "derden": Decimal(100) / 3,
}  # fmt: skip
_SHARE = re.compile(
    rf"(?:(?P<half>de helft)|(?P<count>een|[eé]én|twee|drie|vier|vijf|[1-9]){SPACE}"
    rf"(?P<part>kwart|derden?|vierde|vijfde|zesde|achtste|tiende)|driekwart|(?P<joined>een|twee)derde)(?!\w)(?!{SPACE}(?:miljoen|miljard|mln|mld|ton|keer|maal|ronde|jaar|dag|partij|persoon|plaats|gemeente))",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(?P<top>[1-9])/(?P<bottom>[2-9]|10)(?=(?: deel)? van(?!\w))")
_OUT_OF = re.compile(
    rf"(?P<some>een|[eé]én|twee|drie|vier|vijf|zes|zeven|acht|negen|[1-9][0-9]?){SPACE}"
    rf"(?:op{SPACE}(?:de{SPACE}|elke{SPACE})?(?P<all>twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twintig|honderd"
    rf"|10|20|100|[2-9])"
    rf"|van{SPACE}de{SPACE}(?P<ten>tien|10)(?!{SPACE}(?:gemeenten|steden)))(?!\w)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"[0-9]{1,6}(?:e|de|ste)(?!\w)|(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende"
    r"|elfde|twaalfde|\w{2,20}(?:tiende|tigste))(?!\w)",
    re.IGNORECASE,
)
_CHAMBER = re.compile(rf"(?:[Ee]erste|[Tt]weede){SPACE}Kamer")
_VERB_EIGHT = re.compile(
    rf"acht{SPACE}(?:het|dit|dat|zich|een|de|deze|ik|wij|men|u|hij|zij|geen|niet)(?!\w)",
    re.IGNORECASE,
)


def quantity_at(text: str, start: int) -> Figure | None:
    """Read a quantity that begins exactly at a place, or None.

    Ranges come back as one figure with two bounds: `tussen de 100.000 en 250.000 euro`.
    """
    if share := _share(text, start):
        return share
    if _ORDINAL.match(text, start):
        return _ordinal(text, start)
    sign = _SIGN.match(text, start)
    figure = _from_number(text, start, sign.end() if sign else start, bool(sign))
    if figure is None or not (sign and sign["minus"]):
        return figure
    value = Amount(-figure.value.euros, figure.per) if isinstance(figure.value, Amount) else None
    return replace(figure, value=value, low=_minus(figure.high), high=_minus(figure.low))


def _minus(bound: Decimal | None) -> Decimal | None:
    return None if bound is None else -bound


def _ordinal(text: str, start: int) -> Figure | None:
    match = _ORDINAL.match(text, start)
    if match is None or _CHAMBER.match(text, start):
        return None
    return Figure(FigureKind.RANGTELWOORD, match[0], start, match.end())


def _share(text: str, start: int) -> Figure | None:
    if match := _SLASHED.match(text, start):
        share = Decimal(100) * int(match["top"]) / int(match["bottom"])
    elif match := _SHARE.match(text, start):
        if match["half"]:
            share = Decimal(50)
        elif match["joined"]:
            share = Decimal(100 if match["joined"].lower() == "een" else 200) / 3
        elif match["part"]:
            count = numeral_at(text, match.start("count"))
            share = _SHARES[match["part"].lower()] * (count.low if count else 1)
        else:
            share = Decimal(75)
    elif match := _OUT_OF.match(text, start):
        some = numeral_at(text, start)
        whole = numeral_at(text, match.start("all" if match["all"] else "ten"))
        part = some.low if some else Decimal(1)
        if whole is None or part >= whole.low:
            return None
        share = part * 100 / whole.low
    else:
        return None
    about = approximation_before(text, start)
    return Figure(
        FigureKind.DEEL, match[0], start, match.end(), low=share, high=share, approximation=about
    )


def _from_number(text: str, start: int, place: int, has_sign: bool) -> Figure | None:
    first = numeral_at(text, place) or _years_of_age(text, place)
    if first is None or _VERB_EIGHT.match(text, place):
        return None
    first = _suffixed(text, _scaled(text, first), has_sign=has_sign)
    ranged = _range(text, start, first, has_sign=has_sign)
    if ranged is not None:
        second, word = ranged
        both = Numeral(first.low, second.high, second.end)
        is_cut_short = text[first.end : first.end + 1] == "-" and first.is_in_words
        if is_cut_short and second.high >= 1000 > first.low and second.high % 1000 == 0:
            both = replace(both, low=first.low * 1000)
        if both.low < 1000 <= second.high and _is_scaled(text, first.end, second.end):
            both = replace(both, low=_share_scale(text, first, second))
        return _closed(text, start, both, has_sign, word)
    return _closed(text, start, first, has_sign, "")


def _is_scaled(text: str, start: int, end: int) -> bool:
    return any(
        word in text[start:end].lower() for word in ("miljoen", "mln", "miljard", "mld", "ton")
    )


def _years_of_age(text: str, start: int) -> Numeral | None:
    """The number in front of `jarige` written as one word: `twintigjarige`."""
    match = _OF_YEARS.match(text, start)
    whole = numeral_at(match["count"], 0) if match else None
    if match is None or whole is None or whole.end != len(match["count"]):
        return None
    return replace(whole, end=match.end())


def _share_scale(text: str, first: Numeral, second: Numeral) -> Decimal:
    """`10 tot 20 miljoen`: the scale of the last number is that of the first as well."""
    scale = next((m for m in _SCALE.finditer(text, first.end, second.end)), None)
    if scale is None:
        return first.low
    return _whole(first.low.scaleb(_SCALES[scale["word"].lower().rstrip(".")]))


def _scaled(text: str, numeral: Numeral) -> Numeral:
    match = _SCALE.match(text, numeral.end)
    if match is None:
        return numeral
    word = match["word"].lower().rstrip(".")
    if word in ("ton", "tonnen") and _NO_MONEY.match(text, match.end()):
        return numeral
    end = match.end()
    if match["word"].endswith(".") and _ends_sentence(text, end):
        end -= 1
    exponent = _SCALES[word]
    top = numeral.high if not numeral.is_range else numeral.high + 1
    high = top.scaleb(exponent) if not numeral.is_range else top.scaleb(exponent) - 1
    return replace(numeral, low=_whole(numeral.low.scaleb(exponent)), high=_whole(high), end=end)


def _suffixed(text: str, numeral: Numeral, *, has_sign: bool) -> Numeral:
    """A number with a K or an M behind it; the M may be metres where no sign says money."""
    match = _SUFFIX.match(text, numeral.end)
    if match is None or numeral.is_in_words or not (has_sign or match["thousands"]):
        return numeral
    exponent = 3 if match["thousands"] else 6
    low, high = _whole(numeral.low.scaleb(exponent)), _whole(numeral.high.scaleb(exponent))
    return replace(numeral, low=low, high=high, end=match.end())


def _whole(number: Decimal) -> Decimal:
    """The same number without an exponent, so that it prints as people write."""
    return Decimal(format(number, "f"))


def _ends_sentence(text: str, end: int) -> bool:
    return end >= len(text) or text[end : end + 1] == "\n"


def _range(text: str, start: int, first: Numeral, *, has_sign: bool) -> tuple[Numeral, str] | None:
    join = _TO.match(text, first.end)
    if join is None:
        return None
    word = " ".join((join["word"] or "-").lower().split())
    if word == "en" and not _BETWEEN.search(text[max(0, start - 20) : start]):
        return None
    second = numeral_at(text, join.end())
    if second is None:
        return None
    second = _suffixed(text, _scaled(text, second), has_sign=has_sign)
    if word in ("of", "a", "à") and second.low != first.low + 1 and word == "of":
        return None
    return (second, word) if first.low < second.high or second.end != first.end else None


def _closed(text: str, start: int, number: Numeral, has_sign: bool, word: str) -> Figure | None:
    """Give a number its kind by what follows it."""
    end = number.end
    if has_sign:
        dash = _DASH.match(text, end)
        return _amount(text, start, number, dash.end() if dash else end)
    if percent := _PERCENT.match(text, end):
        return _percentage(text, start, number, percent.end())
    dash = _DASH.match(text, end)
    if euro := _EURO.match(text, dash.end() if dash else end):
        return _amount(text, start, number, euro.end())
    if dash and not number.is_in_words and not text[dash.end() : dash.end() + 1].isalnum():
        return _amount(text, start, number, dash.end())
    if _LASTING.match(text, end):
        years = _bounded(text, start, end, FigureKind.DUUR, number)
        return replace(years, value=Number(number.low), noun="jaar")
    if age := _age(text, start, number, word):
        return age
    if unit := _TIME_UNIT.match(text, end):
        return _duration(text, start, number, unit)
    return _number(text, start, number)


def _bounded(text: str, start: int, end: int, kind: FigureKind, number: Numeral) -> Figure:
    about = approximation_before(text, start)
    if number.is_round:
        about = Approximation.TIENTALLEN if number.is_range else Approximation.ONGEVEER
    low, high = sorted((number.low, number.high))
    return Figure(
        kind, text[start:end], start, end, low=low, high=high, approximation=about,
        per=per_after(text, end), is_suspicious=number.is_malformed,
    )  # fmt: skip


def _amount(text: str, start: int, number: Numeral, end: int) -> Figure:
    figure = _bounded(text, start, end, FigureKind.BEDRAG, number)
    cents = -int(number.low.as_tuple().exponent) if number.low else 0
    if figure.low == figure.high and not number.is_malformed and cents <= 2:
        figure = replace(figure, value=Amount(number.low, figure.per))
    return replace(figure, is_suspicious=figure.is_suspicious or (cents > 2))


def _percentage(text: str, start: int, number: Numeral, end: int) -> Figure:
    figure = _bounded(text, start, end, FigureKind.PERCENTAGE, number)
    is_exact = figure.low == figure.high and not number.is_malformed
    return replace(figure, value=Percentage(number.low)) if is_exact else figure


def _duration(text: str, start: int, number: Numeral, unit: re.Match[str]) -> Figure:
    figure = _bounded(text, start, unit.end(), FigureKind.DUUR, number)
    value = Number(number.low) if figure.low == figure.high else None
    return replace(figure, value=value, noun=unit["unit"].lower())


def _age(text: str, start: int, number: Numeral, word: str) -> Figure | None:
    before = text[max(0, start - 60) : start]
    aged = _AGED.match(text, number.end)
    unit = _TIME_UNIT.match(text, number.end)
    has_years = (
        unit is not None
        and unit["unit"].lower() == "jaar"
        and not _NO_AGE_AFTER.match(text, unit.end())
    )
    is_of_people = has_years and _AGE_BEFORE.search(before) is not None
    is_range = has_years and word in ("tot en met", "t/m", "tot", "-")
    counts = _counts_things(noun_after(text, number.end)[0])
    is_bare = unit is None and not counts and _BARE_AGE_BEFORE.search(before) is not None
    if number.high > 120 or not (aged or is_of_people or is_range or is_bare):
        return None
    end = aged.end() if aged else unit.end() if unit and has_years else number.end
    figure = _bounded(text, start, end, FigureKind.LEEFTIJD, number)
    return replace(figure, value=_ages(number, word), noun=word)


def _ages(number: Numeral, word: str) -> AgeRange | None:
    low, high = int(number.low), int(number.high)
    if word in ("tot en met", "t/m", "-"):
        return AgeRange(low, through=high)
    return AgeRange(low, until=high) if word == "tot" else None


def _number(text: str, start: int, number: Numeral) -> Figure:
    noun, _ = noun_after(text, number.end)
    written = text[start : number.end].lower()
    is_large = any(scale in written for scale in ("miljoen", "mln", "miljard", "mld", "mrd")) or (
        " ton" in f" {written}".replace("\u00a0", " ")
    )
    is_large = is_large or (written.endswith("k") and bool(per_after(text, number.end)))
    if is_large and not _counts_things(noun):
        return _amount(text, start, number, number.end)
    figure = _bounded(text, start, number.end, FigureKind.GETAL, number)
    value = Number(number.low) if figure.low == figure.high and not number.is_malformed else None
    return replace(figure, value=value, noun=noun)


def _counts_things(noun: str) -> bool:
    return noun.endswith(("en", "s")) and noun not in ("euro’s", "tussen")
