"""Amounts of money that one file writes in two ways.

Source: Taaladvies.net on the euro: a sign with a space before the figures, and for a whole amount
`,-` or nothing behind them; one way in one text. The beslisnota of 4 April 2024 on Preventie met
Gezag has `€ 500.000,-` and, one page on, `€10.000.000`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pmg_docs.checks.defects.manuscript import Manuscript
from pmg_docs.checks.prose import is_cited, is_in_table
from pmg_docs.checks.subject import warn
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.passage import Passage

_SCALE = r"(?: (?:miljoen|miljard|mln\.?|mld\.?|mrd\.?)\b)"
_FIGURES = r"\d{1,3}(?:[. ]\d{3})+|\d+"
_WITH_SIGN = re.compile(
    rf"(?<![\w€])€(?P<space> ?)(?P<figures>{_FIGURES})(?P<tail>,(?:-|–|=|\d+))?(?P<scale>{_SCALE})?"
)
_WITH_WORD = re.compile(rf"(?<![\w€.,])(?<!€ )(?:{_FIGURES})(?:,\d+)?{_SCALE}? euro\b")
_IN_UNITS = re.compile(r"(?:x|×|maal) $", re.IGNORECASE)
"""`bedragen x € 1.000` is what a table counts in."""


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount as written, and its form: of each way to write it, which was taken."""

    text: str
    passage: Passage
    start: int
    form: tuple[tuple[str, str], ...]


def two_notations(text: Manuscript) -> Iterator[Diagnostic]:
    """The first amount that is written in another way than one before it, for each way."""
    seen: dict[str, _Amount] = {}
    told: set[str] = set()
    for amount in _amounts(text):
        other = [
            (way, seen[way])
            for way, form in amount.form
            if way in seen and dict(seen[way].form)[way] != form and way not in told
        ]
        if other:
            told |= {way for way, _ in other}
            ways = " en ".join(way for way, _ in other)
            yield warn(
                "PMG381", f"Hier staat {amount.text}, en eerder {other[0][1].text}: de ene keer "
                f"{ways}, de andere keer niet.", text.at(amount.passage, amount.start, amount.text),
                "Schrijf bedragen in één stuk op één manier.",
            )  # fmt: skip
        for way, _ in amount.form:
            seen.setdefault(way, amount)


def _amounts(text: Manuscript) -> Iterator[_Amount]:
    """The amounts of the running text, in order; what is quoted is somebody else's."""
    for passage in text.passages:
        found = [*_signed(passage), *_worded(passage)]
        yield from sorted(found, key=lambda amount: amount.start)


def _signed(passage: Passage) -> Iterator[_Amount]:
    for found in _WITH_SIGN.finditer(passage.text):
        is_whole_cell = is_in_table(passage) and found[0] == passage.text.strip()
        is_unit = _IN_UNITS.search(passage.text[max(0, found.start() - 6) : found.start()])
        if is_whole_cell or is_unit or is_cited(passage, found.start()):
            continue
        form = [("met spatie achter €", found["space"]), ("met het teken €", "€")]
        is_whole = found["tail"] is None or found["tail"] in {",-", ",–", ",="}
        if is_whole and not found["scale"] and len(found["figures"]) > 3:
            form.append(("met ,- erachter", found["tail"] or ""))
        yield _Amount(found[0], passage, found.start(), tuple(form))


def _worded(passage: Passage) -> Iterator[_Amount]:
    for found in _WITH_WORD.finditer(passage.text):
        if not is_cited(passage, found.start()):
            yield _Amount(found[0], passage, found.start(), (("met het teken €", "euro"),))
