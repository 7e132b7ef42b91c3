from pathlib import Path

import pytest

from pmg_docs.model.document import (
    Block,
    Emphasis,
    Heading,
    Link,
    ListBlock,
    NoteRef,
    Paragraph,
    Quotation,
    Strong,
    Table,
    Text,
    plain_text,
    walk_block,
)
from pmg_docs.model.words import words_of_blocks, words_of_body
from tests.builders.folder import composed, report


def blocks(root: Path, body: str) -> tuple[Block, ...]:
    """The blocks under the first heading."""
    document = composed(root, "a: 1", body)
    second = next(n for n, b in enumerate(document.body) if isinstance(b, Heading) and n)
    return document.body[1:second]


def test_bold_italics_and_links_become_nodes(tmp_path: Path):
    [paragraph] = blocks(tmp_path, "**vet *en schuin*** en [site](https://example.nl/a)")

    assert isinstance(paragraph, Paragraph)
    strong, _, link = paragraph.children
    assert isinstance(strong, Strong)
    assert isinstance(strong.children[1], Emphasis)
    assert isinstance(link, Link)
    assert link.href == "https://example.nl/a"


def test_nested_lists_keep_their_text_and_order(tmp_path: Path):
    [block] = blocks(tmp_path, "- een **vet**\n    1. binnen\n    2. nog\n- twee\n")

    assert isinstance(block, ListBlock)
    assert words_of_blocks((block,)) == ("een", "vet", "1.", "binnen", "2.", "nog", "twee")


def test_a_list_item_can_hold_paragraphs(tmp_path: Path):
    [block] = blocks(tmp_path, "1. een\n\n    nog een alinea\n\n2. twee\n")

    assert isinstance(block, ListBlock)
    assert [len(item) for item in block.items] == [2, 1]


def test_a_quotation_becomes_a_node(tmp_path: Path):
    [block] = blocks(tmp_path, "> Wij staan klaar.\n")

    assert isinstance(block, Quotation)


def test_a_pipe_table_has_heads_rows_and_alignment(tmp_path: Path):
    [block] = blocks(tmp_path, "| Jaar | Bedrag |\n|---|--:|\n| a | b |\n| c | d |\n")

    assert isinstance(block, Table)
    assert len(block.header) == 2
    assert [cell.align.value for cell in block.rows[1]] == ["left", "right"]


def test_footnotes_count_in_the_order_of_the_text(tmp_path: Path):
    body = "Eerst[^b] dan[^a] en weer[^b].\n\n[^a]: noot a\n[^b]: noot *b*\n"
    document = composed(tmp_path, "a: 1", body)

    assert [words_of_blocks(note.blocks)[-1] for note in document.notes] == ["b", "a"]
    assert [i.number for i in document.inlines() if isinstance(i, NoteRef)] == [1, 2, 1]


def test_an_item_may_run_on_without_indentation(tmp_path: Path):
    [block] = blocks(tmp_path, "- een\ntwee\n- drie\n")

    assert words_of_blocks((block,)) == ("een", "twee", "drie")


def test_a_list_counts_from_one_after_a_sentence(tmp_path: Path):
    found = blocks(tmp_path, "1. een\n2. twee\n\nDan:\n\n1. een\n")

    assert [type(block).__name__ for block in found] == ["ListBlock", "Paragraph", "ListBlock"]


def test_a_list_of_ones_counts_by_itself(tmp_path: Path):
    [block] = blocks(tmp_path, "1. een\n1. twee\n1. drie\n")

    assert words_of_blocks((block,)) == ("1.", "een", "2.", "twee", "3.", "drie")


def test_a_list_may_stand_in_a_footnote(tmp_path: Path):
    document = composed(tmp_path, "a: 1", "x[^1]\n\n[^1]: Noot:\n\n    - een\n    - twee\n")

    assert words_of_blocks(document.notes[0].blocks) == ("Noot:", "een", "twee")


