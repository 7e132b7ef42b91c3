"""Differences as a page, as a comment and as lines: every word, and nothing that it should not."""

import re
from html.parser import HTMLParser

import pytest

from pmg_docs.model.changes import Differences, Mark
from pmg_docs.writers.review import REVIEW_WRITERS
from pmg_docs.writers.review.terminal import write as as_lines
from tests.builders.differences import HOSTILE, everything

SAID = (
    "Vergeleken: HEAD~1 (0123456789) met de werkmap.",
    "8 wijzigingen door 2 oorzaken in 3 van 4 documenten.",
    "Feit bijdrage: € 500.000 → € 600.000",
    "1 april 2026",
    "nog niet vastgelegd in git",
    "groen/persbericht (2 keer)",
    "verplaatst, eerst onder 2. Besluit",
    "hernummerd",
    "1. werd 2.: Stem in.",
    "Nieuwe documenten",
    "groen/brief",
    "Vervallen documenten",
    "Alleen opmaak, geen woorden",
    "Veranderde feiten die in geen document een woord veranderden",
    "Feit stil: 7 → 8",
)


class Words(HTMLParser):
    """The words of a page, and its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.elements: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes = [*getattr(self, "attributes", []), *attrs]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def page(differences: Differences) -> Words:
    parsed = Words()
    parsed.feed(REVIEW_WRITERS["html"](differences))
    return parsed


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("words", SAID)
def test_every_form_says_the_same(words: str):
    found = everything()
    markdown = re.sub(r"\\(.)", r"\1", REVIEW_WRITERS["markdown"](found))

    assert words in flat(as_lines(found))
    assert words in flat("".join(page(found).words))
    assert words in flat(markdown.replace("**", ""))


def test_words_of_others_are_no_markup_of_the_page():
    parsed = page(everything())

    assert "script" not in parsed.elements
    assert "a" in parsed.elements
    assert HOSTILE in "".join(parsed.words)


def test_words_of_others_are_no_markup_of_a_comment():
    said = REVIEW_WRITERS["markdown"](everything())
    meant = re.sub(r"\\.|</?(ins|del)>|`letters/[^`]*`", "", said)

    assert r"\<script\>" in said
    for sign in ("<", "@", "[", "|", "`", "alert(1)</"):
        assert sign not in meant


def test_a_page_asks_for_nothing_and_allows_only_its_own_style():
    said = REVIEW_WRITERS["html"](everything())

    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', said)
    assert policy is not None
    assert "default-src &#39;none&#39;" in policy[1]
    assert "unsafe" not in policy[1]
    urls = [value for name, value in page(everything()).attributes if name in {"src", "href"}]
    assert urls
    assert all(value is not None and value.startswith("#") for value in urls)


def test_what_changed_is_marked_with_words_and_not_with_colour_alone():
    said = REVIEW_WRITERS["html"](everything())

    assert '<del><span class="stem">[vervallen: </span>500.000<span class="stem">]</span>' in said
    assert '<ins><span class="stem">[nieuw: </span>600.000<span class="stem">]</span>' in said


def test_a_comment_that_is_too_long_for_a_merge_request_tells_the_causes_only():
    said = REVIEW_WRITERS["markdown"](everything(many=300))

    assert len(said) < 60_000
    assert "Feit bijdrage" in said
    assert "Maak de pagina: pmg diff --format html" in said


def test_no_difference_is_said_in_every_form():
    none = Differences("HEAD", "de werkmap", compared=3)

    for said in (as_lines(none), *(write(none) for write in REVIEW_WRITERS.values())):
        assert "Geen verschillen: 3 documenten gelijk." in said


def test_lines_without_colour_are_those_with_it_less_the_colour():
    coloured = as_lines(everything(), has_colour=True)

    assert re.sub(r"\x1b\[\d+m", "", coloured) == as_lines(everything())
    assert coloured.count("\x1b[31m") == coloured.count("[-") > 0


def test_a_mark_for_each_thing_that_can_become_of_words():
    assert len(Mark) == 6
