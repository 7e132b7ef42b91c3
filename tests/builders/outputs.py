"""What a person finds in the files of a build, read without any code of the project."""

import re
import subprocess
import unicodedata
import zipfile
from pathlib import Path

import lxml.html
from lxml import etree

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def docx_text(path: Path) -> str:
    """All text of all parts of a Word file."""
    with zipfile.ZipFile(path) as package:
        parts = [n for n in package.namelist() if n.startswith("word/") and n.endswith(".xml")]
        roots = [etree.fromstring(package.read(name)) for name in parts]
    paragraphs = (p for root in roots for p in root.iter(f"{_W}p"))
    return _flat("\n".join("".join(_runs(p)) for p in paragraphs))


def _runs(paragraph: etree._Element) -> list[str]:
    texts = {f"{_W}t": None, f"{_W}tab": " ", f"{_W}br": " "}
    return [texts[e.tag] or e.text or "" for e in paragraph.iter() if e.tag in texts]


def odt_text(path: Path) -> str:
    """All text of an ODF text file: what stands on its pages first, then its headers."""
    with zipfile.ZipFile(path) as package:
        roots = [etree.fromstring(package.read(f"{name}.xml")) for name in ("content", "styles")]
    return _flat(
        "\n".join(_typed(p) for root in roots for p in root.iter(f"{_TEXT}p", f"{_TEXT}h"))
    )


def _typed(paragraph: etree._Element) -> str:
    for blank in paragraph.iter(f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"):
        blank.text = " "
    return "".join(map(str, paragraph.itertext()))


def html_text(path: Path) -> str:
    """The text of a page."""
    page = lxml.html.fromstring(path.read_text(encoding="utf-8"))
    etree.strip_elements(page, "style", "script", "head", with_tail=False)
    return _flat(" ".join(str(text) for text in page.itertext()))


def pdf_text(path: Path) -> str:
    """The text of a PDF, through poppler."""
    done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    return _flat(done.stdout.decode("utf-8"))


def pdf_pages(path: Path) -> list[str]:
    done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    return [_flat(page) for page in done.stdout.decode("utf-8").split("\f")[:-1]]


def markdown_text(path: Path) -> str:
    """The text of a mail: Markdown without the backslashes that keep it from being markup."""
    return _flat(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", path.read_text(encoding="utf-8")))


READ = {"docx": docx_text, "html": html_text, "pdf": pdf_text, "md": markdown_text}
"""The formats of every type, each with its reader."""


def output_text(path: Path) -> str:
    """The text of an output, whatever its format."""
    if path.suffix == ".txt":
        return _flat(path.read_text(encoding="utf-8"))
    if path.suffix == ".odt":
        return odt_text(path)
    return READ[path.suffix.removeprefix(".")](path)


def _flat(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def squeezed(text: str) -> str:
    """Text without white space, for a page that breaks a line inside a word."""
    return "".join(text.split())
