"""A file holds only what it shows: no source, note, status, path of a machine or other fact."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from pmg_docs.app.build import build
from pmg_docs.app.dossier import read_dossier
from pmg_docs.model.fixed import as_final
from pmg_docs.readers import read_text
from pmg_docs.workspace.folder import Workspace
from pmg_docs.writers import WRITERS
from tests.builders.controls import controls, stored
from tests.builders.folder import dossier
from tests.builders.look import look
from tests.builders.tree import persbericht

ENDINGS = ("docx", "odt", "pdf", "html", "md")
SECRETS = {
    "bron": "begroting-geheim",
    "titel": "Geheime begroting",
    "toelichting": "Alleen voor intern gebruik",
    "waarde": "987654321",
    "naam": "ongebruikt_feit",
    "regel": "Geheime uitleg",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("gesloten")
    facts = (
        f"bedrag: {{bedrag: 500000, bron: {SECRETS['bron']}, status: vastgesteld,"
        f" toelichting: {SECRETS['toelichting']}}}\n"
        f"{SECRETS['naam']}: {{bedrag: {SECRETS['waarde']}, openbaar: nee}}\n"
    )
    rest = (
        f"bronnen: {{{SECRETS['bron']}: {{titel: {SECRETS['titel']}}}}}\n"
        f"regels: [{{code: R1, regel: bedrag > 0, uitleg: {SECRETS['regel']}}}]\n"
    )
    build(dossier(root, facts, "Het kost {{ bedrag }}.", rest), formats=ENDINGS)
    return root / "build/proef"


def contents(path: Path) -> Iterator[str]:
    """Every part of a file as text, streams of a PDF and the baseline of a docx unpacked."""
    if path.suffix in {".docx", ".odt"}:
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                yield package.read(name).decode("utf-8", "replace")
        if path.suffix == ".docx":
            yield str(read_text(path.read_bytes(), path.name).baseline)
    elif path.suffix == ".pdf":
        reader = pypdf.PdfReader(path)
        for number in range(1, len(reader.xref[0]) + 500):
            found = reader.get_object(pypdf.generic.IndirectObject(number, 0, reader))
            if isinstance(found, pypdf.generic.StreamObject):
                yield found.get_data().decode("utf-8", "replace")
            elif found is not None:
                yield repr(found)
        yield "".join(page.extract_text() for page in reader.pages)
    else:
        yield path.read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_holds_nothing_that_it_does_not_show(folder: Path, ending: str):
    whole = "\n".join(contents(folder / f"nota.{ending}"))

    assert "500.000" in whole
    for secret in (*SECRETS.values(), "vastgesteld", "feiten.yaml", str(folder.parent.parent)):
        assert secret not in whole


@pytest.mark.parametrize("ending", ["docx", "pdf", "html", "md"])
def test_a_final_file_holds_nothing_that_it_does_not_show(
    folder: Path, tmp_path: Path, ending: str
):
    [draft] = read_dossier(Workspace.at(folder.parent.parent), "proef").drafts
    final = as_final(draft.document)
    path = tmp_path / f"nota.{ending}"
    path.write_bytes(WRITERS[ending](final.shown_in(ending), draft.look))
    whole = "\n".join(contents(path))

    assert ("definitief" in whole) == (ending != "md")
    for secret in (*SECRETS.values(), "CONCEPT", "vastgesteld", "feiten.yaml", str(folder)):
        assert secret not in whole


@pytest.mark.parametrize("ending", ["docx", "pdf", "html"])
def test_a_final_file_that_leaves_words_out_gives_no_means_to_guess_them(
    tmp_path: Path, ending: str
):
    final = as_final(persbericht("html"))
    path = tmp_path / f"persbericht.{ending}"
    path.write_bytes(WRITERS[ending](final.shown_in(ending), look()))

    assert (final.fingerprint in "\n".join(contents(path))) == (ending != "html")


def test_the_store_of_a_word_file_holds_what_its_controls_show(folder: Path):
    data = (folder / "nota.docx").read_bytes()

    assert ("bedrag", "€\u00a0500.000,-") in stored(data)
    assert set(stored(data)) == {(control.tag, control.text) for control in controls(data)}


def test_the_baseline_of_a_word_file_holds_facts_that_it_shows_and_no_words(folder: Path):
    data = (folder / "nota.docx").read_bytes()
    baseline = read_text(data, "nota.docx").baseline

    assert baseline
    assert {(fact.name, fact.text) for fact in baseline.facts} == set(stored(data))
    assert all(re.fullmatch("[0-9a-f]{10}", one.digest) for one in baseline.sentences)
    assert "letters" not in str(baseline)
