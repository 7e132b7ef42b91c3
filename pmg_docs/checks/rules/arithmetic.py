"""Figures that follow from one another: counts, totals, and words that round.

A dossier writes what must hold under `regels`. Here are the sums that everybody takes to hold by
the names of the facts and by what an amount is counted per; a rule of the dossier over the same
facts goes before them, since it may know of something that comes on top.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from pmg_docs.checks.prose import is_cited, is_typed, pieces_in
from pmg_docs.checks.subject import Subject, SubjectLetter, warn
from pmg_docs.dutch.amounts import AmountNotation, write_amount
from pmg_docs.dutch.dates import whole_years
from pmg_docs.dutch.numbers import write_number
from pmg_docs.dutch.reading import read_amount, read_number
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Cell, Table
from pmg_docs.model.fact import Fact, FactSet
from pmg_docs.model.passage import Passage
from pmg_docs.model.passages import passages_in
from pmg_docs.model.value import Amount, Municipalities, Number, Period, Series

CODES = frozenset({"PMG297", "PMG298"})

_BUDGET = ("budget", "totaal", "beschikbaar")
"""Parts of names of facts that hold all the money there is."""

_ALL = re.compile(r"(?:totaal|samen|in totaal|som)\b", re.IGNORECASE)
_ROUNDS = re.compile(
    r"\b([Rr]uim|[Mm]eer dan|[Bb]ijna|[Kk]rap|[Mm]inder dan) "
    r"(€ ?\d[\d.]*(?:,\d+|,-)?(?: (?:miljoen|miljard))?|"
    r"\d[\d.]*(?:,\d+)?(?: (?:miljoen|miljard))? euro)"
)
_NEAR = Decimal("0.1")
_SCALES = {"miljoenen": Decimal(10) ** 6, "miljarden": Decimal(10) ** 9}
_SOME = re.compile(r"\b([Tt]ientallen|[Hh]onderden) (miljoenen|miljarden)\b")
_TIMES = {"tientallen": Decimal(10), "honderden": Decimal(100)}


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Counts and totals that do not come out, and rounding words that round the other way."""
    yield from _counts(subject.facts)
    yield from _money(subject.facts)
    amounts = [
        (fact.path, v.euros) for fact in subject.facts if isinstance(v := fact.value, Amount)
    ]
    for letter in subject.letters:
        for block in letter.document.body:
            if isinstance(block, Table):
                yield from _table(letter, block)
        for passage in letter.passages:
            yield from _rounded(letter, passage, amounts)
            yield from _some(letter, passage, amounts)


def _is_held(facts: FactSet, *paths: str) -> bool:
    """Whether a rule of the dossier speaks of all these facts."""
    return any(
        all(re.search(rf"\b{path}\b", rule.expression) for path in paths) for rule in facts.rules
    )


def _counts(facts: FactSet) -> Iterator[Diagnostic]:
    """`aantal_gemeenten` against the list `gemeenten`."""
    for fact in facts:
        if not isinstance(fact.value, Municipalities):
            continue
        for name in (f"aantal_{fact.path}", f"{fact.path}_aantal"):
            count = facts.facts.get(name)
            if count is None or not isinstance(count.value, Number):
                continue
            if count.value.number != fact.value.count and not _is_held(facts, name, fact.path):
                yield warn(
                    "PMG297", f"{name} is {count.value.number:f}, maar {fact.path} telt "
                    f"{fact.value.count} gemeenten.", count.where,
                    f"In een brief telt {{{{ {fact.path} | aantal }}}} zelf.",
                )  # fmt: skip


def _money(facts: FactSet) -> Iterator[Diagnostic]:
    """Per municipality a year, times municipalities, is a year; times years is the total."""
    amounts = [(fact, fact.value) for fact in facts if isinstance(fact.value, Amount)]
    each = [one for one in amounts if set(one[1].per) == {"gemeente", "jaar"}]
    yearly = [one for one in amounts if one[1].per == ("jaar",) and _is_budget(one[0])]
    total = [
        one for one in amounts if not one[1].per and one[0].path in {"totaal", "budget_totaal"}
    ]
    lists = [fact for fact in facts if isinstance(fact.value, Municipalities)]
    if len(each) == len(yearly) == len(lists) == 1 and isinstance(lists[0].value, Municipalities):
        yield from _product(facts, each[0], Decimal(lists[0].value.count), "gemeenten", yearly[0])
    years = _years(facts)
    if len(yearly) == len(total) == 1 and years is not None:
        yield from _product(facts, yearly[0], years, "jaar", total[0])
    for fact in facts:
        if not isinstance(fact.value, Series) or not fact.value.is_money:
            continue
        stated = [one for one in amounts if one[0].path in {f"totaal_{fact.path}",
                                                            f"{fact.path}_totaal"}]  # fmt: skip
        together = sum((figure for _, figure in fact.value.years), Decimal())
        for other, value in stated:
            if value.euros != together and not _is_held(facts, other.path, fact.path):
                yield warn(
                    "PMG297", f"{other.path} is {_euros(value.euros)}, maar de jaren van "
                    f"{fact.path} zijn samen {_euros(together)}.", other.where,
                    f"{fact.path} staat in {fact.where.file}, regel {fact.where.line}.",
                )  # fmt: skip


def _is_budget(fact: Fact) -> bool:
    return any(part in fact.path for part in _BUDGET)


