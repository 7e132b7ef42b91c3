"""The facts that a PDF shows, inside it, in a form for programs.

PDF/A-3 lets a file carry another and say how the two belong together: these are the data that the
document was made from (ISO 19005-3, 6.8, relationship `Data`).
"""

import hashlib
import json
from typing import Any

from pmg_docs.model.document import Document, plain_text
from pmg_docs.model.shown import shown_facts
from pmg_docs.writers.pdf.identity import pdf_day

NAME = "feiten.json"
_DESCRIPTION = "De feiten die dit document toont, elk zoals het er staat en als waarde"


def facts_json(document: Document) -> bytes:
    """What a document is and the facts that it shows, as JSON in UTF-8; nothing else of them.

    Args:
        document: the tree as this format shows it.
    """
    reference = document.field("kenmerk")
    whole = {
        "soort": document.type,
        "titel": document.title,
        "kenmerk": ", ".join(map(plain_text, reference.lines)) if reference else "",
        "datum": document.day,
        "feiten": [
            {"naam": fact.name, "tekst": fact.text, "soort": fact.kind}
            | ({"waarde": fact.machine} if fact.machine else {})
            | ({"open": True} if fact.is_open else {})
            for fact in shown_facts(document)
        ],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def attach(pdf: Any, data: bytes, day: str) -> None:
    """Put the facts in a file; `day` (`2024-04-04`) is when they were last changed, or empty."""
    import pydyf

    details = {
        "Size": len(data),
        "CheckSum": f"<{hashlib.md5(data, usedforsecurity=False).hexdigest()}>",
    }
    if day:
        details["ModDate"] = pydyf.String(pdf_day(day))
    extra = {
        "Type": "/EmbeddedFile",
        "Subtype": "/application#2fjson",
        "Params": pydyf.Dictionary(details),
    }
    stream = pydyf.Stream([data], extra, compress=True)
    pdf.add_object(stream)
    name = pydyf.String(NAME)
    files = pydyf.Dictionary({"F": stream.reference, "UF": stream.reference})
    specification = pydyf.Dictionary({
        "Type": "/Filespec", "F": name, "UF": name, "EF": files,
        "Desc": pydyf.String(_DESCRIPTION), "AFRelationship": "/Data",
    })  # fmt: skip
    pdf.add_object(specification)
    pdf.catalog["AF"] = pydyf.Array([specification.reference])
    names = pdf.catalog.setdefault("Names", pydyf.Dictionary())
    names["EmbeddedFiles"] = pydyf.Dictionary(
        {"Names": pydyf.Array([name, specification.reference])}
    )
