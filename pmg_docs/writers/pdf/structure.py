"""Tags and marks as PDF: what is painted is marked, and the tags point at the marks.

WeasyPrint has tags of its own; these replace them, since it begins a list, a table or a paragraph
anew on each page, knows no labels, notes or scopes, and marks what a page repeats as text.
"""

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.place import Place
from pmg_docs.writers.pdf.tags import Mark, Tag, Tagger

_PAGE_FURNITURE: dict[str, Any] = {"Type": "/Pagination"}
_LEFTWARD = frozenset({"R", "AL"})


class Structure:
    """The structure of one document, from its boxes to the objects of its file.

    `marks` holds the words of the text by the box that they stand in, in the order of reading.
    """

    def __init__(self, html: Any, pages: list[Any]) -> None:
        """Read the pages of a laid out document, and mark them as they are painted."""
        self._tagger = tagger = Tagger(html)
        for number, page in enumerate(pages):
            tagger.read(number, page._page_box)
        self._root = tagger.root
        self.marks: dict[Any, Mark] = tagger.marks
        self._painted: list[list[Tag]] = [[] for _ in pages]
        self._has_leftward = any(_has_leftward(mark.box) for mark in self.marks.values())
        self._tag_of = {mark: tag for tag in _each(self._root) for mark in _own_marks(tag)}
        clickable = {box for tag in _each(self._root) for _, box in tag.links}
        for number, page in enumerate(pages):
            # What a page repeats cannot be clicked: it is no part of the structure.
            page.links = [link for link in page.links if link[3] in clickable]
            page.paint = self._painter(number, page.paint)

    def unspoken(self, page: str) -> Iterator[Diagnostic]:
        """A finding for each picture without words, and for words that no tag can reach."""
        if self._tagger.has_transparent_words:
            yield Diagnostic(
                "PMG421",
                "Tekst met opacity is in de pdf niet voor te lezen.",
                Place(page, 0),
                hints=("Gebruik een lichtere kleur in plaats van opacity.",),
            )
        for tag in _each(self._root):
            if tag.kind == "Figure" and not tag.alt:
                yield Diagnostic(
                    "PMG426",
                    "Een afbeelding heeft geen beschrijving.",
                    Place(page, 0),
                    hints=(
                        'Zet haar erbij: alt="Logo van het ministerie"; alt="" als versiering.',
                    ),
                )

    def add_to(self, pdf: Any, language: str) -> None:
        """Put the structure in a painted file."""
        writer = _Writer(pdf)
        parents = writer.structure(self._root, language)
        rows: list[Any] = []
        for number, (page, tags) in enumerate(zip(writer.pages, self._painted, strict=True)):
            page["Tabs"], page["StructParents"] = "/S", number
            rows += [number, writer.array(writer.references[tag] for tag in tags)]
        for number, (annotation, tag) in enumerate(writer.annotations, start=len(writer.pages)):
            annotation["StructParent"] = number
            rows += [number, writer.references[tag]]
        parents["Nums"] = writer.array(rows)

    def _painter(self, number: int, paint: Callable[..., None]) -> Callable[..., None]:
        def painted(stream: Any, scale: float = 1) -> None:
            self._mark(stream, number)
            paint(stream, scale)

        return painted

    def _mark(self, stream: Any, page: int) -> None:
        """Let a stream mark what is painted on it: the words of the text, and all the rest."""
        import pydyf

        is_open = False

        @contextmanager
        def marking(kind: str, properties: dict[str, Any] | None) -> Iterator[None]:
            nonlocal is_open
            if is_open:  # such as the line under a link, which belongs to its words
                yield
                return
            is_open = True
            stream.begin_marked_content(kind, properties and pydyf.Dictionary(properties))
            yield
            stream.end_marked_content()
            is_open = False

        def marked(box: Any, _: str) -> AbstractContextManager[None]:
            mark = self.marks.get(box)
            actual = self._actual(box)
            spoken = {"ActualText": pydyf.String(actual)} if actual else {}
            if mark is None:
                return marking("Artifact", _PAGE_FURNITURE | spoken)
            tag = self._tag_of[mark]
            mark.mcid = len(self._painted[page])
            self._painted[page].append(tag)
            kind = "Figure" if tag.kind == "Figure" else "Span"
            return marking(kind, {"MCID": mark.mcid} | spoken)

        stream.marked = marked
        stream.artifact = lambda: marking("Artifact", None)

    def _actual(self, box: Any) -> str:
        """The words of a box, where what is painted does not say them as they are read.

        What runs from right to left is painted the other way round; and once that has turned a
        bracket around, the font takes that bracket for its mirror image anywhere.
        """
        text: str = getattr(box, "text", "")
        is_turned = _has_leftward(box) or any(map(unicodedata.mirrored, text))
        return text if self._has_leftward and is_turned else ""