def test_a_closed_heading_loses_its_closing_signs(tmp_path: Path):
    heading = composed(tmp_path, "a: 1", "### Kop ###\n\nTekst").body[1]

    assert isinstance(heading, Heading)
    assert plain_text(heading.children) == "Kop"


def test_a_mail_address_becomes_a_link(tmp_path: Path):
    [block] = blocks(tmp_path, "Mail <a.b@c.nl>.")

    assert isinstance(block, Paragraph)
    link = block.children[1]
    assert isinstance(link, Link)
    assert (link.href, plain_text(link.children)) == ("mailto:a.b@c.nl", "a.b@c.nl")


def test_lines_of_a_paragraph_run_on(tmp_path: Path):
    [block] = blocks(tmp_path, "een\ntwee\n")

    assert isinstance(block, Paragraph)
    assert plain_text(block.children) == "een twee"


def test_a_subheading_stands_below_its_section(tmp_path: Path):
    document = composed(tmp_path, "a: 1", "### Tussenkop\n\nTekst.")

    levels = [b.level for b in document.body if isinstance(b, Heading)]
    assert levels[:2] == [1, 2]


@pytest.mark.parametrize(
    ("body", "code", "line", "says"),
    [
        ("<b>vet</b>", "PMG253", 11, "**vet**"),
        ("a\n\n<div>\nx\n</div>", "PMG253", 13, "HTML"),
        ("<!-- stil -->", "PMG253", 11, "HTML"),
        ("![foto](x.png)", "PMG251", 11, "afbeelding"),
        ("`code`", "PMG251", 11, "`…`"),
        ("a\n\n    vier spaties", "PMG251", 13, "vier spaties"),
        ("a\n\n---\n\nb", "PMG251", 11, "streep"),
        ("[x](javascript:alert(1))", "PMG255", 11, "https"),
        ("[x](../geheim)", "PMG255", 11, "https"),
        ("Noot[^1].", "PMG254", 11, "geen tekst"),
        ("Noot.\n\n[^1]: los", "PMG254", 13, "[^1]"),
        ("2024. Dat was een jaar.", "PMG250", 11, "2024"),
        ("1. een\n3. drie", "PMG250", 12, "2."),
        ("Tekst:\n- een\n- twee", "PMG256", 12, "lege regel"),
        ("Tekst\n\n| a | b |\nc", "PMG256", 13, "tabel"),
        ("- een\n  - twee", "PMG256", 12, "vier spaties"),
        ("1) een", "PMG256", 11, "punt"),
        ("- een\n1. twee", "PMG256", 12, "gewone tekst"),
        ("1. een\n\n    1. x\n    2. y\n2. twee", "PMG250", 15, "3."),
        ("> Zo:\n> - een", "PMG256", 12, "lege regel"),
        ("1. een\n2. twee\n\n1. drie", "PMG250", 14, "3."),
        ("Tekst:\n| a | b |\n|---|---|\n| c | d |", "PMG256", 12, "lege regel"),
        ("| a | b |\n|---|---|\n| c | d | e |", "PMG257", 13, "(3)"),
        ("| a | b |\n|---|---|\n| c |", "PMG257", 13, "(1)"),
        ("x[^1]\n\n[^1]: een\n[^1]: twee", "PMG254", 14, "twee keer"),
        ("x[^1]\n\n[^1]:", "PMG254", 13, "geen tekst"),
        ("x[^1]\n\n[^1]: een[^2]\n[^2]: twee", "PMG254", 14, "andere voetnoot"),
        ("**[x](javascript:alert(1))**", "PMG255", 11, "https"),
        ("Tekst.\n\n ### Geen kop", "PMG269", 13, "kop"),
        ("a {{ tabel(cw) }} b", "PMG310", 11, "cw"),
    ],
)
def test_what_a_letter_does_not_know_is_refused_with_its_line(
    tmp_path: Path, body: str, code: str, line: int, says: str
):
    findings = report(tmp_path, "a: 1", body).findings
    finding = findings[0]

    assert (finding.code, finding.where and finding.where.line) == (code, line)
    assert says in " ".join((finding.message, *finding.hints))


