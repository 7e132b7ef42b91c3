"""The language of a shell, and whether Word may break off its words."""

from collections.abc import Iterator

from lxml import etree

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.place import Place
from pmg_docs.specs.style import Style
from pmg_docs.writers.docx.agreement.effective import is_on
from pmg_docs.writers.docx.agreement.opened import OpenedShell
from pmg_docs.writers.docx.measures import LANGUAGE, Slot
from pmg_docs.writers.docx.ooxml import w
from pmg_docs.writers.docx.shell.whereabouts import whereabouts

_SLOT = Slot("rPr", "lang", "val")
_UNBROKEN = Slot("pPr", "suppressAutoHyphens", "val")
_NAMES = {"nl": "Nederlands", "en": "Engels", "de": "Duits", "fr": "Frans", "es": "Spaans",
          "tr": "Turks", "pap": "Papiaments", "fy": "Fries"}  # fmt: skip
_CURE = (
    "Selecteer in Word de tekst en kies Controleren, Taal, Controletaal: Nederlands (Nederland)."
)


def language_faults(shell: OpenedShell, style: Style, name: str) -> Iterator[Diagnostic]:
    """Where a shell is not in Dutch, and whether Word would break off words.

    Args:
        shell: the shell as it was saved.
        style: the style that uses it.
        name: the name of the shell, for messages.
    """
    places = [*_of_styles(shell), *_of_words(shell)]
    for where, language in places:
        yield Diagnostic(
            "PMG463", f"{where} heeft als taal {_named(language)} in plaats van Nederlands.",
            Place(name, 0), hints=(_CURE,),
        )  # fmt: skip
    if _may_break(shell, style):
        yield Diagnostic(
            "PMG463", "In het Word-sjabloon staat afbreken aan.", Place(name, 0),
            hints=("Kies in Word: Indeling, Woordafbreking, Geen.",),
        )  # fmt: skip


def _of_styles(shell: OpenedShell) -> Iterator[tuple[str, str]]:
    default = shell.styles.default(_SLOT)
    if default != LANGUAGE:
        yield "De standaardtekst van het sjabloon", default
    for identity, style in shell.styles.known.items():
        own = _own(style.find(w("rPr")))
        if own and own != LANGUAGE:
            yield f"De Word-stijl `{identity}`", own


def _of_words(shell: OpenedShell) -> Iterator[tuple[str, str]]:
    for part in shell.parts:
        for run in part.root.iter(w("r")):
            own = _own(run.find(w("rPr")))
            paragraph = next(run.iterancestors(w("p")), None)
            has_words = run.find(w("t")) is not None
            if own and own != LANGUAGE and has_words and paragraph is not None:
                yield f"Tekst in {part.title}, {whereabouts(paragraph)},", own


def _own(properties: etree._Element | None) -> str:
    element = None if properties is None else properties.find(w("lang"))
    return "" if element is None else element.get(w("val"), "")


def _may_break(shell: OpenedShell, style: Style) -> bool:
    """Whether Word breaks off words; LibreOffice says for each style that it does not."""
    if shell.settings is None or not is_on(shell.settings.find(w("autoHyphenation"))):
        return False
    defaults = shell.styles.root.find(f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}")
    is_never = defaults is not None and is_on(defaults.find(w("suppressAutoHyphens")))
    words = (role.word for role in style.roles.values())
    return not (is_never and all(shell.styles.value(word, _UNBROKEN) == "1" for word in words))


def _named(language: str) -> str:
    known = _NAMES.get(language.partition("-")[0].lower())
    if not language:
        return "niets"
    return f"{known} ({language})" if known else language
