"""Find the defects of a file."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from pmg_docs.checks.defects.amounts import two_notations
from pmg_docs.checks.defects.closed_facts import shown_closed_facts
from pmg_docs.checks.defects.labels import differing_fields, open_fields, open_values
from pmg_docs.checks.defects.manuscript import Manuscript
from pmg_docs.checks.defects.places import misspelt_places
from pmg_docs.checks.defects.policy_table import policy_table
from pmg_docs.checks.defects.sections import lacking_sections, passed_over
from pmg_docs.checks.defects.terms import two_spellings
from pmg_docs.checks.rules.dates import misfitting_days
from pmg_docs.checks.rules.form import placeholders, self_references
from pmg_docs.checks.rules.municipalities import misnamed_municipalities
from pmg_docs.checks.rules.names import misspelt_names
from pmg_docs.checks.rules.writing import slips
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.fact import FactSet
from pmg_docs.model.passage import FileText
from pmg_docs.specs.doc_type import DocType

MOST = 50
"""Findings of one subject in a file; what comes after them is told when those are mended."""

_OF_LETTERS = re.compile(r"\{\{|[Ff]eit\b")


def find_defects(
    file: FileText, facts: FactSet, doc_type: DocType | None
) -> tuple[Diagnostic, ...]:
    """What a careful reader would mark in a file, in reading order.

    Args:
        file: the file as read.
        facts: the facts of its dossier, for the names that they know.
        doc_type: the type that it seems to be (`recognise_type`); without one nothing is said of
            sections, or of what it calls itself.

    Returns:
        Findings with the sentence that each is about. Their place has no file name, since a file
        as read has none: its line, or 0 with the spot in Dutch.
    """
    text = Manuscript.of(file, doc_type)
    subjects = (
        differing_fields(text),
        open_fields(text),
        _word_by_word(text),
        misspelt_names((text,), facts),
        misspelt_places(text, facts),
        misnamed_municipalities((text,), facts),
        two_notations(text),
        two_spellings(text),
        slips(text),
        policy_table(text),
        misfitting_days(text),
        lacking_sections(text),
        shown_closed_facts(text, facts),
    )
    found = (finding for subject in subjects for finding in islice(subject, MOST))
    return _in_order(text, found)


def find_information(file: FileText, doc_type: DocType | None) -> tuple[Diagnostic, ...]:
    """What is worth knowing of a file and no defect: the sections that it passes over.

    Args:
        file: the file as read.
        doc_type: the type that it seems to be.
    """
    text = Manuscript.of(file, doc_type)
    return _in_order(text, passed_over(text))


def _word_by_word(text: Manuscript) -> Iterator[Diagnostic]:
    fields = {id(one.passage) for one in open_values(text)}
    for passage in text.passages:
        if id(passage) not in fields:
            yield from placeholders(text, passage)
        yield from self_references(text, passage)


def _in_order(text: Manuscript, found: Iterator[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings as one reads, without the hints for who writes a letter with facts."""
    return tuple(
        replace(
            finding, hints=tuple(hint for hint in finding.hints if not _OF_LETTERS.search(hint))
        )
        for finding in text.in_order(found)
    )
