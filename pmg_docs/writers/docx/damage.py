"""Where in a Word file a damaged part goes wrong, said as an officer would find it."""

import re

from lxml import etree

_PARAGRAPH = re.compile(r"<w:p[ >]")
_TITLES = (
    ("header", "een koptekst"), ("footer", "een voettekst"), ("styles", "de stijlen"),
    ("settings", "de instellingen"), ("numbering", "de nummering"), ("document", "de tekst"),
    ("footnotes", "de voetnoten"), ("theme", "het thema"),
)  # fmt: skip


def damaged_at(part: str, data: bytes) -> str:
    """Where a part stops being readable: `de tekst, alinea 3`, or empty when it is sound."""
    try:
        etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as problem:
        line, column = problem.position
        lines = data.decode("utf-8", "replace").split("\n")
        before = "\n".join([*lines[: line - 1], lines[line - 1][:column] if lines else ""])
        title = next((words for sign, words in _TITLES if sign in part), part)
        return ", ".join([title, *_inside(before)])
    return ""


def _inside(before: str) -> list[str]:
    paragraphs = len(_PARAGRAPH.findall(before))
    where = [f"alinea {paragraphs}"] if paragraphs else []
    if before.count("<w:tbl>") > before.count("</w:tbl>"):
        table = before[before.rfind("<w:tbl>") :]
        row = table[table.rfind("<w:tr") :]
        rows, cells = len(re.findall(r"<w:tr[ >]", table)), len(re.findall(r"<w:tc[ >]", row))
        where.append(f"rij {rows} en cel {cells} van een tabel")
    return where
