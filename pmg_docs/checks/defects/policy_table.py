"""The table of art. 3.1 Comptabiliteitswet 2016 in a file, whatever became of its cells.

Word and HTML keep rows and columns, a text has tabs or nothing at all. The fixed labels tell where
a row begins, and what stands below one is its cell. See `checks.rules.cw31` for the sources.
"""

from collections.abc import Iterator

from pmg_docs.checks.defects.manuscript import Manuscript
from pmg_docs.checks.defects.sections import found_sections
from pmg_docs.checks.rules.cw31 import Row, check_rows, row_called, wording
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.passage import Passage, Shape
from pmg_docs.model.place import Place

_LEAST = 4
"""Fewer rows may be words that happen to be those of a label."""
_LONGEST_LABEL = 90
_MOST = 8
"""Passages that are taken for the last cell of a table that has no end."""


def policy_table(text: Manuscript) -> Iterator[Diagnostic]:
    """What is wrong in the tables, and in the fixed words; of one passage each fault once."""
    told: set[tuple[str, int]] = set()
    faults = [fault for rows in _tables(text) for fault in check_rows(text, rows)]
    for fault in (*wording(text), *faults):
        number, _ = text.shown.get(fault.where or Place(""), (0, ""))
        key = (fault.code, number)
        if fault.code != "PMG285" or key not in told:
            told.add(key)
            yield fault


def _tables(text: Manuscript) -> Iterator[tuple[Row, ...]]:
    rows: list[Row] = []
    for row in _rows(text):
        if any(row.name == earlier.name for earlier in rows):
            yield from (tuple(rows),) if len(rows) >= _LEAST else ()
            rows = []
        rows.append(row)
    yield from (tuple(rows),) if len(rows) >= _LEAST else ()


def _rows(text: Manuscript) -> Iterator[Row]:
    sections = text.doc_type.sections if text.doc_type else ()
    headings = {id(passage) for _, passage in found_sections(text.passages, sections)}
    label: Passage | None = None
    cell: list[Passage] = []
    for passage in text.passages:
        name = _name(passage)
        is_end = id(passage) in headings or (len(cell) >= _MOST and passage.shape is not Shape.CELL)
        if label is not None and (name or is_end):
            yield _row(label, cell)
            label, cell = None, []
        if name:
            label, cell = passage, []
        elif label is not None:
            cell.append(passage)
    if label is not None:
        yield _row(label, cell)


def _name(passage: Passage) -> str:
    return row_called(passage.text) if len(passage.text) <= _LONGEST_LABEL else ""


def _row(label: Passage, cell: list[Passage]) -> Row:
    return Row(_name(label), label.text, tuple(cell), (label,))
