"""WeasyPrint, kept from the network, from the machine's fonts and from failing quietly."""

import atexit
import gc
import hashlib
import io
import os
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from functools import lru_cache
from importlib import resources
from types import ModuleType
from typing import Any

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused, Unreachable
from pmg_docs.specs.look import Asset, Look
from pmg_docs.writers.pdf.attachment import attach
from pmg_docs.writers.pdf.colours import add_colours
from pmg_docs.writers.pdf.complaints import complaints, stuck
from pmg_docs.writers.pdf.identity import Identity
from pmg_docs.writers.pdf.paper import FONT_SCHEME
from pmg_docs.writers.pdf.room import floor_of, too_large
from pmg_docs.writers.pdf.structure import Structure
from pmg_docs.writers.pdf.tags import TAG
from pmg_docs.writers.pdf.typefaces import foreign_typefaces

Fonts = tuple[tuple[str, Asset], ...]

# Pango and fontconfig keep state that is not made for threads, and so do we: an environment
# variable while fontconfig starts, and a log that tells which file a complaint is about.
_LOCK = threading.RLock()
_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
# Of PDF/A-3 this one leaves the tags to us; `identity` says which level they make it.
_VARIANT = {"pdf_variant": "pdf/a-3u", "output_intent": "sRGB"}
_SOFT_HYPHEN = "\u00ad"


def lay_out(page: str, css: str, look: Look, identity: Identity, facts: bytes) -> bytes:
    """Make the bytes of a file that is PDF/A-3a and PDF/UA-1 from a printed page and its sheet.

    Args:
        page: the page as HTML.
        css: its sheet.
        look: where both come from, for messages, and the fonts.
        identity: what the file says of itself.
        facts: what is attached to it.

    Raises:
        Refused: WeasyPrint complained; a file that it complained about is not given.
        Unreachable: a part of the system that WeasyPrint stands on is missing.
    """
    identifier = hashlib.sha256("\0".join((page, css, repr(identity))).encode()).hexdigest()[:32]
    with _LOCK:
        weasyprint = _engine()
        sheet, fonts, fetcher = _sheet(css, look.css, tuple(sorted(look.fonts.items())))
        with complaints(look.page):
            source = weasyprint.HTML(string=page, url_fetcher=fetcher)
            html = source.etree_element
            _prepare(html)
            document = source.render(stylesheets=[sheet], font_config=fonts, **_VARIANT)
            structure = Structure(html, document.pages)
            findings = (
                *too_large(html, structure.marks, look.page.name, floor_of(look.style)),
                *structure.unspoken(look.page.name),
                *foreign_typefaces(document.pages, css, look.css.name),
            )
            if findings:
                raise Refused(findings)

            def finish(_: object, pdf: Any) -> None:
                structure.add_to(pdf, identity.language)
                add_colours(pdf)
                attach(pdf, facts, identity.day)
                identity.add_to(pdf, f"WeasyPrint {weasyprint.__version__}")

            pdf: bytes = document.write_pdf(
                finisher=finish, pdf_identifier=identifier.encode("ascii"), **_VARIANT
            )
    return pdf


def _prepare(html: Any) -> None:
    """Make of a parsed page what its HTML could not say, and leave out where no word is broken."""
    for element in html.iter():
        if element.get(TAG) in {"p", "a"}:
            element.tag = element.attrib.pop(TAG)
        # Pango draws a hyphen at such a place, also where hyphens are forbidden.
        element.text = element.text and element.text.replace(_SOFT_HYPHEN, "")
        element.tail = element.tail and element.tail.replace(_SOFT_HYPHEN, "")


def require_pango() -> None:
    """Find out whether a PDF can be made here.

    Raises:
        Unreachable: a part of the system that WeasyPrint stands on is missing.
    """
    with _LOCK:
        _engine()


@lru_cache(maxsize=1)
def _engine() -> ModuleType:
    try:
        # When it finds no Pango it prints that too, in English.
        silence = redirect_stdout(io.StringIO())
        with _own_fontconfig(), warnings.catch_warnings(), silence:
            # It warns that it sees no fonts: that is what we want, since a style brings its own.
            warnings.simplefilter("ignore")
            import weasyprint
    except OSError as problem:
        raise Unreachable(
            Diagnostic(
                "PMG431",
                "Een pdf maken kan hier niet: er ontbreekt een onderdeel van het systeem (Pango).",
                hints=(
                    f"Debian en Ubuntu: apt-get install {_PACKAGES}",
                    "De andere formaten werken zonder.",
                ),
            )
        ) from problem
    atexit.register(_forget_fonts)
    module: ModuleType = weasyprint
    return module


def _forget_fonts() -> None:
    """Let WeasyPrint take away the folder in which it keeps the fonts of a style."""
    _sheet.cache_clear()
    gc.collect()


@lru_cache(maxsize=8)
def _sheet(css: str, own: Asset, fonts: Fonts) -> tuple[Any, Any, Any]:
    """A parsed sheet, which ends with the style's own, and its fonts.

    These take longer than the layout of a short letter.
    """
    weasyprint = _engine()
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    files = {f"{FONT_SCHEME}:{variant}": asset.data for variant, asset in fonts}

    class OwnFonts(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            if url not in files:
                raise ValueError("alleen wat in het stuk zelf zit kan worden opgenomen")
            return URLFetcherResponse(url, files[url], {"Content-Type": "font/ttf"})

    fetcher = OwnFonts()
    with _own_fontconfig():
        configuration = FontConfiguration()
    with complaints(own, css):
        try:
            sheet = weasyprint.CSS(string=css, url_fetcher=fetcher, font_config=configuration)
        except Exception as problem:  # its parser breaks down on some sheets, in many ways
            raise stuck(own) from problem
    return sheet, configuration, fetcher


@contextmanager
def _own_fontconfig() -> Iterator[None]:
    """Let fontconfig start without the fonts and rules of the machine."""
    before = os.environ.get("FONTCONFIG_FILE")
    with resources.as_file(resources.files(__package__) / "fonts.conf") as path:
        os.environ["FONTCONFIG_FILE"] = str(path)
        try:
            yield
        finally:
            if before is None:
                del os.environ["FONTCONFIG_FILE"]
            else:
                os.environ["FONTCONFIG_FILE"] = before
