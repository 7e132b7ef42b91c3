import pytest

from pmg_docs.dutch.sentences import LONGEST, split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Een. Twee! Drie?", ["Een.", "Twee!", "Drie?"]),
        ("Het kost € 10 mln. Dat is veel.", ["Het kost € 10 mln. Dat is veel."]),
        ("Aldus D. Yeşilgöz. Klaar.", ["Aldus D. Yeşilgöz.", "Klaar."]),
        ("Kop\n\nTekst van 4.2 en 500.000 euro.", ["Kop", "Tekst van 4.2 en 500.000 euro."]),
        ("- een\n- twee", ["- een", "- twee"]),
        ("", []),
    ],
)
def test_splits_a_text_into_sentences(text: str, sentences: list[str]):
    assert [text[start:end] for start, end in split_sentences(text)] == sentences


def test_a_text_without_end_is_cut():
    parts = split_sentences("woord " * LONGEST)
    assert all(end - start <= LONGEST for start, end in parts)
