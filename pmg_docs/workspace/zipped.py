"""Zips: written so that the same members give the same bytes everywhere, and read with care."""

import io
import zipfile
from collections.abc import Container, Mapping


def zip_of(
    members: Mapping[str, bytes], *, unpacked: Container[str] = (), mode: int = 0o600
) -> bytes:
    """The bytes of a zip, with a fixed time and fixed attributes.

    Args:
        members: what it holds, by name, in this order.
        unpacked: the names of members that are stored as they are.
        mode: that of each file, for who unpacks it on a system that has such.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name in unpacked else zipfile.ZIP_DEFLATED
            # Python fills these in from the machine it runs on.
            info.create_system = 3
            info.external_attr = mode << 16
            archive.writestr(info, data, compresslevel=6)
    return buffer.getvalue()


def read_member(archive: zipfile.ZipFile, member: str | zipfile.ZipInfo) -> bytes:
    """The bytes of a member, never more than the zip says that there are.

    Raises:
        KeyError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError: it
            is not there, damaged, locked, or packed in a way that Python does not know.
    """
    info = archive.getinfo(member) if isinstance(member, str) else member
    with archive.open(info) as file:
        # Without a number zipfile unpacks all that there is before it looks at the size.
        return file.read(info.file_size)
