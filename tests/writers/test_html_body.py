"""The tree as HTML: every block and inline, and nothing that a fact could break."""

from typing import Any

import pytest
from lxml import html

from pmg_docs.model.document import (
    Align,
    Block,
    Cell,
    FactText,
    Heading,
    Line,
    ListBlock,
    Note,
    NoteRef,
    Paragraph,
    Quotation,
    Table,
)
from pmg_docs.model.place import Origin, Place
from pmg_docs.writers.html.body import Body
from pmg_docs.writers.html.inline import fact_html
from tests.builders.tree import cell, fact, gap, line, nota, paragraph


def parsed(source: str) -> Any:  # the stubs of lxml give an expression every type at once
    return html.fragment_fromstring(source)


def written(*blocks: Block, notes: tuple[Note, ...] = (), printed: bool = False) -> str:
    return str(Body(nota(*blocks, notes=notes), printed=printed).blocks(blocks))


NASTY = ("{{ 7*7 }}", "{% if %}", "<b>", "R&D", "a | b", "*x*", "[[inhoud]]", "שלום", "😀", "\"'")


@pytest.mark.parametrize("text", NASTY)
def test_words_come_out_as_typed(text: str) -> None:
    made = written(paragraph(text), paragraph(fact(text)))
    assert [p.text_content() for p in parsed(f"<div>{made}</div>").iter("p")] == [text] * 2


def test_an_amount_is_data() -> None:
    made = written(paragraph(fact("€ 500.000,-", "bedrag", "bedrag", "500000")))
    assert '<data value="500000" data-feit="bedrag">€ 500.000,-</data>' in made


@pytest.mark.parametrize(("kind", "machine"), [("datum", "2024-04-04"), ("maand", "2024-07")])
def test_a_moment_is_time(kind: str, machine: str) -> None:
    made = written(paragraph(fact("toen", "pad", kind, machine)))
    assert f'<time datetime="{machine}" data-feit="pad">toen</time>' in made


def test_another_fact_is_a_span() -> None:
    assert '<span data-feit="naam">Venlo</span>' in written(paragraph(fact("Venlo", "naam")))


def test_a_derived_fact_names_all_its_facts_once_and_no_file() -> None:
    where = Place("geheim/feiten.yaml", 3)
    origins = (Origin("a", where), Origin("b", where), Origin("a", where))
    made = written(paragraph(FactText("6", origins)))
    assert 'data-feit="a b"' in made
    assert "geheim" not in made


def test_a_gap_is_marked() -> None:
    made = written(paragraph(gap("[nog open: x]", "gat")))
    assert '<mark class="open" data-feit="gat">[nog open: x]</mark>' in made


def test_a_fact_from_right_to_left_keeps_to_itself() -> None:
    assert 'dir="auto"' in written(paragraph(fact("שלום")))
    assert "dir=" not in written(paragraph(fact("Venlo")))


def test_a_heading_carries_its_label_one_level_under_the_title() -> None:
    made = written(Heading(2, line("Kop"), label="4.2"))
    assert (
        made
        == '<h3 class="pmg-kop_2 pmg-genummerd"><span class="pmg-nummering">4.2</span> Kop</h3>'
    )


def test_deep_headings_stop_at_six() -> None:
    assert written(Heading(9, line("Kop"))).startswith('<h6 class="pmg-kop_3">')


def test_lists_are_lists() -> None:
    made = written(ListBlock(((paragraph("a"), ListBlock(((paragraph("b"),),))),), is_ordered=True))
    tree = parsed(made)
    assert tree.xpath("name(./li/ul/li/p)") == "p"


def test_a_quotation_is_a_blockquote() -> None:
    made = written(Quotation((paragraph("Wij"),)))
    assert made == '<blockquote>\n<p class="pmg-citaat">Wij</p>\n</blockquote>'


def test_a_table_tells_title_columns_and_rows() -> None:
    made = written(
        Table(
            title=(line("Titel"), line("Regel")),
            header=(cell("k"), cell("l")),
            rows=((cell("r"), Cell((paragraph("w"),), Align.RIGHT)),),
            has_row_heads=True,
            widths=(28, 72),
        )
    )
    tree = parsed(made)
    assert [h.get("scope") for h in tree.iter("th")] == ["colgroup", "col", "col", "row"]
    assert next(iter(tree.iter("th"))).get("colspan") == "2"
    assert [c.get("style") for c in tree.iter("col")] == ["width: 28%", "width: 72%"]
    assert [c.get("class") for c in tree.iter("td")] == ["pmg-right"]


@pytest.mark.parametrize(
    ("title", "header", "name"),
    [
        ((line("Titel"), line("CW 3.1")), (cell("Jaar"),), "Tabel: Titel, CW 3.1"),
        ((), (cell("Jaar"), cell("Bedrag & <x>")), "Tabel: Jaar, Bedrag & <x>"),
        ((), (), "Tabel"),
    ],
)
def test_a_table_scrolls_within_itself_and_can_be_reached_by_keyboard(
    title: tuple[Line, ...], header: tuple[Cell, ...], name: str
) -> None:
    made = written(Table(title=title, header=header, rows=((cell("a"), cell("b")),)))
    around = parsed(made)
    assert (around.get("role"), around.get("tabindex")) == ("group", "0")
    assert around.get("aria-label") == name


def test_a_note_links_there_and_back() -> None:
    notes = (Note(1, (paragraph("bron"),)),)
    body = Body(nota(notes=notes), printed=False)
    text = parsed(str(body.blocks((paragraph("x", NoteRef(1)),))))
    section = parsed(str(body.notes()))
    reference = text.find(".//a")
    back = section.find(".//a")
    assert reference is not None and back is not None
    assert section.xpath(f"//li[@id='{reference.get('href', '')[1:]}']")
    assert back.get("href") == f"#{reference.get('id')}"
    assert (reference.get("aria-label"), back.get("role")) == ("Voetnoot 1", "doc-backlink")


def test_a_second_reference_to_a_note_repeats_no_id() -> None:
    made = written(paragraph("a", NoteRef(1), "b", NoteRef(1)), notes=(Note(1, ()),))
    assert made.count("id=") == 1


def test_on_paper_a_note_stands_where_it_is_first_referred_to() -> None:
    notes = (Note(1, (paragraph("bron"),)),)
    made = written(paragraph("a", NoteRef(1), "b", NoteRef(1)), notes=notes, printed=True)
    assert made.count("bron") == 1
    assert made.startswith('<div data-tag="p"')


def test_on_paper_the_number_of_an_item_is_text_before_it() -> None:
    items = ((Quotation((paragraph("q"),)),), (Paragraph(line("b")),))
    tree = parsed(written(ListBlock(items, is_ordered=True), printed=True))
    assert tree.text_content().split() == ["1.", "q", "2.", "b"]


def test_a_moment_is_a_time_for_programs() -> None:
    moment = fact("4 april 2024, 12.30 uur", "embargo", "tijdstip", "2024-04-04T12:30")

    assert '<time datetime="2024-04-04T12:30" data-feit="embargo">' in fact_html(
        moment, with_direction=False
    )


def test_a_name_that_begins_with_an_article_is_one_word() -> None:
    made = written(
        paragraph("Breda, ", fact("’s-Hertogenbosch en ’s-Gravenhage"), " en ’s avonds.")
    )

    assert made.count('<span class="pmg-een_woord">’s-Hertogenbosch</span>') == 1
    assert made.count("pmg-een_woord") == 2
