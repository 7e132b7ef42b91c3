"""Markdown's inline elements become the tree's, with facts and source lines put back."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field

from pmg_docs.compose.ledger import ItemMark, Ledger, TableToken
from pmg_docs.compose.notes import NoteBook
from pmg_docs.compose.sources import Sources
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import (
    Emphasis,
    FactText,
    Inline,
    Line,
    Link,
    NoteRef,
    Strong,
    Text,
    plain_text,
    walk_line,
)
from pmg_docs.model.place import Place

_SPACE = re.compile(r"[ \t\n]+")
_LOST_HEADING = re.compile(r"#+\s")
_RAW_HTML = re.compile(r"<(?:/?[A-Za-z][^<>]*|!--.*)>")
_STRUCK = re.compile(r"~~.+?~~")
_LOOSE_NOTE = re.compile(r"\[\^[^\]]*\]")
_MACHINERY = re.compile("\x02[^\x03]*\x03")
"""What Python-Markdown leaves behind for its own last step."""
_CODED = re.compile("\x02amp\x03#([0-9]+);")
"""How it hides the letters of a mail address."""
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)

_REFUSED = {
    "code": ("tekst tussen `…`", "Haal de schuine aanhalingstekens weg."),
    "img": ("een afbeelding", "Een brief heeft geen afbeeldingen in de tekst."),
    "title": ("een titel bij een koppeling", "Haal weg wat achter het adres staat."),
    "br": ("een regeleinde met spaties", "Begin een nieuwe alinea met een lege regel."),
}


_NO_ITEM = "item"


@dataclass(slots=True)
class _Piece:
    """Literal text that waits for the mark at the end of its source line."""

    text: str
    where: Place | None = None


@dataclass(slots=True)
class _Group:
    """A dressed part of a line, still growing."""

    element: ET.Element
    children: list["_Part"] = field(default_factory=list)


_Part = _Piece | _Group | FactText | NoteRef


class InlineBuilder:
    """Builds lines of one document; findings gather in `findings`."""

    def __init__(
        self, ledger: Ledger, notes: NoteBook, findings: list[Diagnostic], sources: Sources
    ) -> None:
        self._ledger, self._notes, self._findings = ledger, notes, findings
        self._sources = sources
        self._waiting: list[_Piece] = []
        self._refused: list[tuple[str, _Piece]] = []
        self._settled: set[int] = set()
        self._last: Place | None = None

    def line(self, element: ET.Element) -> Line:
        """The line inside a block element."""
        parts = list(self._parts(element))
        for piece in self._waiting:
            piece.where = self._last
        self._waiting = []
        self._tell_refused()
        line = _tidy(_frozen(parts, self._ledger))
        self._check(line)
        return line

    def where(self, element: ET.Element) -> Place | None:
        """The source line of an element."""
        return self._ledger.place_in("".join(element.itertext())) or self._last

    def begin_row(self, row: ET.Element) -> None:
        """Know the line of a table's row, of which only the last cell has the mark."""
        self._last = self.where(row)

    def settle(self, mark: ItemMark) -> None:
        """Know that a line that looks like a list item has become one."""
        self._settled.add(id(mark))

    def table_in(self, element: ET.Element) -> TableToken | None:
        """The table that a paragraph asks for, when it holds that and nothing else."""
        if len(element):
            return None
        pieces = [p for p in self._ledger.split(element.text or "") if not _is_nothing(p)]
        if len(pieces) == 1 and isinstance(pieces[0], TableToken):
            return pieces[0]
        return None

    def _parts(self, element: ET.Element) -> Iterator[_Part]:
        yield from self._text(element.text)
        for child in element:
            yield from self._child(child)
            yield from self._text(child.tail)

    def _child(self, child: ET.Element) -> Iterator[_Part]:
        if child.tag in {"strong", "em", "a"}:
            if child.get("class") != "footnote-backref":
                if child.get("title"):
                    yield self._refuse("title")
                yield _Group(child, list(self._parts(child)))
        elif child.tag == "sup":
            name = child.get("id", "").partition(":")[2]
            yield NoteRef(self._notes.number_of(name))
        else:
            yield self._refuse(child.tag)

    def _refuse(self, what: str) -> _Piece:
        # Its line is known when the mark at the end of that line comes by.
        piece = _Piece("?")
        self._waiting.append(piece)
        self._refused.append((what, piece))
        return piece

    def _text(self, text: str | None) -> Iterator[_Part]:
        for item in self._ledger.split(_plain(text)):
            if isinstance(item, Place):
                for piece in self._waiting:
                    piece.where = item
                self._waiting, self._last = [], item
            elif isinstance(item, str):
                piece = _Piece(item)
                self._waiting.append(piece)
                yield piece
            elif isinstance(item, ItemMark):
                if id(item) not in self._settled:
                    yield self._refuse(_NO_ITEM)
            elif isinstance(item, TableToken):
                self._findings.append(
                    Diagnostic("PMG252", "Een tabel staat alleen, op een eigen regel.", self._last,
                               hints=("Zet {{ tabel(…) }} tussen twee lege regels.",))
                )  # fmt: skip
            else:
                yield item

    def _tell_refused(self) -> None:
        for tag, piece in self._refused:
            if tag == _NO_ITEM:
                self._findings.append(_became_text(piece.where))
                continue
            what, hint = _REFUSED.get(tag, (f"<{tag}>", "Schrijf gewone tekst."))
            self._findings.append(
                Diagnostic("PMG251", f"Een brief kent {what} niet.", piece.where, hints=(hint,))
            )
        self._refused = []

    def _check(self, line: Line) -> None:
        first = line[0] if line else None
        if isinstance(first, Text) and _LOST_HEADING.match(first.text):
            self._findings.append(
                Diagnostic("PMG269", "Deze regel begint als een kop, maar is er geen.", first.where,
                           hints=("Een kop begint links op de regel, met ## of ###.",))
            )  # fmt: skip
        is_row = plain_text(line).count("|") > 1
        if is_row and isinstance(first, Text) and first.text.startswith("|"):
            self._findings.append(
                Diagnostic("PMG256", "Deze regel begint als een tabel, maar is er geen.",
                           first.where, hints=("Zet een regel |---|---| onder de kop.",))
            )  # fmt: skip
        for text in _texts(line):
            if found := _RAW_HTML.search(text.text):
                self._findings.append(
                    Diagnostic("PMG253", f"HTML ({found[0][:30]}) kan niet in een brief.",
                               self._sources.at_word(text.where, found[0]),
                               hints=("Gebruik **vet**, *cursief* of een lijst.",))
                )  # fmt: skip
            if found := _STRUCK.search(text.text):
                self._findings.append(
                    Diagnostic("PMG251", "Een brief kent doorgehaalde tekst niet.",
                               self._sources.at_word(text.where, found[0]),
                               hints=("Haal ~~ en de oude tekst weg.",))
                )  # fmt: skip
            if found := _LOOSE_NOTE.search(text.text):
                self._findings.append(
                    Diagnostic("PMG254", f"De voetnoot {found[0][:30]} heeft geen tekst.",
                               self._sources.at_word(text.where, found[0]),
                               hints=(f"Schrijf onderaan: {found[0]}: de tekst.",))
                )  # fmt: skip
        for inline in walk_line(line):
            if isinstance(inline, Link) and not _SAFE_LINK.fullmatch(inline.href):
                self._findings.append(
                    Diagnostic("PMG255", f"De koppeling '{inline.href[:60]}' kan niet.",
                               next((t.where for t in _texts(inline.children)), None),
                               hints=("Begin met https:// of mailto:.",))
                )  # fmt: skip


