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
_SLANT = "_"
_WORD = re.compile(r"\w")
_CLOSED = re.compile(r"\](?=\(|\[|:| \[)")
_SPACE = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029 ]+")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a line: words, or Markdown that we put there ourselves."""

    text: str
    is_sign: bool = False
    in_link: bool = False
    is_slant: bool = False


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
    pieces = _with_slant_signs([piece for piece in pieces if piece.text])
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
            words = _pieces(inline.children, bold=bold, in_link=in_link)
            return _wrapped(_SLANT, [piece for piece in words if not piece.is_slant])
        case Link():
            words = _pieces(inline.children, bold=bold, in_link=True)
            end = f"]({_target(inline.href)})"
            return [_Piece("[", is_sign=True), *words, _Piece(end, is_sign=True)]
        case NoteRef():
            return [_Piece(f"[^{inline.number}]", is_sign=True)]


def _wrapped(sign: str, pieces: list[_Piece]) -> list[_Piece]:
    """Pieces between signs; space at their ends goes outside, for a sign has to touch a word."""
    before: list[_Piece] = []
    after: list[_Piece] = []
    while pieces and not pieces[0].is_sign and not pieces[0].text.strip():
        before.append(pieces.pop(0))
    while pieces and not pieces[-1].is_sign and not pieces[-1].text.strip():
        after.insert(0, pieces.pop())
    if not any(piece.text.strip() for piece in pieces if not piece.is_sign):
        return [*before, *pieces, *after]
    first = pieces[0]
    if not first.is_sign:
        pieces[0] = replace(first, text=first.text.lstrip())
        before.append(_Piece(first.text[: len(first.text) - len(pieces[0].text)]))
    last = pieces[-1]
    if not last.is_sign:
        pieces[-1] = replace(last, text=last.text.rstrip())
        after.insert(0, _Piece(last.text[len(pieces[-1].text) :]))
    mark = _Piece(sign, is_sign=True, is_slant=sign == _SLANT)
    return [*before, mark, *pieces, mark, *after]


def _with_slant_signs(pieces: list[_Piece]) -> list[_Piece]:
    """Emphasis with the sign that Markdown reads there: `_`, or `*` beside a letter or digit.

    Where neither is read, since bold stands around or within, the words go without.
    """
    pieces = _merged(pieces)
    made = list(pieces)
    slants = [index for index, piece in enumerate(pieces) if piece.is_slant]
    for start, end in zip(slants[::2], slants[1::2], strict=True):
        before = "".join(piece.text for piece in pieces[:start])
        after = "".join(piece.text for piece in pieces[end + 1 :])
        if not (_WORD.match(before[-1:]) or _WORD.match(after[:1])):
            continue
        outside = sum(piece.text == "**" for piece in pieces[:start] if piece.is_sign)
        within = any(piece.text == "**" for piece in pieces[start:end] if piece.is_sign)
        text = "" if within or outside % 2 else "*"
        made[start] = made[end] = replace(pieces[start], text=text)
    return made


def _merged(pieces: list[_Piece]) -> list[_Piece]:
    """Pieces in which emphasis that runs on, as bold that does, is one."""
    made: list[_Piece] = []
    is_open = {"**": False, _SLANT: False}
    for piece in pieces:
        if piece.is_sign and piece.text in is_open:
            is_open[piece.text] = not is_open[piece.text]
            if made and made[-1] == piece and is_open[piece.text]:
                made.pop()
                continue
        made.append(piece)
    return made


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
