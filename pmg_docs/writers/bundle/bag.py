"""A bag (BagIt, RFC 8493): the form in which archives take files over.

No date of the run, user or path stands in it, so the same files give the same bag.
"""

import hashlib
from collections.abc import Mapping, Sequence

from pmg_docs.model.bundled import CARRIED
from pmg_docs.workspace.zipped import zip_of

_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def bag(payload: Mapping[str, bytes], info: Sequence[tuple[str, str]]) -> dict[str, bytes]:
    """The members of a bag, by their path in it, sorted.

    Args:
        payload: the files that it carries, by name.
        info: what `bag-info.txt` says, label and value on one line each.
    """
    carried = {f"{CARRIED}{name}": payload[name] for name in sorted(payload)}
    oxum = f"{sum(map(len, carried.values()))}.{len(carried)}"
    rows = (*info, ("Payload-Oxum", oxum))
    lines = (f"{label}: {' '.join(value.split())}\n" for label, value in rows)
    tags = {
        "bag-info.txt": "".join(lines).encode(),
        "bagit.txt": _DECLARATION,
        "manifest-sha256.txt": _manifest(carried),
    }
    return dict(sorted({**carried, **tags, "tagmanifest-sha256.txt": _manifest(tags)}.items()))


def zipped(members: Mapping[str, bytes], folder: str) -> bytes:
    """A bag as one zip in which everything lies in one folder.

    Nothing is made smaller: most of it is so already, and what a packer makes of it may differ
    from one machine to another.
    """
    placed = {f"{folder}/{name}": members[name] for name in sorted(members)}
    return zip_of(placed, unpacked=placed, mode=0o100644)


def _manifest(files: Mapping[str, bytes]) -> bytes:
    rows = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    return "".join(rows).encode()
