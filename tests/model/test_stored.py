"""A tree is stored as JSON and comes back exactly."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from pmg_docs.app.dossier import read_dossier
from pmg_docs.model import document as tree
from pmg_docs.model.document import Area, Document, Field, Text
from pmg_docs.model.fixed import as_final, differences, fingerprint, sealed
from pmg_docs.model.place import Place
from pmg_docs.model.seal import Seal
from pmg_docs.model.stored import _CLASSES, document_of, to_data
from pmg_docs.workspace.folder import Workspace
from tests.builders.tree import nota, paragraph, persbericht
from tests.properties.test_trees import documents

ROOT = Path(__file__).parents[2]


def through_json(document: Document) -> Document:
    return document_of(json.loads(json.dumps(to_data(document), ensure_ascii=False)))


@given(documents())
@settings(max_examples=60)
def test_any_tree_comes_back_exactly(document: Document):
    again = through_json(document)

    assert again == document
    assert dict(again.omissions) == dict(document.omissions)


@pytest.mark.parametrize("dossier", ["pmg-2023-uitbreiding", "pmg-2024-flexibele-uitvraag"])
def test_every_letter_of_this_house_comes_back_exactly(dossier: str):
    for draft in read_dossier(Workspace.at(ROOT), dossier).drafts:
        document = replace(draft.document, language="nl")
        assert through_json(document) == document
        assert fingerprint(through_json(document)) == fingerprint(document)


def test_every_kind_of_node_can_be_stored():
    nodes = {
        name for name, one in vars(tree).items()
        if isinstance(one, type) and hasattr(one, "__dataclass_fields__")
    }  # fmt: skip

    assert nodes - {"Seal"} <= set(_CLASSES)


def test_a_seal_is_worked_out_and_never_stored():
    final = as_final(nota())

    assert "seal" not in to_data(final)
    assert through_json(final) == replace(final, seal=None)
    assert sealed(through_json(final)) == final


@pytest.mark.parametrize(
    "data",
    [None, 5, [], {}, {"soort": "Text", "text": "x"}, {"soort": "os.system"}, {"soort": "Document"},
     {"soort": "Document", "type": "nota", "onbekend": 1}, {"a": [[[[]]]]}],
)  # fmt: skip
def test_what_is_no_stored_tree_is_refused(data: object):
    with pytest.raises(ValueError, match="no stored document"):
        document_of(data)


def test_a_final_document_has_no_concept_and_keeps_its_other_fields():
    embargo = Field("embargo", Area.STATUS, ((Text("morgen"),),), "EMBARGO tot")
    document = replace(nota(), first_page=(*nota().first_page, embargo))

    final = as_final(document)

    assert "CONCEPT" not in json.dumps(to_data(final))
    assert [f.name for f in final.first_page] == [
        f.name for f in document.first_page if f.name != "status"]  # fmt: skip
    assert "embargo" in [f.name for f in final.first_page]


@pytest.mark.parametrize("change", [
    lambda d: replace(d, body=(*d.body, paragraph("erbij"))),
    lambda d: replace(d, body=d.body[::-1]),
    lambda d: replace(d, notes=()),
    lambda d: replace(d, first_page=d.first_page[1:], follow_on=()),
])  # fmt: skip
def test_other_words_have_another_fingerprint(change: object):
    assert callable(change)
    assert fingerprint(change(nota())) != fingerprint(nota())


def test_the_place_of_a_word_in_a_file_is_no_part_of_its_fingerprint():
    moved = nota(paragraph(Text("x", None)))
    there = nota(paragraph(Text("x", Place("nota.md", 5))))

    assert fingerprint(moved) == fingerprint(there)


def test_a_final_document_has_the_fingerprint_of_its_words_with_or_without_a_seal():
    final = as_final(nota())

    assert final.seal == Seal("definitief", fingerprint(final))
    assert fingerprint(replace(final, seal=None)) == fingerprint(final)
    assert as_final(final) == final


def test_a_format_that_leaves_words_out_is_final_without_a_fingerprint():
    final = as_final(persbericht("html"))

    assert final.shown_in("html").body != final.body
    assert final.shown_in("html").seal == Seal("definitief", "")
    assert final.shown_in("docx").seal == final.seal


def test_what_differs_is_told_passage_by_passage():
    before, after = nota(paragraph("een"), paragraph("twee")), nota(paragraph("een"),
                                                                    paragraph("drie"))  # fmt: skip

    assert list(differences(before, after)) == ["- twee", "+ drie"]
