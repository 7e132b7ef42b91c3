"""What each page of a PDF paints, in order, with how each stretch is marked."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader

from pmg_docs.model.words import split_words
from pmg_docs.readers.pdf.fonts import Font

Run = tuple[str, ...]
Place = tuple[int, int]
"""Where a tag finds its words: a page, counted from 0, and the number of a mark on it."""

_TOKEN = re.compile(
    rb"\[(?P<array>[^\[\]()]*)\]\s*TJ\b"
    rb"|<(?P<hex>[0-9A-Fa-f\s]*)>|(?P<literal>\()|(?P<bracket><<|>>|\[|\])"
    rb"|/(?P<name>[^\s()<>\[\]{}/%]*)|(?P<number>[-+]?(?:\d+\.?\d*|\.\d+))"
    rb"|(?P<word>[A-Za-z'\"][A-Za-z0-9*'\"]*)|%[^\r\n]*"
)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_LITERAL = re.compile(rb"[()\\]")
_ESCAPES = {
    b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\r": b"", b"\n": b"",
}  # fmt: skip
_END_OF_IMAGE = re.compile(rb"\sEI\b")
_DEEPEST = 12
_MOST_FORMS = 1000
_UNSEEN = frozenset({"Cc", "Cf", "Mn", "Zs", "Zl", "Zp"})


@dataclass(slots=True)
class Stretch:
    """Text that was painted without a change of marks.

    `mark` is its number on the page, or None; `is_artifact` says that it is no part of the text,
    such as what a page repeats. `line` is how high it stands.
    """

    text: str
    mark: int | None
    is_artifact: bool
    line: float


@dataclass(frozen=True, slots=True)
class _Marking:
    mark: int | None = None
    is_artifact: bool = False
    actual: str = ""


class Pages:
    """All that the pages of a file paint.

    Raises:
        NoUnicode: a font does not say which characters its codes stand for.
    """

    def __init__(self, reader: PdfReader) -> None:
        self._fonts: dict[int, Font] = {}
        self.stretches = [list(_Painter(self._fonts).paint(page)) for page in reader.pages]
        self.marked: dict[Place, list[Stretch]] = {}
        for number, stretches in enumerate(self.stretches):
            for stretch in stretches:
                if stretch.mark is not None and not stretch.is_artifact:
                    self.marked.setdefault((number, stretch.mark), []).append(stretch)

    def words(self, bullets: frozenset[Place]) -> tuple[Run, ...]:
        """The words of each page as painted, without the bullets of lists, which are none."""
        return tuple(
            _words(s for s in stretches if (number, s.mark) not in bullets)
            for number, stretches in enumerate(self.stretches)
        )

    def artifacts(self) -> tuple[Run, ...]:
        """The words of each page that are no part of the text."""
        return tuple(_words(s for s in page if s.is_artifact) for page in self.stretches)


def _words(stretches: Iterator[Stretch]) -> Run:
    return split_words("\n".join(stretch.text for stretch in stretches))


class _Painter:
    """Follows the instructions of a page, as far as they paint text."""

    def __init__(self, fonts: dict[int, Font]) -> None:
        self._fonts = fonts
        self._font: Font | None = None
        self._markings = [_Marking()]
        self._line = 0.0
        self._forms = 0
        self._text: list[str] = []

    def paint(self, page: Any, depth: int = 0) -> Iterator[Stretch]:
        """The stretches of a page, or of a picture of instructions inside one."""
        resources = page.get("/Resources", {})
        content = page.get_contents() if depth == 0 else page
        operands: list[Any] = []
        for operator in _operations(content.get_data() if content is not None else b"", operands):
            if operator in {"BDC", "BMC", "EMC", "Tm", "BT"}:
                yield from self._finished()
            if operator == "Do":
                form = resources.get("/XObject", {}).get(f"/{operands[-1]}", {})
                self._forms += 1
                if form.get("/Subtype") == "/Form" and depth < _DEEPEST:
                    if self._forms > _MOST_FORMS:
                        raise ValueError("te veel in elkaar")
                    yield from self.paint(form, depth + 1)
            else:
                self._follow(operator, operands, resources)
            operands.clear()
        yield from self._finished()

    def _follow(self, operator: str, operands: list[Any], resources: Any) -> None:
        match operator:
            case "TJ" | "Tj" | "'" | '"':
                codes = b"".join(part for part in operands if isinstance(part, bytes))
                if self._font is not None:
                    self._text.append(self._font.decode(codes))
            case "Tf":
                self._font = self._known_font(resources, operands[-2])
            case "Tm":
                self._line = operands[-1]
            case "BMC" | "BDC":
                self._markings.append(self._marking(operands, resources))
            case "EMC" if len(self._markings) > 1:
                self._markings.pop()

    def _known_font(self, resources: Any, name: str) -> Font | None:
        fonts = resources.get("/Font", {})
        if f"/{name}" not in fonts:
            return None
        reference = fonts.raw_get(f"/{name}")
        number = getattr(reference, "idnum", id(reference))
        if number not in self._fonts:
            self._fonts[number] = Font(reference.get_object())
        return self._fonts[number]

    def _marking(self, operands: list[Any], resources: Any) -> _Marking:
        properties: Any = operands[1:]
        if len(properties) == 1:
            named = resources.get("/Properties", {}).get(f"/{properties[0]}", {})
            properties = [part for key, value in named.items() for part in (key[1:], value)]
        known = dict(zip(properties[::2], properties[1::2], strict=False))
        above, mark, actual = self._markings[-1], known.get("MCID"), known.get("ActualText", "")
        return _Marking(
            above.mark if mark is None else int(mark),
            above.is_artifact or operands[0] == "Artifact",
            _unicode(actual) if isinstance(actual, bytes) else str(actual),
        )

    def _finished(self) -> Iterator[Stretch]:
        if self._text:
            painted, marking = "".join(self._text), self._markings[-1]
            self._text.clear()
            if marking.actual and _seen(painted) == _seen(marking.actual):
                painted = marking.actual
            yield Stretch(painted, marking.mark, marking.is_artifact, self._line)


def _seen(text: str) -> list[str]:
    """The characters of a text in no order: a bracket may be painted as its mirror image."""
    plain = unicodedata.normalize("NFD", text)
    return sorted(
        "(" if unicodedata.mirrored(c) else c
        for c in plain
        if unicodedata.category(c) not in _UNSEEN
    )


def _operations(data: bytes, operands: list[Any]) -> Iterator[str]:
    """Each instruction of a content stream; what it works on is left in `operands`."""
    at = 0
    while found := _TOKEN.search(data, at):
        at, kind, token = found.end(), found.lastgroup, found[found.lastgroup or 0]
        match kind:
            case "array":
                digits = b"".join(_HEX.findall(token))
                operands.append(bytes.fromhex(digits.decode("ascii")))
                yield "TJ"
            case "hex":
                digits = b"".join(token.split())
                operands.append(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii")))
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


def _literal(data: bytes, at: int) -> tuple[bytes, int]:
    """A string in brackets, and where it ends."""
    text, depth = bytearray(), 1
    while found := _LITERAL.search(data, at):
        text += data[at : found.start()]
        at, sign = found.end(), found[0]
        if sign == b"\\":
            octal = re.compile(rb"[0-7]{1,3}").match(data, at)
            escaped = octal[0] if octal else data[at : at + 1]
            at += len(escaped)
            text += bytes([int(escaped, 8) & 255]) if octal else _ESCAPES.get(escaped, escaped)
            continue
        depth += 1 if sign == b"(" else -1
        if not depth:
            return bytes(text), at
        text += sign
    return bytes(text), len(data)


def _unicode(text: bytes) -> str:
    if text.startswith(b"\xfe\xff"):
        return text[2:].decode("utf-16-be", "replace")
    return text.decode("latin-1")
