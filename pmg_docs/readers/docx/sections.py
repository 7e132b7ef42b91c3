"""Which headers and footers are seen on the first page, and which on the pages that follow."""

from collections.abc import Iterator

from lxml import etree

from pmg_docs.readers.docx.file import WordFile, child, is_on, local, value

_FRAME = ("headerReference", "footerReference")


def frame_parts(file: WordFile) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the parts of the first page and of all later pages, each part once.

    The first page of a later section is a later page of the letter. Parts for even pages count
    only where the file tells odd from even.
    """
    targets = file.targets(file.document, "header") | file.targets(file.document, "footer")
    settings = file.related("settings")
    has_even = settings is not None and is_on(child(settings, "evenAndOddHeaders"))
    first: dict[str, None] = {}
    later: dict[str, None] = {}
    for number, (section, shown) in enumerate(_sections(file.part(file.document))):
        opens_apart = is_on(child(section, "titlePg"))
        opening = _names(shown, "first" if opens_apart else "default", targets)
        (first if number == 0 else later).update(dict.fromkeys(opening))
        for kind in ("default", "even") if has_even else ("default",):
            later.update(dict.fromkeys(_names(shown, kind, targets)))
    return tuple(first), tuple(later)


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
