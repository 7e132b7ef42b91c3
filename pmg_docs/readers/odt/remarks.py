"""The comments in the margin of an ODF text, with the words that each of them is about."""

from dataclasses import dataclass, field

from lxml import etree

from pmg_docs.readers.margin import Heard
from pmg_docs.readers.odt.names import attribute, child

Element = etree._Element


@dataclass(slots=True)
class Remarks:
    """The comments as they come in the text."""

    heard: Heard = field(default_factory=Heard)
    elements: list[tuple[str, Element]] = field(default_factory=list)

    def begin(self, annotation: Element) -> None:
        """A comment begins here; one without a name is about a place, not about words."""
        identity = attribute(annotation, "office:name") or f"#{len(self.elements)}"
        self.elements.append((identity, annotation))
        if not identity.startswith("#"):
            self.heard.begin(identity)

    def end(self, mark: Element) -> None:
        """The words that a comment is about end here."""
        self.heard.end(attribute(mark, "office:name"))

    def author(self, annotation: Element) -> str:
        """Who made a comment."""
        creator = child(annotation, "dc:creator")
        return "" if creator is None else " ".join((creator.text or "").split())
