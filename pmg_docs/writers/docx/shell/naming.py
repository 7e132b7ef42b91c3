"""Style ids as `stijl.yaml` writes them, whichever Word saved the shell.

Word and LibreOffice write the ids of built-in styles anew in their own language (`Kop1`,
`Footnote`); the name below it (`heading 1`) stays what it was.
"""

from collections.abc import Iterable

from lxml import etree

from pmg_docs.writers.docx.ooxml import w

_POINTERS = tuple(
    w(name)
    for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink",
                 "numStyleLink")
)  # fmt: skip


def renamed_styles(styles: etree._Element, wanted: Iterable[str]) -> dict[str, str]:
    """The ids to rename, each with the wanted id that its style is known by elsewhere."""
    ids = {style.get(w("styleId"), "") for style in styles.findall(w("style"))}
    missing = {identity.casefold(): identity for identity in wanted if identity not in ids}
    found = {}
    for style in styles.findall(w("style")):
        name = style.find(w("name"))
        squeezed = "" if name is None else name.get(w("val"), "").replace(" ", "").casefold()
        if squeezed in missing:
            found[style.get(w("styleId"), "")] = missing.pop(squeezed)
    return found


def rename_styles(root: etree._Element, names: dict[str, str]) -> None:
    """Use the wanted ids in one part."""
    for element in root.iter(w("style")):
        _rename(element, w("styleId"), names)
    for element in root.iter(*_POINTERS):
        _rename(element, w("val"), names)


def _rename(element: etree._Element, attribute: str, names: dict[str, str]) -> None:
    identity = element.get(attribute, "")
    if identity in names:
        element.set(attribute, names[identity])
