"""The role styles of a shell, given the measures of `stijl.yaml`."""

from decimal import Decimal

from lxml import etree

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.specs.style import Role, Style
from pmg_docs.writers.docx.ooxml import (
    PARAGRAPH_ORDER,
    RUN_ORDER,
    STYLE_ORDER,
    W,
    child,
    parse,
    put,
    serialise,
    twentieths,
    twips,
    w,
)

NOTE_MARK = "FootnoteReference"
LINK = "Hyperlink"
_DEFAULTS_ORDER = ("rPrDefault", "pPrDefault")
_HEADINGS = {"kop_1": 0, "kop_2": 1, "kop_3": 2}


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
        element = known[role.word]
        paragraph = child(element, "pPr", STYLE_ORDER)
        # A heading is set in behind its number only, and not every heading has one.
        _set_paragraph(paragraph, role, Decimal(0) if name in _HEADINGS else role.indent)
        _set_run(child(element, "rPr", STYLE_ORDER), role, style)
        if name in _HEADINGS:
            _set_heading(paragraph, _HEADINGS[name])
        if name == "lijst":
            _set_list(paragraph, style.roles["tekst"])
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


def _set_paragraph(properties: etree._Element, role: Role, indent: Decimal) -> None:
    # What Word breaks off is not what the letter says, and no other format would show it.
    put(properties, "suppressAutoHyphens", PARAGRAPH_ORDER)
    put(
        properties, "spacing", PARAGRAPH_ORDER, before=twentieths(role.before),
        after=twentieths(role.after), line=twentieths(role.leading), lineRule="atLeast",
    )  # fmt: skip
    put(properties, "ind", PARAGRAPH_ORDER, left=twips(indent))


def _set_run(properties: etree._Element, role: Role, style: Style) -> None:
    _set_font(properties, style)
    for name, is_on in (("b", role.bold), ("bCs", role.bold), ("i", role.italic),
                        ("iCs", role.italic)):  # fmt: skip
        put(properties, name, RUN_ORDER, val=int(is_on))
    put(properties, "color", RUN_ORDER, val=hex_colour(style, role.colour))
    for name in ("sz", "szCs"):
        put(properties, name, RUN_ORDER, val=round(role.size * 2))


def _set_heading(properties: etree._Element, level: int) -> None:
    put(properties, "keepNext", PARAGRAPH_ORDER)
    put(properties, "keepLines", PARAGRAPH_ORDER)
    put(properties, "outlineLvl", PARAGRAPH_ORDER, val=level)


def _set_list(properties: etree._Element, text: Role) -> None:
    """Set the text after a list off as after a paragraph, without room between the items."""
    spacing = child(properties, "spacing", PARAGRAPH_ORDER)
    if spacing.get(w("after")) == "0":
        spacing.set(w("after"), str(twentieths(text.after)))
        put(properties, "contextualSpacing", PARAGRAPH_ORDER)


def _add_character_styles(root: etree._Element, style: Style) -> None:
    """Give the marks of notes and the links a style where an officer's shell has none."""
    ids = {s.get(w("styleId")) for s in root.findall(w("style"))}
    for identity, name in ((NOTE_MARK, "footnote reference"), (LINK, "Hyperlink")):
        if identity in ids:
            continue
        element = etree.SubElement(root, w("style"))
        element.set(w("type"), "character")
        element.set(w("styleId"), identity)
        put(element, "name", STYLE_ORDER, val=name)
        run = child(element, "rPr", STYLE_ORDER)
        if identity == NOTE_MARK:
            put(run, "vertAlign", RUN_ORDER, val="superscript")
        else:
            put(run, "color", RUN_ORDER, val=hex_colour(style, "accent"))
            put(run, "u", RUN_ORDER, val="single")


def hex_colour(style: Style, name: str) -> str:
    """A colour of the style as Word writes it."""
    return style.colour(name).lstrip("#").upper()


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