def _texts(line: Line) -> Iterator[Text]:
    for inline in line:
        if isinstance(inline, Text):
            yield inline
        elif isinstance(inline, Strong | Emphasis | Link):
            yield from _texts(inline.children)


def _plain(text: str | None) -> str:
    """Text without what Python-Markdown leaves in it for its own last step."""
    shown = _CODED.sub(lambda found: chr(int(found[1])), text or "")
    return _MACHINERY.sub("", shown)


def _became_text(where: Place | None) -> Diagnostic:
    return Diagnostic(
        "PMG256", "Deze regel begint als een lijst, maar zou gewone tekst worden.", where,
        hints=(
            "Zet een lege regel boven de lijst; een lijst in een lijst springt vier spaties in.",
            "Een genummerde lijst schrijft u met een punt: 1.",
            "Is het geen lijst, zet dan een \\ voor het streepje of voor de punt.",
        ),
    )  # fmt: skip


def _is_nothing(piece: object) -> bool:
    return isinstance(piece, Place) or (isinstance(piece, str) and not piece.strip())


def _frozen(parts: list[_Part], ledger: Ledger) -> Line:
    done: list[Inline] = []
    for part in parts:
        match part:
            case _Piece():
                done.append(Text(_SPACE.sub(" ", part.text), part.where))
            case _Group(element=element):
                children = _frozen(part.children, ledger)
                if element.tag == "a":
                    done.append(Link(ledger.shown(_plain(element.get("href", ""))), children))
                else:
                    done.append((Strong if element.tag == "strong" else Emphasis)(children))
            case _:
                done.append(part)
    return tuple(done)


def _tidy(line: Line) -> Line:
    """Without white space at either end, and without empty text."""
    kept = list(line)
    if kept and isinstance(kept[0], Text):
        kept[0] = Text(kept[0].text.lstrip(" "), kept[0].where)
    if kept and isinstance(kept[-1], Text):
        kept[-1] = Text(kept[-1].text.rstrip(" "), kept[-1].where)
    return tuple(i for i in kept if not (isinstance(i, Text) and not i.text))
