"""A Word file as parts with relationships between them, read from and written to a zip.

Only what a letter needs survives reading: comments, macros, previews, custom data and the
properties of whoever saved the shell are left behind.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pmg_docs.workspace.zipped import read_member, zip_of
from pmg_docs.writers.docx.ooxml import parse, xml_text

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CORE = f"{PACKAGE}/relationships/metadata/core-properties"

KEPT = frozenset(
    f"{OFFICE}/{kind}"
    for kind in ("officeDocument", "styles", "numbering", "settings", "theme", "header", "footer",
                 "footnotes", "image", "hyperlink")
)  # fmt: skip
NO_PACKAGE = (zipfile.BadZipFile, etree.XMLSyntaxError, zlib.error, KeyError, RuntimeError,
              NotImplementedError, EOFError, ValueError, OSError)  # fmt: skip
"""What goes wrong when bytes are no readable Word file."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another part or, when `is_external`, to an address."""

    id: str
    kind: str
    target: str
    is_external: bool = False


@dataclass(slots=True)
class Package:
    """Parts by name (`word/document.xml`), their content types, and relationships by source.

    The source of the relationships of the package itself is the empty name.
    """

    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    links: dict[str, tuple[Relationship, ...]] = field(default_factory=dict)

    def copy(self) -> "Package":
        """A package of its own with the same parts."""
        return Package(dict(self.parts), dict(self.types), dict(self.links))

    def targets(self, source: str, kind: str) -> tuple[str, ...]:
        """The parts that a part is linked to by relationships of one kind."""
        return tuple(x.target for x in self.links.get(source, ()) if x.kind == f"{OFFICE}/{kind}")

    def add(self, name: str, data: bytes, content_type: str) -> None:
        """Put a part in the package, in place of what had its name."""
        self.parts[name] = data
        self.types[name] = content_type

    def link(self, source: str, *added: Relationship) -> None:
        """Add relationships to a part."""
        self.links[source] = (*self.links.get(source, ()), *added)


def read_package(data: bytes) -> Package:
    """Read the parts that a letter needs.

    Raises:
        KeyError, ValueError and what else `NO_PACKAGE` names: these bytes are no Word file.
    """
    package = Package()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        _gather(archive, "", package)
        types = _content_types(parse(read_member(archive, "[Content_Types].xml")))
    for name in package.parts:
        package.types[name] = types.get(name) or types[posixpath.splitext(name)[1].lower()]
    return package


def write_package(package: Package) -> bytes:
    """The bytes of the file: members sorted, with a fixed time and fixed attributes."""
    members = dict(package.parts)
    for source, links in package.links.items():
        if links:
            members[_links_of(source)] = _links_xml(source, links)
    return zip_of({"[Content_Types].xml": _types_xml(package), **dict(sorted(members.items()))})


def _gather(archive: zipfile.ZipFile, source: str, package: Package) -> None:
    links = tuple(_read_links(archive, source))
    package.links[source] = links
    for link in links:
        if not link.is_external and link.target not in package.parts:
            package.parts[link.target] = read_member(archive, link.target)
            _gather(archive, link.target, package)


def _read_links(archive: zipfile.ZipFile, source: str) -> Iterator[Relationship]:
    name = _links_of(source)
    if name not in archive.namelist():
        return
    for element in parse(read_member(archive, name)):
        kind, target = element.get("Type", ""), element.get("Target", "")
        is_external = element.get("TargetMode") == "External"
        if kind in KEPT:
            if not is_external:
                target = posixpath.normpath(
                    posixpath.join("/", posixpath.dirname(source), target)
                ).lstrip("/")
            yield Relationship(element.get("Id", ""), kind, target, is_external)


def _content_types(root: etree._Element) -> dict[str, str]:
    """Content types by part name, and by file ending where a part has none of its own."""
    types: dict[str, str] = {}
    for element in root:
        extension = element.get("Extension")
        key = f".{extension.lower()}" if extension else element.get("PartName", "").lstrip("/")
        types[key] = element.get("ContentType", "")
    return types


def _links_of(source: str) -> str:
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _links_xml(source: str, links: tuple[Relationship, ...]) -> bytes:
    folder = posixpath.dirname(source)
    rows = []
    for link in links:
        target = link.target if link.is_external else posixpath.relpath(link.target, folder or ".")
        mode = ' TargetMode="External"' if link.is_external else ""
        rows.append(
            f'<Relationship Id="{xml_text(link.id)}" Type="{link.kind}"'
            f' Target="{xml_text(target)}"{mode}/>'
        )
    return _document(
        f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(rows)}', "Relationships"
    )


def _types_xml(package: Package) -> bytes:
    rows = [f'<Default Extension="rels" ContentType="{_RELS}"/>',
            '<Default Extension="xml" ContentType="application/xml"/>']  # fmt: skip
    rows += [
        f'<Override PartName="/{xml_text(name)}" ContentType="{xml_text(package.types[name])}"/>'
        for name in sorted(package.parts)
    ]
    return _document(f'<Types xmlns="{PACKAGE}/content-types">{"".join(rows)}', "Types")


_RELS = "application/vnd.openxmlformats-package.relationships+xml"


def _document(opening: str, root: str) -> bytes:
    heading = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{heading}{opening}</{root}>".encode()
