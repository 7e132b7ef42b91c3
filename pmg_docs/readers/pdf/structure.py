"""The words of a PDF as software reads them aloud: through its tags, in their order."""

from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader

from pmg_docs.model.words import TaggedWords, note_word, split_words
from pmg_docs.readers.pdf.painted import Pages, Place, Stretch

_INLINE = frozenset({"Span", "Link", "Quote", "Em", "Strong", "Annot", "Code", "BibEntry"})
_BULLETS = frozenset("•◦▪‣∙·–-*o▫■□●○")

Piece = str | tuple[int, Stretch]
"""A word or a gap that the tags themselves give, or a stretch with its page."""


class Tags:
    """Reads the tags of a file.

    `words` is None for a file without tags; `bullets` is where the bullets of lists are painted.
    """

    def __init__(self, reader: PdfReader, pages: Pages) -> None:
        self._pages = pages
        self._numbers = {page.indirect_reference.idnum: number  # type: ignore[union-attr]
                         for number, page in enumerate(reader.pages)}  # fmt: skip
        self._notes: list[tuple[str, ...]] = []
        self._bullets: set[Place] = set()
        self._read: set[int] = set()
        self.words: TaggedWords | None = None
        root: Any = reader.root_object.get("/StructTreeRoot")
        if root is not None:
            self._roles = dict(root.get("/RoleMap", {}))
            body = split_words(_joined(self._kids(root, None)))
            # A note is read after the block that refers to it, so that of a head comes late.
            notes = sorted(self._notes, key=_number_of_note)
            self.words = TaggedWords(body, tuple(notes), pages.artifacts())

    @property
    def bullets(self) -> frozenset[Place]:
        """Where the bullets of lists are painted."""
        return frozenset(self._bullets)

    def _kids(self, element: Any, page: int | None) -> Iterator[Piece]:
        page = self._numbers.get(_number(element, "/Pg"), page)
        kids = element.get("/K")
        for one in kids if isinstance(kids, list) else [kids]:
            number = getattr(one, "idnum", -1)
            if number in self._read:
                continue
            self._read.update({number} - {-1})
            kid = one.get_object() if one is not None else None
            if isinstance(kid, int):
                yield from self._marked(page, kid)
            elif kid is not None and "/S" in kid:
                yield from self._element(kid, page)
            elif kid is not None and "/MCID" in kid:
                yield from self._marked(self._numbers.get(_number(kid, "/Pg"), page), kid["/MCID"])

    def _marked(self, page: int | None, mark: int) -> Iterator[Piece]:
        if page is not None:
            yield from ((page, s) for s in self._pages.marked.get((page, int(mark)), ()))

    def _element(self, element: Any, page: int | None) -> Iterator[Piece]:
        role = str(self._roles.get(element["/S"], element["/S"])).removeprefix("/")
        inner = [element["/ActualText"]] if "/ActualText" in element else self._kids(element, page)
        match role:
            case "Note":
                self._notes.append(split_words(_joined(inner)))
            case "Reference":
                yield f" {_as_note(_joined(inner))} "
            case "Lbl":
                yield from self._label(list(inner))
            case _:
                gap = "" if role in _INLINE else " "
                yield gap
                yield from inner
                yield gap

    def _label(self, inner: list[Piece]) -> Iterator[Piece]:
        """The number of an item or note, or a term; a bullet is no word."""
        if _joined(inner).strip() in _BULLETS:
            places = (piece for piece in inner if not isinstance(piece, str))
            self._bullets.update((page, s.mark) for page, s in places if s.mark is not None)
        else:
            yield " "
            yield from inner
            yield " "


def _number_of_note(words: tuple[str, ...]) -> int:
    return int(words[0]) if words and words[0].isdecimal() else 0


def _as_note(text: str) -> str:
    return note_word(int(text)) if text.strip().isdecimal() else text


def _joined(pieces: Iterator[Piece] | list[Any]) -> str:
    """The text of pieces, with a gap where the next stands on another line."""
    text: list[str] = []
    before: tuple[int, float] | None = None
    for piece in pieces:
        if isinstance(piece, str):
            text.append(piece)
            continue
        page, stretch = piece
        here = (page, stretch.line)
        text.append(stretch.text if before in {here, None} else f" {stretch.text}")
        before = here
    return "".join(text)


def _number(element: Any, key: str) -> int:
    reference = element.raw_get(key) if key in element else None
    return getattr(reference, "idnum", -1)
