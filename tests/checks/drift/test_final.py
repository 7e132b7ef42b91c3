"""A final file that somebody took the protection off, edited and mailed back."""

from pathlib import Path

from lxml import etree

from pmg_docs.model.fixed import as_final
from pmg_docs.writers.docx import write
from tests.builders.came_back import Made
from tests.builders.word_edits import (
    edited,
    retyped,
    saved_by_libreoffice,
    saved_by_python_docx,
    typed_over,
)
from tests.checks.drift.conftest import DOSSIER, ROOT

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def final() -> bytes:
    made = Made.of(ROOT, DOSSIER, "nota")
    return write(as_final(made.draft.document), made.draft.look)


def unprotected(data: bytes) -> bytes:
    """The file after somebody chose `Beveiliging stoppen`."""

    def stop(root: etree._Element) -> bool:
        [limit] = root.findall(f"{W}documentProtection")
        root.remove(limit)
        return True

    return edited(data, stop, "word/settings.xml")


def test_a_final_file_that_nobody_edited_has_no_drift(nota: Made, tmp_path: Path):
    assert nota.findings(final()) == ()
    assert nota.findings(unprotected(final())) == ()
    assert nota.findings(saved_by_python_docx(final())) == ()
    assert nota.findings(saved_by_libreoffice(final(), tmp_path, times=2)) == ()


def test_a_fact_that_was_changed_in_a_final_file_is_found(nota: Made):
    data = typed_over(unprotected(final()), "bijdrage_per_gemeente", "€\u00a0600.000,-")

    assert "PMG361" in nota.codes(data)


def test_a_sentence_that_was_changed_in_a_final_file_is_found(nota: Made, tmp_path: Path):
    data = retyped(unprotected(final()), "Wij adviseren u", "Wij raden u aan")

    assert nota.codes(data) == ["PMG367"]
    assert nota.codes(saved_by_libreoffice(data, tmp_path)) == ["PMG367"]
