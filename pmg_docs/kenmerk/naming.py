"""Under which name a kenmerk stands in the register, on any system.

Two kenmerken that differ in capitals only are one number to whoever reads them out or looks them up
(`IENW/BSK-2024/1`, `IenW/BSK-2024/1`), and one file on half of all disks. So they are one here.
"""

import hashlib
import unicodedata

from pmg_docs.kenmerk.pattern import LONGEST
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.place import Place

SUFFIX = ".yaml"
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-.")
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{name}{n}" for name in ("com", "lpt") for n in range(10)}
)
"""Names of devices on Windows, whatever stands behind a full stop after them."""
_LONGEST_NAME = 120
_KEPT = 80


def identity(kenmerk: str) -> str:
    """What two spellings of one number have in common: all but their capitals."""
    folded = unicodedata.normalize("NFC", kenmerk).casefold()
    return " ".join(unicodedata.normalize("NFC", folded).split())


def file_name(kenmerk: str) -> str:
    """The name of the file of a kenmerk: another one for every other number.

    Letters, digits, `-` and `.` stand for themselves and `_` for a slash; any other character is
    `=` and its bytes in hexadecimal digits. What would be too long ends in a digest.
    """
    known = identity(kenmerk)
    name = "".join(map(_escaped, known))
    if name.partition(".")[0] in _RESERVED or name.startswith("."):
        name = _hexadecimal(name[0]) + name[1:]
    if len(name) > _LONGEST_NAME:
        # No hexadecimal digit can be an x, so no name that was kept whole looks like this.
        name = f"{name[:_KEPT]}=x{hashlib.sha256(known.encode()).hexdigest()[:32]}"
    return name + SUFFIX


def malformed(kenmerk: str, where: Place | None = None) -> Diagnostic | None:
    """The finding for what can be no kenmerk of any ministry, or None."""
    if not kenmerk:
        why = "Er staat geen kenmerk."
    elif len(kenmerk) > LONGEST:
        why = f"Dit kenmerk is langer dan {LONGEST} tekens."
    elif not kenmerk.isprintable():
        why = "In dit kenmerk staat een teken dat niemand ziet."
    elif kenmerk != " ".join(kenmerk.split()) or not any(map(str.isalnum, kenmerk)):
        why = f"'{kenmerk}' kan geen kenmerk zijn."
    else:
        return None
    return Diagnostic(
        "PMG175",
        why,
        where,
        hints=("Een kenmerk is één regel met letters of cijfers, zoals 5300203.",),
    )


def _escaped(char: str) -> str:
    if char in _PLAIN:
        return char
    return "_" if char == "/" else _hexadecimal(char)


def _hexadecimal(text: str) -> str:
    return "".join(f"={byte:02x}" for byte in text.encode())
