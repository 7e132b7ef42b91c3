"""Text out of bytes in whatever encoding, as browsers and editors guess it."""

import codecs
import re

from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.errors import Refused

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
          (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
_DECLARED = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w:.\-]{1,40})", re.IGNORECASE)
_IN_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.\-]{1,40})")
_LOOK_AHEAD = 4096
_ODD = str.maketrans({code: bytes([code]).decode("cp1252", "ignore") or chr(code)
                      for code in range(0x80, 0xA0)})  # fmt: skip
_WINDOWS = frozenset({"ascii", "iso8859-1", "cp1252", "latin-1"})


def decode_any(data: bytes, kind: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of a file in UTF-8, in UTF-16 with its mark, or else in windows-1252.

    Args:
        data: its bytes.
        kind: what the file should be, for messages: `tekstbestand`.

    Returns:
        The text without byte order mark, and a remark where the encoding was a guess.

    Raises:
        Refused: PMG511, these bytes are no text at all.
    """
    marked = _by_mark(data)
    if marked is not None:
        return marked, ()
    if b"\0" in data:
        raise Refused(Diagnostic(
            "PMG511", f"Dit is geen leesbaar {kind}: er staan tekens in die geen tekst zijn.",
            hints=("Open het in het programma waarmee het gemaakt is, en sla het op als .docx.",),
        ))  # fmt: skip
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as problem:
        return _windows(data), (_guess(problem),)


def decode_page(data: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of a web page, as browsers decode it (WHATWG Encoding and HTML, 13.2.3).

    Returns:
        The text, and a remark where the page did not say which encoding it has.
    """
    marked = _by_mark(data)
    if marked is not None:
        return marked.replace("\0", ""), ()
    found = _DECLARED.search(data[:_LOOK_AHEAD]) or _IN_XML.match(data[:_LOOK_AHEAD])
    data = data.replace(b"\0", b"")
    if found:
        text = in_charset(data, found[1].decode("ascii", "replace"))
        if text is not None:
            return text, ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as problem:
        return _windows(data), (_guess(problem),)


def in_charset(data: bytes, label: str) -> str | None:
    """Text in an encoding by the name that it was declared with; None for an unknown name."""
    try:
        name = codecs.lookup(label.strip()).name
        if name in _WINDOWS:
            return _windows(data)
        # A page that could be read so far is not in UTF-16, whatever it says of itself.
        return data.decode("utf-8" if name.startswith(("utf-16", "utf-32")) else name, "replace")
    except (LookupError, ValueError, UnicodeError):
        return None


def _by_mark(data: bytes) -> str | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    return None


def _windows(data: bytes) -> str:
    return data.decode("latin-1").translate(_ODD)


def _guess(problem: UnicodeDecodeError) -> Diagnostic:
    line = problem.object[: problem.start].count(b"\n") + 1
    return Diagnostic(
        "PMG515",
        f"Dit bestand is geen UTF-8 (regel {line}); het is gelezen als windows-1252.",
        severity=Severity.WAARSCHUWING,
        hints=("Kijk of letters als ë en € kloppen. Sla het anders op als UTF-8.",),
    )
