"""A Word file of ours with pages of more kinds, as an officer makes them in Word."""

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def header_of(data: bytes, kind: str) -> str:
    """The name of the header part for pages of a kind (`first`, `default`)."""
    parts = members(data)
    document = etree.fromstring(parts["word/document.xml"])
    [reference] = document.iterfind(f".//{{{W}}}headerReference[@{{{W}}}type='{kind}']")
    links = etree.fromstring(parts["word/_rels/document.xml.rels"])
    [target] = [link.get("Target") for link in links if link.get("Id") == _id(reference)]
    return f"word/{target}"


def _id(reference: etree._Element) -> str:
    return str(reference.get(f"{{{R}}}id"))


def without_in(data: bytes, part: str, words: str) -> bytes:
    """The file with a text taken out of one part."""
    parts = members(data)
    assert words.encode() in parts[part], part
    return packed(parts | {part: parts[part].replace(words.encode(), b"")})


def with_even_pages(data: bytes, words: str = "") -> bytes:
    """The file with a header of its own for even pages: that of other pages, less some words."""
    parts = members(data)
    source = header_of(data, "default")
    parts["word/headerEven.xml"] = parts[source].replace(words.encode(), b"") if words else (
        parts[source])  # fmt: skip
    assert not words or parts["word/headerEven.xml"] != parts[source]
    own_links = source.replace("word/", "word/_rels/") + ".rels"
    if own_links in parts:
        parts["word/_rels/headerEven.xml.rels"] = parts[own_links]
    return packed(_even(parts, "rIdEven", 'Target="headerEven.xml"'))


def with_even_pages_without_header(data: bytes) -> bytes:
    """The file that tells even pages from odd ones, and has no header for them."""
    parts = members(data)
    settings = parts["word/settings.xml"]
    on = f'<w:evenAndOddHeaders xmlns:w="{W}"/>'.encode()
    return packed(parts | {"word/settings.xml": _inside(settings, on)})


def _even(parts: dict[str, bytes], identity: str, target: str) -> dict[str, bytes]:
    link = f'<Relationship Id="{identity}" Type="{R}/header" {target}/>'.encode()
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", link + b"</Relationships>")
    kind = f'<Override PartName="/word/headerEven.xml" ContentType="{_HEADER}"/></Types>'.encode()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", kind)
    parts["word/settings.xml"] = _inside(
        parts["word/settings.xml"], f'<w:evenAndOddHeaders xmlns:w="{W}"/>'.encode()
    )
    document = etree.fromstring(parts["word/document.xml"])
    for section in document.iter(f"{{{W}}}sectPr"):
        reference = etree.SubElement(section, f"{{{W}}}headerReference")
        reference.set(f"{{{W}}}type", "even")
        reference.set(f"{{{R}}}id", identity)
        section.insert(0, reference)
    parts["word/document.xml"] = etree.tostring(document)
    return parts


def _inside(settings: bytes, more: bytes) -> bytes:
    root = etree.fromstring(settings)
    root.append(etree.fromstring(more))
    return etree.tostring(root)


def with_second_section(data: bytes, *, opens_apart: bool, header: str = "") -> bytes:
    """The file with its last page in a section of its own.

    Without `header` it takes over those of the first section; `empty` gives it an empty one.
    """
    parts = members(data)
    document = etree.fromstring(parts["word/document.xml"])
    [last] = document.iter(f"{{{W}}}sectPr")
    body = last.getparent()
    assert body is not None
    paragraph = next(e for e in reversed(list(body)) if e.tag == f"{{{W}}}p")
    properties = paragraph.find(f"{{{W}}}pPr")
    if properties is None:
        properties = etree.Element(f"{{{W}}}pPr")
        paragraph.insert(0, properties)
    properties.append(etree.fromstring(etree.tostring(last)))
    for child in list(last):
        is_reference = child.tag in {f"{{{W}}}headerReference", f"{{{W}}}footerReference"}
        if is_reference or child.tag == f"{{{W}}}titlePg":
            last.remove(child)
    if opens_apart:
        etree.SubElement(last, f"{{{W}}}titlePg")
    if header:
        parts = _even(parts, "rIdEmpty", 'Target="headerEven.xml"')
        parts["word/settings.xml"] = members(data)["word/settings.xml"]
        parts["word/headerEven.xml"] = f'<w:hdr xmlns:w="{W}"><w:p/></w:hdr>'.encode()
        reference = etree.Element(f"{{{W}}}headerReference")
        reference.set(f"{{{W}}}type", "default")
        reference.set(f"{{{R}}}id", "rIdEmpty")
        last.insert(0, reference)
    parts["word/document.xml"] = etree.tostring(document)
    return packed(parts)
