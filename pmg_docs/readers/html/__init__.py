"""The words and passages of an HTML page, as a browser would show them."""

from lxml import etree
from lxml import html as lxml_html

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.passage import FileText, Part, Passage
from pmg_docs.model.words import FileWords
from pmg_docs.readers.draft import Draft, passages_of, words_of
from pmg_docs.readers.encoding import decode_page
from pmg_docs.readers.html.sight import ANYONES, OUR_OWN, Sight
from pmg_docs.readers.html.tags import has_monstrous_tag
from pmg_docs.readers.html.walk import Walk
from pmg_docs.readers.places import Places
from pmg_docs.readers.refusals import too_much

__all__ = ["passages_of_page", "read", "read_text"]

_NOTES = "doc-endnotes"
_PROPERTIES = {"author": "auteur", "dc.creator": "auteur", "article:modified_time": "gewijzigd"}


def read(data: bytes) -> FileWords:
    """Read the words of a page: notes apart, list numbers counted, nothing fetched.

    Raises:
        Refused: the bytes are not a page in UTF-8.
    """
    try:
        root = _parsed(data.decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        raise _refused(problem) from problem
    notes, body = _drafts(root, OUR_OWN)
    return FileWords(body=words_of(body), notes=tuple(map(words_of, notes)))


def read_text(data: bytes) -> FileText:
    """Read the passages of a page in any encoding that browsers know.

    What a reader of the page does not see stays out, as far as its markup says so: menus, forms,
    banners about cookies, hidden text.

    Raises:
        Refused: PMG501, the bytes are not a page.
    """
    text, remarks = decode_page(data)
    passages, properties = passages_of_page(text)
    return FileText("html", passages, properties=properties, remarks=remarks)


def passages_of_page(text: str) -> tuple[tuple[Passage, ...], tuple[tuple[str, str], ...]]:
    """The passages of a page, and its properties.

    Raises:
        Refused: PMG501, this is not a page.
    """
    root = _parsed(text)
    properties = _properties(root)
    notes, body = _drafts(root, ANYONES)
    drafts = [*body, *(draft for note in notes for draft in note)]
    return tuple(passages_of(drafts)), properties


def _drafts(root: lxml_html.HtmlElement, sight: Sight) -> tuple[list[list[Draft]], list[Draft]]:
    """The drafts of each note, which are taken out of the page, and those of the page itself."""
    items = []
    for section in root.xpath(f"//*[@role='{_NOTES}']"):
        items += section.xpath("(.//ol)[1]/li") or section.xpath("./*")
        section.drop_tree()
    notes = []
    for number, item in enumerate(items, start=1):
        place = f"{Part.NOTE} {number}"
        notes.append(Walk(sight, Passage("", Part.NOTE), Places(place)).read(item))
    return notes, Walk(sight, Passage(""), Places()).read(root)


def _parsed(text: str) -> lxml_html.HtmlElement:
    if has_monstrous_tag(text):
        raise too_much()
    parser = lxml_html.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8"
    )
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (ValueError, etree.LxmlError) as problem:
        raise _refused(problem) from problem
    # The parser leaves out what is nested too deep for it, and says no more of that.
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise too_much()
    return root


def _refused(problem: Exception) -> Refused:
    return Refused(Diagnostic("PMG501", f"Dit is geen leesbare HTML-pagina in UTF-8 ({problem})"))


def _properties(root: lxml_html.HtmlElement) -> tuple[tuple[str, str], ...]:
    found = {"titel": " ".join(root.findtext(".//head/title", "").split())}
    for meta in root.iterfind(".//head/meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        if name in _PROPERTIES:
            found.setdefault(_PROPERTIES[name], " ".join(meta.get("content", "").split()))
    return tuple((name, text) for name, text in found.items() if text)
