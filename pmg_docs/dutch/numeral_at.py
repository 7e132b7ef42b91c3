"""A number at a place in a text, in digits or in words: how far it goes and what it says."""

import re
from dataclasses import dataclass
from decimal import Decimal

from pmg_docs.dutch.numerals import read_in_words

SPACE = r"[ \t\r\n\u00a0\u2009\u202f]{1,8}"
"""White space between the words of a figure, a line break in a narrow column included."""

GAP = SPACE.replace("{1,8}", "{0,8}")
"""The same where there may be none."""

_GROUPED = r"[0-9]{1,3}(?:\.[0-9]{3}){1,5}(?:,[0-9]{1,6})?"
_PLAIN = r"[0-9]{1,18}(?:,[0-9]{1,6})?"
_DIGITS = re.compile(
    rf"[-−]?(?:(?P<good>{_GROUPED}|{_PLAIN})(?![0-9.,]?[0-9])|(?P<bad>[0-9][0-9.,]{{0,20}}[0-9]))"
)
_SPACED = re.compile(
    r"(?<![0-9] )(?P<number>[1-9][0-9]{0,2}(?:(?P<space>[ \u00a0\u2009\u202f])[0-9]{3}"
    r"(?:(?P=space)[0-9]{3}){0,4})(?:,[0-9]{1,6})?)(?![0-9.,]?[0-9]| [0-9])"
)
"""Thousands parted by spaces, as people type them and as the SI has them: `1 500 000`."""
_EURO_AFTER = re.compile(rf"{GAP}(?:euro|eur)\b", re.IGNORECASE)
_MEANT = re.compile(r" 000(?:,|$)|^[0-9]{1,2} ")
_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f]{0,60}")
_NEXT_WORD = re.compile(rf"{SPACE}(?P<word>[^\W\d_]{{2,40}})")
_HALF = re.compile(rf"(?:(?:een|'n|’n){SPACE})?(?:halve|half)(?!\w)", re.IGNORECASE)
_QUARTER = re.compile(
    rf"(?:(?:een|één|eén|'n|’n){SPACE}|(?P<three>drie{GAP}))?kwart"
    rf"(?={SPACE}(?:miljoen|miljard|mln|mld|ton)(?!\w))",
    re.IGNORECASE,
)
_FEW = re.compile(
    rf"(?:een{SPACE}paar|enkele|ettelijke|verscheidene|meerdere){SPACE}"
    rf"(?:(?P<unit>honderdduizend|tienduizend|honderd|duizend)(?:en)?(?!\w)"
    rf"|(?P<scaled>(?:tonnen|ton|miljoen|miljard)(?:en)?(?!\w)))",
    re.IGNORECASE,
)
_UNITS = {"honderd": 100, "duizend": 1000, "tienduizend": 10_000, "honderdduizend": 100_000}
_AND_A_HALF = re.compile(r"(?P<whole>\w{2,12}?)(?:ën|en)(?:half|halve)", re.IGNORECASE)
_APART_AND_A_HALF = re.compile(
    rf"(?:{SPACE}|-)en(?:{SPACE}|-)een(?:{SPACE}|-)(?:(?P<half>half|halve)|kwart)(?!\w)",
    re.IGNORECASE,
)
_BARE_ONE = re.compile(r"een(?!\w)", re.IGNORECASE)
_ONE = re.compile(rf"een(?={SPACE}(?:miljoen|miljard|ton(?!\w)))", re.IGNORECASE)
_TENS_OF = {
    "tientallen": (20, 99),
    "honderden": (200, 999),
    "honderdduizenden": (200_000, 999_999),
    "duizenden": (2_000, 99_999),
    "tienduizenden": (20_000, 99_999),
    "miljoenen": (2_000_000, 999_999_999),
    "miljarden": (2_000_000_000, 999_999_999_999),
}
_ROUND_WORDS = {"dozijn": 12, "tiental": 10, "twintigtal": 20, "dertigtal": 30, "veertigtal": 40}
_ROUND_WORDS |= {"vijftigtal": 50, "vijftiental": 15, "twaalftal": 12, "honderdtal": 100}
_EXACT_WORDS = {"drietal": 3, "viertal": 4, "vijftal": 5, "zestal": 6, "zevental": 7}
_EXACT_WORDS |= {"achttal": 8, "negental": 9, "duo": 2, "tweetal": 2, "beide": 2}
_CONTINUES = ("honderd", "duizend", "miljoen", "miljard")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text up to `end`: bounds, and whether it is rough by itself or malformed."""

    low: Decimal
    high: Decimal
    end: int
    is_in_words: bool = False
    is_round: bool = False
    is_malformed: bool = False

    @property
    def is_range(self) -> bool:
        """Whether it stands for more than one number by itself: `tientallen`."""
        return self.low != self.high


def numeral_at(text: str, start: int) -> Numeral | None:
    """Read the longest number that begins exactly at a place, or None.

    The article `een` is no number, save in `een half` and `een miljoen`. Digits with full stops
    or commas in the wrong places are read as they would be without them, and marked.
    """
    if spaced := _spaced(text, start):
        return spaced
    if digits := _DIGITS.match(text, start):
        return _and_a_part(text, _digits(digits))
    for special in (_half, _quarter, _few, _one, _words):
        if found := special(text, start):
            return found
    return None


def _digits(match: re.Match[str]) -> Numeral:
    written = match[0].replace("−", "-")
    if match["bad"]:
        bare = Decimal(re.sub(r"[.,]", "", written))
        return Numeral(bare, bare, match.end(), is_malformed=True)
    number = Decimal(written.replace(".", "").replace(",", "."))
    return Numeral(number, number, match.end())


def _spaced(text: str, start: int) -> Numeral | None:
    """Digits parted by spaces; `100 200 300` are three numbers, unless money stands beside them."""
    found = _SPACED.match(text, start)
    if found is None:
        return None
    written = found["number"]
    is_money = text[max(0, start - 2) : start].strip() == "€" or _EURO_AFTER.match(
        text, found.end()
    )
    if not (is_money or found["space"] != " " or _MEANT.search(written)):
        return None
    number = Decimal(re.sub(r"[ \u00a0\u2009\u202f]", "", written).replace(",", "."))
    return Numeral(number, number, found.end())


def _half(text: str, start: int) -> Numeral | None:
    match = _HALF.match(text, start)
    return _exact(Decimal("0.5"), match.end()) if match else None


def _quarter(text: str, start: int) -> Numeral | None:
    match = _QUARTER.match(text, start)
    return _exact(Decimal("0.75" if match["three"] else "0.25"), match.end()) if match else None


def _few(text: str, start: int) -> Numeral | None:
    """`een paar honderdduizend`, `enkele tonnen`: more than one and less than ten of them."""
    match = _FEW.match(text, start)
    if match is None:
        return None
    if match["scaled"]:
        end = match.start("scaled")
        while text[end - 1].isspace():
            end -= 1
        return Numeral(Decimal(2), Decimal(9), end, is_in_words=True, is_round=True)
    unit = _UNITS[match["unit"].lower()]
    few = Decimal(2 * unit), Decimal(10 * unit - 1)
    return Numeral(*few, match.end(), is_in_words=True, is_round=True)


def _and_a_part(text: str, whole: Numeral) -> Numeral:
    """`twee en een half`, `twee-en-een-kwart`: the number with what stands behind it."""
    match = _APART_AND_A_HALF.match(text, whole.end)
    if match is None or whole.is_malformed or whole.is_range:
        return whole
    number = whole.low + Decimal("0.5" if match["half"] else "0.25")
    return _exact(number, match.end())


def _one(text: str, start: int) -> Numeral | None:
    if (bare := _BARE_ONE.match(text, start)) and _APART_AND_A_HALF.match(text, bare.end()):
        return _and_a_part(text, _exact(Decimal(1), bare.end()))
    match = _ONE.match(text, start)
    return _exact(Decimal(1), match.end()) if match else None


def _words(text: str, start: int) -> Numeral | None:
    match = _WORD.match(text, start)
    if match is None:
        return None
    word = match[0].lower()
    if word in ("anderhalf", "anderhalve"):
        return _exact(Decimal("1.5"), match.end())
    if bounds := _TENS_OF.get(word):
        low, high = map(Decimal, bounds)
        return Numeral(low, high, match.end(), is_in_words=True, is_round=True)
    if word in _ROUND_WORDS:
        about = Decimal(_ROUND_WORDS[word])
        return Numeral(about, about, match.end(), is_in_words=True, is_round=True)
    if word in _EXACT_WORDS:
        return _exact(Decimal(_EXACT_WORDS[word]), match.end())
    if half := _AND_A_HALF.fullmatch(word):
        whole = read_in_words(half["whole"])
        return None if whole is None else _exact(whole + Decimal("0.5"), match.end())
    return _number_words(text, match)


def _number_words(text: str, first: re.Match[str]) -> Numeral | None:
    number, end, words = read_in_words(first[0]), first.end(), first[0]
    if number is None:
        return None
    if _APART_AND_A_HALF.match(text, end):
        return _and_a_part(text, _exact(Decimal(number), end))
    reach = end
    for _ in range(5):
        following = _NEXT_WORD.match(text, reach)
        if following is None:
            break
        reach, words = following.end(), f"{words} {following['word']}"
        longer = read_in_words(words)
        if longer is not None:
            number, end = longer, reach
        elif not following["word"].lower().endswith(_CONTINUES):
            break
    return _exact(Decimal(number), end)


def _exact(number: Decimal, end: int) -> Numeral:
    return Numeral(number, number, end, is_in_words=True)
