"""Whole numbers in words, and back.

Spelling after the Leidraad of the Woordenlijst Nederlandse Taal: one word up to a thousand, a
space after `duizend`, `miljoen` and `miljard` apart, a diaeresis in `tweeëntwintig`. No accents
in `honderdeen`, but the bare number one is `één`, since `een` is also the article.
"""

from functools import cache
from unicodedata import normalize

# fmt: off
_SMALL = (
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
# fmt: on
_LARGE = ((10**9, " miljard"), (10**6, " miljoen"), (10**3, "duizend"))
_LIMIT = 10**12
_ALONE = {"nul": 0, "één": 1, "een": None}


def write_in_words(number: int) -> str:
    """Write a whole number in words: `tweeëntwintig`, `tweeduizend honderd`, `min drie`.

    Raises:
        ValueError: a million million or more.
    """
    if abs(number) >= _LIMIT:
        raise ValueError(f"{number} is te groot om voluit te schrijven")
    if number < 0:
        return f"min {write_in_words(-number)}"
    if number <= 1:
        return ("nul", "één")[number]
    parts = []
    for value, word in _LARGE:
        count, number = divmod(number, value)
        if count == 1 and value == 1000:
            parts.append("duizend")
        elif count:
            parts.append(_below_thousand(count) + word)
    if number:
        parts.append(_below_thousand(number))
    return " ".join(parts)


def read_in_words(text: str) -> int | None:
    """Read a whole number from words; None when they are not one.

    Capitals do not matter. Beside what `write_in_words` gives, `vijftienhonderd` is read. The
    bare word `een` is the article, not a number.
    """
    words = normalize("NFC", text).lower().replace("eén", "één").split()
    if words[:1] == ["min"]:
        number = _read_positive(words[1:])
        return -number if number else None
    return _read_positive(words)


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    start = ("" if hundreds == 1 else _SMALL[hundreds]) + "honderd" if hundreds else ""
    if rest < 20:
        return start + (_SMALL[rest] if rest or not start else "")
    tens, ones = divmod(rest, 10)
    if not ones:
        return start + _TENS[tens - 2]
    joint = "ën" if _SMALL[ones].endswith("e") else "en"
    return start + _SMALL[ones] + joint + _TENS[tens - 2]


@cache
def _known_words() -> dict[str, int]:
    known = {_below_thousand(number): number for number in range(1, 1000)}
    hundreds = {_below_thousand(n) + "honderd": n * 100 for n in range(11, 100) if n % 10}
    return known | hundreds


def _read_positive(words: list[str]) -> int | None:
    if len(words) == 1 and words[0] in _ALONE:
        return _ALONE[words[0]]
    rest = ["een" if word == "één" else word for word in words]
    total = 0
    for value, word in _LARGE:
        count, rest = _read_count(rest, word)
        total += count * value
    if not rest:
        return total or None
    last = _known_words().get(rest[0])
    if last is None or len(rest) > 1:
        return None
    counts_thousands_twice = last >= 1000 and total % 10**6
    return None if counts_thousands_twice else total + last


def _read_count(words: list[str], large: str) -> tuple[int, list[str]]:
    """Take `twee miljoen` or `tweeduizend` off the front; count 0 when it is not there."""
    known = _known_words()
    if large.startswith(" "):
        if words[1:2] == [large.strip()] and known.get(words[0], 1000) < 1000:
            return known[words[0]], words[2:]
        return 0, words
    if words[:1] == [large]:
        return 1, words[1:]
    count = known.get(words[0].removesuffix(large), 0) if words else 0
    if words and words[0].endswith(large) and 1 < count < 1000:
        return count, words[1:]
    return 0, words
