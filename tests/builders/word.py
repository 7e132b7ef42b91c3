"""Word files as others make them: the least that Word opens, with any paragraphs in it."""

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-'
    'types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Default Extension="png" ContentType="image/png"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    f'relationships"><Relationship Id="a" Type="{_OFFICE}" Target="word/document.xml"/>'
    "</Relationships>",
}


def word_file(*body: str, members: Mapping[str, bytes] | None = None) -> bytes:
    """A Word file of these elements; a bare text becomes a paragraph."""
    inner = "".join(one if one.startswith("<") else par(run(one)) for one in body)
    document = f'<w:document xmlns:w="{W}"><w:body>{inner}</w:body></w:document>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in {**_PARTS, "word/document.xml": document}.items():
            archive.writestr(name, text)
        for name, data in (members or {}).items():
            archive.writestr(name, data)
    return buffer.getvalue()


def par(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def inserted(text: str, author: str = "J. Jansen") -> str:
    return f'<w:ins w:id="1" w:author="{author}" w:date="2026-03-17T09:30:00Z">{run(text)}</w:ins>'


def deleted(text: str, author: str = "J. Jansen") -> str:
    words = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:del w:id="2" w:author="{author}" w:date="2026-03-17T09:30:00Z">{words}</w:del>'


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell that begins with `2:` is two columns wide."""
    made = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl>{made}</w:tbl>"


def _cell(text: str) -> str:
    is_wide = text.startswith("2:")
    span = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' if is_wide else ""
    return f"<w:tc>{span}{par(run(text.removeprefix('2:') if is_wide else text))}</w:tc>"
