"""The instructions of a content stream (ISO 32000-2, 7.8.2), one by one."""

import re
from collections.abc import Iterator
from typing import Any

_TOKEN = re.compile(
    rb"\[(?P<array>[^\[\]()]*)\]\s*TJ\b"
    rb"|<(?P<hex>[0-9A-Fa-f\s]*)>|(?P<literal>\()|(?P<bracket><<|>>|\[|\])"
    rb"|/(?P<name>[^\s()<>\[\]{}/%]*)|(?P<number>[-+]?(?:\d+\.?\d*|\.\d+))"
    rb"|(?P<word>[A-Za-z'\"][A-Za-z0-9*'\"]*)|%[^\r\n]*"
)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_WIDE_KERN = re.compile(rb"-(?:[2-9]\d\d|\d{4})")
_IN_ARRAY = re.compile(rb"<(?P<hex>[0-9A-Fa-f\s]*)>|(?P<number>[-+]?(?:\d+\.?\d*|\.\d+))")
_LITERAL = re.compile(rb"[()\\]")
_OCTAL = re.compile(rb"[0-7]{1,3}")
_ESCAPES = {
    b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\r": b"", b"\n": b"",
}  # fmt: skip
_END_OF_IMAGE = re.compile(rb"\sEI\b")


def operations(data: bytes, operands: list[Any]) -> Iterator[str]:
    """Each instruction of a content stream; what it works on is left in `operands`.

    Strings come as bytes, numbers as floats, names as text. Of an array of strings in digits the
    numbers between them are left out, unless one of them moves as far as a space is wide.
    """
    at = 0
    while found := _TOKEN.search(data, at):
        at, kind, token = found.end(), found.lastgroup, found[found.lastgroup or 0]
        match kind:
            case "array":
                operands += _array(token)
                yield "TJ"
            case "hex":
                operands.append(_bytes(token))
            case "literal":
                text, at = _literal(data, at)
                operands.append(text)
            case "name":
                operands.append(token.decode("latin-1"))
            case "number":
                operands.append(float(token))
            case "word":
                yield token.decode("latin-1")
                if token == b"ID":
                    end = _END_OF_IMAGE.search(data, at)
                    at = end.end() if end else len(data)


def _array(token: bytes) -> list[bytes | float]:
    if not _WIDE_KERN.search(token):
        return [_bytes(b"".join(_HEX.findall(token)))]
    return [
        float(found["number"]) if found["number"] else _bytes(found["hex"])
        for found in _IN_ARRAY.finditer(token)
    ]


def _bytes(digits: bytes) -> bytes:
    digits = b"".join(digits.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _literal(data: bytes, at: int) -> tuple[bytes, int]:
    """A string in brackets, and where it ends."""
    text, depth = bytearray(), 1
    while found := _LITERAL.search(data, at):
        text += data[at : found.start()]
        at, sign = found.end(), found[0]
        if sign == b"\\":
            octal = _OCTAL.match(data, at)
            escaped = octal[0] if octal else data[at : at + 1]
            at += len(escaped)
            text += bytes([int(escaped, 8) & 255]) if octal else _ESCAPES.get(escaped, escaped)
            continue
        depth += 1 if sign == b"(" else -1
        if not depth:
            return bytes(text), at
        text += sign
    return bytes(text), len(data)
