"""Which headers and footers are seen on the first page, and which on the pages that follow."""

from collections.abc import Iterator

from lxml import etree

from pmg_docs.readers.docx.file import WordFile, child, is_on, local, value

_FRAME = ("headerReference", "footerReference")


Face = tuple[str, tuple[str, ...]]
"""A kind of page: what a message calls it, and the names of its header and footer parts."""


def faces(file: WordFile) -> tuple[Face, ...]:
    """Each kind of page that the file can show; the first is its first page.

    The first page of a later section is a later page of the letter. Parts for even pages count
    only where the file tells odd from even.
    """
    targets = file.targets(file.document, "header") | file.targets(file.document, "footer")
    settings = file.related("settings")
    has_even = settings is not None and is_on(child(settings, "evenAndOddHeaders"))
    found: list[Face] = []
    for number, (section, shown) in enumerate(_sections(file.part(file.document)), start=1):
        whose = f" van deel {number}" if number > 1 else ""
        opens_apart = is_on(child(section, "titlePg"))
        if opens_apart or number == 1:
            opening = "first" if opens_apart else "default"
            found.append((f"eerste pagina{whose}", _names(shown, opening, targets)))
        found.append((f"volgende pagina{whose}", _names(shown, "default", targets)))
        if has_even:
            found.append((f"even pagina{whose}", _names(shown, "even", targets)))
    return tuple(found)


def _sections(root: etree._Element) -> Iterator[tuple[etree._Element, dict[tuple[str, str], str]]]:
    """Each section with the references that hold in it; what it leaves out it inherits."""
    shown: dict[tuple[str, str], str] = {}
    for section in root.iter(etree.Element):
        parent = section.getparent()
        if local(section) != "sectPr" or parent is None or local(parent) == "sectPrChange":
            continue
        for reference in section:
            if local(reference) in _FRAME:
                place = (local(reference), value(reference, "type") or "default")
                shown[place] = _relationship(reference)
        yield section, dict(shown)


def _names(
    shown: dict[tuple[str, str], str], kind: str, targets: dict[str, str]
) -> tuple[str, ...]:
    identities = (shown.get((frame, kind), "") for frame in _FRAME)
    return tuple(targets[identity] for identity in identities if identity in targets)


def _relationship(reference: etree._Element) -> str:
    return next((str(v) for k, v in reference.attrib.items() if str(k).endswith("}id")), "")
