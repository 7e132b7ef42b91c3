"""Markdown that reads well as it is, in a mail: the frame on top, then the text, then the notes."""

from itertools import groupby

from pmg_docs.model.document import Area, Document, Field, Line, Text
from pmg_docs.specs.look import Look
from pmg_docs.writers.markdown.body import blocks_text, item_text
from pmg_docs.writers.markdown.line import line_text

_BREAK = "  \n"
_ON_ONE_LINE = frozenset({Area.STATUS, Area.RETURN})


def write(document: Document, look: Look) -> bytes:  # noqa: ARG001 - Markdown has no look
    """Write a document as Markdown in UTF-8, one line a paragraph."""
    shown = document.shown_in("md")
    frame = tuple(part for area in Area for part in _area(shown, area))
    notes = tuple(item_text(f"[^{note.number}]: ", note.blocks) for note in shown.notes)
    parts = (*frame, "---", blocks_text(shown.body), *notes)
    return ("\n\n".join(part for part in parts if part) + "\n").encode("utf-8")


def _area(document: Document, area: Area) -> tuple[str, ...]:
    fields = tuple(field for field in document.first_page if field.area is area)
    if area is Area.TITLE:
        return tuple(_title(field, is_first=field is fields[0]) for field in fields)
    if area is Area.INITIALS:
        return tuple(_stacked(_lines(field)) for field in fields)
    return (_stacked(tuple(line for field in fields for line in _lines(field))),)


def _title(field: Field, *, is_first: bool) -> str:
    if is_first and not field.label and len(field.lines) == 1:
        return f"# {line_text(field.lines[0], in_heading=True)}"
    return _stacked(_lines(field, bold=True))


def _stacked(lines: tuple[str, ...]) -> str:
    """Lines under each other; an empty one parts what stands above it from what follows."""
    groups = (tuple(group) for is_full, group in groupby(lines, bool) if is_full)
    return "\n\n".join(map(_BREAK.join, groups))


def _lines(field: Field, *, bold: bool = False) -> tuple[str, ...]:
    """The lines of a field, its label in bold before the first."""
    if field.area in _ON_ONE_LINE:
        return (line_text(_on_one_line(field), bold=field.area is Area.STATUS, in_table=True),)
    is_bold = bold or field.is_strong
    lines = [line_text(line, bold=is_bold, in_table=True) for line in field.lines]
    if field.label:
        label = line_text((Text(field.label),), bold=True, in_table=True)
        return (f"{label} {lines[0]}",) if len(lines) == 1 else (label, *lines)
    return tuple(lines)


def _on_one_line(field: Field) -> Line:
    lines = ((Text(field.label),), *field.lines)
    return tuple(inline for line in lines for inline in (*line, Text(" ")))
