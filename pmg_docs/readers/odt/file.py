"""An ODF text file as its two parts, the text and the styles around it."""

from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from pmg_docs.readers.archive import open_members, parse_part
from pmg_docs.readers.odt.names import child
from pmg_docs.readers.odt.styles import Styles

_KINDS = {
    b"application/vnd.oasis.opendocument.text",
    b"application/vnd.oasis.opendocument.text-template",
}
_MEMBERS = {"mimetype", "content.xml", "styles.xml", "meta.xml"}


@dataclass(frozen=True)
class TextFile:
    """The roots of `content.xml` and `styles.xml`, and of what is told about the file."""

    content: etree._Element
    around: etree._Element | None
    about: etree._Element | None = None

    @cached_property
    def body(self) -> etree._Element:
        """The element that holds the text."""
        found = child(child(self.content, "office:body"), "office:text")
        if found is None:
            raise ValueError("there is no text")
        return found

    @cached_property
    def styles(self) -> Styles:
        """The styles of the text."""
        automatic = child(self.content, "office:automatic-styles")
        return Styles.of(child(self.around, "office:styles"), automatic)

    @cached_property
    def page_styles(self) -> Styles:
        """The styles of headers and footers; a name may mean something else there."""
        automatic = child(self.around, "office:automatic-styles")
        return Styles.of(child(self.around, "office:styles"), automatic)

    @property
    def masters(self) -> tuple[etree._Element, ...]:
        """The page styles, in the order of the file."""
        masters = child(self.around, "office:master-styles")
        return () if masters is None else tuple(masters.iterchildren("{*}master-page"))


def open_file(data: bytes) -> TextFile:
    """Read the parts of an ODF text file.

    Raises:
        KeyError, ValueError and what else `DAMAGE` names: no readable ODF text file.
    """
    members = open_members(data, lambda name: name in _MEMBERS)
    if members["mimetype"].strip() not in _KINDS:
        raise ValueError("it is another kind of file")
    around, about = (
        parse_part(members[name]) if name in members else None
        for name in ("styles.xml", "meta.xml")
    )
    return TextFile(parse_part(members["content.xml"]), around, about)
