"""From the codes of a font to characters, by the table that the font brings with it."""

import re
from typing import Any

_SECTION = re.compile(rb"begin(bfchar|bfrange|codespacerange)(.*?)end\1", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f\s]*>|\[[^\]]*\])")
_WIDEST = 0xFFFF
_USUAL_WIDTH = 500.0
_ENCODINGS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
_STANDARD = {0x27: "’", 0x60: "‘", 0xAA: "“", 0xBA: "”", 0xB1: "–", 0xD0: "—", 0xAE: "ﬁ",
             0xAF: "ﬂ", 0xB7: "•"}  # fmt: skip
"""Where the encoding of the standard fonts differs from ASCII, as far as letters need it."""


class NoUnicode(Exception):
    """The font does not say which characters its codes stand for."""


class Font:
    """Reads the codes of one font."""

    def __init__(self, font: Any, *, may_guess: bool = False) -> None:
        """Read its table; without one, its encoding.

        Raises:
            NoUnicode: it has neither, and nothing may be guessed.
        """
        self._width = 2 if font.get("/Subtype") == "/Type0" else 1
        self._characters = dict[int, str]()
        self._font = font
        self._widths: dict[int, float] | None = None
        table = font.get("/ToUnicode")
        if hasattr(table, "get_data"):
            self._read(table.get_data())
        elif self._width == 1 and may_guess:
            self._characters = _encoded(font.get("/Encoding"))
        elif not may_guess:
            raise NoUnicode

    @property
    def is_bold(self) -> bool:
        """Whether its name says that it is bold."""
        return bool(re.search("bold|black|heavy|,b", str(self._font.get("/BaseFont", "")), re.I))

    def decode(self, codes: bytes) -> str:
        """The characters of a string of codes; a code without one is the replacement character."""
        width, known = self._width, self._characters
        if width == 1:
            return "".join(known.get(code, "\ufffd") for code in codes)
        pairs = zip(codes[::2], codes[1::2], strict=False)
        return "".join([known.get(high << 8 | low, "\ufffd") for high, low in pairs])

    def width(self, codes: bytes) -> float:
        """How wide a string of codes is, in thousandths of the size of the type."""
        if self._widths is None:
            self._widths = _widths_of(self._font)
        usual = self._widths.get(-1, _USUAL_WIDTH)
        if self._width == 1:
            return sum(self._widths.get(code, usual) for code in codes)
        pairs = zip(codes[::2], codes[1::2], strict=False)
        return sum(self._widths.get(high << 8 | low, usual) for high, low in pairs)

    def _read(self, table: bytes) -> None:
        for kind, inner in _SECTION.findall(table):
            if kind == b"bfchar":
                codes = _HEX.findall(inner)
                for code, text in zip(codes[::2], codes[1::2], strict=True):
                    self._characters[int(code, 16)] = _text(text)
            elif kind == b"bfrange":
                self._add_ranges(inner)

    def _add_ranges(self, inner: bytes) -> None:
        for first, last, target in _RANGE.findall(inner):
            start, texts = int(first, 16), _HEX.findall(target)
            count = min(int(last, 16) - start, _WIDEST) + 1
            if target.startswith(b"["):
                self._characters |= {start + n: _text(t) for n, t in enumerate(texts[:count])}
                continue
            text = _text(texts[0])
            for step in range(count if text else 0):
                self._characters[start + step] = text[:-1] + chr(ord(text[-1]) + step)


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")


def _encoded(encoding: Any) -> dict[int, str]:
    """The characters of a simple font, by the name of its encoding and where it differs."""
    base = encoding.get("/BaseEncoding") if hasattr(encoding, "get") else encoding
    name = _ENCODINGS.get(str(base))
    table = bytes(range(256)).decode(name or "latin-1", "replace")
    known = {code: char for code, char in enumerate(table) if code >= 0x20}
    if name is None:
        known |= _STANDARD
    code = 0
    for entry in encoding.get("/Differences", ()) if hasattr(encoding, "get") else ():
        if isinstance(entry, int):
            code = int(entry)
        else:
            known[code] = _named(str(entry).removeprefix("/")) or known.get(code, "\ufffd")
            code += 1
    return known


def _named(glyph: str) -> str:
    from fontTools.agl import toUnicode

    return str(toUnicode(glyph))


def _widths_of(font: Any) -> dict[int, float]:
    """The widths by code; that of every other code is under -1."""
    if "/DescendantFonts" in font:
        inner = font["/DescendantFonts"][0].get_object()
        return {-1: float(inner.get("/DW", 1000)), **_wide(list(inner.get("/W", ())))}
    first = int(font.get("/FirstChar", 0))
    widths = font.get("/Widths", ())
    return {first + n: float(width.get_object()) for n, width in enumerate(widths)}


def _wide(entries: list[Any]) -> dict[int, float]:
    """The widths of a composite font (ISO 32000-2, 9.7.4.3)."""
    found: dict[int, float] = {}
    entries = [entry.get_object() for entry in entries]
    while len(entries) > 1:
        first, second = int(entries[0]), entries[1]
        if isinstance(second, list):
            found |= {first + n: float(width.get_object()) for n, width in enumerate(second)}
            entries = entries[2:]
        elif len(entries) > 2:
            last = min(int(second), first + _WIDEST)
            found |= dict.fromkeys(range(first, last + 1), float(entries[2]))
            entries = entries[3:]
        else:
            break
    return found
