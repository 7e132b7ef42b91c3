"""The Word shell that all types share, made from scratch, and shells with something wrong in them.

`python -m tests.builders.shell FILE` writes the shell. From then on it is an officer's file: it may
be opened in Word, changed and saved.
"""

import io
import re
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

import yaml

from pmg_docs.specs.style import Style
from pmg_docs.writers.docx.measures import LANGUAGE
from pmg_docs.writers.docx.ooxml import parse, serialise
from pmg_docs.writers.docx.page import FrameStyles, mark_measures, measures
from pmg_docs.writers.docx.styles import apply_style

STYLES = Path(__file__).parents[2] / "styles"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
FONT = "Verdana"

TINY = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'

Parts = dict[str, str]

_MEASURE = re.compile(r"\{\{ maat\.(\w+) \}\}")

COLUMN_FIRST = (9184, 3118)
COLUMN_FOLLOW_ON = (9184, 1701)
MARK = (6350, 850)
WIDTHS = {COLUMN_FIRST: 2268, COLUMN_FOLLOW_ON: 2268, MARK: 4535}


def shell(**changed: str) -> bytes:
    """The shared shell; parts may be replaced by their short name (`header1`, `document`)."""
    return pack(parts() | {f"word/{name}.xml": xml for name, xml in changed.items()})


