"""Cells of a table that hold a bare number: what heading, row and caption make of it.

`500` under `Bedrag per jaar (x € 1.000)`, in the row of Almelo, is read as `Almelo bedrag per jaar
€ 500.000`. What that says is held against the facts as any other sentence is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pmg_docs.dutch.numbers import write_number
from pmg_docs.model.passage import Passage, Shape

_PLACE = re.compile(r"(?P<table>.*\btabel [0-9]+), rij (?P<row>[0-9]+), kolom (?P<column>[0-9]+)$")
_NUMBER = re.compile(
    r"(?:€ ?)?(?P<number>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,12})(?P<part>,[0-9]{1,2})?(?:,[-–—])?"
    r"(?: ?(?:euro|€))?"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_UNIT = re.compile(
    r"\(?(?<!\w)(?:[x×*] ?(?:€|eur|euro)? ?(?P<times>1[. ]?000[. ]?000|1[. ]?000"
    r"|1 ?(?:mln|miljoen)|mln|miljoen|duizend)\.?(?: ?(?:€|euro))?"
    r"|(?:bedragen )?in (?:(?P<word>duizenden|duizend|miljoenen|miljoen|mln\.?) ?)?"
    r"(?:€(?: ?(?P<short>mln|miljoen|k)\b)?|euro[’']?s?\b|eur\b)"
    r"|€ ?(?P<bare>mln|miljoen|k)\b)\.?\)?|\(€\)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\b(?:bedrag|bedragen|budget|bijdragen?|kosten|uitgaven|subsidie)\b", re.I)
_COUNT = re.compile(r"aantal (?P<noun>[^\W\d_]{3,40})(?: .*)?", re.IGNORECASE)
_TOTAL = re.compile(r"(?:sub)?tota(?:al|le)\b", re.IGNORECASE)
_FEWEST_EUROS = 1000
"""Without a unit, a smaller number under `Bedrag` may as well be thousands of euros."""
_LONGEST = 120
"""Characters of a heading or a row's name; what is longer is a text and no name."""
_HEADING_ROWS = 2


@dataclass(frozen=True, slots=True)
class CellSentence:
    """What a cell comes to, and where in it the number of the cell stands."""

    text: str
    start: int
    end: int


def cell_sentences(passages: Sequence[Passage]) -> dict[int, CellSentence]:
    """Of the passages that are a cell with a bare number, by index, what they come to in words."""
    cells: dict[tuple[str, int, int], tuple[int, str]] = {}
    captions: dict[str, str] = {}
    last = ""
    for index, passage in enumerate(passages):
        place = _PLACE.match(passage.place) if passage.shape is Shape.CELL else None
        if place is None:
            last = passage.text
            continue
        captions.setdefault(place["table"], last)
        cells.setdefault(
            (place["table"], int(place["row"]), int(place["column"])), (index, passage.text)
        )
    found = {}
    for (table, row, column), (index, text) in cells.items():
        number = _NUMBER.fullmatch(text)
        if number and not (_YEAR.fullmatch(text) and row == 1):
            around = _Surroundings.of(cells, (table, row, column), captions[table])
            if sentence := around.sentence(number):
                found[index] = sentence
    return found


@dataclass(frozen=True, slots=True)
class _Surroundings:
    heading: str
    name: str
    caption: str

    @classmethod
    def of(
        cls, cells: dict[tuple[str, int, int], tuple[int, str]], at: tuple[str, int, int],
        caption: str,
    ) -> "_Surroundings":  # fmt: skip
        table, row, column = at
        above = (
            cells.get((table, r, column), (0, ""))[1] for r in range(1, min(row, 1 + _HEADING_ROWS))
        )
        heading = " ".join(t for t in above if not _NUMBER.fullmatch(t) or _YEAR.fullmatch(t))
        name = cells.get((table, row, 1), (0, ""))[1] if column > 1 else ""
        corner = cells.get((table, 1, 1), (0, ""))[1]
        short = (text if len(text) <= _LONGEST else "" for text in (heading, name, caption, corner))
        heading, name, caption, corner = short
        return cls(heading, name, f"{caption} {corner}")

    def sentence(self, number: re.Match[str]) -> CellSentence | None:
        """The number with its unit behind the words of its row and heading."""
        told = " ".join(filter(None, map(_bare, (self.name, self.heading))))
        told = _TOTAL.sub("in totaal", told)
        for text in (self.heading, self.name):
            if count := _COUNT.fullmatch(_bare(text)):
                return _ending(f"{told}: ", f"{number[0]} {count['noun'].lower()}")
        scale = self._scale(number)
        if scale is None:
            return None
        euros = Decimal(
            (number["number"] + (number["part"] or "")).replace(".", "").replace(",", ".")
        )
        amount = write_number(Decimal(format(euros * scale, "f")))
        return _ending(f"{told} ", f"€ {amount}")

    def _scale(self, number: re.Match[str]) -> int | None:
        units = (_UNIT.search(text) for text in (self.heading, self.name, self.caption))
        unit = next((unit for unit in units if unit), None)
        if unit is not None:
            return _scale_of(unit)
        is_money = "€" in number[0] or "euro" in number[0]
        is_large = Decimal(number["number"].replace(".", "")) >= _FEWEST_EUROS
        is_amount = any(_AMOUNT.search(text) for text in (self.heading, self.name))
        return 1 if is_money or (is_large and is_amount) else None


def _ending(lead: str, number: str) -> CellSentence:
    return CellSentence(f"{lead}{number}", len(lead), len(lead) + len(number))


def _bare(text: str) -> str:
    """A heading without its unit: `Bedrag (x € 1.000)` gives `bedrag`, a name keeps its capital."""
    words = " ".join(_UNIT.sub(" ", text).split()).rstrip(" :")
    is_amount = _AMOUNT.match(words) or _COUNT.match(words)
    return words[:1].lower() + words[1:] if is_amount else words


def _scale_of(unit: re.Match[str]) -> int:
    said = next((said for said in unit.groups() if said), "").lower()
    digits = re.sub(r"[. ]", "", said)
    if digits.startswith(("1000000", "1m", "m")):
        return 1_000_000
    return 1_000 if digits else 1


def words_of(sentence: CellSentence) -> Iterator[str]:
    """The words before the number, in small letters."""
    yield from re.findall(r"[^\W\d_]+", sentence.text[: sentence.start].lower())
