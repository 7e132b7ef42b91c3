"""The words and passages of a Markdown file, as it looks once rendered."""

import html
import re
import string
from dataclasses import dataclass, field, replace
from typing import cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import footnotes
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from pmg_docs.inputs.table_size import endless_table
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.passage import FileText, Part, Passage, Shape
from pmg_docs.model.words import FileWords
from pmg_docs.readers.draft import Draft, passages_of, words_of
from pmg_docs.readers.encoding import decode_any
from pmg_docs.readers.lines import with_lines
from pmg_docs.readers.places import Places
from pmg_docs.readers.text import passages_of_text
from pmg_docs.readers.utf8 import decode

_INLINE = frozenset({"a", "code", "em", "strong", "sup", "span", "img"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PLACEHOLDERS = str.maketrans({"\N{START OF TEXT}": None, "\N{END OF TEXT}": None})
_STASHED = re.compile("\N{START OF TEXT}wzxhzdk:(\\d+)\N{END OF TEXT}")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MOST_SIGNS = 2_000_000
_BEYOND = re.compile(
    r"^(?:[ \t]{60}|(?:[ \t]*>){40})|^(?:[^\n\[]*\[){400}|^(?:[^\n<]*<){4000}", re.MULTILINE
)
_READ_AS_TEXT = Diagnostic(
    "PMG519",
    "Deze Markdown is te groot of te diep in elkaar gestoken; ze is gelezen als gewone tekst.",
    severity=Severity.WAARSCHUWING,
    hints=("Tekens als ** en # tellen nu als tekst.",),
)
_TYPED_NUMBER = re.compile(r"(\d{1,3}\.)\s+")

Notes = list[tuple[int, list[Draft]]]


def read(data: bytes) -> FileWords:
    """Read the words of a Markdown file: notes apart, list numbers counted, HTML as text.

    Raises:
        Refused: the bytes are not text in UTF-8.
    """
    root, _ = _tree(decode(data, "Markdown-bestand"), shows_html=True)
    notes, body = _drafts(root, ())
    return FileWords(body=words_of(body), notes=tuple(words_of(drafts) for _, drafts in notes))


def read_text(data: bytes) -> FileText:
    """Read the passages of a Markdown file; of HTML in it the words and not the signs.

    Raises:
        Refused: PMG511, the bytes are no text.
    """
    text, remarks = decode_any(data, "Markdown-bestand")
    if _is_beyond_markdown(text):
        return FileText("md", passages_of_text(text), remarks=(*remarks, _READ_AS_TEXT))
    root, stash = _tree(_COMMENT.sub(_only_lines, text), shows_html=False)
    notes, body = _drafts(root, stash)
    for draft in body:
        _label(draft)
    drafts = [*body, *(draft for _, note in notes for draft in note)]
    return FileText("md", tuple(with_lines(passages_of(drafts), text)), remarks=remarks)


def _is_beyond_markdown(text: str) -> bool:
    """Whether a text is so large or so deep that its parser would never end."""
    if len(text) > _MOST_SIGNS:
        return True
    return endless_table(text) is not None or _BEYOND.search(text) is not None


def _only_lines(comment: re.Match[str]) -> str:
    return "\n" * comment[0].count("\n")


def _label(draft: Draft) -> None:
    """A number that was typed in front of words is a label, as that of a list is."""
    first = draft.pieces[0] if draft.pieces else 0
    found = _TYPED_NUMBER.match(first) if isinstance(first, str) else None
    if found and not draft.label and draft.like.shape is Shape.TEXT:
        draft.cut(found.end())
        draft.label, draft.like = found[1], replace(draft.like, shape=Shape.ITEM)


def _tree(text: str, *, shows_html: bool) -> tuple[Element, tuple[str, ...]]:
    """The elements that Python-Markdown makes of a text, and the HTML that it put aside."""
    parser = Markdown(
        extensions=[TableExtension(), footnotes.FootnoteExtension(), SaneListExtension()]
    )
    parser.preprocessors.deregister("html_block")
    if shows_html:
        for pattern in ("html", "entity"):
            parser.inlinePatterns.deregister(pattern)
    parser.ESCAPED_CHARS = list(string.punctuation)
    lines = text.translate(_PLACEHOLDERS).split("\n")
    for preprocessor in parser.preprocessors:
        lines = preprocessor.run(lines)
    root = cast("Element", parser.parser.parseDocument(lines).getroot())
    for processor in parser.treeprocessors:
        changed = processor.run(root)
        if changed is not None:
            root = changed
    return root, tuple(map(str, parser.htmlStash.rawHtmlBlocks))


def _drafts(root: Element, stash: tuple[str, ...]) -> tuple[Notes, list[Draft]]:
    """The drafts of each note by its number, which are taken out, and those of the text."""
    notes: Notes = []
    for parent in list(root.iter()):
        for section in [child for child in parent if child.get("class") == "footnote"]:
            for item in section.iter("li"):
                name = item.get("id", "").removeprefix("fn:")
                if name:
                    number = int(name) if name.isdecimal() else len(notes) + 1
                    place = f"{Part.NOTE} {number}"
                    walk = _Walk(Passage("", Part.NOTE), Places(place), stash)
                    notes.append((number, walk.read(item)))
            parent.remove(section)
    notes.sort(key=lambda note: note[0])
    return notes, _Walk(Passage(""), Places(), stash).read(root)


@dataclass(slots=True)
class _Walk:
    """Goes through the elements; `label` is the number of an item without words as yet."""

    like: Passage
    places: Places
    stash: tuple[str, ...]
    drafts: list[Draft] = field(default_factory=list)
    draft: Draft | None = None
    label: str = ""

    def read(self, root: Element) -> list[Draft]:
        self._inside(root)
        self._break()
        return self.drafts

    def _element(self, element: Element, label: str) -> None:
        classes, tag = element.get("class", ""), element.tag
        if classes == "footnote-backref":
            return
        if classes == "footnote-ref":
            self._refer(element.get("href", "").removeprefix("#fn:"))
        elif tag in _INLINE:
            self._inside(element)
        elif tag == "br" and self.like.shape in {Shape.TEXT, Shape.ITEM}:
            self._break()
        elif tag == "br":
            self._add(" ")
        else:
            self._block(element, label)

    def _block(self, element: Element, label: str) -> None:
        self._break()
        if label:
            self._flush_label()
            self.label = label
        before, self.like = self.like, self._like(element.tag)
        if element.tag == "table":
            self.places.open_table()
        elif element.tag == "tr":
            self.places.open_row()
        elif element.tag in {"td", "th"}:
            self.places.open_cell()
        self._inside(element)
        self._break()
        if element.tag == "table":
            self.places.close_table()
        elif label:
            self._flush_label()
        self.like = before

    def _like(self, tag: str) -> Passage:
        if tag in _HEADINGS:
            return replace(self.like, shape=Shape.HEADING)
        if tag in {"td", "th"}:
            return replace(self.like, shape=Shape.CELL)
        if tag == "li":
            return replace(self.like, shape=Shape.ITEM)
        return replace(self.like, is_quotation=True) if tag == "blockquote" else self.like

    def _inside(self, element: Element) -> None:
        self._add(self._plain(element.text or "", element.tag))
        number = int(element.get("start", "1")) if element.tag == "ol" else 0
        for child in element:
            is_item = element.tag == "ol" and child.tag == "li"
            self._element(child, f"{number}." if is_item else "")
            number += 1
            self._add(self._plain(child.tail or "", element.tag))

    def _plain(self, text: str, tag: str) -> str:
        text = text.replace(footnotes.NBSP_PLACEHOLDER, " ")
        # Python-Markdown writes code in its escaped form and everything else as it is.
        return html.unescape(text) if tag == "code" else _STASHED.sub(self._put_aside, text)

    def _put_aside(self, found: re.Match[str]) -> str:
        """What a piece of HTML shows: the character of an entity, nothing for a tag."""
        number = int(found[1])
        piece = self.stash[number] if number < len(self.stash) else ""
        return html.unescape(piece) if piece.startswith("&") else ""

    def _add(self, text: str) -> None:
        if text and (self.draft is not None or not text.isspace()):
            self._opened().add(text)

    def _refer(self, name: str) -> None:
        if name.isdecimal():
            self._opened().refer(int(name))
        else:
            self._add(f" [^{name}] ")

    def _opened(self) -> Draft:
        if self.draft is None:
            self.draft = Draft(self.like, self.label)
            self.label = ""
        return self.draft

    def _break(self) -> None:
        if self.draft is not None:
            if not self.draft.is_empty:
                self.draft.place = self.places.here()
            self.drafts.append(self.draft)
            self.draft = None

    def _flush_label(self) -> None:
        """An item without words still shows its number."""
        if self.label:
            self._opened()
            self._break()
