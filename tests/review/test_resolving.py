"""Tracked changes as if they were rejected, through the reader that finds them."""

import pytest

from pmg_docs.readers import read_text
from pmg_docs.review.resolving import authors, rejected
from tests.builders.word import deleted, inserted, par, run, word_file


def both(*runs: str) -> tuple[str, str]:
    """A paragraph as if its changes were accepted, and as if they were rejected."""
    read = read_text(word_file(par(*runs)), "brief.docx")
    return (
        " ".join(p.text for p in read.passages if p.text),
        " ".join(p.text for p in rejected(read.passages)),
    )


@pytest.mark.parametrize(
    ("runs", "accepted", "before"),
    [
        ((run("€ "), deleted("500"), inserted("600"), run(" per jaar")),
         "€ 600 per jaar", "€ 500 per jaar"),
        ((run("Dat is "), deleted("niet "), run("goed.")), "Dat is goed.", "Dat is niet goed."),
        ((run("Dat is"), deleted(" niet"), run(" goed.")), "Dat is goed.", "Dat is niet goed."),
        ((run("Dat is "), inserted("niet "), run("goed.")), "Dat is niet goed.", "Dat is goed."),
        ((deleted("on"), run("mogelijk")), "mogelijk", "onmogelijk"),
        ((run("Dat is goed"), deleted(" zo"), run(".")), "Dat is goed.", "Dat is goed zo."),
        ((inserted("Een hele alinea."),), "Een hele alinea.", ""),
        ((deleted("Een hele alinea."),), "", "Een hele alinea."),
        ((run("Een "), deleted("twee "), run("drie "), inserted("vier "), run("vijf")),
         "Een drie vier vijf", "Een twee drie vijf"),
    ],
)  # fmt: skip
def test_a_paragraph_reads_as_it_was(runs: tuple[str, ...], accepted: str, before: str):
    assert both(*runs) == (accepted, before)


def test_who_made_changes_is_named_once():
    body = par(inserted("a", "J. Jansen"), deleted("b", "P. Pietersen"), inserted("c", "J. Jansen"))

    read = read_text(word_file(body), "brief.docx")
    assert authors(read.passages) == ("J. Jansen", "P. Pietersen")