def parts() -> Parts:
    """Every part of the shared shell."""
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _links({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _links(
            {
                "rId1": ("styles", "styles.xml"),
                "rId2": ("settings", "settings.xml"),
                "rId3": ("header", "header1.xml"),
                "rId4": ("header", "header2.xml"),
                "rId5": ("footer", "footer1.xml"),
                "rId6": ("footer", "footer2.xml"),
                "rId7": ("footnotes", "footnotes.xml"),
                "rId8": ("numbering", "numbering.xml"),
                "rId9": ("theme", "theme1.xml"),
                "rId10": ("fontTable", "fontTable.xml"),
            }
        ),
        "word/document.xml": document(first_page(), p("[[inhoud]]", "Normal")),
        "word/header1.xml": header(first_header()),
        "word/header2.xml": header(follow_on_header()),
        "word/footer1.xml": footer(),
        "word/footer2.xml": footer(),
        "word/styles.xml": styles(),
        "word/settings.xml": _settings(),
        "word/footnotes.xml": _footnotes(),
        "word/numbering.xml": _part("numbering", ""),
        "word/theme1.xml": _theme(),
        "word/fontTable.xml": _part("fonts", f'<w:font w:name="{FONT}"/>'),
    }


def pack(members: Mapping[str, str]) -> bytes:
    """A zip of parts that is the same every time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in members.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text.encode())
    return buffer.getvalue()


def document(*body: str, section: str = "") -> str:
    """A main part of that body, with the headers and footers of the shell."""
    return _part("document", f"<w:body>{''.join(body)}{section or _section()}</w:body>")


def header(inner: str) -> str:
    """A header part."""
    return _part("hdr", inner)


def p(
    text: str, style: str, frame: tuple[int, int] | None = None, before: int = 0, after: int = 0
) -> str:
    """A paragraph of one run."""
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return runs(run, style, frame, before, after)


def runs(
    inner: str,
    style: str,
    frame: tuple[int, int] | None = None,
    before: int = 0,
    after: int = 0,
    more: str = "",
) -> str:
    """A paragraph, in a frame at a place on the page on request."""
    placed = spacing = ""
    if frame:
        placed = (
            f'<w:framePr w:w="{WIDTHS[frame]}" w:wrap="around" w:vAnchor="page" '
            f'w:hAnchor="page" w:x="{frame[0]}" w:y="{frame[1]}"/>'
        )
    if before or after:
        sides = {"before": before, "after": after}
        values = "".join(f' w:{side}="{points}"' for side, points in sides.items() if points)
        spacing = f"<w:spacing{values}/>"
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{placed}{spacing}{more}</w:pPr>{inner}</w:p>'


def tag(words: str, frame: tuple[int, int] | None = None) -> str:
    """A paragraph that steers a loop or a choice, and vanishes."""
    return p(f"{{%p {words} %}}", "PmgSturing", frame)


def loop(over: str, *inner: str, frame: tuple[int, int] | None = None) -> str:
    """Paragraphs repeated for each field of a place."""
    return tag(f"for f in {over}", frame) + "".join(inner) + tag("endfor", frame)


def lines(*inner: str, frame: tuple[int, int] | None = None) -> str:
    """Paragraphs repeated for each line of the field."""
    return tag("for regel in f.regels", frame) + "".join(inner) + tag("endfor", frame)


def first_header() -> str:
    """The slot for a text mark with the status below it, and the colofon in its column."""
    words = "<w:r><w:t>{{ f.op_een_regel }}</w:t></w:r>"
    beside_mark = '<w:ind w:right="2778"/>'
    status = loop("plaats.status", runs(words, "PmgConcept", more=beside_mark))
    slot = runs("", "PmgBeeldmerk", more=TINY)
    last = runs("", "PmgDicht")
    spot = COLUMN_FIRST
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="7313" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        '</w:tblPr><w:tblGrid><w:gridCol w:w="7313"/></w:tblGrid><w:tr><w:trPr>'
        '<w:trHeight w:val="2418" w:hRule="exact"/></w:trPr><w:tc><w:tcPr>'
        f'<w:tcW w:w="7313" w:type="dxa"/></w:tcPr>{slot}{status}{last}</w:tc></w:tr></w:tbl>'
        + tag("if logo", MARK) + p("{{ logo }}", "PmgWoordmerk", MARK) + tag("endif", MARK)
        + loop("plaats.beeldmerk", lines(p("{{ regel }}", "PmgWoordmerk", MARK), frame=MARK),
               frame=MARK)
        + loop("plaats.colofon + plaats.kenmerken", _column_field(spot), frame=spot)
        + _last_of_header()
    )  # fmt: skip


def follow_on_header() -> str:
    """The status above the text of follow-on pages, and what returns in the colofon column."""
    spot = COLUMN_FOLLOW_ON
    fields = loop("vervolg.colofon + vervolg.kenmerken", _column_field(spot), frame=spot)
    status = loop("vervolg.status", p("{{ f.op_een_regel }}", "PmgConcept"))
    return status + fields + _last_of_header()


def _column_field(spot: tuple[int, int]) -> str:
    label = p("{{ f.label }}", "PmgLabel", spot)
    value = lines(p("{{ regel }}", "PmgWaarde", spot), frame=spot)
    bold = lines(p("{{ regel }}", "PmgColofonVet", spot), frame=spot)
    plain = lines(p("{{ regel }}", "PmgColofon", spot), frame=spot)
    return (
        f"{tag('if f.label', spot)}{label}{value}{tag('elif f.vet', spot)}{bold}"
        f"{tag('else', spot)}{plain}{tag('endif', spot)}"
    )


def _last_of_header() -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Header"/>{TINY}<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr>'
        "</w:p>"
    )


def footer() -> str:
    """The page number, under the colofon column."""
    place = '<w:ind w:left="7597" w:right="-2381"/>'
    number = "<w:r><w:t>{{ paginanummer }}</w:t></w:r>"
    return _part("ftr", runs(number, "PmgPaginanummer", more=place))


def first_page() -> str:
    """What stands above the text: addressees, the kind of document, its subject, the initials."""
    return (
        loop("plaats.retour", p("{{ f.op_een_regel }}", "PmgRetour"))
        + loop("plaats.adres", tag("if f.label"), p("{{ f.label }}", "PmgLabel"), tag("endif"),
               lines(p("{{ regel }}", "PmgAdres")))
        + tag("if plaats.adres") + runs("", "PmgDicht", before=240) + tag("endif")
        + loop("plaats.titel", _title())
        + _subject()
        + tag("if plaats.parafen") + _initials() + tag("endif")
        + runs("", "PmgDicht")
    )  # fmt: skip


def _title() -> str:
    """The kind of document, the headline of a press release, or the title, with its own look."""
    word = lines(p("{{ regel }}", "PmgDocumentwoord"))
    headline = lines(p("{{ regel }}", "PmgKop"))
    labelled = p("{{ f.op_een_regel }}", "PmgTitel")
    return (
        tag("if f.naam == 'documentwoord'") + word + tag("elif f.naam == 'kop'") + headline
        + tag("elif f.label") + labelled + tag("else") + lines(p("{{ regel }}", "PmgTitel"))
        + tag("endif")
    )  # fmt: skip


def _subject() -> str:
    """Date and subject: the label, and the value 25 mm to the right of where the label begins."""
    label = "{% if loop.first %}{{ f.label }}{% endif %}"
    value = f"<w:r><w:t>{label}</w:t></w:r><w:r><w:tab/><w:t>{{{{ regel }}}}</w:t></w:r>"
    hanging = '<w:ind w:left="1417" w:hanging="1417"/>'
    rows = loop("plaats.betreft", lines(runs(value, "PmgBetreft", more=hanging)))
    return tag("if plaats.betreft") + runs("", "PmgDicht") + rows + tag("endif")


def _initials() -> str:
    """A box for each who initials: the name, and room to do so."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="696969"/>'
        for side in ("top", "left", "bottom", "right", "insideH")
    )

    def row(content: str, properties: str = "") -> str:
        return (
            f'<w:tr>{properties}<w:tc><w:tcPr><w:tcW w:w="5670" w:type="dxa"/></w:tcPr>{content}'
            "</w:tc></w:tr>"
        )

    def steer(words: str) -> str:
        return row(p(f"{{%tr {words} %}}", "PmgSturing"))

    room = '<w:trPr><w:cantSplit/><w:trHeight w:val="454" w:hRule="atLeast"/></w:trPr>'
    labels = loop("plaats.parafen", tag("if f.label"), p("{{ f.label }}", "PmgLabel"), tag("endif"))
    return (
        labels + '<w:tbl><w:tblPr><w:tblW w:w="5670" w:type="dxa"/>'
        f'<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="20" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblGrid><w:gridCol w:w="5670"/></w:tblGrid>'
        + steer("for f in plaats.parafen") + steer("for regel in f.regels")
        + row(p("{{ regel }}", "PmgDicht"), room) + steer("endfor") + steer("endfor") + "</w:tbl>"
    )  # fmt: skip


