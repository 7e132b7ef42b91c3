"""What is known of each fact, as the page tells it."""

from collections.abc import Mapping
from dataclasses import dataclass

from pmg_docs.model.value import Gap
from pmg_docs.writers.review_page.contents import Contents, Sheet, Showing
from pmg_docs.writers.review_page.names import rule_id, showing_id

_AROUND = 110
"""Characters of a sentence on either side of a fact that a reader needs to know the place."""
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence with the words of a fact in it, shortened where it is long."""

    name: str
    section: str
    before: str
    words: str
    after: str
    remark: str


@dataclass(frozen=True, slots=True)
class Place:
    """All places of one document that show a fact."""

    letter: str
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A sheet with its places by document, its rules by name, and which kind of thing it is."""

    name: str
    sheet: Sheet
    rules: tuple[tuple[str, str], ...]
    places: tuple[Place, ...]

    @property
    def is_open(self) -> bool:
        """Whether it is still a gap."""
        return self.sheet.fact is not None and isinstance(self.sheet.fact.value, Gap)

    @property
    def count(self) -> int:
        """How often it is shown."""
        return len(self.sheet.showings)

    @property
    def origin(self) -> str:
        """Where a value comes from that is no fact of the dossier."""
        return "huisstijl" if self.sheet.where.file.endswith(".yaml") else "brief"


def entries(contents: Contents, sheets: Mapping[str, str]) -> tuple[Entry, ...]:
    """Every sheet as the page tells it.

    Args:
        contents: what the page shows.
        sheets: the name on the page of each sheet, by its key.
    """
    names = {sheet.key: sheet.name for sheet in contents.sheets}
    rules = {rule.rule.code: rule_id(number) for number, rule in enumerate(contents.rules)}
    return tuple(
        Entry(
            sheets[sheet.key],
            sheet,
            tuple((rules[code], code) for code in sheet.rules),
            _places(contents, sheet, names),
        )
        for sheet in contents.sheets
    )


def _places(contents: Contents, sheet: Sheet, names: Mapping[str, str]) -> tuple[Place, ...]:
    by_paper: dict[int, list[Quoted]] = {}
    for showing in sheet.showings:
        by_paper.setdefault(showing.paper, []).append(_quoted(showing, names))
    return tuple(
        Place(contents.papers[number].letter, tuple(quoted)) for number, quoted in by_paper.items()
    )


def _quoted(showing: Showing, names: Mapping[str, str]) -> Quoted:
    before, after = showing.sentence[: showing.start], showing.sentence[showing.end :]
    others = ", ".join(names[other] for other in showing.others)
    remarks = (f"berekend, ook uit {others}" if others else "",
               f"in de tekst van {showing.via}" if showing.via else "")  # fmt: skip
    return Quoted(
        showing_id(showing.paper, showing.number),
        showing.section,
        unbroken(before if len(before) <= _AROUND else "…" + before[-_AROUND:]),
        shortened(showing.sentence[showing.start : showing.end]),
        unbroken(after if len(after) <= _AROUND else after[:_AROUND] + "…"),
        "; ".join(filter(None, remarks)),
    )


def unbroken(words: str) -> str:
    """Words in which no line ends between € and its amount."""
    return words.replace("€ ", "€\N{NO-BREAK SPACE}")


def shortened(words: str) -> str:
    """Words of which only the middle is left out when they are long, such as a list of names."""
    if len(words) <= _LONGEST:
        return unbroken(words)
    half = _LONGEST // 2
    return f"{words[:half].rstrip()} … {words[-half:].lstrip()}"
