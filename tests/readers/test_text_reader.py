"""The words of plain texts, and what is only a sign in them."""

import pytest

from pmg_docs.model.errors import Refused
from pmg_docs.readers.text import read

NO_BREAK = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Een regel\nen nog een", "Een regel en nog een"),
        ("- punt\n- punt", "punt punt"),
        ("1. een\n2. twee", "1. een 2. twee"),
        ("- een\n  1. in\n  - - diep", "een 1. in diep"),
        (f"-{NO_BREAK}geen punt", "- geen punt"),
        ("1 - 2", "1 - 2"),
        ("a\tb", "a b"),
        (f"jaar{NO_BREAK}[2].", "jaar [^2] ."),
        ("zie [2]", "zie [2]"),
        ("\ufeffa", "a"),
        ("a\r\n- b", "a b"),
    ],
)
def test_words_are_told_from_signs(source: str, words: str) -> None:
    assert " ".join(read(source.encode()).body) == words


def test_notes_stand_at_the_end_behind_their_number() -> None:
    found = read(f"a\n\n[1]{NO_BREAK}een\n\nerbij\n\n[2]{NO_BREAK}twee\n".encode())
    assert found.body == ("a",)
    assert found.notes == (("een", "erbij"), ("twee",))


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(Refused, match="geen leesbaar tekstbestand"):
        read(b"\xff\xfe")
