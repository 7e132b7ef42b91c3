"""A zip of XML parts, opened with care: it may come from anywhere."""

import io
import zipfile
import zlib
from collections.abc import Callable

from lxml import etree

_MOST_BYTES = 200 * 1024 * 1024

DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    KeyError,
    ValueError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
)
"""What goes wrong when bytes are no readable file; a password gives a RuntimeError."""


def open_members(data: bytes, is_wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """The members of a zip whose names are wanted.

    Raises:
        ValueError, zipfile.BadZipFile and what else `DAMAGE` names: too large, or no readable zip.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        wanted = [info for info in archive.infolist() if is_wanted(info.filename)]
        if sum(info.file_size for info in wanted) > _MOST_BYTES:
            raise ValueError("the parts are too large together")
        return {info.filename: _read(archive, info) for info in wanted}


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with archive.open(info) as member:
        # Without a number zipfile unpacks all that there is before it looks at the size.
        return member.read(info.file_size)


def parse_part(data: bytes) -> etree._Element:
    """The root of a part.

    Raises:
        etree.XMLSyntaxError or ValueError: it is no XML, or defines entities of its own.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD:
        raise ValueError("a part has no document type")
    return root
