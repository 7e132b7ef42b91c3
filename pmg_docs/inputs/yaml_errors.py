"""What the YAML parser says, in words that help an officer."""

import re

import yaml

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.place import Place

_QUOTES = "Zet tekst met een bijzonder teken aan het begin of een dubbele punt erin tussen '…'."

_KNOWN: tuple[tuple[str, str, str], ...] = (
    (
        r"while scanning a quoted scalar",
        "Hier begint een aanhalingsteken dat nergens wordt gesloten.",
        'Sluit het aanhalingsteken. Een naam als ’s-Hertogenbosch typt u met ’ of tussen "…".',
    ),
    (
        r"found a tab",
        "Hier staat een tab; YAML springt alleen in met spaties.",
        "Vervang de tab door spaties.",
    ),
    (
        r"mapping values are not allowed",
        "Hier staat een dubbele punt waar er geen kan staan.",
        _QUOTES,
    ),
    (
        r"expected a single document",
        "Dit bestand bevat twee YAML-documenten (een regel met ---).",
        "Haal de regel met --- weg of maak er twee bestanden van.",
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
    (r"undefined alias", "Een waarde die met * begint, leest YAML als verwijzing.", _QUOTES),
    (r"undefined tag handle|could not determine a constructor|while parsing a node",
     "Een waarde die met ! begint, leest YAML als tag.", _QUOTES),
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
            where = Place(file, mark.line + first_line, mark.column + 1)
            if text.split("\n")[mark.line][mark.column : mark.column + 1] == "\t":
                said = "found a tab"
    for pattern, message, hint in _KNOWN:
        if re.search(pattern, said):
            return Diagnostic("PMG107", message, where, hints=(hint,))
    return Diagnostic("PMG107", "Dit is geen geldige YAML.", where, hints=(_QUOTES,))
