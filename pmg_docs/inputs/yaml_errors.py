"""What the YAML parser says, in words that help an officer."""

import re

import yaml

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.place import Place

DEEPEST = 20
_WHOLE = "Zet de hele waarde tussen '…'."
_SIGN = re.compile(r".*?[:\-\[{,]\s+([*&])(?=\S)")
"""A value that begins with a sign of YAML: what it says then is about the words behind it."""
_ABOVE = re.compile(r"\s+[a-z0-9_]+:\s+([^'\"{\[|>#].*?)\s*$")
_PLAIN = re.compile(r"[^\W_][\w .’-]*")
_MORE = re.compile(r"\s+((?:bron|status|toelichting|openbaar):\s+.*?)\s*$")
_QUOTES = "Zet tekst met een bijzonder teken aan het begin of een dubbele punt erin tussen '…'."

_KNOWN: tuple[tuple[str, str, str], ...] = (
    (
        r"while scanning a quoted scalar",
        "Hier begint een aanhalingsteken dat nergens wordt gesloten.",
        'Sluit het aanhalingsteken. Een naam als ’s-Hertogenbosch typt u met ’ of tussen "…".',
    ),
    (
        r"found a tab",
        "Hier staat een tab; inspringen kan alleen met spaties.",
        "Vervang de tab door spaties.",
    ),
    (
        r"mapping values are not allowed",
        "Hier staat een dubbele punt waar er geen kan staan.",
        _QUOTES,
    ),
    (
        r"expected a single document",
        "Hier staat een regel met ---, die het bestand in tweeën deelt.",
        "Haal die regel weg, of maak er twee bestanden van.",
    ),
    (
        r"while parsing a flow (sequence|mapping)",
        "Binnen deze [ of { staat iets dat niet te lezen is.",
        "Sluit elk haakje, en zet tekst met een dubbele punt of komma erin tussen '…'.",
    ),
    (
        r"could not find expected ':'|while scanning a simple key",
        "Op deze regel ontbreekt een dubbele punt achter de naam.",
        "Schrijf: naam: waarde",
    ),
    (
        r"while parsing a block mapping|did not find expected key",
        "Deze regel past niet bij de regels erboven.",
        "Controleer het inspringen: regels die bij elkaar horen beginnen even ver naar rechts.",
    ),
    (
        r"found character .* that cannot start any token|while scanning for the next token",
        "Een waarde kan niet met dit teken beginnen.",
        _QUOTES,
    ),
    (r"undefined alias|sign \*", "Een waarde kan niet met een sterretje beginnen.", _WHOLE),
    (r"sign &", "Een waarde kan niet met een &-teken beginnen.", _WHOLE),
    (r"undefined tag handle|could not determine a constructor|while parsing a node",
     "Een waarde kan niet met een uitroepteken beginnen.", _WHOLE),
)  # fmt: skip


def in_dutch(problem: yaml.YAMLError, file: str, text: str, first_line: int) -> Diagnostic:
    """The finding for a YAML error in a text, at the place where its cause begins."""
    where = Place(file, first_line)
    said = str(problem)
    if isinstance(problem, yaml.MarkedYAMLError):
        said = f"{problem.context or ''} {problem.problem or ''}"
        opened = "quoted scalar" in said or "flow " in said
        mark = (problem.context_mark if opened else None) or problem.problem_mark
        if mark is not None:
            line = "".join(text.split("\n")[mark.line : mark.line + 1])
            column = mark.column
            if line[column : column + 1] == "\t":
                said = "found a tab"
            elif sign := _SIGN.match(line[:column]):
                said, column = f"sign {sign[1]}", sign.start(1)
            where = Place(file, mark.line + first_line, column + 1)
    if "nesting depth" in said:
        return too_deep(where)
    for pattern, message, hint in _KNOWN:
        if re.search(pattern, said):
            if "mapping values" in said:
                hint = _of_short_fact(text.split("\n"), where.line - first_line) or hint
            return Diagnostic("PMG107", message, where, hints=(hint,))
    return Diagnostic("PMG107", "Deze regel is niet te lezen.", where, hints=(_QUOTES,))


def _of_short_fact(lines: list[str], at: int) -> str:
    """What to type when a fact of one line is told more about on the line below it."""
    above, more = _ABOVE.match("".join(lines[max(at - 1, 0) : at])), _MORE.match(lines[at])
    if not above or not more:
        return ""
    kind = "getal" if re.fullmatch(r"[0-9,]+", above[1]) else "tekst"
    value = above[1] if _PLAIN.fullmatch(above[1]) else "'" + above[1].replace("'", "''") + "'"
    said = f"{{{kind}: {value}, {more[1]}}}"
    return f"Zegt u meer over het feit erboven, geef het dan ook een soort: {said}"


def too_deep(where: Place) -> Diagnostic:
    """The finding for a text that nests deeper than any file of ours needs to."""
    return Diagnostic(
        "PMG109", "Hier zitten te veel onderverdelingen in elkaar.", where,
        hints=(f"Hooguit {DEEPEST} diep; kijk of elk haakje ook wordt gesloten.",),
    )  # fmt: skip
