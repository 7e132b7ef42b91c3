"""Words that were cut at the end of a line, made whole again."""

import re
from collections.abc import Iterable

_CUT = re.compile(r"([^\W_]+)[-\u2010]$")
_FIRST = re.compile(r"[^\W_]+")
_SOFT = "\u00ad"
_APART = frozenset(
    {"en", "of", "als", "tot", "noch", "dan", "maar", "t/m", "resp", "respectievelijk"}
)
"""What follows a hyphen that stands for the rest of a word: `sport- en cultuurbeleid`."""

_LEADING = frozenset(
    {
        "directeur",
        "secretaris",
        "minister",
        "vice",
        "ex",
        "oud",
        "niet",
        "non",
        "adjunct",
        "generaal",
    }
    | {
        "kandidaat",
        "leerling",
        "chef",
        "luitenant",
        "kolonel",
        "procureur",
        "inspecteur",
        "interim",
    }
    | {
        "aspirant",
        "assistent",
        "stagiair",
        "collega",
        "plaatsvervangend",
        "semi",
        "quasi",
        "pseudo",
    }
    | {"noord", "zuid", "oost", "west", "midden", "sint", "mede"}
)
"""What is joined to the next word with a hyphen (Leidraad van het Groene Boekje, 6.2 tot 6.5)."""

_CLASHES = ("aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ii", "ij", "oe", "oi", "oo", "ou",
            "ui", "uu", "éé", "eé")  # fmt: skip
"""Vowels that would be read as one sound without a hyphen between them (6.1)."""


class Hyphens:
    """Joins lines; a word that the same file writes whole somewhere else shows how it goes."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._known: set[str] = set()
        for line in lines:
            words = line.split()
            # The last word of a line may be half of one, and the first the other half.
            self._known.update(word.strip(".,;:!?()‘’“”'\"").lower() for word in words[1:-1])

    def joined(self, text: str) -> str:
        """Text with its lines behind each other, each cut word whole."""
        if "\n" not in text:
            return text
        pieces: list[str] = []
        for line in text.split("\n"):
            if not pieces:
                pieces.append(line)
                continue
            before, after = pieces[-1].rstrip(), line.lstrip()
            end, glue = self._seam(before, after)
            pieces[-1] = before[: len(before) - end]
            pieces.append(f"{glue}{after}")
        return "".join(pieces)

    def _seam(self, before: str, after: str) -> tuple[int, str]:
        """How many signs fall away at the end of a line, and what comes in their place."""
        if before.endswith(_SOFT):
            return 1, ""
        cut, first = _CUT.search(before), _FIRST.match(after)
        if not cut or not first:
            return 0, " "
        head, tail = cut[1], first[0]
        if tail.lower() in _APART:
            return 0, " "
        return (0, "") if self._keeps_hyphen(head, tail) else (1, "")

    def _keeps_hyphen(self, head: str, tail: str) -> bool:
        whole, parted = f"{head}{tail}".lower(), f"{head}-{tail}".lower()
        if whole in self._known or parted in self._known:
            return whole not in self._known
        if not (tail.islower() and head[-1].islower()) or len(head) == 1:
            return True
        return head.lower() in _LEADING or f"{head[-1]}{tail[0]}".lower() in _CLASHES
