"""What a check may blame: the words that somebody typed, sentence by sentence."""

from pmg_docs.checks.prose import (
    front_and_prose_of,
    is_cited,
    is_typed,
    pieces_in,
    place_at,
    prose_of,
    sentences_of,
    words_of,
)
from pmg_docs.model.document import FactText, Heading, Paragraph, Signature, Signatures, Text
from pmg_docs.model.passage import Passage
from pmg_docs.model.place import Origin, Place
from tests.builders.tree import nota

LINE = Place("letters/x/nota.md", 7, 3)
KEPT = Place("letters/x/feiten.yaml", 2, 5)
FACT = FactText("€ 500.000", (Origin("bijdrage", KEPT),))
MIXED = Paragraph((Text("Elk krijgt ", LINE), FACT, Text(" per  jaar.", LINE), Text(" Vast.")))


def _first(*blocks) -> Passage:
    return prose_of(front_and_prose_of(nota(*blocks)))[0]


def test_only_words_that_were_typed_are_typed():
    passage = _first(MIXED)
    stretches = {"Elk": True, "krijgt €": False, "500": False, "per jaar": True, "Vast": False}
    found = {
        words: is_typed(passage, at := passage.text.index(words), at + len(words))
        for words in stretches
    }
    assert found == stretches


def test_a_place_is_that_of_the_words_or_of_their_fact():
    passage = _first(MIXED)
    at = passage.text.index
    assert [place_at(passage, at(w)) for w in ("Elk", "500", "Vast")] == [LINE, KEPT, None]


def test_a_stretch_touches_the_pieces_that_it_has_words_of():
    passage = _first(MIXED)
    at = passage.text.index("500")
    touched = pieces_in(passage, at, passage.text.index("jaar") + 1)
    assert [words_of(passage, piece) for piece in touched] == ["€ 500.000", "per jaar."]


def test_in_a_file_of_others_every_word_was_typed():
    assert is_typed(Passage("Elk krijgt € 500.000."), 0, 10)


def test_who_signs_is_no_prose():
    signed = Signatures((Signature((Text("De Minister,"),), (Text("A. Boer"),)),))
    assert [p.text for p in prose_of(front_and_prose_of(nota(MIXED, signed)))] == [
        "Elk krijgt € 500.000 per jaar. Vast."
    ]


def test_a_number_that_opens_a_heading_is_no_label_of_it():
    sentence = Heading(2, (Text("gemeenten doen mee", LINE),), "20")
    label = Heading(2, (Text("Kernpunten", LINE),), "3")
    (first, second) = prose_of(front_and_prose_of(nota(sentence, label)))
    assert (first.text, second.text) == ("20 gemeenten doen mee", "Kernpunten")
    assert is_typed(first, 0, len(first.text))


def test_words_between_quotation_marks_are_cited():
    passage = Passage("Hij zegt “ja” en ‘nee’; zo’n ‘open.")
    at = passage.text.index
    cited = {word: is_cited(passage, at(word)) for word in ("Hij", "ja", "nee", "zo", "open")}
    assert cited == {"Hij": False, "ja": True, "nee": True, "zo": False, "open": False}


def test_a_sentence_ends_before_a_capital():
    passage = Passage("Dit is af. Dat kost € 5. dus niet. €3 wel")
    found = [passage.text[start:end] for start, end in sentences_of(passage)]
    assert found == ["Dit is af.", "Dat kost € 5. dus niet.", "€3 wel"]
