"""Which headers and footers are seen on the first page, and which on the pages that follow."""

from collections.abc import Iterator

from lxml import etree

from pmg_docs.readers.odt.file import TextFile
from pmg_docs.readers.odt.names import attribute, child, kind

Element = etree._Element

_FRAME = ("style:header", "style:footer")
_STANDARD = "Standard"
_FAMILIES = {"text:p": "paragraph", "text:h": "paragraph", "table:table": "table"}


def frame_parts(file: TextFile) -> tuple[tuple[Element, ...], tuple[Element, ...]]:
    """The headers and footers of the first page and of all later pages, each once."""
    masters = {attribute(master, "style:name"): master for master in file.masters}
    opening, *others = _opened(file, masters) or ("",)
    first = masters.get(opening)
    if first is None:
        return (), ()
    later = dict.fromkeys(_later(first, masters))
    for name in others:
        later.update(dict.fromkeys((*_opening(masters[name]), *_later(masters[name], masters))))
    return tuple(_opening(first)), tuple(later)


def _opened(file: TextFile, masters: dict[str, Element]) -> list[str]:
    """The page styles that the text opens, in order; the first is that of the first page."""
    blocks = [e for e in file.body.iter(etree.Element) if kind(e) in _FAMILIES]
    asked = [
        file.styles.master(_FAMILIES[kind(block)], _style(block)) for block in blocks
    ]  # fmt: skip
    if asked and asked[0] in masters:
        return [name for name in asked if name in masters]
    usual = _STANDARD if _STANDARD in masters else next(iter(masters), "")
    return [usual, *(name for name in asked if name in masters)] if usual else []


def _style(block: Element) -> str:
    name = "table:style-name" if kind(block) == "table:table" else "text:style-name"
    return attribute(block, name)


def _opening(master: Element) -> Iterator[Element]:
    """What the first page of a page style shows: a part of its own where it has one."""
    for name in _FRAME:
        apart = child(master, f"{name}-first")
        yield from _shown(child(master, name) if apart is None else apart)


def _later(master: Element, masters: dict[str, Element]) -> Iterator[Element]:
    """What the pages after the first of a page style show, as one style follows another."""
    current: Element | None = masters.get(attribute(master, "style:next-style-name"), master)
    if current is not master and current is not None:
        yield from _opening(current)
    seen: list[Element] = []
    while current is not None and current not in seen:
        seen.append(current)
        for name in _FRAME:
            yield from _shown(child(current, name))
            yield from _shown(child(current, f"{name}-left"))
        current = masters.get(attribute(current, "style:next-style-name"))


def _shown(part: Element | None) -> Iterator[Element]:
    if part is not None and attribute(part, "style:display") != "false":
        yield part
