"""Figures by year."""

import re
from collections.abc import Iterator

from pmg_docs.facts.amounts import wrong_amounts
from pmg_docs.facts.figure_shapes import SeriesShape, Unit
from pmg_docs.inputs.located import KeyPath, Located
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.value import Series

_FIRST, _LAST = 1900, 2100
_YEAR = re.compile(r"[12][0-9]{3}")


def read_series(shape: SeriesShape, located: Located, path: KeyPath) -> Series:
    """Figures by year.

    Raises:
        Refused: there are none, a year is none or stands too early, an amount cannot be, or the
            series goes on from another year than its last.
    """
    inside = (*path, "reeks")
    findings = list(_wrong_years(shape, located, inside))
    is_money = shape.eenheid is Unit.EURO
    if is_money:
        findings.extend(wrong_amounts(shape.reeks, located, inside, may_be_negative=True))
    if findings:
        raise Refused(findings)
    years = tuple((int(year), figure) for year, figure in shape.reeks.items())
    last = years[-1][0]
    if shape.structureel_vanaf not in (None, last):
        raise Refused(
            Diagnostic("PMG214", f"Een reeks loopt door vanaf haar laatste jaar, en dat is {last}.",
                       located.place((*path, "structureel_vanaf")),
                       hints=(f"Typ {last}, of vul de reeks aan.",))
        )  # fmt: skip
    return Series(years, is_money, shape.structureel_vanaf)


def _wrong_years(shape: SeriesShape, located: Located, inside: KeyPath) -> Iterator[Diagnostic]:
    if not shape.reeks:
        yield Diagnostic("PMG213", "Deze reeks is leeg.", located.place(inside),
                         hints=("Schrijf {2024: 500000, 2025: 750000}.",))  # fmt: skip
    before = 0
    for typed in shape.reeks:
        where = located.key_place((*inside, typed))
        if not (_YEAR.fullmatch(typed) and _FIRST <= int(typed) <= _LAST):
            yield Diagnostic("PMG213", f"'{typed[:40]}' is geen jaar.", where,
                             hints=(f"Typ een jaar van {_FIRST} tot en met {_LAST}.",))  # fmt: skip
        elif int(typed) <= before:
            yield Diagnostic("PMG213", f"{typed} staat na {before}.", where,
                             hints=("Zet de jaren van vroeg naar laat.",))  # fmt: skip
        else:
            before = int(typed)
