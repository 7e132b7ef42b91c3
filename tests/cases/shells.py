"""Word shells of a case, told in words: what is different from the shell that every type has."""

import io
import shlex
import zipfile
from collections.abc import Callable, Mapping

from tests.builders import shell

_ELSEWHERE = (
    '<Relationship Id="elders" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
)


def changed_shell(told: str) -> bytes:
    """A shell after a list of changes, one a line: see the README beside this file."""
    parts = {name: xml.encode() for name, xml in shell.parts().items()}
    for line in told.splitlines():
        verb, *words = shlex.split(line)
        parts = _CHANGES[verb](parts, *words)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


Parts = Mapping[str, bytes]


def _replaced(parts: Parts, old: str, new: str) -> dict[str, bytes]:
    done = {name: data.replace(old.encode(), new.encode()) for name, data in parts.items()}
    assert done != parts, f"'{old}' staat niet in de schil"
    return done


def _with_part(parts: Parts, name: str, text: str) -> dict[str, bytes]:
    return {**parts, name: text.encode()}


def _with_zeros(parts: Parts, name: str, megabytes: str) -> dict[str, bytes]:
    return {**parts, name: bytes(int(megabytes) * 1024 * 1024)}


def _linked(parts: Parts, kind: str, target: str) -> dict[str, bytes]:
    name = "word/_rels/document.xml.rels"
    link = _ELSEWHERE.format(kind=kind, target=target)
    return {**parts, name: parts[name].replace(b"</Relationships>", link.encode())}


_CHANGES: Mapping[str, Callable[..., dict[str, bytes]]] = {
    "vervang": _replaced,
    "deel": _with_part,
    "nullen": _with_zeros,
    "koppel": _linked,
}
