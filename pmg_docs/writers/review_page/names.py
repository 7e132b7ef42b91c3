"""The names by which parts of the page find each other."""

import re

_FACT = "feit-"
_PLAIN = re.compile(r"[a-z][a-z0-9_]*")


def paper_id(number: int) -> str:
    """The document of that number, from 0."""
    return f"doc-{number + 1}"


def choice_id(number: int) -> str:
    """The box that shows or hides a document."""
    return f"toon-{number + 1}"


def showing_id(paper: int, number: int) -> str:
    """A fact in the text of a document."""
    return f"d{paper + 1}-f{number + 1}"


def sheet_id(key: str, number: int) -> str:
    """A fact among all facts: by its own name, so that an address can be mailed."""
    return f"{_FACT}{key}" if _PLAIN.fullmatch(key) else f"eigen-{number + 1}"


def is_of_fact(name: str) -> bool:
    """Whether the name of a sheet is that of a fact of the dossier."""
    return name.startswith(_FACT)


def finding_id(number: int, paper: int | None = None) -> str:
    """A finding in the list of all, or in the margin of a document."""
    return f"melding-{number + 1}" if paper is None else f"d{paper + 1}-m{number + 1}"


def rule_id(number: int) -> str:
    """A rule."""
    return f"regel-{number + 1}"


def passage_id(paper: int, number: int) -> str:
    """A passage that changed."""
    return f"d{paper + 1}-p{number + 1}"
