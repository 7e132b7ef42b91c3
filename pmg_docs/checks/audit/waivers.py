"""Waivers: comments by which an officer says that a figure is rightly typed, and why.

`{# cijfer: 20, want het is een citaat #}` stands behind the figure on its line or on a line of its
own above it; in the front matter the comment is one of YAML, `# cijfer: …`, on the line above.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pmg_docs.checks.audit.columns import undressed
from pmg_docs.checks.audit.exempt import statements
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.place import Place

_COMMENT = re.compile(r"\{#[-+]?\s*(?P<said>.*?)\s*[-+]?#\}", re.DOTALL)
_YAML_COMMENT = re.compile(r"^[ \t]*#\s*(?P<said>.*?)\s*$", re.MULTILINE)
_MEANT = re.compile(r"cijfers?\s*:\s*(?P<rest>.*)", re.DOTALL | re.IGNORECASE)
_WHOLE = re.compile(r"(?P<words>.*?)\s*,\s*want\s+(?P<reason>.*)", re.DOTALL | re.IGNORECASE)
_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_SHORTEST_REASON = 3


@dataclass(frozen=True, slots=True)
class Waiver:
    """A figure that may be typed on a line, and the reason."""

    words: str
    reason: str
    where: Place
    line: int

    def covers(self, figure: str, lines: Sequence[int]) -> bool:
        """Whether this is about a figure that stands on these lines."""
        return self.line in lines and _names(self.words, figure)


def read_waivers(file: str, text: str) -> tuple[tuple[Waiver, ...], tuple[Diagnostic, ...]]:
    """The waivers of a letter or facts file, and a finding for each that gives no reason.

    Args:
        file: its name, for places.
        text: all of it as written.
    """
    waivers: list[Waiver] = []
    findings: list[Diagnostic] = []
    for said, start, end in _comments(text):
        meant = _MEANT.fullmatch(said)
        if meant is None:
            continue
        line = text.count("\n", 0, start) + 1
        where = Place(file, line, start - text.rfind("\n", 0, start))
        whole = _WHOLE.fullmatch(meant["rest"])
        reason = " ".join(whole["reason"].split()) if whole else ""
        if whole is None or not whole["words"] or _letters(reason) < _SHORTEST_REASON:
            findings.append(_without_reason(where))
            continue
        waivers.append(Waiver(whole["words"], reason, where, _line_meant(text, start, end)))
    return tuple(waivers), tuple(findings)


def is_idle(waiver: Waiver, text: str) -> bool:
    """Whether the line that a waiver is about holds no such figure, printed or not."""
    lines = text.split("\n")[waiver.line - 1 : waiver.line + 1]
    shown = undressed(_EXPRESSION.sub("", "\n".join(lines))).text
    return not any(_names(waiver.words, figure.text) for figure in statements(shown))


def idle_waiver(waiver: Waiver) -> Diagnostic:
    """The finding for a waiver of nothing."""
    return Diagnostic(
        "PMG343",
        f"Deze opmerking gaat over '{waiver.words[:60]}', maar dat cijfer staat hier niet.",
        waiver.where,
        Severity.WAARSCHUWING,
        hints=("Haal de opmerking weg, of zet haar op de regel van het cijfer of vlak erboven.",),
    )


def _comments(text: str) -> Iterator[tuple[str, int, int]]:
    if "cijfer" not in text.casefold():
        return
    front = front_matter_end(text)
    for found in _YAML_COMMENT.finditer(text, 0, front):
        start = found.start() + found[0].index("#")
        yield found["said"], start, found.end()
    for found in _COMMENT.finditer(text, front):
        yield found["said"], found.start(), found.end()


def front_matter_end(text: str) -> int:
    """Where the front matter of a letter ends; 0 for a facts file, which has none."""
    found = re.match(r"---[ \t]*\n.*?^---[ \t]*$", text, re.DOTALL | re.MULTILINE)
    return found.end() if found else 0


def _line_meant(text: str, start: int, end: int) -> int:
    """The line that a comment is about: its own when text stands beside it, else the next."""
    first = text.count("\n", 0, start) + 1
    last = text.count("\n", 0, end) + 1
    lines = text.split("\n")
    if _bare(text[text.rfind("\n", 0, start) + 1 : start]):
        return first
    if _bare(text[end:].partition("\n")[0]):
        return last
    below = last + 1
    while below <= len(lines) and lines[below - 1].strip() and not _bare(lines[below - 1]):
        below += 1
    return below


def _bare(line: str) -> str:
    """What stands on a line besides comments."""
    without = _COMMENT.sub("", line).strip()
    return "" if re.match(r"#\s*cijfer", without, re.IGNORECASE) else without


def _names(words: str, figure: str) -> bool:
    """Whether the words of a waiver name a figure: its number, or more than that."""
    one, other = (" ".join(undressed(text).text.casefold().split()) for text in (words, figure))
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and not long[len(short) : len(short) + 1].isalnum()


def _letters(text: str) -> int:
    return sum(char.isalpha() for char in text)


def _without_reason(where: Place) -> Diagnostic:
    return Diagnostic(
        "PMG342", "Deze opmerking noemt geen cijfer met een reden.", where,
        Severity.WAARSCHUWING,
        hints=("Schrijf bijvoorbeeld: {# cijfer: 20, want het is een citaat #}",),
    )  # fmt: skip