def _years(facts: FactSet) -> Decimal | None:
    """The one number of years of a dossier, when its periods and numbers agree on it."""
    found: set[Decimal] = set()
    for fact in facts:
        if isinstance(fact.value, Period) and (years := whole_years(fact.value)):
            found.add(Decimal(years))
        elif isinstance(fact.value, Number) and re.fullmatch(
            r".*_in_jaren|aantal_jaren", fact.path
        ):
            found.add(fact.value.number)
    return found.pop() if len(found) == 1 else None


def _product(
    facts: FactSet, one: tuple[Fact, Amount], times: Decimal, unit: str, whole: tuple[Fact, Amount]
) -> Iterator[Diagnostic]:
    (part, each), (total, stated) = one, whole
    if each.euros * times == stated.euros or _is_held(facts, total.path):
        return
    yield warn(
        "PMG297", f"{total.path} is {_euros(stated.euros)}, maar {part.path} maal {times:f} {unit} "
        f"is {_euros(each.euros * times)}.", total.where,
        "Is het verschil bedoeld, leg het dan vast met een regel onder regels.",
    )  # fmt: skip


def _euros(amount: Decimal) -> str:
    return write_amount(amount, AmountNotation.KAAL)


def _table(letter: SubjectLetter, table: Table) -> Iterator[Diagnostic]:
    """A typed table whose last row gives the total of the rows above it."""
    if len(table.rows) < 3 or not table.rows[-1] or not _ALL.match(_text(table.rows[-1][0])):
        return
    for column in range(1, table.columns):
        cells = [row[column] for row in table.rows if len(row) > column]
        figures = [_figure(_text(cell)) for cell in cells]
        if len(figures) != len(table.rows) or any(figure is None for figure in figures):
            continue
        *parts, total = [figure for figure in figures if figure is not None]
        together = sum((number for number, _ in parts), Decimal())
        slack = sum((unit for _, unit in (*parts, total)), Decimal()) / 2
        if abs(together - total[0]) > slack:
            passage = next(p for block in cells[-1].blocks for p in passages_in(block))
            yield warn(
                "PMG297", f"Het totaal in deze kolom is {_text(cells[-1])}, maar de rijen zijn "
                f"samen {write_number(together)}.", letter.at(passage, 0, passage.text),
                "Verbeter een van de cijfers, of maak er een feit met reeks of verdeling van.",
            )  # fmt: skip


def _text(cell: Cell) -> str:
    return " ".join(p.text for block in cell.blocks for p in passages_in(block)).strip()


def _figure(text: str) -> tuple[Decimal, Decimal] | None:
    """A figure, and how much rounding may have changed it: nothing for a plain whole number."""
    amount, number = read_amount(text), read_number(text)
    value = amount.euros if amount else number.number if number else None
    if value is None:
        return None
    digits = re.search(r",(\d+)", text)
    scale = _SCALES["miljoenen"] if re.search(r"miljoen|mln", text) else (
        _SCALES["miljarden"] if re.search(r"miljard|mld", text) else Decimal(1)
    )  # fmt: skip
    is_exact = scale == 1 and (digits is None or amount is not None)
    decimals = len(digits[1]) if digits else 0
    return value, Decimal() if is_exact else scale / Decimal(10) ** decimals


def _rounded(
    letter: SubjectLetter, passage: Passage, amounts: list[tuple[str, Decimal]]
) -> Iterator[Diagnostic]:
    """`ruim 10 miljoen` where the one fact that it can be is less, or exactly that."""
    for found in _ROUNDS.finditer(passage.text):
        word, shown = found[1].lower(), read_amount(found[2])
        if shown is None or is_cited(passage, found.start()):
            continue
        near = _meant(passage, found, amounts, shown.euros)
        if len(near) != 1:
            continue
        [(path, value)] = near
        is_up = word in {"ruim", "meer dan"}
        if value > shown.euros if is_up else value < shown.euros:
            continue
        yield warn(
            "PMG298", f"Hier staat {found[0]}, maar {path} is {_euros(value)}.",
            letter.at(passage, found.start(), found[1]),
            "Laat dit woord weg." if value == shown.euros
            else f"Schrijf {'bijna' if is_up else 'ruim'}.",
        )  # fmt: skip


def _meant(
    passage: Passage, found: re.Match[str], amounts: list[tuple[str, Decimal]], shown: Decimal
) -> list[tuple[str, Decimal]]:
    """The facts that a rounded amount can stand for: the one it comes from, or those near it."""
    pieces = [piece.fact for piece in pieces_in(passage, *found.span(2)) if piece.fact is not None]
    if pieces:
        paths = {origin.path for fact in pieces for origin in fact.origins}
        return [(path, value) for path, value in amounts if path in paths]
    return [(path, value) for path, value in amounts if abs(value - shown) <= shown * _NEAR]


def _some(
    letter: SubjectLetter, passage: Passage, amounts: list[tuple[str, Decimal]]
) -> Iterator[Diagnostic]:
    """`tientallen miljoenen` beside an amount, where no amount of the dossier is of that size."""
    if not any(piece.fact is not None and piece.fact.kind == "bedrag" for piece in passage.pieces):
        return
    for found in _SOME.finditer(passage.text):
        least = _TIMES[found[1].lower()] * _SCALES[found[2]]
        if any(2 * least <= value < 10 * least for _, value in amounts):
            continue
        if is_typed(passage, *found.span()) and not is_cited(passage, found.start()):
            largest = max(value for _, value in amounts) if amounts else Decimal()
            yield warn(
                "PMG298", f"Hier staat {found[0]}; het grootste bedrag in de feiten is "
                f"{_euros(largest)}.", letter.at(passage, found.start(), found[0]),
                "Noem het feit, of kies een woord dat past.",
            )  # fmt: skip
