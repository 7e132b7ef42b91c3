"""Articles of others: the same words as a text, a web page and a Word file."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

import docx

FORMATS = ("txt", "html", "docx")


def article(path: Path, paragraphs: Sequence[str]) -> Path:
    """Write an article; the first paragraph is its heading, the ending says in what form."""
    path.parent.mkdir(parents=True, exist_ok=True)
    heading, *others = paragraphs
    if path.suffix == ".docx":
        document = docx.Document()
        document.add_heading(heading, 1)
        for paragraph in others:
            document.add_paragraph(paragraph)
        document.save(str(path))
    elif path.suffix == ".html":
        body = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in others)
        page = f"<!doctype html><html lang=nl><title>Krant</title><h1>{escape(heading)}</h1>{body}"
        path.write_text(page, encoding="utf-8")
    else:
        path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return path
