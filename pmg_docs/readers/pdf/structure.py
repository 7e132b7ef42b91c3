"""A PDF as software reads it aloud: through its tags, in their order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pypdf import PdfReader

from pmg_docs.model.passage import Part, Passage, Shape
from pmg_docs.readers.draft import Draft
from pmg_docs.readers.pdf.lines import is_raised_mark
from pmg_docs.readers.pdf.painted import Pages, Place, Stretch
from pmg_docs.readers.places import Places

_INLINE = frozenset({"Span", "Link", "Quote", "Em", "Strong", "Annot", "Code", "BibEntry"})
_BULLETS = frozenset("•◦▪‣∙·–-*o▫■□●○")
_HEADINGS = frozenset({"H", "H1", "H2", "H3", "H4", "H5", "H6"})
_SAME_LINE = 0.5
_GAP = 0.18


@dataclass(slots=True)
class _Kid:
    """What an element holds in its own place: words by their mark on a page, or an element."""

    page: int | None
    mark: int = -1
    element: Any = None


class Tags:
    """Reads the tags of a file.

    `has_any` says whether it has tags, `drafts` are those of the text and `notes` those of each
    note by its number; `bullets` is where the bullets of lists are painted, `read_places` where
    anything is that the tags lead to.
    """

    def __init__(self, reader: PdfReader, pages: Pages) -> None:
        self._pages = pages
        self._numbers = {page.indirect_reference.idnum: number  # type: ignore[union-attr]
                         for number, page in enumerate(reader.pages)}  # fmt: skip
        self._read: set[int] = set()
        self._places, self._like, self._label = Places(), Passage(""), ""
        self._draft: Draft | None = None
        self._before: tuple[int, Stretch] | None = None
        self.bullets: set[Place] = set()
        self.read_places: dict[Place, None] = {}
        self.drafts: list[Draft] = []
        self.notes: list[list[Draft]] = []
        root: Any = reader.root_object.get("/StructTreeRoot")
        self.has_any = root is not None
        if self.has_any:
            self._roles = dict(root.get("/RoleMap", {}))
            self._inside(root, None)
            self._break()
            self._flush_label()
            # A note is read after the block that refers to it, so that of a head comes late.
            self.notes.sort(key=_number_of_note)

    def _inside(self, element: Any, page: int | None) -> None:
        if "/ActualText" in element:
            self._add(str(element["/ActualText"]))
            return
        for kid in self._kids(element, page):
            if kid.element is not None:
                self._element(kid.element, kid.page)
            elif kid.page is not None:
                self._marked(kid.page, kid.mark)

    def _kids(self, element: Any, page: int | None) -> Iterator[_Kid]:
        page = self._numbers.get(_number(element, "/Pg"), page)
        kids = element.get("/K")
        for one in kids if isinstance(kids, list) else [kids]:
            number = getattr(one, "idnum", -1)
            if number in self._read:
                continue
            self._read.update({number} - {-1})
            kid = one.get_object() if one is not None else None
            if isinstance(kid, int):
                yield _Kid(page, int(kid))
            elif kid is not None and "/S" in kid:
                yield _Kid(page, element=kid)
            elif kid is not None and "/MCID" in kid:
                yield _Kid(self._numbers.get(_number(kid, "/Pg"), page), int(kid["/MCID"]))

    def _marked(self, page: int, mark: int) -> None:
        place = (page, mark)
        self.read_places[place] = None
        for stretch in self._pages.marked.get(place, ()):
            text = stretch.text
            if self._before is not None and self._draft is not None:
                if is_raised_mark(stretch, self._before[1]):
                    self._opened(page).refer(int(text))
                    self._before = page, replace(self._before[1], right=stretch.right)
                    continue
                text = f"{_between(self._before, page, stretch)}{text}"
            self._add(text, page)
            self._before = page, stretch

    def _element(self, element: Any, page: int | None) -> None:
        role = self._role(element)
        if role in _INLINE:
            self._inside(element, page)
        elif role == "Note":
            self._note(element, page)
        elif role == "Reference":
            self._reference(element, page)
        elif role == "Lbl":
            self._labelled(element, page)
        else:
            self._block(element, page, role)

    def _role(self, element: Any) -> str:
        role = element["/S"]
        for _ in range(8):
            if role not in self._roles or self._roles[role] == role:
                break
            role = self._roles[role]
        return str(role).removeprefix("/")

    def _block(self, element: Any, page: int | None, role: str) -> None:
        self._break()
        before, self._like = self._like, self._like_in(role)
        if role == "Table":
            self._places.open_table()
        elif role == "TR":
            self._places.open_row()
        elif role in {"TH", "TD"}:
            self._places.open_cell()
        self._inside(element, page)
        self._break()
        if role == "LI":
            self._flush_label()
        elif role == "Table":
            self._places.close_table()
        self._like = before

    def _like_in(self, role: str) -> Passage:
        like = self._like
        if role in _HEADINGS:
            return replace(like, shape=Shape.HEADING)
        if role in {"TH", "TD"}:
            return replace(like, shape=Shape.CELL)
        if role == "LI" and like.shape is Shape.TEXT:
            return replace(like, shape=Shape.ITEM)
        return replace(like, is_quotation=True) if role == "BlockQuote" else like

    def _note(self, element: Any, page: int | None) -> None:
        """A note may stand inside the words that refer to it, which go on behind it."""
        kept = self._draft, self._like, self._label, self._before, self.drafts
        self._draft, self._label, self._before, self.drafts = None, "", None, []
        self._like = Passage("", Part.NOTE)
        self._inside(element, page)
        self._break()
        self._flush_label()
        self.notes.append(self.drafts)
        self._draft, self._like, self._label, self._before, self.drafts = kept

    def _captured(self, element: Any, page: int | None) -> tuple[str, list[Place]]:
        """The text of an element that is no paragraph, raised or not, and where it is painted."""
        kept, self._draft = self._draft, Draft(self._like)
        count = len(self.read_places)
        self._inside(element, page)
        text = "".join(map(str, self._draft.pieces))
        self._draft = kept
        return text, list(self.read_places)[count:]

    def _reference(self, element: Any, page: int | None) -> None:
        text, _ = self._captured(element, page)
        if text.strip().isdecimal():
            self._opened(page).refer(int(text))
        else:
            self._add(f" {text} ", page)

    def _labelled(self, element: Any, page: int | None) -> None:
        """The number of an item or note, or a term; a bullet is no word."""
        text, places = self._captured(element, page)
        if text.strip() in _BULLETS:
            self.bullets.update(places)
        elif self._draft is None:
            self._flush_label()
            self._label = " ".join(text.split())
        else:
            self._add(f" {text} ", page)

    def _add(self, text: str, page: int | None = None) -> None:
        if text and (self._draft is not None or not text.isspace()):
            self._opened(page).add(text)

    def _opened(self, page: int | None) -> Draft:
        if self._draft is None:
            number = 0 if page is None else page + 1
            self._draft = Draft(replace(self._like, page=number), self._label)
            self._label = ""
        return self._draft

    def _break(self) -> None:
        if self._draft is not None:
            place = f"bladzijde {self._draft.like.page}"
            if self._places.is_in_table:
                place = f"{place}, {self._places.here()}"
            self._draft.place = place
            self.drafts.append(self._draft)
        self._draft = self._before = None

    def _flush_label(self) -> None:
        if self._label:
            self._opened(None)
            self._break()


def _between(before: tuple[int, Stretch], page: int, stretch: Stretch) -> str:
    """What parts two stretches of a paragraph: a new line, a space, or nothing."""
    other = before[1]
    if before[0] != page or abs(other.line - stretch.line) > _SAME_LINE * stretch.size:
        return "\n"
    return " " if stretch.left - other.right > _GAP * stretch.size > 0 else ""


def _number_of_note(note: list[Draft]) -> int:
    first = note[0].printed().split() if note else []
    return int(first[0]) if first and first[0].isdecimal() else 0


def _number(element: Any, key: str) -> int:
    reference = element.raw_get(key) if key in element else None
    return getattr(reference, "idnum", -1)
