"""ODF text files made by hand, part by part."""

import io
import zipfile
from collections.abc import Mapping

NAMES = "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("draw", "drawing"), ("svg", "svg-compatible"), ("fo", "xsl-fo-compatible"),
    )
) + ' xmlns:loext="urn:org:documentfoundation:names:experimental"'  # fmt: skip
KIND = "application/vnd.oasis.opendocument.text"


def odt(
    body: str = "", automatic: str = "", styles: str = "", masters: str = "", page_styles: str = ""
) -> bytes:
    """A file of this text, its own styles, common styles, page styles and styles of headers."""
    return packed({
        "mimetype": KIND,
        "content.xml": f"<office:document-content{NAMES}><office:automatic-styles>{automatic}"
                       f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
                       "</office:body></office:document-content>",
        "styles.xml": f"<office:document-styles{NAMES}><office:styles>{styles}</office:styles>"
                      f"<office:automatic-styles>{page_styles}</office:automatic-styles>"
                      f"<office:master-styles>{masters}</office:master-styles>"
                      "</office:document-styles>",
    })  # fmt: skip


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """A zip of these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The members of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def p(inner: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def style(name: str, family: str = "paragraph", inner: str = "", **attributes: str) -> str:
    """A style; `parent_style_name` is spelled `style:parent-style-name`."""
    more = "".join(f' style:{key.replace("_", "-")}="{value}"' for key, value in attributes.items())
    return f'<style:style style:name="{name}" style:family="{family}"{more}>{inner}</style:style>'


def master(name: str, parts: str, follow: str = "") -> str:
    """A page style, with the one that follows it."""
    after = f' style:next-style-name="{follow}"' if follow else ""
    return f'<style:master-page style:name="{name}"{after}>{parts}</style:master-page>'


def header(text: str, kind: str = "header", more: str = "") -> str:
    return f"<style:{kind}{more}>{p(text)}</style:{kind}>"


def note(identity: str, text: str, kind: str = "footnote", shown: str = "1") -> str:
    return (
        f'<text:note text:id="{identity}" text:note-class="{kind}">'
        f"<text:note-citation>{shown}</text:note-citation>"
        f"<text:note-body>{p(text)}</text:note-body></text:note>"
    )


def box(*paragraphs: str) -> str:
    return (
        '<draw:frame text:anchor-type="paragraph"><draw:text-box>'
        f"{''.join(paragraphs)}</draw:text-box></draw:frame>"
    )
