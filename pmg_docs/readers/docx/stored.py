"""What a Word file holds beside its text: the store of its facts, its baseline, its properties."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from pmg_docs.model.baseline import CARRIER, Baseline
from pmg_docs.readers.archive import parse_part
from pmg_docs.readers.docx.file import WordFile, local
from pmg_docs.readers.docx.marks import STORE

_PROPERTIES = {"title": "titel", "creator": "auteur", "subject": "onderwerp",
               "lastModifiedBy": "laatst gewijzigd door"}  # fmt: skip


def store_of(file: WordFile) -> tuple[tuple[str, int, str], ...]:
    """The words that bound controls get, by element and position; found by its namespace."""
    counted: Counter[str] = Counter()
    found: list[tuple[str, int, str]] = []
    for root in _custom(file):
        for element in root if root.tag == f"{{{STORE}}}feiten" else ():
            if name := local(element):
                counted[name] += 1
                found.append((name, counted[name], "".join(map(str, element.itertext()))))
        if found:
            break
    return tuple(found)


def baseline_of(file: WordFile) -> Baseline | None:
    """What was left in the file when it was made, in pieces among its properties."""
    pieces: dict[int, str] = {}
    for name in file.targets("", "custom-properties").values():
        for element in file.part(name) if name in file.members else ():
            number = str(element.get("name", "")).removeprefix(CARRIER)
            if element.get("name") != number and number.isascii() and number.isdigit():
                pieces[int(number)] = "".join(map(str, element.itertext())).strip()
    return Baseline.from_packed("".join(pieces[number] for number in sorted(pieces)))


def properties_of(file: WordFile) -> tuple[tuple[str, str], ...]:
    """The properties that programs show, as far as the file fills them in."""
    names = file.targets("", "core-properties").values()
    elements = (e for name in names if name in file.members for e in file.part(name))
    texts = {local(e): " ".join((e.text or "").split()) for e in elements}
    return tuple((told, texts[name]) for name, told in _PROPERTIES.items() if texts.get(name))


def _custom(file: WordFile) -> Iterator[etree._Element]:
    """The roots of the custom parts; one that cannot be read is no part of the text."""
    for name, data in file.members.items():
        if name.startswith("customXml/") and "/_rels/" not in name:
            try:
                yield parse_part(data)
            except (etree.XMLSyntaxError, ValueError):
                continue