def styles() -> str:
    """The styles of all roles, and the few that the shell needs for itself."""
    own = [
        ("PmgDicht", "Pmg Dicht"), ("PmgLijst", "Pmg Lijst"), ("PmgCitaat", "Pmg Citaat"),
        ("PmgTabelTitel", "Pmg Tabel Titel"), ("PmgTabelKop", "Pmg Tabel Kop"),
        ("PmgTabelCel", "Pmg Tabel Cel"), ("FootnoteText", "footnote text"),
        ("PmgAdres", "Pmg Adres"), ("PmgDocumentwoord", "Pmg Documentwoord"),
        ("PmgTitel", "Pmg Titel"), ("PmgLabel", "Pmg Label"), ("PmgWaarde", "Pmg Waarde"),
        ("PmgColofon", "Pmg Colofon"), ("PmgColofonVet", "Pmg Colofon Vet"),
        ("PmgConcept", "Pmg Concept"), ("PmgPaginanummer", "Pmg Paginanummer"),
        ("PmgLead", "Pmg Lead"), ("PmgAanhef", "Pmg Aanhef"), ("PmgGroet", "Pmg Groet"),
        ("PmgOndertekening", "Pmg Ondertekening"), ("PmgNootRedactie", "Pmg Noot Redactie"),
        ("PmgKop", "Pmg Kop"), ("PmgRetour", "Pmg Retour"),
        ("PmgBetreft", "Pmg Betreft"), ("PmgWoordmerk", "Pmg Woordmerk"),
        ("PmgBeeldmerk", "Pmg Beeldmerk"), ("Header", "header"), ("Footer", "footer"),
    ]  # fmt: skip
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    headings = [_heading(n) for n in (1, 2, 3)]
    return _part(
        "styles",
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="18"/><w:szCs w:val="18"/>'
        '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/><w:pPr><w:suppressAutoHyphens/>'
        '<w:spacing w:after="240" w:line="240" w:lineRule="atLeast"/></w:pPr>'
        "</w:style>" + "".join(headings) + "".join(_style(*pair) for pair in own) + _steering()
        + '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="FootnoteReference">'
        '<w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        '</w:style><w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:color w:val="154273"/><w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    )  # fmt: skip


