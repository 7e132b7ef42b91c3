"""Text files made safe: UTF-8, and no character that hides, reorders or breaks text."""

import re
import unicodedata
from functools import lru_cache

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.workspace.folder import InputFile

BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""They make text read otherwise than it is stored: CVE-2021-42574, "Trojan Source"."""

_LINE_END = re.compile(r"\r\n|\r|\n")


def decode(file: InputFile) -> str:
    """The text of a file, with a line feed as line end and without byte order mark.

    Raises:
        Refused: it is not UTF-8, or holds characters that no letter may hold; every one is named.
    """
    try:
        text = file.data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise Refused(_not_utf8(file, problem)) from problem
    text = _LINE_END.sub("\n", text)
    bad = {char for char in set(text) if is_forbidden(char)}
    if bad:
        raise Refused([
            forbidden(char, Place(file.name, number, column))
            for number, line in enumerate(text.split("\n"), start=1)
            for column, char in enumerate(line, start=1)
            if char in bad
        ][:20])  # fmt: skip
    return text


@lru_cache(maxsize=4096)
def is_forbidden(char: str) -> bool:
    """Whether a character may stand in no fact and no letter.

    Those are control characters other than tab, private-use and unassigned code points, lone
    surrogates (XML 1.0, production 2, allows none of the first and last) and bidi overrides.
    """
    if char in "\n\t":
        return False
    return char in BIDI_CONTROLS or unicodedata.category(char) in {"Cc", "Cn", "Co", "Cs"}


def forbidden(char: str, where: Place) -> Diagnostic:
    """The finding for a forbidden character."""
    return Diagnostic(
        "PMG106",
        f"Hier staat {_named(char)} (U+{ord(char):04X}).",
        where,
        hints=("Haal het weg; het komt vaak mee bij kopiëren uit een ander programma.",),
    )


def _named(char: str) -> str:
    if char in BIDI_CONTROLS:
        return "een onzichtbaar teken dat de volgorde van de letters omdraait"
    if unicodedata.category(char) == "Cc":
        return "een onzichtbaar stuurteken"
    return "een teken dat niet in elk programma bestaat"


def _not_utf8(file: InputFile, problem: UnicodeDecodeError) -> Diagnostic:
    before = file.data[: problem.start]
    line = before.count(b"\n") + 1
    column = len(before) - (before.rfind(b"\n") + 1) + 1
    is_utf16 = file.data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not is_utf16 and (b"\0" in file.data[:4096] or file.data.startswith((b"PK", b"%PDF"))):
        return Diagnostic(
            "PMG105", "Dit is geen tekstbestand.", Place(file.name),
            hints=("Maak het in een teksteditor zoals Kladblok, niet in Word of Excel.",),
        )  # fmt: skip
    return Diagnostic(
        "PMG105",
        "Dit bestand is niet opgeslagen als UTF-8.",
        Place(file.name, line, column),
        hints=("Sla het opnieuw op met codering UTF-8 (in Kladblok: Opslaan als, Codering).",),
    )
