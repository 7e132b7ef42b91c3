"""The zip of an ODF file: what of it is kept, and how it is packed."""

import io
import zipfile
from collections.abc import Mapping
from html import escape

from lxml import etree

from pmg_docs.workspace.zipped import zip_of

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
CONTENT, STYLES, META, SETTINGS = "content.xml", "styles.xml", "meta.xml", "settings.xml"
_KIND = "mimetype"
_XML = (CONTENT, META, SETTINGS, STYLES)
_PICTURES = "Pictures/"
_PICTURE_TYPES = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "svg": "image/svg+xml", "emf": "image/x-emf", "wmf": "image/x-wmf", "bmp": "image/bmp",
}  # fmt: skip
_MANIFEST_NAMES = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_HEADING = b'<?xml version="1.0" encoding="UTF-8"?>\n'


def read_package(data: bytes) -> dict[str, bytes]:
    """The members that a letter needs: its words, its look and its pictures.

    A preview of the first page, the buttons of LibreOffice and where its window stood stay behind.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        pictures = [n for n in archive.namelist() if n.startswith(_PICTURES) and n != _PICTURES]
        return {name: archive.read(name) for name in (*_XML, *pictures)}


def write_package(members: Mapping[str, bytes]) -> bytes:
    """The bytes of the file: members sorted, with a fixed time and fixed attributes.

    The kind of file comes first and is not packed, so that it can be told from the first bytes
    (ODF 1.3, part 2, 3.3).
    """
    whole = {
        _KIND: MEDIA_TYPE.encode(),
        **dict(sorted(members.items())),
        "META-INF/manifest.xml": _manifest(members),
    }
    return zip_of(whole, unpacked={_KIND})


def xml(root: etree._Element) -> bytes:
    """A part as bytes."""
    return _HEADING + etree.tostring(root, encoding="UTF-8", xml_declaration=False)


def _manifest(members: Mapping[str, bytes]) -> bytes:
    types = {name: _type_of(name) for name in sorted(members)}
    rows = "".join(
        f'<manifest:file-entry manifest:full-path="{escape(name)}" manifest:media-type="{kind}"/>'
        for name, kind in types.items()
    )
    whole = (
        f'<manifest:manifest xmlns:manifest="{_MANIFEST_NAMES}" manifest:version="1.3">'
        '<manifest:file-entry manifest:full-path="/" manifest:version="1.3"'
        f' manifest:media-type="{MEDIA_TYPE}"/>{rows}</manifest:manifest>'
    )
    return _HEADING + whole.encode()


def _type_of(name: str) -> str:
    if name in _XML:
        return "text/xml"
    return _PICTURE_TYPES.get(name.rpartition(".")[2].lower(), "")
