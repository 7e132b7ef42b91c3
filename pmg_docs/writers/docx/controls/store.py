"""The data store of a Word file: each fact that it shows, each notation once, and nothing else.

Word shows a content control that is bound to an element of the store with the words of that
element, and writes back what somebody types in it (ISO/IEC 29500-1, 17.5.2.6). So two notations of
one fact are two elements, and all controls with the same words share one.
"""

import uuid
from dataclasses import dataclass, field, replace
from typing import Self

from pmg_docs.model.baseline import BaseFact
from pmg_docs.model.document import Document, FactText
from pmg_docs.model.shown import ShownFact, element_name, shown_facts
from pmg_docs.writers.docx.ooxml import xml_text
from pmg_docs.writers.docx.package import OFFICE, Package, Relationship

NAMESPACE = "urn:pmg-docs:feiten:1"
LONGEST_NAME = 64
"""Word takes no longer alias or tag."""

_MAPPING = f"xmlns:f='{NAMESPACE}'"
_ITEM, _PROPERTIES = "customXml/item1.xml", "customXml/itemProps1.xml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_DATA = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_HEADING = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(slots=True)
class Store:
    """Hands out content controls, and keeps the words of those that were handed out.

    `identity` tells the store of one document from that of another, `gap_shade` is the colour
    behind a fact that is still open. `marked` are the facts that a placeholder of the shell may
    show, by the number of their mark. `kept` is what it holds, in the order of handing out.
    """

    identity: str
    gap_shade: str
    marked: list[FactText] = field(default_factory=list)
    kept: list[BaseFact] = field(default_factory=list)
    _shown: dict[str, dict[tuple[str, str], int]] = field(default_factory=dict)
    _last: int = 0

    @classmethod
    def of(cls, document: Document, gap_shade: str) -> Self:
        """An empty store, with an identity that follows from what the document says."""
        facts = "\n".join(f"{fact.name}={fact.text}" for fact in shown_facts(document))
        seed = "\n".join((NAMESPACE, document.type, document.title, facts))
        return cls(f"{{{str(uuid.uuid5(uuid.NAMESPACE_URL, seed)).upper()}}}", gap_shade)

    def mark(self, fact: FactText) -> int:
        """The number under which a placeholder may show a fact."""
        self.marked.append(fact)
        return len(self.marked) - 1

    def control(self, fact: FactText, runs: str, dress: str = "") -> str:
        """Runs that show a fact, as a content control; words without a fact stay as they are.

        Args:
            fact: the words, in which a line break or tab counts as a space.
            runs: the same words, written.
            dress: the run properties that the words keep when Word fills them in again.
        """
        if not fact.origins or not fact.text.strip():
            return runs
        name = ShownFact.of(fact).name
        element = element_name(name)
        notations = self._shown.setdefault(element, {})
        if (name, fact.text) not in notations:
            notations[name, fact.text] = len(notations) + 1
            self.kept.append(BaseFact(name, fact.text, fact.kind))
        position = notations[name, fact.text]
        self._last += 1
        path = f"/f:feiten[1]/f:{element}[{position}]"
        return (
            f'<w:sdt><w:sdtPr>{dress}<w:alias w:val="{xml_text(name[:LONGEST_NAME])}"/>'
            f'<w:tag w:val="{element[:LONGEST_NAME]}"/><w:id w:val="{self._last}"/>'
            f'<w:dataBinding w:prefixMappings="{_MAPPING}" w:xpath="{path}" '
            f'w:storeItemID="{self.identity}"/><w:text/></w:sdtPr>'
            f"<w:sdtContent>{runs}</w:sdtContent></w:sdt>"
        )

    def add_to(self, package: Package, document: str) -> None:
        """Put the store in a package; one that holds nothing stays out.

        Args:
            package: the package.
            document: the name of its main part.
        """
        if not self._shown:
            return
        package.add(_ITEM, self._item(), "application/xml")
        package.add(_PROPERTIES, self._properties(), _PROPERTIES_TYPE)
        package.link(document, Relationship("pmgFeiten", f"{OFFICE}/customXml", _ITEM))
        package.link(_ITEM, Relationship("rId1", f"{OFFICE}/customXmlProps", _PROPERTIES))

    def _item(self) -> bytes:
        rows = "".join(
            f"  <{element}>{xml_text(text)}</{element}>\n"
            for element, notations in self._shown.items()
            for _, text in notations
        )
        return f'{_HEADING}<feiten xmlns="{NAMESPACE}">\n{rows}</feiten>'.encode()

    def _properties(self) -> bytes:
        return (
            f'{_HEADING}<ds:datastoreItem ds:itemID="{self.identity}" xmlns:ds="{_DATA}">'
            f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
            "</ds:datastoreItem>"
        ).encode()


def said(fact: FactText, text: str) -> FactText:
    """A fact in the words that a page shows of it."""
    return fact if fact.text == text else replace(fact, text=text)
