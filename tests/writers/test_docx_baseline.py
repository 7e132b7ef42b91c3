"""What is left in a Word file so that it can be told later what somebody changed in it."""

import re
from dataclasses import replace

from lxml import etree

from pmg_docs.model.baseline import BaseFact, BaseSentence, origin_of, sentence_digest
from pmg_docs.model.document import FactText, Text
from pmg_docs.model.place import Origin, Place
from pmg_docs.readers import read_text
from pmg_docs.writers.docx import write
from tests.builders.came_back import Made
from tests.builders.controls import members
from tests.builders.look import look
from tests.builders.tree import nota, paragraph
from tests.checks.drift.conftest import DOSSIER, ROOT

LETTER = "letters/proef/nota.md"
PART = "docProps/custom.xml"


def test_each_property_is_as_long_as_word_lets_one_be():
    made = Made.of(ROOT, DOSSIER, "nota")
    texts = [
        "".join(map(str, e.itertext()))
        for e in etree.fromstring(members(made.data)[PART])
        if e.get("name", "").startswith("pmg-basis-")
    ]

    assert len(texts) > 1
    assert all(len(text) == 255 for text in texts[:-1])
    assert all(re.fullmatch("[A-Za-z0-9+/=]{1,255}", text) for text in texts)


def test_it_holds_the_facts_in_the_order_of_the_store():
    made = Made.of(ROOT, DOSSIER, "nota")
    file = read_text(made.data, "nota.docx")

    assert file.baseline
    assert file.baseline.origin == origin_of(DOSSIER, "nota")
    assert sorted(fact.text for fact in file.baseline.facts) == sorted(
        text for _, _, text in file.store
    )
    assert BaseFact("gemeenten", "20", "getal") in file.baseline.facts


def test_a_sentence_has_the_line_of_the_letter_and_other_words_have_none():
    amount = FactText("€ 5", (Origin("bedrag", Place("letters/proef/feiten.yaml", 3)),), "bedrag")
    words = (Text("Het kost", Place(LETTER, 12)), Text(" "), amount, Text(".", Place(LETTER, 12)))
    cell = Text("Elders getypt.", Place("letters/proef/feiten.yaml", 9))
    document = replace(nota(paragraph(*words), paragraph(cell)), letter=LETTER)
    file = read_text(write(document, look()), "nota.docx")

    assert file.baseline
    assert BaseSentence(sentence_digest("Het kost € 5."), 12) in file.baseline.sentences
    assert BaseSentence(sentence_digest("Elders getypt."), 0) in file.baseline.sentences


def test_the_number_of_a_page_is_no_part_of_it():
    file = read_text(write(nota(), look()), "nota.docx")

    assert file.baseline
    assert sentence_digest("Pagina van") in {s.digest for s in file.baseline.sentences}
