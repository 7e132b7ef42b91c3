"""Marked words in a filled part of the shell, made into content controls."""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from pmg_docs.model.document import FactText
from pmg_docs.writers.docx.controls.marks import MARK, split_marked
from pmg_docs.writers.docx.controls.store import Store, said
from pmg_docs.writers.docx.ooxml import RUN_ORDER, W, put, w
from pmg_docs.writers.docx.text.runs import Dress, text_runs

_HOLDERS = frozenset(
    w(name) for name in ("p", "hyperlink", "sdtContent", "smartTag", "customXml", "fldSimple",
                         "dir", "bdo")
)  # fmt: skip
"""What may hold a content control among its runs."""


def place_controls(root: etree._Element, store: Store) -> None:
    """Give the marked words of a part their content controls, each in the dress of its run."""
    marked = [text.getparent() for text in root.iter(w("t")) if MARK in (text.text or "")]
    for run in dict.fromkeys(run for run in marked if run is not None):
        holder = run.getparent()
        if run.tag == w("r") and holder is not None and holder.tag in _HOLDERS:
            for made in _pieces(run, store):
                run.addprevious(made)
            holder.remove(run)


def _pieces(run: etree._Element, store: Store) -> Iterator[etree._Element]:
    """The run in pieces: what is not of a fact as runs, each fact as a control."""
    properties = run.find(w("rPr"))
    for child in [child for child in run if child is not properties]:
        if child.tag != w("t"):
            yield _run(properties, child)
            continue
        for text, number in split_marked(child.text or ""):
            if number is not None:
                yield from _control(said(store.marked[number], text), properties, store)
            elif text:
                yield _run(properties, _text(text))


def _control(
    fact: FactText, properties: etree._Element | None, store: Store
) -> Iterator[etree._Element]:
    written = store.control(fact, text_runs(fact.text, Dress()))
    made = etree.fromstring(f'<w:p xmlns:w="{W}">{written}</w:p>')
    dress = etree.Element(w("rPr")) if properties is None else deepcopy(properties)
    if fact.is_open:
        put(dress, "shd", RUN_ORDER, val="clear", color="auto", fill=store.gap_shade)
    for run in made.iter(w("r")):
        own = run.find(w("rPr"))
        worn = deepcopy(dress)
        if own is not None:
            run.remove(own)
            put(worn, "rtl", RUN_ORDER)
        if len(worn):
            run.insert(0, worn)
    for settings in made.iter(w("sdtPr")):
        if len(dress):
            settings.insert(0, deepcopy(dress))
    yield from list(made)


def _run(properties: etree._Element | None, content: etree._Element) -> etree._Element:
    run = etree.Element(w("r"))
    if properties is not None:
        run.append(deepcopy(properties))
    run.append(content)
    return run


def _text(text: str) -> etree._Element:
    made = etree.Element(w("t"))
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    made.text = text
    return made
