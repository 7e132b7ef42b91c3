"""A Word file as parts of XML, opened with care: it may come from anywhere."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from lxml import etree

from pmg_docs.readers.archive import open_members, parse_part

_TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    return _local(element.tag)


@lru_cache(maxsize=4096)
def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute of Word, in either of its two namespaces; empty when it is not there."""
    if element is None:
        return ""
    return element.get(f"{{{_TRANSITIONAL}}}{name}") or element.get(f"{{{_STRICT}}}{name}") or ""


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The element at the end of a path of names, each the first of that name."""
    for name in names:
        inner = () if element is None else element
        element = next((e for e in inner if local(e) == name), None)
    return element


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return element is not None and value(element) not in {"0", "false", "off"}


@dataclass(frozen=True)
class WordFile:
    """The members of the zip, and the name of the main part."""

    members: dict[str, bytes]

    @cached_property
    def document(self) -> str:
        """The name of the main part."""
        return next(iter(self.targets("", "officeDocument").values()))

    def part(self, name: str) -> etree._Element:
        """The root of a part."""
        return parse_part(self.members[name])

    def related(self, kind: str) -> etree._Element | None:
        """The root of the part that the main part has of a kind (`styles`, `numbering`)."""
        for name in self.targets(self.document, kind).values():
            return self.part(name)
        return None

    def targets(self, source: str, kind: str) -> dict[str, str]:
        """The parts that a part is linked to, by relationship id."""
        return {
            link.get("Id", ""): _inside(source, link.get("Target", ""))
            for link in self._links(source)
            if link.get("Type", "").endswith(f"/{kind}") and link.get("TargetMode") != "External"
        }

    def _links(self, source: str) -> Iterator[etree._Element]:
        folder, name = posixpath.split(source)
        links = posixpath.join(folder, "_rels", f"{name}.rels")
        return iter(self.part(links) if links in self.members else ())


def open_file(data: bytes) -> WordFile:
    """Read the XML members of a zip.

    Raises:
        BadZipFile, KeyError, ValueError and what else `DAMAGE` names: no readable Word file.
    """
    file = WordFile(open_members(data, lambda name: name.endswith((".xml", ".rels"))))
    if not file.targets("", "officeDocument") or local(file.part(file.document)) != "document":
        raise ValueError("there is no main part")
    return file


def _inside(source: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")
