"""The table of art. 3.1 Comptabiliteitswet 2016, «Beleidskeuzes uitgelegd».

Sources: art. 3.1 Comptabiliteitswet 2016 (goals, instruments, consequences for the Rijk and for
maatschappelijke sectoren); Kamerstuk 31 865, nr. 198, for the fixed frame and the limit of € 20
million in any year; nr. 231 for the paragraph on evaluation. The limit gives advice and never an
error: programmes below it use the frame too, and whether a letter makes a proposal is not in it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from pmg_docs.checks.prose import is_typed, place_at
from pmg_docs.checks.subject import Subject, SubjectLetter, Written, warn
from pmg_docs.dutch.amounts import AmountNotation, write_amount
from pmg_docs.dutch.dates import MONTHS, whole_years
from pmg_docs.dutch.places import fold_name
from pmg_docs.dutch.reading import read_amount, read_number, read_period
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import (
    Aside,
    Block,
    Cell,
    ListBlock,
    Quotation,
    Table,
    inner_blocks,
    plain_text,
)
from pmg_docs.model.fact import FactSet
from pmg_docs.model.passage import Passage
from pmg_docs.model.passages import passages_in
from pmg_docs.model.place import Place
from pmg_docs.model.value import Amount

CODES = frozenset({"PMG282", "PMG283", "PMG284", "PMG285", "PMG286", "PMG287"})

LABELS: Mapping[str, str] = {
    "doel": "Doel",
    "instrumenten": "Beleidsinstrument(en)",
    "gevolgen_rijk": "Financiële gevolgen voor het Rijk",
    "gevolgen_sectoren": "Financiële gevolgen voor maatschappelijke sectoren",
    "doeltreffendheid": "Nagestreefde doeltreffendheid",
    "doelmatigheid": "Nagestreefde doelmatigheid",
    "evaluatie": "Evaluatieparagraaf",
}
"""The rows in their order, each with its fixed label, numbers left out."""
_FOLDED = {name: fold_name(label) for name, label in LABELS.items()}

LIMIT = Decimal(20_000_000)
"""Euros in any one year from which a proposal must use the frame."""

_ALIKE = 0.8
_NUMBER = re.compile(r"^\d+[a-zA-Z]?[.)]?\s+")
_EMPTY = frozenset({"", "-", "–", "nvt", "n v t", "niet van toepassing", "x", "pm", "p m", "tbd"})
_MOMENT = re.compile(
    rf"\b(?:\d{{4}}|{'|'.join(MONTHS)}|(?:half|twee)?jaarlijkse?|maandelijkse?|"
    r"kwartaal|kwartalen|(?:elk|ieder|per|eerste|tweede|derde|vierde|vijfde|volgend|laatste) jaar|"
    r"(?:na|over|binnen|om de) \w+ (?:jaar|maanden)|na afloop|einde van|halverwege|"
    r"tussentijdse?)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b[Bb]eleidskeuze uitgelegd\b")
_WORDING = re.compile(r"\bgevolgen voor (?:de )?maatschappelijke factoren\b")
_MONEY = re.compile(r"€ ?\d[\d.]*(?:,\d\d|,-)?(?: (?:miljoen|miljard))?|\d[\d.]*(?: miljoen)? euro")
_YEARS = re.compile(r"\b(\d+|[a-zéë]+) jaar\b(?! eerder)")
_WHEN = rf"(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}) \d{{4}}"
_PERIOD = re.compile(rf"\b{_WHEN} tot {_WHEN}")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: which it is, its label as printed, and the passages of its cell.

    `head` holds the passage of the label where a finding may point at it.
    """

    name: str
    label: str
    passages: tuple[Passage, ...]
    head: tuple[Passage, ...] = ()

    @property
    def text(self) -> str:
        """What its cell says."""
        return " ".join(passage.text for passage in self.passages)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Rows that lack, are empty or out of order; sums in 3A; labels; evaluation; the limit."""
    for letter in subject.letters:
        tables = [rows for table in _tables(letter.document.body) if (rows := _rows(table))]
        for rows in tables:
            yield from check_rows(letter, rows)
        yield from wording(letter)
        if letter.is_to_parliament and not tables:
            yield from _limit(subject.facts, letter)


def check_rows(letter: Written, rows: tuple[Row, ...]) -> Iterator[Diagnostic]:
    """What is wrong with the rows of one table, wherever they were read."""
    yield from _complete(letter, rows)
    yield from _in_order(letter, rows)
    yield from _sums(letter, rows)
    yield from _labels(letter, rows)
    yield from _evaluated(letter, rows)


def has_table(letter: SubjectLetter) -> bool:
    """Whether a letter shows the table of CW 3.1, by hand or from a fact."""
    return any(_rows(table) for table in _tables(letter.document.body))


def _tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, ListBlock | Quotation | Aside):
            yield from _tables(tuple(inner_blocks(block)))


def _rows(table: Table) -> tuple[Row, ...]:
    """The rows of a CW 3.1 table, by hand or from a fact; empty for any other table."""
    rows = [_row(row) for row in (table.header, *table.rows) if len(row) == 2]
    title = " ".join(plain_text(line) for line in table.title)
    known = [row for row in rows if row.name]
    return tuple(known) if len(known) >= 4 or (known and "CW 3.1" in title) else ()


def _row(row: tuple[Cell, ...]) -> Row:
    head, cell = (tuple(p for b in c.blocks for p in passages_in(b)) for c in row)
    label = " ".join(passage.text for passage in head)
    return Row(row_called(label), label, cell)


@lru_cache(maxsize=512)
def row_called(label: str) -> str:
    """Which row a label is nearly that of, or empty."""
    bare = fold_name(_NUMBER.sub("", label))
    alike = {name: _likeness(bare, own) for name, own in _FOLDED.items()}
    best = max(alike, key=lambda name: alike[name])
    return best if alike[best] >= _ALIKE else ""


def _likeness(one: str, other: str) -> float:
    """How alike two texts are from 0 to 1, and 0 when they are surely no row of the same name."""
    found = SequenceMatcher(None, one, other)
    # Most texts are whole paragraphs; to compare one letter by letter takes a millisecond.
    may_be = found.real_quick_ratio() >= _ALIKE and found.quick_ratio() >= _ALIKE
    return found.ratio() if may_be else 0.0


def _place(letter: Written, row: Row) -> Place | None:
    for passage in (*row.passages, *row.head):
        if not passage.pieces:
            return letter.at(passage, 0, passage.text)
        if (where := place_at(passage, 0)) is not None:
            return where
    return Place(letter.file)


def _complete(letter: Written, rows: tuple[Row, ...]) -> Iterator[Diagnostic]:
    present = {row.name for row in rows}
    for name, label in LABELS.items():
        if name not in present:
            yield warn(
                "PMG282", f"In de tabel van CW 3.1 ontbreekt de rij {label}.",
                _place(letter, rows[0]), "Het vaste kader heeft zeven rijen.",
            )  # fmt: skip
    for row in rows:
        if fold_name(row.text) in _EMPTY:
            yield warn(
                "PMG282", f"De rij {LABELS[row.name]} van CW 3.1 zegt niets.", _place(letter, row),
                "Schrijf ook op waarom iets niet aan de orde is.",
            )  # fmt: skip


def _in_order(letter: Written, rows: tuple[Row, ...]) -> Iterator[Diagnostic]:
    order = list(LABELS)
    for before, row in pairwise(rows):
        if order.index(before.name) > order.index(row.name):
            yield warn(
                "PMG283", f"In de tabel van CW 3.1 staat {LABELS[row.name]} na "
                f"{LABELS[before.name]}.", _place(letter, row),
                "De volgorde van de rijen ligt vast.",
            )  # fmt: skip


def _sums(letter: Written, rows: tuple[Row, ...]) -> Iterator[Diagnostic]:
    """Row 3A: years against period, and the yearly amount times the years against the total."""
    for row in rows:
        if row.name != "gevolgen_rijk":
            continue
        text = row.text
        years = {n.number for m in _YEARS.finditer(text) if (n := read_number(m[1]))}
        lasts = {whole_years(p) for m in _PERIOD.finditer(text) if (p := read_period(m[0]))}
        if len(years) != 1:
            continue
        [stated] = years
        for period in lasts - {None, int(stated)}:
            yield warn(
                "PMG284", f"Rij 3A noemt {stated:f} jaar, maar de periode duurt {period} jaar.",
                _place(letter, row), "Verbeter de periode of het aantal jaren.",
            )  # fmt: skip
        yield from _total(letter, row, stated)


def _total(letter: Written, row: Row, years: Decimal) -> Iterator[Diagnostic]:
    yearly, total = set(), set()
    for found in _MONEY.finditer(row.text):
        amount = read_amount(found[0])
        after, before = row.text[found.end() :], row.text[: found.start()]
        if amount is None:
            continue
        if re.match(r" per jaar\b", after):
            yearly.add(amount.euros)
        elif re.search(r"\b(?:samen|totaal)(?: \w+){0,2}:? $", before):
            total.add(amount.euros)
    if len(yearly) == len(total) == 1:
        [each], [together] = yearly, total
        if together not in {each * years, each}:
            yield warn(
                "PMG284", f"Rij 3A: {_euros(each)} per jaar, {years:f} jaar lang, is "
                f"{_euros(each * years)}; er staat {_euros(together)}.", _place(letter, row),
                "Reken het uit met de feiten: {{ budget_per_jaar * looptijd_in_jaren }}.",
            )  # fmt: skip


def _euros(amount: Decimal) -> str:
    return write_amount(amount, AmountNotation.KAAL)


def _labels(letter: Written, rows: tuple[Row, ...]) -> Iterator[Diagnostic]:
    for row in rows:
        bare = _NUMBER.sub("", row.label).removesuffix(":").strip()
        if bare not in {LABELS[row.name], "Doel(en)", "Doelen"}:
            yield warn(
                "PMG285", f"De rij heet {LABELS[row.name]}, niet {bare}.",
                _place(letter, replace(row, passages=row.head or row.passages)),
                "De namen van de rijen liggen vast (Kamerstuk 31 865, nr. 198).",
            )  # fmt: skip


def wording(letter: Written) -> Iterator[Diagnostic]:
    """The two slips that a published beslisnota made in the fixed words."""
    for pattern, right in ((_TITLE, "Beleidskeuzes uitgelegd"),
                           (_WORDING, "gevolgen voor maatschappelijke sectoren")):  # fmt: skip
        for passage in letter.passages:
            for found in pattern.finditer(passage.text):
                if is_typed(passage, found.start(), found.end()):
                    yield warn(
                        "PMG285", f"Hier staat {found[0]}; de vaste woorden zijn {right}.",
                        letter.at(passage, found.start(), found[0]),
                        "Neem de woorden van de wet over (art. 3.1 Comptabiliteitswet 2016).",
                    )  # fmt: skip


def _evaluated(letter: Written, rows: tuple[Row, ...]) -> Iterator[Diagnostic]:
    for row in rows:
        if row.name == "evaluatie" and not (_MOMENT.search(row.text) or _is_open(row)):
            yield warn(
                "PMG286", "De evaluatieparagraaf zegt niet wanneer er wordt geëvalueerd.",
                _place(letter, row), "Noem een jaar, of hoe vaak: jaarlijks, na drie jaar.",
            )  # fmt: skip


def _is_open(row: Row) -> bool:
    return any(p.fact is not None and p.fact.is_open for one in row.passages for p in one.pieces)


def _limit(facts: FactSet, letter: SubjectLetter) -> Iterator[Diagnostic]:
    """A letter that shows an amount of € 20 million a year or more, and has no such table."""
    for words in letter.facts():
        path = words.origins[0].path if len(words.origins) == 1 else ""
        value = facts[path].value if path in facts else None
        if isinstance(value, Amount) and "jaar" in value.per and value.euros >= LIMIT:
            yield warn(
                "PMG287", f"Advies: {path} is {_euros(value.euros)} per jaar. Een voorstel vanaf "
                f"{_euros(LIMIT)} in enig jaar krijgt in de brief de tabel van CW 3.1.",
                facts[path].where,
                "Maak een feit met cw31 en zet {{ tabel(beleidskeuze) }} in de brief; is er geen "
                "voorstel, geef PMG287 dan onder ernst een reden.",
            )  # fmt: skip
            return
