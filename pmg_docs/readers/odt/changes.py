"""Tracked changes of ODF: who put in or took out what, by the number that the text refers to."""

from dataclasses import dataclass, field
from typing import Self

from lxml import etree

from pmg_docs.readers.draft import Mark
from pmg_docs.readers.odt.names import child, kind, spelled

Element = etree._Element


@dataclass(slots=True)
class Changes:
    """The changes of a file; `opened` are the insertions that are being read."""

    regions: dict[str, Element] = field(default_factory=dict)
    opened: dict[str, Mark] = field(default_factory=dict)

    @classmethod
    def of(cls, body: Element) -> Self:
        """The changes that a text keeps."""
        found = cls()
        for region in body.iter(spelled("text:changed-region")):
            for name in ("text:id", "xml:id"):
                found.regions.setdefault(region.get(spelled(name), ""), region)
        return found

    @property
    def added(self) -> Mark | None:
        """Who put in what comes now, or None."""
        return next(reversed(self.opened.values()), None)

    def start(self, identity: str) -> None:
        """An insertion begins."""
        region = self.regions.get(identity)
        if region is not None and child(region, "text:insertion") is not None:
            self.opened[identity] = _mark(region)

    def end(self, identity: str) -> None:
        """An insertion ends."""
        self.opened.pop(identity, None)

    def taken_out(self, identity: str) -> tuple[str, Mark]:
        """The words that were taken out, and by whom; empty for a change of another kind."""
        region = self.regions.get(identity)
        deletion = None if region is None else child(region, "text:deletion")
        if region is None or deletion is None:
            return "", Mark()
        blocks = (e for e in deletion if kind(e) != "office:change-info")
        return "\n".join(_words(block) for block in blocks), _mark(region)


def _words(block: Element) -> str:
    """All text of a block, that of notes and comments left out."""
    pieces = [] if kind(block) in _ASIDE else [block.text or ""]
    for inner in block if kind(block) not in _ASIDE else ():
        pieces += [" " if kind(inner) in _GAPS else "", _words(inner), inner.tail or ""]
    return "".join(pieces)


_ASIDE = frozenset({"text:note", "office:annotation", "office:change-info"})
_GAPS = frozenset({"text:s", "text:tab", "text:line-break", "text:p", "text:h",
                   "table:table-cell"})  # fmt: skip


def _mark(region: Element) -> Mark:
    """Who made a change, and on which day."""
    creator = region.find(f".//{spelled('dc:creator')}")
    date = region.find(f".//{spelled('dc:date')}")
    return Mark(
        "" if creator is None else " ".join((creator.text or "").split()),
        "" if date is None else (date.text or "")[:10],
    )
