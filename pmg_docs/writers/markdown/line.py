r"""A line of inlines as Markdown: what would be read as a sign gets a backslash, the rest does not.

Signs are judged in the whole line, since `!` is plain until a link follows and `1.` until it
stands first. So a line is made of pieces, each of the text or of Markdown, and then escaped.
"""

import re
from dataclasses import dataclass, replace

from pmg_docs.model.document import Emphasis, FactText, Inline, Line, Link, NoteRef, Strong, Text

_ANYWHERE = re.compile(
    r"[\\`*]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # not inside a word, where it is plain
    r"|\[(?=[\[^])"
    r"|<(?! |$)"
    r"|&(?=\#?\w+;)"
    r"|~(?=~)|(?<=~)~"
    r"|!(?=\[)"
)
_AT_START = re.compile(r"[#>]|[-+](?= |$)|-(?=[- ]*$)|=(?==*$)|(?<=\d)[.)](?= |$)|(?<=\]):|\|")
_NUMBER_AT_START = re.compile(r"\d+(?=[.)](?: |$))|\[\^\d+\](?=:)")
_CLOSED = re.compile(r"\](?=\(|\[|:| \[)")
_SPACE = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029 ]+")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a line: words, or Markdown that we put there ourselves."""

    text: str
    is_sign: bool = False
    in_link: bool = False


def line_text(
    line: Line, *, bold: bool = False, in_heading: bool = False, in_table: bool = False
) -> str:
    """A line as Markdown that reads back as the same words.

    Args:
        line: the inlines.
        bold: whether to set the whole line in bold.
        in_heading: it follows the signs of a heading, so nothing is at the start of a line.
        in_table: a `|` would part it.
    """
    pieces = _pieces(line, bold=bold or in_heading)
    if bold:
        pieces = _wrapped("**", pieces)
    whole = "".join(piece.text for piece in pieces)
    return _escaped(pieces, whole, in_heading=in_heading, in_table=in_table).strip(" ")


def _pieces(line: Line, *, bold: bool, in_link: bool = False) -> list[_Piece]:
    return [piece for inline in line for piece in _of_inline(inline, bold, in_link)]


def _of_inline(inline: Inline, bold: bool, in_link: bool) -> list[_Piece]:
    match inline:
        case Text():
            return [_Piece(_SPACE.sub(" ", inline.text), in_link=in_link)]
        case FactText():
            words = [_Piece(_SPACE.sub(" ", inline.text), in_link=in_link)]
            return _wrapped("**", words) if inline.is_open and not bold else words
        case Strong():
            words = _pieces(inline.children, bold=True, in_link=in_link)
            return words if bold else _wrapped("**", words)
        case Emphasis():
            return _wrapped("_", _pieces(inline.children, bold=bold, in_link=in_link))
        case Link():
            words = _pieces(inline.children, bold=bold, in_link=True)
            end = f"]({_target(inline.href)})"
            return [_Piece("[", is_sign=True), *words, _Piece(end, is_sign=True)]
        case NoteRef():
            return [_Piece(f"[^{inline.number}]", is_sign=True)]


def _wrapped(sign: str, pieces: list[_Piece]) -> list[_Piece]:
    """Pieces between signs; space at their ends goes outside, for a sign has to touch a word."""
    pieces = [piece for piece in pieces if piece.text]
    if not "".join(piece.text for piece in pieces).strip():
        return pieces
    first = pieces[0]
    words = first.text if first.is_sign else first.text.lstrip()
    before = first.text[: len(first.text) - len(words)]
    pieces[0] = replace(first, text=words)
    last = pieces[-1]
    words = last.text if last.is_sign else last.text.rstrip()
    after = last.text[len(words) :]
    pieces[-1] = replace(last, text=words)
    mark = _Piece(sign, is_sign=True)
    return [_Piece(before), mark, *pieces, mark, _Piece(after)]


def _escaped(pieces: list[_Piece], whole: str, *, in_heading: bool, in_table: bool) -> str:
    risky = {match.start() for match in _ANYWHERE.finditer(whole)}
    if not in_heading:
        start = len(whole) - len(whole.lstrip(" "))
        number = _NUMBER_AT_START.match(whole, start)
        sign = _AT_START.match(whole, number.end() if number else start)
        risky |= {sign.start()} if sign else set()
    made: list[str] = []
    offset = 0
    closes = _closing(pieces, whole)
    for piece in pieces:
        for index, character in enumerate(piece.text, start=offset):
            needs = not piece.is_sign and (
                index in risky
                or (character == "[" and closes)
                or (character in "[]^" and piece.in_link)
                or (character == "|" and in_table)
                or (character == "#" and in_heading)
            )
            made.append(f"\\{character}" if needs else character)
        offset += len(piece.text)
    return "".join(made)


def _closing(pieces: list[_Piece], whole: str) -> bool:
    """Whether words hold a `]` that would make a link of what stands before it."""
    ends = {match.start() for match in _CLOSED.finditer(whole)}
    offset = 0
    for piece in pieces:
        if not piece.is_sign and ends & set(range(offset, offset + len(piece.text))):
            return True
        offset += len(piece.text)
    return False


def _target(href: str) -> str:
    return f"<{href}>" if re.search(r"[()\s]", href) else href
