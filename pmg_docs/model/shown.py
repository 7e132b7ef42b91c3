"""The facts that a document shows: each fact in each notation once, and nothing else of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from pmg_docs.model.document import Document, FactText


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
