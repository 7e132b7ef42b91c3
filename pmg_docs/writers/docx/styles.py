"""The role styles of a shell, given the measures of `stijl.yaml`."""

from lxml import etree

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.specs.style import Role, Style
from pmg_docs.writers.docx.measures import HEADINGS, hex_colour, is_set_close, role_attributes
from pmg_docs.writers.docx.ooxml import (
    PARAGRAPH_ORDER,
    RUN_ORDER,
    STYLE_ORDER,
    W,
    child,
    parse,
    put,
    serialise,
    w,
)

NOTE_MARK = "FootnoteReference"
LINK = "Hyperlink"
ACCENT = "accent"
"""The colour of links."""
_DEFAULTS_ORDER = ("rPrDefault", "pPrDefault")
_ORDERS = {"pPr": PARAGRAPH_ORDER, "rPr": RUN_ORDER}


def apply_style(styles: bytes, style: Style, language: str, shell: str) -> bytes:
    """Set font, size, spacing and colour of every role.

    Raises:
        Refused: PMG404, the shell has no paragraph style with the id of a role.
    """
    root = parse(styles)
    known = {s.get(w("styleId")): s for s in root.findall(w("style"))}
    missing = [(name, role) for name, role in style.roles.items() if role.word not in known]
    if missing:
        raise Refused(_missing(name, role, shell) for name, role in missing)
    _set_defaults(root, style, language)
    for name, role in style.roles.items():
        _set_role(known[role.word], name, style)
    _add_character_styles(root, style)
    return serialise(root)


def font_table(style: Style) -> bytes:
    """The list of fonts, without what the shell's maker had installed or embedded."""
    root = etree.Element(w("fonts"), {}, {"w": W})
    font = etree.SubElement(root, w("font"))
    font.set(w("name"), style.typeface.word)
    return serialise(root)


def _set_defaults(root: etree._Element, style: Style, language: str) -> None:
    defaults = root.find(w("docDefaults"))
    if defaults is None:
        defaults = root.makeelement(w("docDefaults"), {}, None)
        root.insert(0, defaults)
    run = child(child(defaults, "rPrDefault", _DEFAULTS_ORDER), "rPr", ("rPr",))
    _set_font(run, style)
    put(run, "lang", RUN_ORDER, val=language, eastAsia=language, bidi="ar-SA")


def _set_font(run: etree._Element, style: Style) -> None:
    font = style.typeface.word
    put(run, "rFonts", RUN_ORDER, ascii=font, hAnsi=font, eastAsia=font, cs=font)


def _set_role(element: etree._Element, name: str, style: Style) -> None:
    paragraph = child(element, "pPr", STYLE_ORDER)
    # What Word breaks off is not what the letter says, and no other format would show it.
    put(paragraph, "suppressAutoHyphens", PARAGRAPH_ORDER)
    for (group, tag), attributes in role_attributes(name, style).items():
        put(child(element, group, STYLE_ORDER), tag, _ORDERS[group], **attributes)
    if is_set_close(name, style):
        put(paragraph, "contextualSpacing", PARAGRAPH_ORDER)
    if name in HEADINGS:
        _set_heading(paragraph, HEADINGS[name])


def _set_heading(properties: etree._Element, level: int) -> None:
    put(properties, "keepNext", PARAGRAPH_ORDER)
    put(properties, "keepLines", PARAGRAPH_ORDER)
    put(properties, "outlineLvl", PARAGRAPH_ORDER, val=level)


def _add_character_styles(root: etree._Element, style: Style) -> None:
    """Give the marks of notes and the links a style where an officer's shell has none."""
    known = {s.get(w("styleId")): s for s in root.findall(w("style"))}
    for identity, name in ((NOTE_MARK, "footnote reference"), (LINK, "Hyperlink")):
        if identity in known:
            continue
        known[identity] = element = etree.SubElement(root, w("style"))
        element.set(w("type"), "character")
        element.set(w("styleId"), identity)
        put(element, "name", STYLE_ORDER, val=name)
        run = child(element, "rPr", STYLE_ORDER)
        if identity == NOTE_MARK:
            put(run, "vertAlign", RUN_ORDER, val="superscript")
        else:
            put(run, "u", RUN_ORDER, val="single")
    if ACCENT in style.colours:
        link = child(known[LINK], "rPr", STYLE_ORDER)
        put(link, "color", RUN_ORDER, val=hex_colour(style, ACCENT))


def _missing(name: str, role: Role, shell: str) -> Diagnostic:
    return Diagnostic(
        "PMG404",
        f"De rol `{name}` van de huisstijl gebruikt de Word-stijl `{role.word}`, "
        "maar die staat niet in het Word-sjabloon.",
        Place(shell, 0),
        hints=(
            f"Maak in het sjabloon een alineastijl met de naam `{role.word}`.",
            f"Of noem bij `{name}` in stijl.yaml een stijl die er wel is.",
        ),
    )
