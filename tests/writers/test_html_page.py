"""The page around the words: whole in itself, and safe with any template."""

import re
from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from pmg_docs.model.errors import Refused
from pmg_docs.model.words import words_of_body, words_of_field, words_of_notes
from pmg_docs.readers.html import read
from pmg_docs.specs.look import Asset, Look
from pmg_docs.writers.html import write
from pmg_docs.writers.html.page import render
from tests.builders.look import look
from tests.builders.tree import fact, nota, paragraph

LOOK = look(b"-")


def with_page(source: str) -> Look:
    return replace(LOOK, page=Asset("templates/nota/page.html.j2", source.encode()))


def with_css(source: str) -> Look:
    return replace(LOOK, css=Asset("styles/rijk/style.css", source.encode()))


def parsed() -> Any:  # the stubs of lxml give an expression every type at once
    return html.document_fromstring(write(nota(), LOOK))


def holds(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return f" {' '.join(part)} " in f" {' '.join(words)} "


def test_the_page_says_what_the_tree_says() -> None:
    tree = nota()
    found = read(write(tree, LOOK))
    assert holds(found.body, words_of_body(tree))
    assert found.notes == words_of_notes(tree)
    assert all(holds(found.body, words_of_field(field)) for field in tree.first_page)


def test_the_page_has_language_title_and_one_main_heading() -> None:
    page = parsed()
    assert page.get("lang") == "nl"
    assert page.findtext(".//title") == "Incidentele ondersteuning lokale preventieve aanpak"
    assert len(page.findall(".//h1")) == len(page.findall(".//main")) == 1
    assert page.xpath("//meta[@charset='utf-8']") and page.xpath("//meta[@name='viewport']")


def test_the_page_needs_nothing_beside_itself() -> None:
    page = parsed()
    assert not page.xpath("//script | //link | //img | //iframe | //@src | //@onclick")
    assert not re.search(r"url\(|@import", page.findtext(".//style") or "")


def test_labels_and_values_are_pairs() -> None:
    page = parsed()
    pairs = [(dt.text_content(), dd.text_content()) for dt, dd in page.xpath("//dl/div")]
    assert ("Ons kenmerk", "5300203") in pairs


def test_the_skip_link_leads_to_the_text() -> None:
    page = parsed()
    link = page.xpath("//body/*[1]//a")[0]
    assert page.xpath(f"//main[@id='{link.get('href')[1:]}']")


def test_every_link_within_the_page_arrives() -> None:
    page = parsed()
    targets = {a.get("href")[1:] for a in page.xpath("//a[starts-with(@href, '#')]")}
    assert targets <= set(page.xpath("//@id"))


def test_a_field_left_out_of_html_is_not_there() -> None:
    tree = replace(nota(), omissions={"html": frozenset({"kenmerk"})})
    assert b"5300203" not in write(tree, LOOK)


def test_words_of_the_letter_are_never_a_template() -> None:
    made = render(nota(paragraph(fact("{{ 7*7 }}{% raw %}"))), LOOK, "")
    assert "{{ 7*7 }}{% raw %}" in made


def test_a_sheet_cannot_end_the_style_element() -> None:
    made = write(nota(), with_css("/* </style><b id='uit'> */")).decode()
    assert not html.document_fromstring(made).xpath("//b[@id='uit']")


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("a\n{{ niet_bekend }}", 2),
        ("{% for x in y", 1),
        ("a\nb\n{{ 1 // 0 }}", 3),
        ("{{ ''.__class__.__mro__ }}", 1),
        ("{{ plaats.adres.clear() }}", 1),
        ("{% include 'x' %}", 1),
        ("x\n{{ range(999999999) | list }}", 2),
        ("x\n{{ 'a' * 999999999 }}", 2),
        ("x\n{{ 'a' | center(999999999) }}", 2),
        ("x\n{{ 9 ** 9999999 }}", 2),
        ("{{ " + "(" * 3000 + "x" + ")" * 3000 + " }}", 1),
    ],
)
def test_a_page_that_does_not_work_is_refused_at_its_line(source: str, line: int) -> None:
    with pytest.raises(Refused) as caught:
        write(nota(), with_page(source))
    (finding,) = caught.value.findings
    assert finding.code == "PMG411"
    assert finding.where is not None
    assert (finding.where.file, finding.where.line) == ("templates/nota/page.html.j2", line)


@pytest.mark.parametrize(
    "css", ["@import 'x.css';", "a { background: url(https://x.nl/a.png); }", "b{src:url('x')}"]
)
def test_a_sheet_that_wants_something_from_elsewhere_is_refused(css: str) -> None:
    with pytest.raises(Refused, match="van elders"):
        write(nota(), with_css(f"\n{css}"))


@pytest.mark.parametrize(
    ("css", "line"),
    [
        ("a { color: red", 1),
        ("a { color: red; }}", 1),
        ("p {}\n/* open", 2),
        ("a { color: 'rood; }", 1),
        ("a color: red;\nb {}", 1),
        ("@media print {\n a { color } }", 2),
        ("a { color: ; }", 1),
        ("{" * 50_000 + "}" * 50_000, 1),
    ],
)
def test_a_sheet_of_which_a_browser_would_skip_a_part_is_refused(css: str, line: int) -> None:
    with pytest.raises(Refused) as caught:
        write(nota(), with_css(css))
    found = {(f.code, f.where.line) for f in caught.value.findings if f.where}
    assert found == {("PMG413", line)}


@pytest.mark.parametrize(
    "css",
    ["a { --leeg: ; }", "@page { @top-left { content: 'x' } }", "a { &:hover { color: red } }",
     "a { background: url('data:image/png;base64,x') } /* url(x) */", "", "@layer a, b;"],
)  # fmt: skip
def test_a_sheet_that_a_browser_reads_whole_is_taken_as_it_is(css: str) -> None:
    assert css in write(nota(), with_css(css)).decode()


def test_a_name_for_a_page_that_is_nearly_right_is_named() -> None:
    with pytest.raises(Refused) as caught:
        write(nota(), with_page("{{ inhoudd }}"))
    assert caught.value.findings[0].hints[0] == "Bedoelt u inhoud?"


def test_the_same_tree_gives_the_same_bytes() -> None:
    assert write(nota(), LOOK) == write(nota(), look(b"-"))
