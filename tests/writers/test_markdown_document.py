"""A whole letter as Markdown."""

from dataclasses import replace

from pmg_docs.model.document import Aside, ListBlock
from pmg_docs.model.words import words_of_body, words_of_field, words_of_notes
from pmg_docs.readers.markdown import read
from pmg_docs.writers.markdown import write
from tests.builders.look import look
from tests.builders.tree import kamerbrief, nota, paragraph, persbericht

LOOK = look(b"-")
TEXT = write(nota(), LOOK).decode()


def test_it_says_what_the_tree_says() -> None:
    tree = nota()
    found = read(write(tree, LOOK))
    everything = " ".join(found.body)
    assert " ".join(words_of_body(tree)) in everything
    assert found.notes == words_of_notes(tree)
    assert all(" ".join(words_of_field(field)) in everything for field in tree.first_page)


def test_the_frame_stands_on_top_line_by_line() -> None:
    assert TEXT.startswith(
        "**CONCEPT**\n\nMinister van Justitie en Veiligheid  \nMinister voor Rechtsbescherming\n\n"
    )
    assert "# nota\n\n**Incidentele ondersteuning lokale preventieve aanpak**\n" in TEXT
    assert "**Datum** 4 april 2024  \n**Projectnaam** Preventie met Gezag  \n" in TEXT


def test_headings_carry_their_labels() -> None:
    assert "\n## 1. Aanleiding\n" in TEXT
    assert "\n### 4.2 Financiële overwegingen\n" in TEXT


def test_a_table_with_long_cells_reads_as_text() -> None:
    assert "**Onderbouwing (CW 3.1)**\n\n**1. Doel**\n\nEerste alinea.\n\nTweede alinea" in TEXT


def test_a_simple_table_is_a_table() -> None:
    assert "| Jaar | Bedrag |\n| --- | --- |\n| 2025 | € 143 |" in TEXT


def test_lists_nest() -> None:
    assert "- eerste punt\n    1. binnen een\n    2. binnen twee\n" in TEXT


def test_notes_stand_at_the_end() -> None:
    assert "per jaar[^1]." in TEXT
    assert TEXT.endswith("[^2]: Kamerstukken II 2022/23, 28741, nr. 106.\n")


def test_gaps_are_bold() -> None:
    assert "**[nog open: wie dit beoordeelt]**" in TEXT


def test_a_field_left_out_of_markdown_is_not_there() -> None:
    tree = replace(nota(), omissions={"md": frozenset({"kenmerk"})})
    assert b"5300203" not in write(tree, LOOK)


def test_what_a_letter_adds_reads_as_plain_lines() -> None:
    made = write(kamerbrief(), LOOK).decode()
    assert made.startswith(
        "**CONCEPT**\n\n\\> Retouradres Postbus 20301 2500 EH Den Haag\n\n"
        "Aan de Voorzitter van de Tweede Kamer  \n"
    )
    assert "DEN HAAG\n\nAan de Voorzitter van de Eerste Kamer  \n" in made
    assert "\n\n**Datum** 7 juli 2023  \n**Betreft** Brede preventieaanpak" in made
    assert "\n\nDe Minister voor Rechtsbescherming,\n\nF.M. Weerwind\n\n" in made


def test_what_a_press_release_adds_reads_as_plain_lines() -> None:
    made = write(persbericht(), LOOK).decode()
    assert made.startswith("**CONCEPT**  \n**EMBARGO tot 4 april 2024, 12.00 uur**\n\n")
    assert "\n\n## Noot voor de redactie (niet voor publicatie)\n\nVoor vragen" in made


def test_a_list_in_an_aside_does_not_count_on_from_the_one_before_it() -> None:
    items = ListBlock(((paragraph("a"),),), is_ordered=True)
    tree = nota(items, Aside("noot_redactie", (items,)))
    assert read(write(tree, LOOK)).body[-4:] == ("1.", "a", "1.", "a")
