"""The official names of files: date, type, kenmerk and subject, in letters that any system takes.

Only a-z, 0-9 and hyphens stand in a name; letters of other scripts are written with those of ours.
"""

import hashlib
import re
from collections.abc import Sequence

from anyascii import anyascii

from pmg_docs.model.bundled import Audience

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_INSIDE_WORD = re.compile(r"['’‘`´\u00ad\u200b-\u200f]")
"""Signs that do not part a word: `foto's`, a soft hyphen, a mark of direction."""
_TYPE, _KENMERK, _SUBJECT, _DOSSIER = 30, 40, 60, 60
"""How long each part may be; together they stay within what paths on Windows have room for."""
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{name}{n}" for name in ("com", "lpt") for n in range(10)}
)
"""Names of devices on Windows, whatever ending stands behind them."""


def slug(text: str, longest: int) -> str:
    """Text as part of a name, cut after a whole word where there is one; empty for no letters."""
    plain = anyascii(_INSIDE_WORD.sub("", text)).lower()
    name = _NOT_PLAIN.sub("-", plain).strip("-")
    if len(name) <= longest:
        return name
    whole, _, _ = name[: longest + 1].rpartition("-")
    return (whole or name[:longest]).strip("-")


def stem(day: str, type_name: str, kenmerk: str, subject: str) -> str:
    """The name of a letter without ending; what it does not have stays out."""
    parts = (
        slug(day, 10),
        slug(type_name, _TYPE),
        slug(kenmerk, _KENMERK),
        slug(subject, _SUBJECT),
    )
    name = "-".join(filter(None, parts)) or "stuk"
    return f"{name}-stuk" if name in _RESERVED else name


def apart(stems: Sequence[str]) -> tuple[str, ...]:
    """The same names, each another: the second of two that are equal ends in `-2`."""
    given: list[str] = []
    for wanted in stems:
        name, number = wanted, 1
        while name in given or (number > 1 and name in stems):
            number += 1
            name = f"{wanted}-{number}"
        given.append(name)
    return tuple(given)


def bundle_name(dossier: str, audience: Audience) -> str:
    """The name of the folder or file of a bundle, another one for every other dossier."""
    name = slug(dossier, _DOSSIER)
    if name != dossier:
        # What was lost of the name told it from others.
        name = "-".join(filter(None, (name, hashlib.sha256(dossier.encode()).hexdigest()[:6])))
    return f"{name}-{audience.value}"
