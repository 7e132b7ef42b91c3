"""From the codes of a font to characters, by the table that the font brings with it."""

import re
from typing import Any

_SECTION = re.compile(rb"begin(bfchar|bfrange|codespacerange)(.*?)end\1", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f\s]*>|\[[^\]]*\])")
_WIDEST = 0xFFFF


class NoUnicode(Exception):
    """The font does not say which characters its codes stand for."""


class Font:
    """Reads the codes of one font."""

    def __init__(self, font: Any) -> None:
        """Read its table.

        Raises:
            NoUnicode: it brings none.
        """
        table = font.get("/ToUnicode")
        if table is None:
            raise NoUnicode
        self._width = 2 if font.get("/Subtype") == "/Type0" else 1
        self._characters = dict[int, str]()
        for kind, inner in _SECTION.findall(table.get_data()):
            if kind == b"bfchar":
                codes = _HEX.findall(inner)
                for code, text in zip(codes[::2], codes[1::2], strict=True):
                    self._characters[int(code, 16)] = _text(text)
            elif kind == b"bfrange":
                self._add_ranges(inner)

    def decode(self, codes: bytes) -> str:
        """The characters of a string of codes; a code without one is the replacement character."""
        width, known = self._width, self._characters
        if width == 1:
            return "".join(known.get(code, "\ufffd") for code in codes)
        pairs = zip(codes[::2], codes[1::2], strict=False)
        return "".join([known.get(high << 8 | low, "\ufffd") for high, low in pairs])

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
