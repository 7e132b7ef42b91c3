"""The sheet of a printed page: sheet size, column, running words and fonts, from `stijl.yaml`.

The words of the frame get a negative z-index, for a PDF holds its text in the order of painting:
so the frame of each page stands before the text and can be told from it.
"""

import hashlib
import re
from decimal import Decimal
from functools import lru_cache

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.specs.look import Asset, Look
from pmg_docs.specs.style import Page, Role, Style
from pmg_docs.writers.html.sheet import sheet_of
from pmg_docs.writers.html.stylesheet import printed_roles, quoted, root_css
from pmg_docs.writers.pdf.typefaces import OWN

FONT_SCHEME = "pmg-lettertype"
"""The scheme of the addresses by which the sheet asks for the fonts of the style."""

_FACES = {
    "normaal": "font-weight: normal; font-style: normal",
    "vet": "font-weight: bold; font-style: normal",
    "cursief": "font-weight: normal; font-style: italic",
    "vet_cursief": "font-weight: bold; font-style: italic",
}
_COUNTERS = {"{pagina}": "counter(page)", "{totaal}": "counter(pages)"}


def paper_css(look: Look, page_number: str) -> str:
    """The sheet of a printed page.

    Raises:
        Refused: the style has no font to embed, or its own sheet cannot be used.
    """
    if "normaal" not in look.fonts:
        raise Refused(
            Diagnostic(
                "PMG423",
                f"De stijl {look.style.name} heeft geen lettertype om in een pdf op te nemen",
                Place(look.css.name),
                hints=("Noem de bestanden in stijl.yaml, onder lettertype, bestanden.",),
            )
        )
    # The name changes with the files, so that two looks never share a font by mistake.
    family = quoted(OWN + "".join(_digest(a) for _, a in sorted(look.fonts.items()))[:32])
    return "\n".join(
        (
            *_font_faces(look, family),
            root_css(look.style, family),
            printed_roles(look.style),
            _page(look.style.page, look.style.roles["paginanummer"], page_number, family),
            _frame(look.style),
            _mark(look.style),
            _text(look),
            sheet_of(look.css),
        )
    )


def _font_faces(look: Look, family: str) -> list[str]:
    return [
        f'@font-face {{ font-family: {family}; src: url("{FONT_SCHEME}:{variant}"); {face} }}'
        for variant, face in _FACES.items()
        if variant in look.fonts
    ]


def _page(page: Page, number: Role, page_number: str, family: str) -> str:
    past_text = page.column_left - (page.width - page.right)
    return f"""
@page {{
  font-family: {family};
  size: {_mm(page.width)} {_mm(page.height)};
  margin: {_mm(page.top)} {_mm(page.right)} {_mm(page.bottom)} {_mm(page.left)};
  @bottom-right-corner {{
    content: {_numbering(page_number)};
    font-size: {number.size}pt; line-height: {number.leading}pt; text-align: left;
    vertical-align: bottom; padding: 0 0 {_mm(page.footer)} {_mm(past_text)}; z-index: -2;
  }}
  @top-left {{
    content: element(vervolg-status); width: 100%; padding-top: {_mm(page.header)};
    text-align: left; vertical-align: top; z-index: -1;
  }}
  @right-top {{
    content: element(vervolg-kolom); width: {_mm(page.column_width)};
    margin-left: {_mm(past_text)}; text-align: left; vertical-align: top; z-index: -1;
  }}
  @footnote {{ border-top: 0.5pt solid; margin-top: 4pt; padding-top: 4pt; }}
}}
@page :first {{
  margin-top: {_mm(page.top_first)};
  @top-left {{ content: none; }}
  @right-top {{ content: none; }}
}}"""


def _frame(style: Style) -> str:
    page = style.page
    return f"""
.pmg-vervolg-status {{ position: running(vervolg-status); }}
.pmg-vervolg-kolom {{ position: running(vervolg-kolom); }}
.pmg-status {{
  position: absolute; left: 0; top: {_mm(page.header - page.top_first)}; z-index: -1;
  width: {_mm(style.beside_mark)};
}}
.pmg-kolom {{
  position: absolute; left: {_mm(page.column_left - page.left)};
  top: {_mm(page.column_top - page.top_first)}; width: {_mm(page.column_width)}; z-index: -1;
}}
.pmg-aan {{ margin-bottom: 24pt; }}
.pmg-begin > h1 {{ margin-bottom: 24pt; }}
.pmg-parafen {{ margin-bottom: 24pt; }}"""


def _mark(style: Style) -> str:
    mark, page = style.mark, style.page
    return f"""
.pmg-beeldmerk {{
  position: absolute; left: {_mm(mark.left - page.left)};
  top: {_mm(mark.top - page.top_first)}; width: {_mm(mark.width)}; z-index: -1;
}}"""


def _text(look: Look) -> str:
    step = look.style.roles["lijst"].indent
    return f"""
html {{ hyphens: none; font-variant-ligatures: none; overflow-wrap: anywhere; }}
table {{ table-layout: fixed; }}
ul, ol {{ list-style: none; }}
.pmg-nummer {{
  display: inline-block; min-width: {_mm(step)}; margin-left: -{_mm(step)}; margin-right: -0.35em;
}}
main ul > li > p:first-child::before {{
  content: "•"; display: inline-block; width: {_mm(step)}; margin-left: -{_mm(step)};
}}
main li ul > li > p:first-child::before {{ content: "–"; }}
main li li ul > li > p:first-child::before {{ content: "•"; }}
[data-kop] {{ bookmark-label: attr(data-kop); }}
img, svg {{ image-rendering: crisp-edges; }}
.pmg-sprong[href] {{ color: inherit; text-decoration: none; }}
.pmg-voetnoot {{ float: footnote; }}
.pmg-voetnoot .pmg-nummer {{
  display: inline; margin: 0; font-size: 0.7em; line-height: 0; vertical-align: super;
}}
.pmg-voetnoot::footnote-marker {{ content: none; }}
.pmg-voetnoot::footnote-call {{
  content: none; font-size: inherit; line-height: 0; vertical-align: baseline;
}}"""


def _numbering(page_number: str) -> str:
    parts = re.split(r"(\{pagina\}|\{totaal\})", page_number)
    return " ".join(_COUNTERS.get(part, quoted(part)) for part in parts if part)


def _mm(value: Decimal) -> str:
    return f"{value.normalize():f}mm"


@lru_cache(maxsize=32)
def _digest(asset: Asset) -> str:
    return hashlib.sha256(asset.data).hexdigest()[:8]
