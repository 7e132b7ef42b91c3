"""How findings are said to people."""

import os
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby

from pmg_docs.model.diagnostic import Diagnostic, worst_first

_WIDEST_LINE = 100
_SCREEN = 40
"""Lines, where nobody can tell how high the screen is."""
_KEPT = 6
"""Lines that stay free for what is said after the findings."""


def say_findings(findings: Sequence[Diagnostic], *, was_at_work: bool = True) -> None:
    """Print findings to standard error, worst first, each with its line and hints.

    `was_at_work` says that something could have been written, so that it helps to hear it was not.
    """
    ordered = worst_first(findings)
    for finding in ordered:
        print(_told(finding), file=sys.stderr)
    print(f"{_tally(ordered)}.", file=sys.stderr)
    if was_at_work and any(finding.stops for finding in ordered):
        print("Er is niets geschreven of overschreven.", file=sys.stderr)


def say_by_document(findings: Sequence[Diagnostic], *, is_whole: bool) -> None:
    """Print findings by document, errors before warnings, no more than a screen or the whole."""
    ordered = worst_first(findings)
    free = None if is_whole else _height() - _KEPT
    shown = 0
    for block in _blocks(ordered):
        if free is not None:
            free -= _rows(block)
            if free < 0 and shown:
                break
        print(block, file=sys.stderr)
        shown += 1
    if more := len(ordered) - shown:
        print(f"… en nog {counted(more, 'melding', 'meldingen')}; toon alles met --all",
              file=sys.stderr)  # fmt: skip
    print(f"{_tally(ordered)}.", file=sys.stderr)


def _blocks(ordered: Sequence[Diagnostic]) -> Iterator[str]:
    """What is printed one after another: findings, with a heading where the document changes."""
    has_headings = len({_file_of(finding) for finding in ordered}) > 1
    for (_, file), group in groupby(ordered, key=lambda f: (f.stops, _file_of(f))):
        same = tuple(group)
        told = _told(same[0])
        if has_headings and file:
            told = f"── {file}: {_tally(same)}\n\n{told}"
        yield told
        yield from map(_told, same[1:])


def _file_of(finding: Diagnostic) -> str:
    return finding.where.file if finding.where else ""


def _height() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).lines
    except (OSError, ValueError):
        return _SCREEN


def _rows(block: str) -> int:
    return block.count("\n") + 1


def _tally(findings: Sequence[Diagnostic]) -> str:
    errors = sum(1 for finding in findings if finding.stops)
    warnings = len(findings) - errors
    counts = (counted(errors, "fout", "fouten"),
              counted(warnings, "waarschuwing", "waarschuwingen"))  # fmt: skip
    return " en ".join(count for count in counts if count)


def _told(finding: Diagnostic) -> str:
    where = f" {finding.where}" if finding.where else ""
    lines = [f"{finding.severity} {finding.code}{where}"]
    if finding.line and finding.where:
        shown, column = _window(_safe(finding.line), finding.where.column)
        lines += [f"    {shown}", f"    {' ' * (column - 1)}^"]
    lines.append(f"  {finding.message}")
    lines += [f"    {_safe(detail)}" for detail in finding.details]
    lines += [f"  Tip: {hint}" for hint in finding.hints]
    return "\n".join(lines) + "\n"


_SPACES = frozenset("\t\u00a0\u2007\u202f")
"""White space that does nothing to a terminal; text from a web page is full of it."""


def _safe(line: str) -> str:
    """A line that can do nothing to the terminal: a sign for each character that cannot be seen."""
    return "".join(
        char if char.isprintable() else " " if char in _SPACES else "\ufffd" for char in line
    )


def _window(line: str, column: int) -> tuple[str, int]:
    """The part of a long line around a column, and the column in that part."""
    if len(line) <= _WIDEST_LINE:
        return line, min(column, len(line) + 1)
    start = max(0, min(column - _WIDEST_LINE // 2, len(line) - _WIDEST_LINE))
    return line[start : start + _WIDEST_LINE], column - start


def counted(number: int, one: str, more: str) -> str:
    """A number with its noun: `1 fout`, `2 fouten`; empty for none."""
    if not number:
        return ""
    return f"{number} {one if number == 1 else more}"
