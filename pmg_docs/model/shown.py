"""The facts that a document shows: each fact in each notation once, and nothing else of it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from pmg_docs.model.document import Document, FactText

_NO_NAME = re.compile(r"[^a-zA-Z0-9_.\-]")


@dataclass(frozen=True, slots=True)
class ShownFact:
    """One fact in one notation, as it is printed.

    `name` is the path of the fact; words that more than one fact went into have the paths of all
    of them, joined by `-`. `kind` and `machine` are those of the words (`FactText`).
    """

    name: str
    text: str
    kind: str
    machine: str
    is_open: bool

    @classmethod
    def of(cls, words: FactText) -> "ShownFact":
        """What is kept of words that came from facts."""
        paths = dict.fromkeys(origin.path for origin in words.origins)
        return cls("-".join(paths), words.text, words.kind, words.machine, words.is_open)


def shown_facts(document: Document) -> tuple[ShownFact, ...]:
    """The facts that a document shows, in the order of reading, each notation once.

    Args:
        document: the tree as one format shows it.
    """
    return tuple(dict.fromkeys(_each(document)))


def _each(document: Document) -> Iterator[ShownFact]:
    for inline in document.inlines():
        if isinstance(inline, FactText) and inline.origins and inline.text:
            yield ShownFact.of(inline)


def element_name(name: str) -> str:
    """The name of a fact as the name of an XML element that every program takes.

    The path of a fact may hold the name of a municipality (`bijdragen.'s-Hertogenbosch`).
    """
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = _NO_NAME.sub("_", plain)
    return plain if plain[:1].isalpha() else f"_{plain}"
