"""The placeholders of a shell, looked at before docxtpl rewrites them.

docxtpl takes an unclosed placeholder together with what follows it, and drops the text beside a
`{%p … %}` without a word. Both cost an officer words, so a shell with either is refused.
"""

import re
from collections.abc import Iterator

from lxml import etree

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.place import Place
from pmg_docs.writers.docx.ooxml import w
from pmg_docs.writers.docx.shell.whereabouts import whereabouts

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_LOOSE = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_BLOCK = re.compile(r"[{][{%#](p|tr|tc) ")
_HOLDERS = {"p": ("p", "alinea"), "tr": ("tr", "tabelrij"), "tc": ("tc", "tabelcel")}


def check_placeholders(root: etree._Element, title: str, shell: str) -> Iterator[Diagnostic]:
    """What is wrong with the placeholders of a part."""
    for paragraph in root.iter(w("p")):
        text = own_text(paragraph)
        if _LOOSE.search(_TAG.sub("", text)):
            yield unreadable(f"{title}, {whereabouts(paragraph)}", shell, text)
            continue
        for tag in _TAG.findall(text):
            if found := _BLOCK.match(tag):
                name, word = _HOLDERS[found[1]]
                holder = next(paragraph.iterancestors(w(name)), None) if name != "p" else paragraph
                whole = "" if holder is None else _whole_text(holder)
                if whole != tag:
                    where = f"{title}, {whereabouts(paragraph)}"
                    yield _crowded(tag, word, whole or text, where, shell)


def own_text(paragraph: etree._Element) -> str:
    """The text of a paragraph, without that of a text box that hangs on it."""
    texts = (
        t.text or ""
        for t in paragraph.iter(w("t"))
        if next(t.iterancestors(w("p")), None) is paragraph
    )
    return "".join(texts).strip()


def unreadable(where: str, shell: str, line: str) -> Diagnostic:
    """A placeholder that is not well formed, in a part or in a paragraph of it."""
    return Diagnostic(
        "PMG403",
        f"Een invulplek in het Word-sjabloon is niet te lezen ({where}).",
        Place(shell, 0),
        line=line,
        hints=(
            "Een invulplek heeft twee accolades aan elke kant, zoals {{ kenmerk }}.",
            "Bij elke for hoort een endfor, bij elke if een endif.",
        ),
    )


def _whole_text(holder: etree._Element) -> str:
    return "".join(t.text or "" for t in holder.iter(w("t"))).strip()


def _crowded(tag: str, word: str, line: str, where: str, shell: str) -> Diagnostic:
    return Diagnostic(
        "PMG403",
        f"In het Word-sjabloon staat tekst naast {tag} ({where}); die tekst zou verdwijnen.",
        Place(shell, 0),
        line=line,
        hints=(f"Zet {tag} alleen in een eigen {word}.",),
    )
