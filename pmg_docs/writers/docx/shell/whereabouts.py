"""Where something stands in a Word file, said as an officer would look for it."""

from collections.abc import Mapping
from itertools import takewhile

from lxml import etree

from pmg_docs.writers.docx.ooxml import r, w
from pmg_docs.writers.docx.package import Package

TEXT = "de tekst"
_KINDS = {"first": "eerste pagina", "default": "vervolgpagina's", "even": "even pagina's"}
_WORDS = {"headerReference": "de koptekst", "footerReference": "de voettekst"}
_TEXT_BOX = w("txbxContent")
_MOST_WORDS = 5


def part_titles(
    package: Package, document: str, root: etree._Element
) -> Mapping[str, tuple[str, str]]:
    """What an officer calls each header and footer, with the kind of page it is for."""
    targets = {link.id: link.target for link in package.links[document]}
    titles = {}
    for reference in root.iter(w("headerReference"), w("footerReference")):
        kind = reference.get(w("type"), "default")
        word = _WORDS[etree.QName(reference).localname]
        title = f"{word} van de {_KINDS.get(kind, kind)}"
        titles[targets.get(reference.get(r("id"), ""), "")] = (title, kind)
    return titles


def whereabouts(paragraph: etree._Element) -> str:
    """Where a paragraph stands in its part: `alinea 3` or `tabel 1, rij 2, kolom 1`."""
    cell = next(paragraph.iterancestors(w("tc")), None)
    if cell is not None:
        return _in_table(cell)
    if _in_box(paragraph):
        return "een tekstvak"
    every = paragraph.getroottree().iter(w("p"))
    before = takewhile(lambda other: other is not paragraph, every)
    return f"alinea {1 + sum(_stands_alone(other) for other in before)}"


def first_words(paragraph: etree._Element) -> str:
    """The first words of a paragraph, to know it by."""
    words = "".join(text.text or "" for text in paragraph.iter(w("t"))).split()
    return " ".join(words[:_MOST_WORDS])[:60]


def _in_table(cell: etree._Element) -> str:
    row = next(cell.iterancestors(w("tr")), None)
    table = next(cell.iterancestors(w("tbl")), None)
    if row is None or table is None:
        return "een tabel"
    every = list(table.getroottree().iter(w("tbl")))
    rows, cells = list(table.iter(w("tr"))), list(row.iter(w("tc")))
    return f"tabel {_place(every, table)}, rij {_place(rows, row)}, kolom {_place(cells, cell)}"


def _place(elements: list[etree._Element], wanted: etree._Element) -> int:
    return 1 + next(n for n, element in enumerate(elements) if element is wanted)


def _stands_alone(paragraph: etree._Element) -> bool:
    return next(paragraph.iterancestors(w("tc"), _TEXT_BOX), None) is None


def _in_box(paragraph: etree._Element) -> bool:
    return next(paragraph.iterancestors(_TEXT_BOX), None) is not None
