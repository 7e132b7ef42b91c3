"""The logo of a ministry, where its style has one: a picture at `{{ logo }}` in the shell."""

from decimal import Decimal

from markupsafe import Markup

from pmg_docs.specs.look import Look
from pmg_docs.specs.picture import png_size
from pmg_docs.writers.docx.ooxml import R, xml_text
from pmg_docs.writers.docx.package import OFFICE, Package, Relationship

_LINK = "pmgLogo"
_PART = "word/media/pmg-logo.png"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_UNITS_IN_MILLIMETRE = 36_000


def logo_markup(look: Look) -> str:
    """What `{{ logo }}` becomes in a shell: the picture, or nothing."""
    if look.logo is None:
        return ""
    mark = look.style.mark
    pixels = png_size(look.logo.data)
    if pixels is None:
        raise ValueError(f"{look.logo.name} is no picture, though its style was found sound")
    wide = round(mark.width * _UNITS_IN_MILLIMETRE)
    high = round(mark.width * _UNITS_IN_MILLIMETRE * Decimal(pixels[1]) / pixels[0])
    return Markup(  # noqa: S704 - every word in it is escaped
        f"</w:t></w:r><w:r><w:drawing>{_picture(wide, high, xml_text(mark.alternative))}"
        "</w:drawing></w:r><w:r><w:t>"
    )


def add_logo(package: Package, look: Look) -> None:
    """Put the picture in the package, and link it to each part that shows it."""
    if look.logo is None:
        return
    asked = f'r:embed="{_LINK}"'.encode()
    for part in [name for name, data in package.parts.items() if asked in data]:
        package.add(_PART, look.logo.data, "image/png")
        package.link(part, Relationship(_LINK, f"{OFFICE}/image", _PART))


def _picture(wide: int, high: int, words: str) -> str:
    size = f'cx="{wide}" cy="{high}"'
    return (
        f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent {size}/><wp:docPr id="1" name="Logo" descr="{words}"/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="1" name="Logo" descr="{words}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip xmlns:r="{R}" r:embed="{_LINK}"/><a:stretch><a:fillRect/>'
        "</a:stretch></pic:blipFill><pic:spPr>"
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline>"
    )
