"""Word shells of a case, told in words: what is different from the shell that every type has."""

import io
import shlex
import zipfile
from collections.abc import Callable, Mapping
from html import escape

from pmg_docs.writers.docx.measures import SLOTS
from pmg_docs.writers.docx.ooxml import parse, serialise, w
from tests.builders import shell

_ELSEWHERE = (
    '<Relationship Id="elders" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
)


def changed_shell(told: str) -> bytes:
    """A shell after a list of changes, one a line: see the README beside this file."""
    parts = {name: xml.encode() for name, xml in shell.measured_parts().items()}
    for line in told.splitlines():
        verb, *words = shlex.split(line)
        parts = _CHANGES[verb](parts, *words)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


Parts = Mapping[str, bytes]

_HEADER = "word/header1.xml"
_PLACE = shell.p("[[inhoud]]", "Normal")


def _replaced(parts: Parts, old: str, new: str) -> dict[str, bytes]:
    done = {name: data.replace(old.encode(), new.encode()) for name, data in parts.items()}
    assert done != parts, f"'{old}' staat niet in de schil"
    return done


def _with_paragraph(parts: Parts, words: str) -> dict[str, bytes]:
    return _replaced(parts, _PLACE, shell.p(words, "Normal") + _PLACE)


def _with_cell(parts: Parts, words: str) -> dict[str, bytes]:
    cells = (f"<w:tc>{shell.p(text, 'Normal')}</w:tc>" for text in ("een", "twee", words, "vier"))
    rows = "".join(f"<w:tr>{one}{other}</w:tr>" for one, other in zip(cells, cells, strict=True))
    return _replaced(parts, _PLACE, f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>{_PLACE}")


def _with_heading(parts: Parts, words: str) -> dict[str, bytes]:
    ended = b"".join((shell.p(words, "Header").encode(), b"</w:hdr>"))
    return {**parts, _HEADER: parts[_HEADER].replace(b"</w:hdr>", ended)}


def _with_field(parts: Parts, code: str) -> dict[str, bytes]:
    field = f'<w:fldSimple w:instr="{escape(code)}"><w:r><w:t>x</w:t></w:r></w:fldSimple>'
    return _replaced(parts, _PLACE, shell.runs(field, "Normal") + _PLACE)


def _with_note(parts: Parts) -> dict[str, bytes]:
    note = shell.runs('<w:r><w:footnoteReference w:id="1"/></w:r>', "Normal")
    return _replaced(parts, _PLACE, note + _PLACE)


def _broken(parts: Parts, words: str) -> dict[str, bytes]:
    return _replaced(parts, f"{escape(words)}</w:t>", escape(words))


def _with_part(parts: Parts, name: str, text: str) -> dict[str, bytes]:
    return {**parts, name: text.encode()}


def _with_zeros(parts: Parts, name: str, megabytes: str) -> dict[str, bytes]:
    return {**parts, name: bytes(int(megabytes) * 1024 * 1024)}


def _linked(parts: Parts, kind: str, target: str) -> dict[str, bytes]:
    name = "word/_rels/document.xml.rels"
    link = _ELSEWHERE.format(kind=kind, target=target)
    return {**parts, name: parts[name].replace(b"</Relationships>", link.encode())}


def _with_measure(parts: Parts, identity: str, key: str, value: str) -> dict[str, bytes]:
    name = "word/styles.xml"
    slot = SLOTS[key]
    root = parse(parts[name])
    [style] = [s for s in root.findall(w("style")) if s.get(w("styleId")) == identity]
    [element] = style.findall(f"{w(slot.group)}/{w(slot.tag)}")
    element.set(w(slot.attribute), value)
    return {**parts, name: serialise(root)}


_CHANGES: Mapping[str, Callable[..., dict[str, bytes]]] = {
    "vervang": _replaced,
    "alinea": _with_paragraph,
    "cel": _with_cell,
    "koptekst": _with_heading,
    "veld": _with_field,
    "voetnoot": _with_note,
    "breek": _broken,
    "maat": _with_measure,
    "deel": _with_part,
    "nullen": _with_zeros,
    "koppel": _linked,
}
