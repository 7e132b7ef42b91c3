"""Fields of the colofon column that a shell prints beside it.

Only a filled shell shows this: which paragraph prints a field is for its loops to say.
"""

from collections.abc import Iterator, Mapping

from lxml import etree

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Area, Document, Field, plain_text
from pmg_docs.model.place import Place
from pmg_docs.specs.style import Page
from pmg_docs.writers.docx.frame import Values
from pmg_docs.writers.docx.ooxml import parse, w
from pmg_docs.writers.docx.page import COLUMN_MEASURES, measures
from pmg_docs.writers.docx.placeholders import own_text
from pmg_docs.writers.docx.shell import Shell
from pmg_docs.writers.docx.whereabouts import part_titles

_IN_COLUMN = frozenset({Area.COLOFON, Area.REFERENCE})
_OWN_PLACE = (w("tbl"), w("txbxContent"))


def misplaced_fields(
    document: Document, shell: Shell, values: Values, page: Page
) -> Iterator[Diagnostic]:
    """A finding for each field of the colofon that stands outside its column in a header.

    Args:
        document: a document of which no two fields hold the same words.
        shell: the shell, without faults.
        values: what to fill it with.
        page: the measures of the column.
    """
    roots = {template.name: template.root for template in shell.templates}
    titles = part_titles(shell.package, shell.document, roots[shell.document])
    wanted = measures(page)
    for template in shell.templates:
        title, kind = titles.get(template.name, ("", ""))
        if template.root.tag != w("hdr") or kind not in {"first", "default"}:
            continue
        fields = document.first_page if kind == "first" else document.follow_on
        column = {side: wanted[name] for side, name in COLUMN_MEASURES.items()}
        column["y"] = wanted["kolom_boven" if kind == "first" else "boven"]
        filled = parse(template.render(values))
        for field in fields:
            if field.area in _IN_COLUMN and not _is_in_column(filled, field, column):
                yield Diagnostic(
                    "PMG462",
                    f"In {title} staat '{field.label or field.name}' niet in de kolom van het "
                    "colofon.",
                    Place(shell.name, 0),
                    hints=("Zet de alinea in Word in het kader van de andere regels.",),
                )


def _is_in_column(root: etree._Element, field: Field, column: Mapping[str, str]) -> bool:
    words = {plain_text(line) for line in field.lines} | ({field.label} - {""})
    paragraphs = [p for p in root.iter(w("p")) if own_text(p) in words]
    return all(_stands_at(paragraph, column) for paragraph in paragraphs)


def _stands_at(paragraph: etree._Element, column: Mapping[str, str]) -> bool:
    if next(paragraph.iterancestors(*_OWN_PLACE), None) is not None:
        return True
    frame = paragraph.find(f"{w('pPr')}/{w('framePr')}")
    return frame is not None and all(frame.get(w(side)) == at for side, at in column.items())
