"""The facts that a PDF shows, inside it, and nothing else of them."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from pmg_docs.app.build import build
from pmg_docs.model.document import Area, Aside, Document
from pmg_docs.writers.pdf import write
from tests.builders.folder import dossier
from tests.builders.look import look
from tests.builders.tree import fact, field, gap, nota, paragraph, persbericht

LOOK = look(b"-")


def attached(data: bytes) -> Any:
    (content,) = PdfReader(BytesIO(data)).attachments["feiten.json"]
    return json.loads(content)


def specification(document: Document) -> Any:
    root: Any = PdfReader(BytesIO(write(document, LOOK))).root_object
    (found,) = root["/AF"]
    return found.get_object()


def test_each_fact_stands_in_it_once_in_each_notation():
    amount = fact("€ 500.000,-", "bijdrage", "bedrag", "500000")
    short = fact("een half miljoen", "bijdrage", "bedrag", "500000")
    tree = replace(nota(paragraph(amount, " dus ", short, " en ", amount, " ", gap("[?]", "gat"))),
                   first_page=(), follow_on=())  # fmt: skip

    assert attached(write(tree, LOOK)) == {
        "soort": "nota",
        "titel": tree.title,
        "kenmerk": "",
        "datum": "",
        "feiten": [
            {"naam": "bijdrage", "tekst": "€ 500.000,-", "soort": "bedrag", "waarde": "500000"},
            {
                "naam": "bijdrage",
                "tekst": "een half miljoen",
                "soort": "bedrag",
                "waarde": "500000",
            },
            {"naam": "gat", "tekst": "[?]", "soort": "open", "open": True},
        ],
    }


def test_it_says_of_which_letter():
    found = attached(write(nota(), LOOK))

    assert (found["soort"], found["kenmerk"], found["datum"]) == ("nota", "5300203", "2024-04-04")


def test_what_the_pdf_leaves_out_is_not_in_it():
    base = persbericht("pdf")
    secret = Aside("noot_redactie", (paragraph(fact("GEHEIM", "woordvoerder")),))
    tree = replace(base, body=(*base.body[:-1], secret))

    assert b"GEHEIM" not in json.dumps(attached(write(tree, LOOK))).encode()
    assert "GEHEIM" in json.dumps(attached(write(replace(tree, omissions={}), LOOK)))


def test_only_what_the_letter_shows_is_in_it(tmp_path: Path):
    facts = "a: {bedrag: 500000, toelichting: intern, bron: b}\nongebruikt: {bedrag: 987654321}"
    build(dossier(tmp_path, facts, "Kost {{ a }}.", "bronnen: {b: {titel: Bron}}\n"))

    found = attached((tmp_path / "build/proef/nota.pdf").read_bytes())

    assert found.keys() == {"soort", "titel", "kenmerk", "datum", "feiten"}
    assert all(
        one.keys() <= {"naam", "tekst", "soort", "waarde", "open"} for one in found["feiten"]
    )
    assert "a" in {one["naam"] for one in found["feiten"]}
    assert "ongebruikt" not in {one["naam"] for one in found["feiten"]}


def test_it_is_tied_to_the_document_as_its_data():
    found = specification(nota())

    assert found["/AFRelationship"] == "/Data"
    assert found["/F"] == found["/UF"] == "feiten.json"
    assert "feiten" in found["/Desc"]
    assert found["/EF"]["/F"]["/Subtype"] == "/application/json"


def test_its_date_is_that_of_the_letter_or_none():
    undated = replace(nota(), first_page=(), follow_on=())

    assert specification(nota())["/EF"]["/F"]["/Params"]["/ModDate"] == "D:20240404"
    assert "/ModDate" not in specification(undated)["/EF"]["/F"]["/Params"]


@pytest.mark.parametrize("words", ["<b>&\"'\\ שלום", "\u2028 é 😀"])
def test_any_words_come_through(words: str):
    tree = nota(paragraph(fact(words, "x")))
    tree = replace(tree, first_page=(field("kenmerk", Area.REFERENCE, words),), follow_on=())
    found = attached(write(tree, LOOK))

    assert found["kenmerk"] == found["feiten"][0]["tekst"] == words