@pytest.mark.parametrize("text", ["2024\\. Dat was een jaar.", "a < b en c > d", "R&D &euro; AT&T"])
def test_text_that_only_looks_like_markup_is_text(tmp_path: Path, text: str):
    [block] = blocks(tmp_path, text)

    assert isinstance(block, Paragraph)
    assert plain_text(block.children) == text.replace("\\", "")


NUMBER = "{% if aantal %}"


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Een. {# weg #}\n\nTwee.", "Een.\n\nTwee."),
        ("Een. {# weg #}\nTwee.", "Een.\nTwee."),
        ("{# weg #} Een.\nTwee.", "Een.\nTwee."),
        ("Een.\n{# weg #}\nTwee.", "Een.\nTwee."),
        ("Een.\n\n{# weg\nen weg #}\n\nTwee.", "Een.\n\nTwee."),
        ("Een. {# weg\nen weg #}\n\nTwee.", "Een.\n\nTwee."),
        ("{# weg #}{{ aantal }} is een.\n\nTwee.", "{{ aantal }} is een.\n\nTwee."),
        ("- een {# weg #}\n- twee\n{# weg #}\n- drie", "- een\n- twee\n- drie"),
        ("{# weg #} - een\n- twee", "- een\n- twee"),
        (f"Een. {NUMBER}Ook.{{% endif %}}\n\nTwee.", "Een. Ook.\n\nTwee."),
        (f"Een. {NUMBER}\nOok.\n{{% endif %}}\n\nTwee.", "Een. Ook.\n\nTwee."),
        (f"- een {NUMBER}\n- twee {{% endif %}}\n- drie", "- een\n- twee\n- drie"),
        (f"- een\n{NUMBER}\n- twee\n{{% endif %}}\n\nNa.", "- een\n- twee\n\nNa."),
        (
            "| a | b |\n|---|---|\n| 1 | 2 | {# weg #}\n| 3 {# weg #} | 4 |",
            "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |",
        ),
    ],
)
def test_a_comment_or_tag_behind_text_leaves_lines_paragraphs_and_items_apart(
    tmp_path: Path, written: str, plain: str
):
    with_tags = composed(tmp_path / "a", "aantal: 20", written)
    without = composed(tmp_path / "b", "aantal: 20", plain)

    assert words_of_body(with_tags) == words_of_body(without)
    assert [type(b) for b in with_tags.body] == [type(b) for b in without.body]


@pytest.mark.parametrize("end", ["{# weg #}", f"{NUMBER}Ook.{{% endif %}}"])
def test_a_line_that_ends_in_a_comment_or_tag_keeps_its_number(tmp_path: Path, end: str):
    paragraph = composed(tmp_path, "aantal: 20", f"Een. {end}\nTwee.").body[1]

    assert isinstance(paragraph, Paragraph)
    texts = [i for i in paragraph.children if isinstance(i, Text)]
    assert [text.where.line for text in texts if text.where] == [11, 12]


def test_every_cell_of_a_row_knows_its_own_line(tmp_path: Path):
    table = next(
        b for b in composed(tmp_path, "a: 1", "| a | b |\n|---|---|\n| c | d |\n| e | f |").body
        if isinstance(b, Table)
    )  # fmt: skip

    texts = {i.text: i.where.line for i in walk_block(table) if isinstance(i, Text) and i.where}
    assert texts == {"a": 11, "b": 11, "c": 13, "d": 13, "e": 14, "f": 14}


def test_a_comment_that_is_to_be_printed_is_printed(tmp_path: Path):
    document = composed(tmp_path, "a: 1", "Typ {% raw %}{# zo #}{% endraw %}\n\nTwee.")

    assert [plain_text(b.children) for b in document.body[1:3] if isinstance(b, Paragraph)] == [
        "Typ {# zo #}", "Twee.",
    ]  # fmt: skip