def _heading(level: int) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/>'
        '<w:keepLines/><w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs>'
        f'<w:spacing w:before="240" w:after="0"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        "<w:rPr><w:b/></w:rPr></w:style>"
    )


def _style(identity: str, name: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>'
        '<w:spacing w:after="0"/></w:pPr></w:style>'
    )


def _steering() -> str:
    return (
        '<w:style w:type="paragraph" w:styleId="PmgSturing"><w:name w:val="Pmg Sturing"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="0" w:line="120" w:lineRule="exact"/>'
        '</w:pPr><w:rPr><w:color w:val="7F7F7F"/><w:sz w:val="9"/></w:rPr></w:style>'
    )


def _section() -> str:
    references = "".join(
        f'<w:{kind}Reference w:type="{pages}" r:id="{identity}"/>'
        for kind, pages, identity in (("header", "first", "rId3"), ("header", "default", "rId4"),
                                      ("footer", "first", "rId5"), ("footer", "default", "rId6"))
    )  # fmt: skip
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" '
        'w:right="2835" w:bottom="1417" w:left="1587" w:header="680" w:footer="680" w:gutter="0"/>'
        "<w:titlePg/></w:sectPr>"
    )


def _settings() -> str:
    return _part(
        "settings",
        '<w:defaultTabStop w:val="567"/><w:autoHyphenation w:val="0"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>',
    )


def _footnotes() -> str:
    return _part(
        "footnotes",
        "".join(
            f'<w:footnote w:type="{kind}" w:id="{identity}"><w:p><w:r><w:{kind}/></w:r></w:p>'
            "</w:footnote>"
            for kind, identity in (("separator", -1), ("continuationSeparator", 0))
        ),
    )


def _theme() -> str:
    """A theme without surprises: the typeface of the style, and greys."""
    light, dark = "FFFFFF", "000000"
    greys = (*(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    colours = {"dk1": dark, "lt1": light, "dk2": dark, "lt2": light}
    colours |= dict.fromkeys(greys, "696969")
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items()
    )
    face = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    line = '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Rijk">'
        f'<a:themeElements><a:clrScheme name="Rijk">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="Rijk"><a:majorFont>{face}</a:majorFont>'
        f"<a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Rijk"><a:fillStyleLst>{fill}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line}</a:lnStyleLst><a:effectStyleLst>{effect}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _part(root: str, inner: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:{root} xmlns:w="{W}" xmlns:r="{R}">{inner}</w:{root}>'
    )


def _types() -> str:
    kinds = {
        "document": "document.main", "styles": "styles", "settings": "settings",
        "header1": "header", "header2": "header", "footer1": "footer", "footer2": "footer",
        "footnotes": "footnotes", "numbering": "numbering", "fontTable": "fontTable",
    }  # fmt: skip
    rows = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    links = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{links}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}'
        '<Override PartName="/word/theme1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>'
    )


def _links(targets: Mapping[str, tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{identity}" Type="{R}/{kind}" Target="{target}"/>'
        for identity, (kind, target) in targets.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'
    )


def measured_parts() -> Parts:
    """The parts with the measures of the style in them, so that Word shows what will come of it."""
    raw = yaml.load((STYLES / "rijk" / "stijl.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - BaseLoader makes text only
    style = Style.model_validate(raw)
    measured = {
        name: _measured(text, style, is_first=name == "word/header1.xml")
        for name, text in parts().items()
        if name.startswith(("word/document", "word/header", "word/footer"))
    }
    ready = apply_style(styles().encode(), style, LANGUAGE, "shell.docx").decode()
    return parts() | measured | {"word/styles.xml": ready}


def _measured(part: str, style: Style, *, is_first: bool) -> str:
    """A part with the measures of the page that a letter would get."""
    root = parse(part.encode())
    frames = FrameStyles.of((name, role.word) for name, role in style.roles.items())
    mark_measures(root, frames, is_first)
    values = measures(style)
    return _MEASURE.sub(lambda found: values[found[1]], serialise(root).decode())


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(pack(measured_parts()))
