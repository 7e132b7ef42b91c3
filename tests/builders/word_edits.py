"""What people do to a Word file after it was made: edits of its bytes, as Word would leave them."""

import copy
import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
from lxml import etree

from pmg_docs.workspace.office import find_office
from tests.builders.controls import FEITEN, W, members, shown

BODY = "word/document.xml"
_CONTENT = '<Override PartName="/{name}" ContentType="{kind}"/></Types>'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def edited(data: bytes, change: Callable[[etree._Element], bool], pattern: str = BODY) -> bytes:
    """A file of which the parts that match a pattern went through a change, which must be one."""
    parts = members(data)
    has_changed = False
    for name in [name for name in parts if re.fullmatch(pattern, name)]:
        root = etree.fromstring(parts[name])
        if change(root):
            has_changed = True
            parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    assert has_changed
    return packed(parts)


def typed_over(data: bytes, name: str, text: str, position: int = 1) -> bytes:
    """Word: typing in a bound control changes the store and every control bound to the same."""
    path = f"/f:feiten[1]/f:{name}[{position}]"
    with_controls = edited(data, lambda root: _fill(root, path, text), r"word/\w+\.xml")

    def store(root: etree._Element) -> bool:
        found = root.findall(f"{{{FEITEN}}}{name}")
        found[position - 1].text = text
        return True

    return edited(with_controls, store, "customXml/item1.xml")


def typed_in_one_place(data: bytes, name: str, text: str, position: int = 1) -> bytes:
    """LibreOffice: only the one control changes, and the store does not."""
    path = f"/f:feiten[1]/f:{name}[{position}]"
    return edited(data, lambda root: _fill(root, path, text, most=1))


def _fill(root: etree._Element, path: str, text: str, most: int = 1000) -> bool:
    filled = 0
    for sdt in root.iter(f"{W}sdt"):
        binding = sdt.find(f"{W}sdtPr/{W}dataBinding")
        if binding is not None and binding.get(f"{W}xpath") == path and filled < most:
            filled += 1
            texts = list(sdt.iter(f"{W}t"))
            for one in texts:
                one.text = ""
            texts[0].text = text
    return bool(filled)


def without_control(data: bytes, name: str, words: str | None = None) -> bytes:
    """Every control of a fact is gone; its words are left as they were, or replaced by others."""

    def change(root: etree._Element) -> bool:
        found = [
            sdt
            for sdt in root.iter(f"{W}sdt")
            if (tag := sdt.find(f"{W}sdtPr/{W}tag")) is not None and tag.get(f"{W}val") == name
        ]
        for sdt in found:
            content = sdt.find(f"{W}sdtContent")
            assert content is not None
            if words is not None:
                texts = list(content.iter(f"{W}t"))
                for one in texts:
                    one.text = ""
                texts[0].text = words
            for run in reversed(list(content)):
                sdt.addnext(run)
            parent = sdt.getparent()
            assert parent is not None
            parent.remove(sdt)
        return bool(found)

    return edited(data, change, r"word/\w+\.xml")


def retyped(data: bytes, old: str, new: str, pattern: str = BODY) -> bytes:
    """Other words in one run of the text."""

    def change(root: etree._Element) -> bool:
        found = next((t for t in root.iter(f"{W}t") if old in (t.text or "")), None)
        if found is not None:
            found.text = (found.text or "").replace(old, new)
        return found is not None

    return edited(data, change, pattern)


def paragraph_with(root: etree._Element, words: str) -> etree._Element:
    return next(p for p in root.iter(f"{W}p") if words in shown(p))


def with_paragraph(data: bytes, after: str, text: str) -> bytes:
    """A paragraph more, below the one that holds some words."""

    def change(root: etree._Element) -> bool:
        new = etree.SubElement(root, f"{W}p")
        run = etree.SubElement(etree.SubElement(new, f"{W}r"), f"{W}t")
        run.text = text
        paragraph_with(root, after).addnext(new)
        return True

    return edited(data, change)


def without_paragraph(data: bytes, words: str) -> bytes:
    def change(root: etree._Element) -> bool:
        found = paragraph_with(root, words)
        parent = found.getparent()
        assert parent is not None
        parent.remove(found)
        return True

    return edited(data, change)


def moved_paragraph(data: bytes, words: str, after: str) -> bytes:
    def change(root: etree._Element) -> bool:
        paragraph_with(root, after).addnext(paragraph_with(root, words))
        return True

    return edited(data, change)


def tracked(data: bytes, old: str, new: str, author: str, day: str) -> bytes:
    """Words of one run replaced while changes were tracked."""

    def change(root: etree._Element) -> bool:
        text = next(t for t in root.iter(f"{W}t") if old in (t.text or ""))
        run = text.getparent()
        assert run is not None
        before, _, after = (text.text or "").partition(old)
        pieces = [_run(run, before)]
        if old:
            pieces.append(_marked("del", _run(run, old, "delText"), author, day))
        pieces.append(_marked("ins", _run(run, new), author, day))
        pieces.append(_run(run, after))
        for piece in reversed(pieces):
            run.addnext(piece)
        parent = run.getparent()
        assert parent is not None
        parent.remove(run)
        return True

    return edited(data, change)


def _run(like: etree._Element, text: str, kind: str = "t") -> etree._Element:
    run = etree.Element(f"{W}r")
    dress = like.find(f"{W}rPr")
    if dress is not None:
        run.append(copy.deepcopy(dress))
    words = etree.SubElement(run, f"{W}{kind}")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def _marked(kind: str, run: etree._Element, author: str, day: str) -> etree._Element:
    mark = etree.Element(f"{W}{kind}")
    mark.set(f"{W}id", "900")
    mark.set(f"{W}author", author)
    mark.set(f"{W}date", f"{day}T10:00:00Z")
    mark.append(run)
    return mark


def with_comment(data: bytes, text: str, author: str) -> bytes:
    parts = members(data)
    namespace = W[1:-1]
    parts["word/comments.xml"] = (
        f'<w:comments xmlns:w="{namespace}"><w:comment w:id="0" w:author="{author}"'
        f' w:date="2024-05-01T10:00:00Z"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>'
        "</w:comments>"
    ).encode()
    links = "word/_rels/document.xml.rels"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts[links] = parts[links].replace(
        b"</Relationships>",
        f'<Relationship Id="rIdC" Type="{office}/comments" Target="comments.xml"/>'
        "</Relationships>".encode(),
    )
    types = "[Content_Types].xml"
    override = _CONTENT.format(name="word/comments.xml", kind=f"{_WORD}.comments+xml")
    parts[types] = parts[types].replace(b"</Types>", override.encode())
    return packed(parts)


def saved_by_python_docx(data: bytes) -> bytes:
    buffer = io.BytesIO()
    docx.Document(io.BytesIO(data)).save(buffer)
    return buffer.getvalue()


def saved_by_libreoffice(data: bytes, folder: Path, times: int = 1) -> bytes:
    """The file as LibreOffice saves it, so many times after each other."""
    office = find_office()
    assert office is not None
    for turn in range(times):
        path = folder / f"keer{turn}.docx"
        path.write_bytes(data)
        out = folder / f"uit{turn}"
        subprocess.run(
            [office, f"-env:UserInstallation={(folder / 'profiel').as_uri()}", "--headless",
             "--convert-to", "docx", "--outdir", out, path],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        data = (out / path.name).read_bytes()
    return data
