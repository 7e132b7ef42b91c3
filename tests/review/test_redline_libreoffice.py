"""LibreOffice accepts and rejects redlines as our own resolver does."""

import pytest

from pmg_docs.model.words import FileWords
from pmg_docs.readers.docx import read
from tests.builders.edits import OF_OUR_OWN
from tests.builders.office_macro import ACCEPT, COMPARE, NOTHING, REJECT, Job, run_jobs
from tests.builders.redlines import document, letter, p, proven, r, touched

FRAMED = {"kenmerk en datum", "definitief"}
"""Here the changes stand in a frame, of which LibreOffice 7.4 shows old and new as plain text."""


@pytest.fixture(scope="module")
def judged() -> dict[str, list[FileWords]]:
    """The words of each redline accepted and rejected, and those of the versions, by its edit."""
    jobs = []
    for name, edits in OF_OUR_OWN.values():
        old, new = letter(name), letter(name, *edits)
        made = proven(old, new).data
        jobs += [Job(ACCEPT, made), Job(NOTHING, new), Job(REJECT, made), Job(NOTHING, old)]
    words = list(map(read, run_jobs(jobs)))
    return {edit: words[4 * n : 4 * n + 4] for n, edit in enumerate(OF_OUR_OWN)}


@pytest.mark.parametrize("edit", OF_OUR_OWN)
def test_libreoffice_reads_the_new_and_the_old_text(judged: dict[str, list[FileWords]], edit: str):
    accepted, new, rejected, old = judged[edit]
    assert (accepted.body, accepted.notes) == (new.body, new.notes)
    assert (rejected.body, rejected.notes) == (old.body, old.notes)


@pytest.mark.parametrize("edit", [edit for edit in OF_OUR_OWN if edit not in FRAMED])
def test_libreoffice_reads_the_same_pages(judged: dict[str, list[FileWords]], edit: str):
    accepted, new, rejected, old = judged[edit]
    assert (accepted, rejected) == (new, old)


def test_libreoffice_accepts_and_rejects_a_header():
    old = document(p(r("tekst")), header=p(r("Kenmerk 1")))
    new = document(p(r("tekst")), header=p(r("Kenmerk 2")))
    made = proven(old, new).data
    accepted, rejected = map(read, run_jobs([Job(ACCEPT, made), Job(REJECT, made)]))
    assert accepted.first == (("Kenmerk", "2"),)
    assert rejected.first == (("Kenmerk", "1"),)


def test_ours_touches_fewer_characters_than_the_comparison_of_libreoffice():
    name, edits = OF_OUR_OWN["een feit"]
    old, new = letter(name), letter(name, *edits)
    compared = run_jobs([Job(COMPARE, new, old)])[0]
    mine, theirs = touched(proven(old, new).data), touched(compared)
    assert mine < theirs
