"""Two versions of a letter, and Word files of a few lines for what our own letters never hold."""

import io
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from lxml import etree

from pmg_docs.app.build import build
from pmg_docs.review.redline import Redline, Refusal, redline
from pmg_docs.workspace.folder import Workspace
from tests.builders.changed import packed

ROOT = Path(__file__).parents[2]
DOSSIER = "pmg-2024-flexibele-uitvraag"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
AUTHOR, MOMENT = "J. de Vries & Zn.", "2026-01-15T00:00:00Z"
SIGNED = f'w:id="1" w:author="a" w:date="{MOMENT}"'

Edit = tuple[str, str, str]
"""The file of a dossier, the words in it, and what they become."""

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@lru_cache(maxsize=64)
def letter(name: str, *edits: Edit) -> bytes:
    """The Word file of a letter of the dossier of 2024 after edits of its files."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        shutil.copytree(ROOT / "letters", folder / "letters")
        for file, before, after in edits:
            path = folder / "letters" / DOSSIER / file
            text = path.read_text(encoding="utf-8")
            assert before in text, before
            path.write_text(text.replace(before, after), encoding="utf-8")
        build(Workspace.at(folder), [DOSSIER], [name], ["docx"], folder / "uit")
        return (folder / "uit" / DOSSIER / f"{name}.docx").read_bytes()


def built(make: Callable[[Path], Workspace], dossier: str, name: str, *edits: Edit) -> bytes:
    """The Word file of a letter of a workspace that a builder makes, after edits."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        workspace = make(folder)
        for file, before, after in edits:
            path = folder / file
            text = path.read_text(encoding="utf-8")
            assert before in text, before
            path.write_text(text.replace(before, after), encoding="utf-8")
        build(workspace, [dossier], [name], ["docx"], folder / "uit")
        return (folder / "uit" / dossier / f"{name}.docx").read_bytes()


def proven(old: bytes, new: bytes) -> Redline:
    """The redline that there must be."""
    made = redline(old, new, AUTHOR, MOMENT)
    assert isinstance(made, Redline), made
    return made


def refused(old: bytes, new: bytes) -> Refusal:
    """The refusal that there must be."""
    made = redline(old, new, AUTHOR, MOMENT)
    assert isinstance(made, Refusal)
    return made


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """A file of which one part was changed as text."""
    found = parts(data)
    before = found[name].decode()
    after = change(before)
    assert after != before, "nothing was changed"
    return packed(found | {name: after.encode()})


def document(body: str, header: str = "", styles: str = "", comments: str = "") -> bytes:
    """A small Word file that no program of ours wrote.

    Args:
        body: what stands in `w:body`, in WordprocessingML.
        header: what stands in the header of all pages.
        styles: what stands in `w:styles`.
        comments: what stands in `w:comments`.
    """
    names = {"header": header, "styles": styles, "comments": comments}
    links = "".join(
        f'<Relationship Id="r{kind}" Type="{_R}/{kind}" Target="{kind}.xml"/>'
        for kind, inner in names.items() if inner
    )  # fmt: skip
    reference = '<w:headerReference w:type="default" r:id="rheader"/>' if header else ""
    body = f'{body}<w:sectPr>{reference}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    roots = {"header": "hdr", "styles": "styles", "comments": "comments"}
    made = {
        "[Content_Types].xml": _content_types([k for k, inner in names.items() if inner]),
        "_rels/.rels": f'<Relationships xmlns="{_P}/relationships"><Relationship Id="r1" '
        f'Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_P}/relationships">{links}'
        "</Relationships>",
        "word/document.xml": _root("document", f"<w:body>{body}</w:body>"),
    } | {f"word/{k}.xml": _root(roots[k], inner) for k, inner in names.items() if inner}
    return packed({name: text.encode() for name, text in made.items()})


def p(inner: str, properties: str = "") -> str:
    look = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{look}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def ins(inner: str) -> str:
    return f"<w:ins {SIGNED}>{inner}</w:ins>"


def gone(text: str) -> str:
    return f'<w:del {SIGNED}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def root(inner: str) -> etree._Element:
    """A body, parsed."""
    return etree.fromstring(_root("body", inner).encode())


def texts(element: etree._Element) -> list[str]:
    """The words of each paragraph."""
    return [
        "".join(t.text or "" for t in paragraph.iter(f"{{{W}}}t"))
        for paragraph in element.iter(f"{{{W}}}p")
    ]


def _root(name: str, inner: str) -> str:
    return f'<w:{name} xmlns:w="{W}" xmlns:r="{_R}">{inner}</w:{name}>'


def _content_types(kinds: list[str]) -> str:
    rows = "".join(
        f'<Override PartName="/word/{k}.xml" ContentType="{_TYPE}.{k}+xml"/>'
        for k in ("document.main", *kinds)
    ).replace("document.main.xml", "document.xml")
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    default = f'<Default Extension="rels" ContentType="{relations}"/>'
    return f'<Types xmlns="{_P}/content-types">{default}{rows}</Types>'


def touched(data: bytes) -> int:
    """How many characters of a redline were inserted or deleted, in all its parts.

    LibreOffice 7.4 writes a part that is no XML where a change stands in a content control.
    """
    found, parser = 0, etree.XMLParser(recover=True)
    for name, part in parts(data).items():
        if name.startswith("word/") and name.endswith(".xml"):
            element = etree.fromstring(part, parser)
            for mark in element.iter(f"{{{W}}}ins", f"{{{W}}}del"):
                words = mark.iter(f"{{{W}}}t", f"{{{W}}}delText")
                found += sum(len(text.text or "") for text in words)
    return found
