"""Where on a line of Markdown a word of the printed text is typed.

The printed words differ from the line: emphasis, escapes, links and no-break spaces are gone, and
what stands between `{{ }}` or in a branch that was not taken is not there at all. So the word is
looked for, and of more places the one is taken whose surroundings agree best with the printed ones.
"""

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from pmg_docs.model.place import Place

_DRESS = frozenset("\\*_`")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\]\([^)]*\)|\[\^[^\]]*\]")
FACT = "\ufffc"
"""Stands for the words of a fact, which a line does not have."""
_WIDEST = 60
_MOST_FOLDED = 60
_KEY = re.compile(r" *[a-z_]+:(?: |$)")
_LONGEST_LINE = 10_000
"""On a longer line no column is looked for: it would take time for each of its figures."""


@dataclass(frozen=True, slots=True)
class _Plain:
    """Text without dress, with the position of each of its characters in the original."""

    text: str
    positions: tuple[int, ...]


@dataclass(slots=True)
class Columns:
    """Finds columns in the lines of one document.

    Args:
        lines_of: the lines of an input file by its name, or nothing when it is not known.
    """

    lines_of: Callable[[str], list[str]]
    _asked: Counter[tuple[Place, ...]] = field(default_factory=Counter)

    def find(self, where: Place, printed: str, start: int, end: int) -> Place:
        """The place of `printed[start:end]`, a stretch of text that is typed on the line `where`.

        The words of facts stand in `printed` as `FACT`. Of places that fit equally well each one
        is given in turn: equal figures on one line each have their own column.
        """
        lines = self.lines_of(where.file)
        before, after = printed[max(0, start - _WIDEST) : start], printed[end : end + _WIDEST]
        choices = dict.fromkeys((printed[start:end], printed[start:end].split()[0]))
        for words, form in itertools.product(choices, (shown, undressed)):
            scored = [
                (score, Place(where.file, number, position + 1))
                for number in _lines_of(where, lines)
                for score, position in _scored(form(lines[number - 1]), words, before, after)
                if number > where.line or position >= where.column - 1
            ]
            best = max((score for score, _ in scored), default=None)
            fitting = tuple(place for score, place in scored if score == best)
            if fitting:
                self._asked[fitting] += 1
                return fitting[(self._asked[fitting] - 1) % len(fitting)]
        return _where_set(where, lines, printed[start:end]) or where


def _lines_of(where: Place, lines: list[str]) -> Iterator[int]:
    """The lines on which the text of a place can stand: YAML folds more of them into one."""
    if not 0 < where.line <= len(lines):
        return
    indent = _indent(lines[where.line - 1])
    for number in range(where.line, min(where.line + _MOST_FOLDED, len(lines) + 1)):
        line = lines[number - 1]
        if number > where.line:
            is_over = line.strip() and _indent(line) < indent
            if not where.file.endswith(".yaml") or is_over or _KEY.match(line):
                return
        if len(line) <= _LONGEST_LINE:
            yield number


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _scored(line: "_Plain", words: str, before: str, after: str) -> Iterator[tuple[int, int]]:
    """Each position of words on a line, with how well its surroundings agree with the text."""
    ahead, behind = undressed(before).text[::-1], undressed(after).text
    for found in _whole(undressed(words).text).finditer(line.text):
        start = found.start()
        alike = _alike(line.text[max(0, start - _WIDEST) : start][::-1], ahead)
        alike += _alike(line.text[found.end() : found.end() + _WIDEST], behind)
        yield alike, line.positions[start]


def _whole(words: str) -> re.Pattern[str]:
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    return re.compile(before + re.escape(words) + after)


def _alike(one: str, other: str) -> int:
    """How many characters two texts share from their beginning."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _where_set(where: Place, lines: list[str], words: str) -> Place | None:
    """The place of words that a `{% set %}` elsewhere in the file gave to the line."""
    for number, line in enumerate(lines, start=1):
        for tag in re.finditer(r"\{%.*?%\}", line):
            column = tag[0].find(words)
            if column >= 0:
                return Place(where.file, number, tag.start() + column + 1)
    return None


def undressed(text: str) -> _Plain:
    """Text without the signs of emphasis and escape, each run of white space as one space."""
    return _plain(enumerate(text))


def shown(line: str) -> _Plain:
    """A line of Markdown as it is printed, with `FACT` for each expression."""
    kept = list(line)
    for tag in _TAG.finditer(line):
        sign = FACT if tag[0].startswith("{{") else ""
        kept[tag.start() : tag.end()] = [sign, *[""] * (len(tag[0]) - 1)]
    return _plain((position, char) for position, char in enumerate(kept) if char)


def _plain(chars: Iterable[tuple[int, str]]) -> _Plain:
    kept: list[str] = []
    positions: list[int] = []
    for position, char in chars:
        sign = " " if char.isspace() else char
        if char in _DRESS or (sign in {" ", FACT} and kept[-1:] == [sign]):
            continue
        kept.append(sign)
        positions.append(position)
    return _Plain("".join(kept), tuple(positions))
