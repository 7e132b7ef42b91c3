"""A term that one file writes in two ways.

Source: the Leidraad of the Woordenlijst Nederlandse Taal, 6.9: where two compounds share a part, a
hyphen stands for it, and the word *en* or *of* stays. The beslisnota of 4 April 2024 on Preventie
met Gezag has a cycle with and without that word.
"""

import re
from collections.abc import Iterator

from pmg_docs.checks.defects.manuscript import Manuscript
from pmg_docs.checks.prose import is_cited
from pmg_docs.checks.subject import warn
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.passage import Passage

_SHARED = re.compile(r"(?<![\w-])([^\W\d_]{4,})- (en |of |en/of )?([^\W\d_]{4,})(?![\w-])")
_HYPHENED = re.compile(r"(?<![\w-])([^\W\d_]{4,})-([^\W\d_]{4,})(?![\w-])")
_WORD = re.compile(r"[^\W\d_]{8,}")

_Use = tuple[str, Passage, int]


def two_spellings(text: Manuscript) -> Iterator[Diagnostic]:
    """A shared part with and without *en*; a compound with and without its hyphen."""
    seen: dict[str, _Use] = {}
    told: set[str] = set()
    for key, use in _uses(text):
        said, passage, start = use
        first, _, _ = seen.setdefault(key, use)
        if first.casefold() != said.casefold() and key not in told:
            told.add(key)
            yield warn(
                "PMG382", f"Hier staat {said}, en eerder {first}.", text.at(passage, start, said),
                "Schrijf hetzelfde in één stuk steeds op dezelfde manier.",
            )  # fmt: skip


def _uses(text: Manuscript) -> Iterator[tuple[str, _Use]]:
    """Each way in which a term that can be written in two ways is written, in order."""
    hyphened = {
        f"{found[1]}{found[2]}".casefold()
        for passage in text.passages
        for found in _HYPHENED.finditer(passage.text)
    }
    for passage in text.passages:
        found: list[tuple[str, re.Match[str]]] = []
        found += [(f"{m[1]}-{m[3]}".casefold(), m) for m in _SHARED.finditer(passage.text)]
        found += [(f"{m[1]}{m[2]}".casefold(), m) for m in _HYPHENED.finditer(passage.text)]
        found += [
            (m[0].casefold(), m)
            for m in _WORD.finditer(passage.text)
            if m[0].casefold() in hyphened
        ]
        for key, match in sorted(found, key=lambda one: one[1].start()):
            if not is_cited(passage, match.start()):
                yield key, (match[0], passage, match.start())
