"""A bag (BagIt, RFC 8493): the form in which archives take files over.

No date of the run, user or path stands in it, so the same files give the same bag.
"""

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence

_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def bag(payload: Mapping[str, bytes], info: Sequence[tuple[str, str]]) -> dict[str, bytes]:
    """The members of a bag, by their path in it, sorted.

    Args:
        payload: the files that it carries, by name.
        info: what `bag-info.txt` says, label and value on one line each.
    """
    carried = {f"data/{name}": payload[name] for name in sorted(payload)}
    oxum = f"{sum(map(len, carried.values()))}.{len(carried)}"
    rows = (*info, ("Payload-Oxum", oxum))
    lines = (f"{label}: {' '.join(value.split())}\n" for label, value in rows)
    tags = {
        "bag-info.txt": "".join(lines).encode(),
        "bagit.txt": _DECLARATION,
        "manifest-sha256.txt": _manifest(carried),
    }
    return dict(sorted({**carried, **tags, "tagmanifest-sha256.txt": _manifest(tags)}.items()))


def packed(members: Mapping[str, bytes], folder: str) -> bytes:
    """A bag as one zip in which everything lies in one folder, with a fixed time.

    Nothing is made smaller: most of it is so already, and what a packer makes of it may differ
    from one machine to another.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(members):
            info = zipfile.ZipInfo(f"{folder}/{name}", (1980, 1, 1, 0, 0, 0))
            # Python fills these in from the machine it runs on.
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            archive.writestr(info, members[name])
    return buffer.getvalue()


def _manifest(files: Mapping[str, bytes]) -> bytes:
    rows = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    return "".join(rows).encode()
