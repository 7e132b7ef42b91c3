"""The words that a shell may ask for, under their Dutch names."""

import re
from collections.abc import Iterator
from typing import Any

from pmg_docs.model.document import Area, Document, FactText, Field, Line, Text, walk_line
from pmg_docs.writers.docx.controls.marks import Marked, Piece, joined
from pmg_docs.writers.docx.controls.store import Store

Values = dict[str, Any]

_FIELDS_OF_WORD = {"{pagina}": "PAGE", "{totaal}": "NUMPAGES"}


def frame_values(document: Document, store: Store) -> Values:
    """The context of a shell: fields by name, `label`, `plaats`, `vervolg`, `paginanummer`.

    Args:
        document: the document.
        store: gives the facts their marks.
    """
    fields = {f.name: f for f in (*document.follow_on, *document.first_page)}
    # A field that this letter leaves out prints nothing; only an unknown name is a mistake.
    values: Values = dict.fromkeys(document.known_fields, "")
    values["label"] = dict.fromkeys(document.known_fields, "")
    lines = {name: _lines(f, store) for name, f in fields.items()}
    values |= {name: joined(", ", of_field) for name, of_field in lines.items()}
    values["label"] |= {name: f.label for name, f in fields.items()}
    values["plaats"] = _by_area(document.first_page, store)
    values["vervolg"] = _by_area(document.follow_on, store)
    values["paginanummer"] = _page_number(document.page_number)
    return values


def _by_area(fields: tuple[Field, ...], store: Store) -> Values:
    printed = [_field(f, store) for f in fields]
    areas: Values = {a.value: [f for f in printed if f["plaats"] == a.value] for a in Area}
    return areas | {"alle": printed}


def _field(printed: Field, store: Store) -> Values:
    lines = _lines(printed, store)
    return {
        "naam": printed.name,
        "plaats": printed.area.value,
        "label": printed.label,
        "regels": lines,
        "op_een_regel": joined(" ", (printed.label, *lines)),
        "vet": printed.is_strong,
    }


def _lines(printed: Field, store: Store) -> list[Marked]:
    return [Marked(_pieces(line, store)) for line in printed.lines]


def _pieces(line: Line, store: Store) -> Iterator[Piece]:
    for inline in walk_line(line):
        match inline:
            case FactText():
                yield inline.text, store.mark(inline)
            case Text():
                yield inline.text, None


def _page_number(form: str) -> list[Values]:
    """The printed form in pieces, each either words or a field that Word keeps up to date."""
    pieces = re.split(r"(\{pagina\}|\{totaal\})", form)
    return [{"veld": _FIELDS_OF_WORD.get(p, ""), "tekst": p} for p in pieces if p]


def page_number_markup(properties: str) -> str:
    """What `{{ paginanummer }}` becomes in a shell: runs and fields in the run's own dress."""
    run = f"<w:r>{properties}"

    def mark(kind: str) -> str:
        return f'{run}<w:fldChar w:fldCharType="{kind}"/></w:r>'

    field = (
        f'{mark("begin")}{run}<w:instrText xml:space="preserve"> {{{{ deel.veld }}}} </w:instrText>'
        f"</w:r>{mark('separate')}{run}<w:t>1</w:t></w:r>{mark('end')}"
    )
    words = f'{run}<w:t xml:space="preserve">{{{{ deel.tekst }}}}</w:t></w:r>'
    return (
        "</w:t></w:r>{% for deel in paginanummer %}{% if deel.veld %}"
        f"{field}{{% else %}}{words}{{% endif %}}{{% endfor %}}"
        f'{run}<w:t xml:space="preserve">'
    )
