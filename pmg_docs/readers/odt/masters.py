"""Which headers and footers are seen on the first page, and which on the pages that follow."""

from collections.abc import Iterator

from lxml import etree

from pmg_docs.readers.odt.file import TextFile
from pmg_docs.readers.odt.names import attribute, child, kind

Element = etree._Element

_FRAME = ("style:header", "style:footer")
_STANDARD = "Standard"
_FAMILIES = {"text:p": "paragraph", "text:h": "paragraph", "table:table": "table"}


Face = tuple[str, tuple[Element, ...]]
"""A kind of page: what a message calls it, and its headers and footers."""


def faces(file: TextFile) -> tuple[Face, ...]:
    """Each kind of page that the file can show; the first is its first page."""
    masters = {attribute(master, "style:name"): master for master in file.masters}
    opening, *others = _opened(file, masters) or ("",)
    first = masters.get(opening)
    if first is None:
        return ()
    found = [("eerste pagina", tuple(_on_side(first, "-first"))), *_later(first, masters)]
    for name in others:
        found.append((f"eerste pagina van {name}", tuple(_on_side(masters[name], "-first"))))
        found += _later(masters[name], masters)
    # A page style that follows itself shows one kind of page, however often it is met.
    return found[0], *dict.fromkeys(found[1:])


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


def _later(master: Element, masters: dict[str, Element]) -> Iterator[Face]:
    """What the pages after the first of a page style show, as one style follows another."""
    following = masters.get(attribute(master, "style:next-style-name"), master)
    if following is not master:
        yield "volgende pagina", tuple(_on_side(following, "-first"))
    current: Element | None = following
    seen: list[Element] = []
    while current is not None and current not in seen:
        seen.append(current)
        yield "volgende pagina", tuple(_on_side(current, ""))
        if any(child(current, f"{name}-left") is not None for name in _FRAME):
            yield "even pagina", tuple(_on_side(current, "-left"))
        current = masters.get(attribute(current, "style:next-style-name"))


def _on_side(master: Element, side: str) -> Iterator[Element]:
    """The parts of a page: one for its own side (`-first`, `-left`) where there is one."""
    for name in _FRAME:
        apart = child(master, f"{name}{side}")
        yield from _shown(child(master, name) if apart is None else apart)


def _shown(part: Element | None) -> Iterator[Element]:
    if part is not None and attribute(part, "style:display") != "false":
        yield part