class _Writer:
    """Writes tags as objects of a file."""

    def __init__(self, pdf: Any) -> None:
        import pydyf

        self._pdf, self._pydyf = pdf, pydyf
        self.pages = [o for o in pdf.objects if isinstance(o, dict) and o.get("Type") == "/Page"]
        self.references: dict[Tag, bytes] = {}
        self.annotations: list[tuple[Any, Tag]] = []
        self._keys: list[tuple[str, bytes]] = []

    def structure(self, root: Tag, language: str) -> Any:
        """Write all tags; gives the table by which a page finds them, still to be filled."""
        parents = self._object({})
        tree = self._object({"Type": "/StructTreeRoot", "ParentTree": parents.reference})
        tree["K"] = self.array([self._element(root, tree.reference)])
        if self._keys:
            names = [part for key, own in sorted(self._keys) for part in (self._text(key), own)]
            tree["IDTree"] = self._object({"Names": self.array(names)}).reference
        self._pdf.catalog |= {
            "StructTreeRoot": tree.reference,
            "MarkInfo": self._pydyf.Dictionary({"Marked": "true"}),
            "ViewerPreferences": self._pydyf.Dictionary({"DisplayDocTitle": "true"}),
            "Lang": self._text(language),
        }
        return parents

    def array(self, items: Any) -> Any:
        """A list as the file holds it."""
        return self._pydyf.Array(items)

    def _element(self, tag: Tag, parent: bytes) -> bytes:
        element = self._object({"Type": "/StructElem", "S": f"/{tag.kind}", "P": parent})
        self.references[tag] = element.reference
        page = next((m.page for m in tag.marks() if m.mcid is not None), None)
        if page is not None:
            element["Pg"] = self._pdf.page_references[page]
        if tag.attributes:
            unnumbered = {"ListNumbering": "/None"} if _is_unlabelled(tag) else {}
            attributes = {"O": f"/{tag.owner}", **tag.attributes, **unnumbered}
            element["A"] = self._pydyf.Dictionary(attributes)
        if tag.alt:
            element["Alt"] = self._text(tag.alt)
        if tag.key:
            element["ID"] = self._text(tag.key)
            self._keys.append((tag.key, element.reference))
        kids = [kid for one in tag.kids if (kid := self._kid(one, element, page)) is not None]
        kids += [self._link(tag, number, box) for number, box in tag.links if box.link_annotation]
        element["K"] = self.array(kids)
        return self.references[tag]

    def _kid(self, kid: Tag | Mark, element: Any, page: int | None) -> Any:
        if isinstance(kid, Tag):
            return self._element(kid, element.reference) if kid.is_shown() else None
        if kid.mcid is None or kid.page == page:
            return kid.mcid
        return self._pydyf.Dictionary(
            {"Type": "/MCR", "Pg": self._pdf.page_references[kid.page], "MCID": kid.mcid}
        )

    def _link(self, tag: Tag, page: int, box: Any) -> Any:
        annotation = box.link_annotation
        words = " ".join(" ".join(mark.box.text for mark in tag.marks()).split())
        name = box.element.get("aria-label") or f"{words} ({box.element.get('href')})"
        annotation["Contents"] = self._text(name)
        self.annotations.append((annotation, tag))
        return self._pydyf.Dictionary({
            "Type": "/OBJR", "Obj": annotation.reference, "Pg": self._pdf.page_references[page],
        })  # fmt: skip

    def _object(self, values: dict[str, Any]) -> Any:
        made = self._pydyf.Dictionary(values)
        self._pdf.add_object(made)
        return made

    def _text(self, text: str) -> Any:
        return self._pydyf.String(text)


def _has_leftward(box: Any) -> bool:
    return any(unicodedata.bidirectional(c) in _LEFTWARD for c in getattr(box, "text", ""))


def _each(tag: Tag) -> Iterator[Tag]:
    yield tag
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from _each(kid)


def _is_unlabelled(tag: Tag) -> bool:
    """Whether it is a list of which no item has a number or bullet."""
    items = (kid for kid in tag.kids if isinstance(kid, Tag))
    labels = (part for item in items for part in item.kids if getattr(part, "kind", "") == "Lbl")
    return tag.kind == "L" and not any(labels)


def _own_marks(tag: Tag) -> Iterator[Mark]:
    return (kid for kid in tag.kids if isinstance(kid, Mark))
