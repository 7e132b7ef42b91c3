"""The measures of a picture, read from the head of its file."""

import struct

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEAD = struct.Struct(">8s4x4sII")
_MOST_PIXELS = 50_000_000


def png_size(data: bytes) -> tuple[int, int] | None:
    """The width and height of a PNG picture in pixels (ISO/IEC 15948, IHDR).

    Returns:
        None when it is no PNG picture, or so large that no letter can carry it.
    """
    if len(data) < _HEAD.size:
        return None
    signature, chunk, width, height = _HEAD.unpack_from(data)
    if signature != _SIGNATURE or chunk != b"IHDR" or not 0 < width * height <= _MOST_PIXELS:
        return None
    return width, height
