"""A shell as it was saved, to be measured: nothing of it has been set anew yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from pmg_docs.writers.docx.agreement.effective import Styles
from pmg_docs.writers.docx.ooxml import W, parse, w
from pmg_docs.writers.docx.package import Package, read_package
from pmg_docs.writers.docx.shell.clean import clean
from pmg_docs.writers.docx.shell.naming import rename_styles, renamed_styles
from pmg_docs.writers.docx.shell.whereabouts import TEXT, part_titles

_EMPTY_STYLES = f'<w:styles xmlns:w="{W}"/>'.encode()


@dataclass(frozen=True, slots=True)
class TextPart:
    """A part with text: its root, what an officer calls it, the kind of page it is for."""

    root: etree._Element
    title: str
    kind: str

    @property
    def is_header(self) -> bool:
        """Whether it stands above the text."""
        return bool(self.root.tag == w("hdr"))


@dataclass(frozen=True, slots=True)
class OpenedShell:
    """The parts of a shell that hold measures; styles have the ids that the style file uses."""

    text: TextPart
    frame: tuple[TextPart, ...]
    styles: Styles
    settings: etree._Element | None

    @property
    def parts(self) -> tuple[TextPart, ...]:
        """Every part that holds words of a letter."""
        return (self.text, *self.frame)

    def sections(self) -> Iterator[etree._Element]:
        """The sections, each with its paper."""
        return self.text.root.iter(w("sectPr"))


@lru_cache(maxsize=16)
def open_as_saved(data: bytes, wanted: tuple[str, ...]) -> OpenedShell:
    """Open a shell of which it is known that it can be used.

    Args:
        data: its bytes.
        wanted: the ids of styles as `stijl.yaml` writes them.

    Raises:
        KeyError, ValueError and what else `NO_PACKAGE` names: these bytes are no Word file.
    """
    package = read_package(data)
    document = package.targets("", "officeDocument")[0]
    styles = _root(package, document, "styles")
    root = etree.fromstring(_EMPTY_STYLES) if styles is None else styles
    clean(root)
    names = renamed_styles(root, wanted)
    rename_styles(root, names)
    main = _settled(package, document, names)
    titles = part_titles(package, document, main)
    frame = tuple(
        TextPart(_settled(package, part, names), title, kind)
        for part, (title, kind) in titles.items()
        if part in package.parts
    )
    try:
        theme = _root(package, document, "theme")
    except etree.XMLSyntaxError:
        theme = None  # a letter takes nothing from it
    settings = _root(package, document, "settings")
    return OpenedShell(TextPart(main, TEXT, ""), frame, Styles(root, theme), settings)


def _root(package: Package, document: str, kind: str) -> etree._Element | None:
    return next((parse(package.parts[part]) for part in package.targets(document, kind)), None)


def _settled(package: Package, part: str, names: Mapping[str, str]) -> etree._Element:
    root = parse(package.parts[part])
    clean(root)
    rename_styles(root, dict(names))
    return root
