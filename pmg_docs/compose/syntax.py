"""What is wrong with the form of a template, and on which line it began to go wrong."""

import re
from collections.abc import Mapping
from typing import Any

import jinja2

from pmg_docs.compose.fault import TemplateFault
from pmg_docs.inputs.validation import nearest

_FORMS = "Kijk of elke {{ een }} heeft, en elke {% if … %} een {% endif %}."
_TAG = re.compile(r"\{%-?\s*(end)?(if|for|macro|filter|call|with|set)\b([^%]*)")
_OPENING = re.compile(r"\{\{|\{%")
_CLOSING = re.compile(r"\}\}|%\}")


def syntax_fault(
    problem: jinja2.TemplateSyntaxError, text: str, filters: Mapping[str, Any]
) -> tuple[TemplateFault, int]:
    """The fault for a template that cannot be read, and the line where its cause stands.

    Args:
        problem: what Jinja says.
        text: the template.
        filters: the filters that there are.
    """
    said = str(problem.message)
    if said.startswith("No filter named"):
        name = said.split("'")[1]
        fault = TemplateFault("PMG316", f"'{name}' kan niet achter een feit.",
                              *nearest(name, filters), about=name)  # fmt: skip
        return fault, problem.lineno
    if said.startswith("No test named"):
        return TemplateFault(
            "PMG316",
            "Deze vraag met 'is' bestaat niet.",
            "Schrijf {% if naam %} of {% if naam == ander %}.",
        ), problem.lineno
    if "Unexpected end of template" in said:
        tag, line = _left_open(text) or ("if", problem.lineno)
        return TemplateFault("PMG317", f"Deze {{% {tag} … %}} wordt nergens gesloten.",
                             f"Zet {{% end{tag} %}} waar het deel ophoudt."), line  # fmt: skip
    if "unknown tag" in said:
        tag = said.split("'")[1]
        sentence = f"{{% {tag} %}} bestaat niet of staat hier verkeerd."
        return TemplateFault("PMG317", sentence, _FORMS), problem.lineno
    sentence = "Deze {{ … }} of {% … %} is niet goed gesloten of geschreven."
    return TemplateFault("PMG317", sentence, _FORMS), _unclosed(text, problem.lineno)


def _left_open(text: str) -> tuple[str, int] | None:
    """The innermost tag that is never closed, and its line."""
    opened: list[tuple[str, int]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        for end, tag, rest in _TAG.findall(line):
            if end and opened:
                opened.pop()
            elif not end and not (tag == "set" and "=" in rest):
                opened.append((tag, number))
    return opened[-1] if opened else None


def _unclosed(text: str, lineno: int) -> int:
    """The nearest line up from an error on which something opens and does not close."""
    lines = text.split("\n")
    for number in range(min(lineno, len(lines)), max(0, lineno - 50), -1):
        line = lines[number - 1]
        opened = [found.end() for found in _OPENING.finditer(line)]
        if opened and not _CLOSING.search(line, opened[-1]):
            return number
    return lineno
