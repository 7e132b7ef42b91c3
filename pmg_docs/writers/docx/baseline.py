"""The baseline in a Word file, by which can be told later what somebody changed in it.

It is read off the parts as they go into the file, so that it holds what the file shows, the words
of the shell included.

It stands in properties of the file (`custom`): what Zotero does, since those go with a file through
every program. A part of one's own does not: LibreOffice 7.4 drops all such parts when it saves for
the second time, and at once when one of them holds `&` or `<`.
"""

import posixpath
from collections.abc import Iterator, Sequence

from lxml import etree

from pmg_docs.dutch.passage_sentences import sentences_of
from pmg_docs.model.baseline import (
    BaseFact,
    Baseline,
    BaseSentence,
    origin_of_letter,
    sentence_digest,
)
from pmg_docs.model.document import Document
from pmg_docs.model.passage import Passage
from pmg_docs.model.passages import passages_of, tidy
from pmg_docs.writers.docx.ooxml import parse, w
from pmg_docs.writers.docx.package import WORD_TYPE, Package

_SPACES = {w("tab"), w("ptab"), w("br"), w("cr")}
_SPOKEN = (*_SPACES, w("t"), w("noBreakHyphen"), w("fldChar"), w("instrText"))
_FILLED_IN = ("PAGE", "NUMPAGES", "NOTEREF")


def packed_baseline(
    package: Package, main: str, document: Document, facts: Sequence[BaseFact]
) -> str:
    """The baseline of a file, in letters, figures and `+/=` only.

    Args:
        package: all parts of the text, as they will be written.
        main: the name of its main part.
        document: the tree that it was made of, which knows the lines of the letter.
        facts: the facts that its controls show, in the order of their store.
    """
    sentences = tuple(_sentences(package, main, document))
    return Baseline(origin_of_letter(document.letter), tuple(facts), sentences).packed()


def _sentences(package: Package, main: str, document: Document) -> Iterator[BaseSentence]:
    lines = _lines(document)
    seen: set[str] = set()
    for name in _text_parts(package, main):
        for text in _paragraphs(parse(package.parts[name])):
            for sentence in sentences_of(Passage(text)):
                digest = sentence_digest(sentence.text)
                if digest not in seen:
                    seen.add(digest)
                    yield BaseSentence(digest, lines.get(digest, 0))


def _lines(document: Document) -> dict[str, int]:
    """The line of the letter on which each sentence of a tree begins; 0 for one from elsewhere."""
    lines: dict[str, int] = {}
    for passage in passages_of(document):
        for sentence in sentences_of(passage):
            where = sentence.where
            is_own = where is not None and where.file == document.letter
            lines.setdefault(sentence_digest(sentence.text), where.line if where and is_own else 0)
    return lines


def _text_parts(package: Package, main: str) -> Iterator[str]:
    """The parts that hold text, the main one first."""
    kinds = ("document.main", "header", "footer", "footnotes")
    texts = {f"{WORD_TYPE}.{kind}+xml" for kind in kinds}
    yield main
    yield from sorted(
        (name for name, kind in package.types.items() if kind in texts and name != main),
        key=lambda name: (kinds.index(_kind(package.types[name])), posixpath.basename(name)),
    )


def _kind(content_type: str) -> str:
    return content_type.removeprefix(f"{WORD_TYPE}.").removesuffix("+xml")


def _paragraphs(root: etree._Element) -> Iterator[str]:
    """The words of each paragraph, its page numbers and those of boxes that it holds left out."""
    for paragraph in root.iter(w("p")):
        holds_boxes = next(paragraph.iterdescendants(w("p")), None) is not None
        fields: list[str] = []
        words: list[str] = []
        for element in paragraph.iter(*_SPOKEN):
            if holds_boxes and next(element.iterancestors(w("p"))) is not paragraph:
                continue
            _take(element, fields, words)
        if text := tidy("".join(words)):
            yield text


def _take(element: etree._Element, fields: list[str], words: list[str]) -> None:
    if element.tag == w("fldChar"):
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            fields.append("")
        elif kind == "end" and fields:
            fields.pop()
    elif element.tag == w("instrText") and fields:
        fields[-1] += element.text or ""
    elif fields and any(_is_filled_in(asked) for asked in fields):
        return
    elif element.tag == w("t"):
        words.append(element.text or "")
    elif element.tag == w("noBreakHyphen"):
        words.append("\u2011")
    elif element.tag in _SPACES and not _is_setting(element):
        words.append(" ")


def _is_filled_in(asked: str) -> bool:
    """Whether a program works out the words of a field by itself."""
    kind, *_ = (*asked.split(), "")
    return kind.upper() in _FILLED_IN


def _is_setting(element: etree._Element) -> bool:
    """Whether it says where a tab stops, rather than being one."""
    above = element.getparent()
    return above is not None and above.tag == w("tabs")
