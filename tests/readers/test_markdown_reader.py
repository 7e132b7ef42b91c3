"""The words of Markdown that this program did not write."""

import pytest

from pmg_docs.model.errors import Refused
from pmg_docs.readers.markdown import read


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("# Kop\n\nTekst *schuin* en **vet**.", "Kop Tekst schuin en vet."),
        ("a**b**c", "abc"),
        ("1. een\n2. twee", "1. een 2. twee"),
        ("3. een\n4. twee", "3. een 4. twee"),
        ("- een\n    1. in", "een 1. in"),
        ("| a | b |\n|---|---|\n| c | d |", "a b c d"),
        ("> citaat", "citaat"),
        ("[woord](https://x.nl)", "woord"),
        ("een <b>vet</b> &amp; woord", "een <b>vet</b> &amp; woord"),
        ("<div>\n\n*a*\n\n</div>", "<div> a </div>"),
        (r"\*a\* \<b> \&lt;", "*a* <b> &lt;"),
        ("`a < b`", "a < b"),
        ("a  \nb", "a b"),
        ("a\n\n---\n\nb", "a b"),
        ("\ufeffa", "a"),
    ],
)
def test_words_are_those_of_the_rendered_text(source: str, words: str) -> None:
    assert " ".join(read(source.encode()).body) == words


def test_notes_stand_apart_in_order_of_number() -> None:
    found = read(b"a[^2], b[^1].\n\n[^2]: twee\n\n[^1]: een\n\n    erbij\n")
    assert found.body == ("a", "[^2]", ",", "b", "[^1]", ".")
    assert found.notes == (("een", "erbij"), ("twee",))


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(Refused, match="geen leesbaar Markdown"):
        read(b"\xff\xfe")
