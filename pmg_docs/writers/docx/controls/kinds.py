"""The kind of each content control: plain text, where LibreOffice does not spoil that."""

import re
from collections.abc import Iterator

from lxml import etree

from pmg_docs.writers.docx.ooxml import unwrap, w

_OTHER_SCRIPTS = re.compile(
    "[\u0590-\u1cff\u2c00-\ud7ff\uf900-\ufdff\ufe30-\uffef\U00010800-\U0001efff\U00020000-\U0003ffff]"
)
_DRESS, _BINDING = f"{w('sdtPr')}/{w('rPr')}", f"{w('sdtPr')}/{w('dataBinding')}"


def choose_kinds(root: etree._Element) -> None:
    """Make combo boxes of the controls in which LibreOffice would lose words or dress.

    LibreOffice 7.4 drops bold, shade and size in a control for plain text. When it saves, it
    repeats the words of one beside other scripts than Latin, Greek and Cyrillic, and closes one
    that opens a link in the wrong order, which no program can read. A combo box, which Word binds
    in the same way and in which anything may be typed, suffers none of that, unless another control
    comes right behind it. Where neither is safe the words stay and lose their control.
    """
    bound = [e.getparent() for e in root.iter(w("dataBinding"))]
    owners = (next(e.iterancestors(w("p")), None) for e in bound if e is not None)
    for paragraph in dict.fromkeys(owner for owner in owners if owner is not None):
        is_risky = _OTHER_SCRIPTS.search("".join(_texts(paragraph))) is not None
        for control, is_followed in _controls(paragraph):
            if control.find(_BINDING) is None:
                continue
            link = next(control.iterancestors(w("hyperlink")), None)
            opens_link = link is not None and control.getprevious() is None
            if not (is_risky or opens_link):
                if not is_followed and control.find(_DRESS) is not None:
                    _make_box(control)
            elif is_followed:
                release(control)
            else:
                _make_box(control)


def _controls(paragraph: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """The controls of a paragraph, and whether another one comes right behind."""
    found: list[tuple[etree._Element, bool]] = []
    before: etree._Element | None = None
    for element in paragraph.iter(w("sdt"), w("r")):
        if element.tag == w("sdt"):
            if before is not None:
                found[-1] = before, True
            found.append((element, False))
            before = element
        elif before is not None and before not in element.iterancestors():
            before = None
    return iter(found)


def release(control: etree._Element) -> None:
    """Put what a control holds in its place."""
    content = control.find(w("sdtContent"))
    for element in [element for element in control if element is not content]:
        control.remove(element)
    if content is not None:
        unwrap(content)
    unwrap(control)


def _make_box(control: etree._Element) -> None:
    for kind in control.findall(f"{w('sdtPr')}/{w('text')}"):
        kind.tag = w("comboBox")


def _texts(element: etree._Element) -> Iterator[str]:
    return (text.text or "" for text in element.iter(w("t")))
