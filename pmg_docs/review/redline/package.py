"""A Word file as parts with relationships between them, from a zip and back to one.

Only what a redline shows survives reading: stores of facts, comments, macros, previews and what
programs keep for themselves are left behind.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import escape

from pmg_docs.review.redline.word import Element, Unreadable, W, parse, serialise
from pmg_docs.workspace.zipped import read_member, zip_of

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "[Content_Types].xml"
_MOST_BYTES = 200 * 1024 * 1024
_KEPT = frozenset(
    ("officeDocument", "styles", "numbering", "settings", "theme", "fontTable", "font", "header",
     "footer", "footnotes", "endnotes", "image", "hyperlink", "extended-properties",
     "core-properties", "chart", "chartUserShapes", "diagramData", "diagramLayout",
     "diagramQuickStyle", "diagramColors", "oleObject", "package", "aFChunk", "video", "audio")
)  # fmt: skip
_DAMAGE = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, OSError,
           NotImplementedError, RuntimeError)  # fmt: skip

STORIES = ("header", "footer", "footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class Link:
    """A link from one part to another or, when `is_external`, to an address."""

    id: str
    kind: str
    target: str
    is_external: bool = False

    @property
    def name(self) -> str:
        """The last word of its kind: `header`, `image`."""
        return self.kind.rpartition("/")[2]


@dataclass(slots=True)
class Package:
    """Parts by name, their content types, and links by source; that of the package is empty."""

    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    links: dict[str, tuple[Link, ...]] = field(default_factory=dict)

    @property
    def document(self) -> str:
        """The name of the main part."""
        return self.targets("", "officeDocument")[0]

    @property
    def stories(self) -> tuple[str, ...]:
        """The names of the parts that hold text: the main part first."""
        return (self.document, *(t for kind in STORIES for t in self.targets(self.document, kind)))

    def targets(self, source: str, kind: str) -> tuple[str, ...]:
        """The parts that a part is linked to by links of one kind, each once."""
        links = self.links.get(source, ())
        return tuple(dict.fromkeys(x.target for x in links if x.name == kind))

    def link(self, source: str, identity: str) -> Link | None:
        """The link of a part with this identity."""
        return next((x for x in self.links.get(source, ()) if x.id == identity), None)

    def root(self, name: str) -> Element:
        """The root of a part, parsed afresh."""
        return parse(self.parts[name])

    def related(self, kind: str) -> str:
        """The name of the part that the main part has of a kind, or nothing."""
        return next(iter(self.targets(self.document, kind)), "")

    def put(self, name: str, root: Element) -> None:
        """Replace what a part holds."""
        self.parts[name] = serialise(root)

    def give(self, source: str, kind: str, other: "Package", receiver: str) -> None:
        """Let a part of another file have the parts of a kind that one of ours has, for its own."""
        taken = other.links.get(receiver, ())
        for target in other.targets(receiver, kind):
            other.parts.pop(target, None)
            other.links.pop(target, None)
        given = [link for link in self.links.get(source, ()) if link.name == kind]
        for number, link in enumerate(given, start=1):
            self._hand_over(link.target, other)
            given[number - 1] = replace(link, id=f"pmg{kind}{number}")
        other.links[receiver] = (*(link for link in taken if link.name != kind), *given)

    def _hand_over(self, name: str, other: "Package") -> None:
        other.parts[name], other.types[name] = self.parts[name], self.types[name]
        other.links[name] = self.links.get(name, ())
        for link in other.links[name]:
            if not link.is_external and link.target not in other.parts:
                self._hand_over(link.target, other)

    def copy(self) -> "Package":
        """A package of its own with the same parts."""
        return Package(dict(self.parts), dict(self.types), dict(self.links))


def read_package(data: bytes) -> Package:
    """Read the parts that a redline needs.

    Raises:
        Unreadable: these bytes are no Word file.
    """
    package = Package()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > _MOST_BYTES:
                raise Unreadable("het is te groot")
            _gather(archive, "", package)
            types = _content_types(parse(read_member(archive, _TYPES)))
        for name in package.parts:
            package.types[name] = types.get(name) or types[_extension(name)]
    except _DAMAGE as problem:
        raise Unreadable("het is geen Word-bestand") from problem
    document = package.targets("", "officeDocument")
    if not document or package.root(document[0]).tag != f"{{{W}}}document":
        raise Unreadable("het is geen Word-bestand")
    return package


def write_package(package: Package) -> bytes:
    """The bytes of the file: members sorted, with a fixed time and fixed attributes."""
    members = dict(package.parts)
    for source, links in package.links.items():
        if links:
            members[_links_of(source)] = _links_xml(source, links)
    return zip_of({_TYPES: _types_xml(package), **dict(sorted(members.items()))})


def _gather(archive: zipfile.ZipFile, source: str, package: Package) -> None:
    links = tuple(_read_links(archive, source))
    package.links[source] = links
    for link in links:
        if not link.is_external and link.target not in package.parts:
            package.parts[link.target] = read_member(archive, link.target)
            _gather(archive, link.target, package)


def _read_links(archive: zipfile.ZipFile, source: str) -> Iterator[Link]:
    name = _links_of(source)
    if name not in archive.namelist():
        return
    for element in parse(read_member(archive, name)):
        kind, target = element.get("Type", ""), element.get("Target", "")
        is_external = element.get("TargetMode") == "External"
        if kind.rpartition("/")[2] not in _KEPT:
            continue
        if not is_external:
            around = posixpath.join("/", posixpath.dirname(source), target)
            target = posixpath.normpath(around).lstrip("/")
        yield Link(element.get("Id", ""), kind, target, is_external)


def _content_types(root: Element) -> dict[str, str]:
    types: dict[str, str] = {}
    for element in root:
        extension = element.get("Extension")
        key = f".{extension.lower()}" if extension else element.get("PartName", "").lstrip("/")
        types[key] = element.get("ContentType", "")
    return types


def _extension(name: str) -> str:
    return posixpath.splitext(name)[1].lower()


def _links_of(source: str) -> str:
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _links_xml(source: str, links: tuple[Link, ...]) -> bytes:
    folder = posixpath.dirname(source)
    rows = []
    for link in links:
        target = link.target if link.is_external else posixpath.relpath(link.target, folder or ".")
        mode = ' TargetMode="External"' if link.is_external else ""
        rows.append(
            f'<Relationship Id="{escape(link.id)}" Type="{escape(link.kind)}"'
            f' Target="{escape(target)}"{mode}/>'
        )
    return _xml(f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>')


def _types_xml(package: Package) -> bytes:
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    rows = [f'<Default Extension="rels" ContentType="{relations}"/>',
            '<Default Extension="xml" ContentType="application/xml"/>']  # fmt: skip
    rows += [
        f'<Override PartName="/{escape(name)}" ContentType="{escape(package.types[name])}"/>'
        for name in sorted(package.parts)
    ]
    return _xml(f'<Types xmlns="{_PACKAGE}/content-types">{"".join(rows)}</Types>')


def _xml(text: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'.encode()
