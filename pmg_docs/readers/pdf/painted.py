"""What each page of a PDF paints, in order, with how each stretch is marked."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader

from pmg_docs.model.words import split_words
from pmg_docs.readers.pdf.fonts import Font
from pmg_docs.readers.pdf.instructions import operations
from pmg_docs.readers.pdf.pen import Pen, times

Run = tuple[str, ...]
Place = tuple[int, int]
"""Where a tag finds its words: a page, counted from 0, and the number of a mark on it."""

_DEEPEST = 12
_MOST_FORMS = 1000
_FLUSHING = frozenset({"BDC", "BMC", "EMC", "Tm", "BT"})
_MOVING = frozenset({"Td", "TD", "T*", "'", '"', "Tf"})
_SPACE = -200.0
"""How far a number between strings moves at least to be a space, in thousandths of the size."""

_UNSEEN = frozenset({"Cc", "Cf", "Mn", "Zs", "Zl", "Zp"})


@dataclass(slots=True)
class Stretch:
    """Text that was painted without a change of marks.

    `mark` is its number on the page, or None; `is_artifact` says that it is no part of the text,
    such as what a page repeats. `line` is how high it stands. Where places are measured, it runs
    from `left` to `right` in type of a `size`, in units of the page.
    """

    text: str
    mark: int | None
    is_artifact: bool
    line: float
    left: float = 0.0
    right: float = 0.0
    size: float = 0.0
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class _Marking:
    mark: int | None = None
    is_artifact: bool = False
    actual: str = ""


class Pages:
    """All that the pages of a file paint.

    The proof needs the words and nothing else; to find paragraphs in anybody's file places are
    measured, and a font that does not tell its characters is read as far as it can be.

    Raises:
        NoUnicode: a font does not say which characters its codes stand for, and none is guessed.
    """

    def __init__(self, reader: PdfReader, *, is_measured: bool = False) -> None:
        self._fonts: dict[int, Font] = {}
        self.stretches = [
            list(_Painter(self._fonts, is_measured=is_measured).paint(page))
            for page in reader.pages
        ]
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

    def __init__(self, fonts: dict[int, Font], *, is_measured: bool) -> None:
        self._fonts = fonts
        self._font: Font | None = None
        self._markings = [_Marking()]
        self._line = 0.0
        self._forms = 0
        self._text: list[str] = []
        self._pen = Pen() if is_measured else None
        self._begun: tuple[float, float, float] = (0.0, 0.0, 0.0)

    def paint(self, page: Any, depth: int = 0) -> Iterator[Stretch]:
        """The stretches of a page, or of a picture of instructions inside one."""
        resources = page.get("/Resources", {})
        content = page.get_contents() if depth == 0 else page
        operands: list[Any] = []
        for operator in operations(content.get_data() if content is not None else b"", operands):
            if operator in _FLUSHING or (self._pen and operator in _MOVING):
                yield from self._finished()
            if operator == "Do":
                yield from self._form(resources, operands, depth)
            else:
                if self._pen:
                    self._pen.follow(operator, operands)
                self._follow(operator, operands, resources)
            operands.clear()
        yield from self._finished()

    def _form(self, resources: Any, operands: list[Any], depth: int) -> Iterator[Stretch]:
        form = resources.get("/XObject", {}).get(f"/{operands[-1]}", {})
        self._forms += 1
        if form.get("/Subtype") != "/Form" or depth >= _DEEPEST:
            return
        if self._forms > _MOST_FORMS:
            raise ValueError("te veel in elkaar")
        yield from self._finished()
        if self._pen is None:
            yield from self.paint(form, depth + 1)
            return
        around, kept = self._pen.page, list(self._pen.kept)
        matrix = [float(number) for number in form.get("/Matrix", ())]
        if len(matrix) == 6:
            a, b, c, d, e, f = matrix
            self._pen.page = times((a, b, c, d, e, f), around)
        yield from self.paint(form, depth + 1)
        self._pen.page, self._pen.kept = around, kept

    def _follow(self, operator: str, operands: list[Any], resources: Any) -> None:
        match operator:
            case "TJ" | "Tj" | "'" | '"':
                self._show(operands, has_kerns=operator == "TJ")
            case "Tf":
                self._font = self._known_font(resources, operands[-2])
            case "Tm":
                self._line = operands[-1]
            case "BMC" | "BDC":
                self._markings.append(self._marking(operands, resources))
            case "EMC" if len(self._markings) > 1:
                self._markings.pop()

    def _show(self, operands: list[Any], *, has_kerns: bool) -> None:
        if self._font is None:
            return
        if self._pen is None:
            codes = b"".join(part for part in operands if isinstance(part, bytes))
            self._text.append(self._font.decode(codes))
            return
        if not self._text:
            self._begun = self._pen.where()
        for part in operands:
            if isinstance(part, bytes):
                self._text.append(self._font.decode(part))
                self._pen.forward(self._font.width(part))
            elif has_kerns and isinstance(part, float):
                self._pen.forward(-part)
                if part <= _SPACE:
                    self._text.append(" ")

    def _known_font(self, resources: Any, name: str) -> Font | None:
        fonts = resources.get("/Font", {})
        if f"/{name}" not in fonts:
            return None
        reference = fonts.raw_get(f"/{name}")
        number = getattr(reference, "idnum", id(reference))
        if number not in self._fonts:
            may_guess = self._pen is not None
            self._fonts[number] = Font(reference.get_object(), may_guess=may_guess)
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
            yield self._stretch(painted, marking)

    def _stretch(self, text: str, marking: _Marking) -> Stretch:
        made = Stretch(text, marking.mark, marking.is_artifact, self._line)
        if self._pen is not None:
            made.left, made.line, made.size = self._begun
            made.right = self._pen.where()[0]
            made.is_bold = self._font is not None and self._font.is_bold
        return made


def _seen(text: str) -> list[str]:
    """The characters of a text in no order: a bracket may be painted as its mirror image."""
    plain = unicodedata.normalize("NFD", text)
    return sorted(
        "(" if unicodedata.mirrored(c) else c
        for c in plain
        if unicodedata.category(c) not in _UNSEEN
    )


def _unicode(text: bytes) -> str:
    if text.startswith(b"\xfe\xff"):
        return text[2:].decode("utf-16-be", "replace")
    return text.decode("latin-1")
