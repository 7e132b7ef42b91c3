"""A Kamerbrief and a persbericht as Word files: who signs, what is set apart, where it stands."""

import re
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from pmg_docs.model.document import Aside, Block, Document, Heading, ListBlock, Paragraph
from pmg_docs.readers.docx import read
from pmg_docs.writers.docx import write
from tests.builders import shell as shells
from tests.builders.look import look
from tests.builders.tree import (
    FOUR_WHO_SIGN,
    kamerbrief,
    line,
    nota,
    paragraph,
    persbericht,
    signatures,
)
from tests.writers.test_docx_file import left_of, pages, top_of
from tests.writers.test_docx_text import W, part, shown


def paragraphs(document: Document) -> dict[str, str]:
    """The text of each paragraph of the letter with the id of its style."""
    root = part(write(document, look()), "document")
    styles = (p.find(f"{W}pPr/{W}pStyle") for p in root.iter(f"{W}p"))
    return {
        shown(p): style.get(f"{W}val", "")
        for p, style in zip(root.iter(f"{W}p"), styles, strict=True)
        if style is not None
    }


def signing_table(*before: Block, count: int = 4) -> etree._Element:
    data = write(nota(*before, signatures(*FOUR_WHO_SIGN[:count])), look())
    return part(data, "document").findall(f".//{W}tbl")[-1]


def is_kept(element: etree._Element) -> bool:
    return element.find(f"{W}pPr/{W}keepNext") is not None


@pytest.mark.parametrize("document", [kamerbrief(), persbericht()], ids=["brief", "persbericht"])
@pytest.mark.parametrize("shell", [None, shells.shell()], ids=["shipped", "built"])
def test_the_file_is_valid(document: Document, shell: bytes | None, tmp_path: Path) -> None:
    file = tmp_path / "brief.docx"
    file.write_bytes(write(document, look(shell)))
    assert [str(e) for e in OpenXmlValidator().validate(str(file)).errors] == []


def test_the_parts_of_a_letter_have_styles_of_their_own() -> None:
    styles = paragraphs(kamerbrief())
    assert styles["Geachte voorzitter,"] == "PmgAanhef"
    assert styles["Hoogachtend,"] == "PmgGroet"
    assert styles["F.M. Weerwind"] == "PmgOndertekening"
    assert styles["> Retouradres Postbus 20301 2500 EH Den Haag"] == "PmgRetour"


def test_the_parts_of_a_press_release_have_styles_of_their_own() -> None:
    styles = paragraphs(persbericht())
    lead = next(text for text in styles if text.startswith("20 gemeenten krijgen"))
    assert styles[lead] == "PmgLead"
    assert styles["20 gemeenten extra gesteund in aanpak van jeugdcriminaliteit"] == "PmgKop"
    assert styles["persbericht"] == "PmgDocumentwoord"
    assert styles["Noot voor de redactie (niet voor publicatie)"] == "PmgNootRedactie"


def test_a_role_holds_in_a_list_too() -> None:
    item = ListBlock(((paragraph("a"), Paragraph(line("b"), role="lead")),))
    assert paragraphs(nota(item))["b"] == "PmgLead"


def test_two_sign_beside_each_other() -> None:
    rows = signing_table().findall(f"{W}tr")
    assert [[shown(c[1]) for c in row.findall(f"{W}tc")] for row in rows] == [
        ["De Minister van Justitie en Veiligheid,", "De Minister voor Rechtsbescherming,"],
        [FOUR_WHO_SIGN[2][0], FOUR_WHO_SIGN[3][0]],
    ]


def test_one_who_signs_alone_stands_on_the_left() -> None:
    (row,) = signing_table(count=1).findall(f"{W}tr")
    assert [shown(cell) for cell in row.findall(f"{W}tc")][1] == ""


def test_there_is_room_to_sign_and_no_empty_paragraph_for_it() -> None:
    office, name = signing_table(count=2).findall(f".//{W}tc")[0].findall(f"{W}p")
    spacing = name.find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    assert spacing.get(f"{W}before") == "960"
    assert is_kept(office)


def test_a_signature_never_runs_over_a_page() -> None:
    table = signing_table()
    rows = table.findall(f"{W}tr")
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert all(is_kept(p) for p in rows[0].iter(f"{W}p"))
    assert not is_kept(rows[1].findall(f".//{W}p")[-1])
    assert table.find(f"{W}tblPr/{W}tblBorders") is None


@pytest.mark.parametrize(
    ("block", "kept"),
    [
        (Paragraph(line("Hoogachtend,"), role="groet"), ["x", "Hoogachtend,"]),
        (ListBlock(((paragraph("a"),), (paragraph("b"), paragraph("c")))), ["c"]),
        (Aside("bijlagen", (paragraph("a"), paragraph("b"))), ["", "b"]),
    ],
    ids=["greeting", "list", "aside"],
)
def test_the_last_line_before_the_signatures_stays_with_them(block: Block, kept: list[str]) -> None:
    table = signing_table(paragraph("x"), block)
    before = [p for p in table.itersiblings(f"{W}p", preceding=True) if is_kept(p)]
    assert [shown(p) for p in reversed(before)] == kept


def test_a_heading_in_a_note_to_editors_is_bold_and_no_part_of_the_outline() -> None:
    root = part(write(persbericht(), look()), "document")
    heading = next(p for p in root.iter(f"{W}p") if shown(p).startswith("Noot voor de redactie"))
    assert heading.find(f"{W}r/{W}rPr/{W}b") is not None
    assert is_kept(heading)
    rule = heading.getprevious()
    assert rule is not None
    assert rule.find(f"{W}pPr/{W}pBdr/{W}bottom") is not None


def test_an_aside_of_another_name_looks_like_the_text() -> None:
    styles = paragraphs(nota(Aside("bijlagen", (Heading(1, line("Bijlagen")), paragraph("b")))))
    assert (styles["Bijlagen"], styles["b"]) == ("Heading1", "Normal")


def test_words_are_never_hyphenated() -> None:
    data = write(kamerbrief(), look())
    assert part(data, "settings").find(f"{W}autoHyphenation") is None
    named = {s.get(f"{W}styleId"): s for s in part(data, "styles").iter(f"{W}style")}
    for role in look().style.roles.values():
        off = named[role.word].find(f"{W}pPr/{W}suppressAutoHyphens")
        assert off is not None and off.get(f"{W}val") is None, role.word


def test_status_and_embargo_stand_on_every_page() -> None:
    words = read(write(persbericht(), look()))
    wanted = "CONCEPT EMBARGO tot 4 april 2024, 12.00 uur"
    assert any(wanted in " ".join(part) for part in words.first)
    assert any(wanted in " ".join(part) for part in words.follow_on)


def test_a_letter_is_laid_out_as_a_letter(tmp_path: Path) -> None:
    first, second, last = pages(kamerbrief(length=6), tmp_path)
    assert top_of(first, "Retouradres") == pytest.approx(55, abs=2)
    assert 56 < top_of(first, "Aan") < 64
    assert top_of(first, "Datum") < top_of(first, "Betreft") < top_of(first, "Geachte") - 12
    assert left_of(first, "juli") > left_of(first, "Datum") + 19
    assert left_of(second, "CONCEPT") == left_of(first, "CONCEPT") == pytest.approx(28, abs=0.5)
    assert top_of(second, "CONCEPT") == pytest.approx(12, abs=2)
    assert top_of(last, "Yeşilgöz-Zegerius") == pytest.approx(top_of(last, "Weerwind"), abs=0.1)
    assert left_of(last, "F.M.") == pytest.approx(28 + 129 / 2, abs=0.5)
    edges = [float(x) / 72 * 25.4 for x in re.findall(r'xMax="([\d.]+)"[^>]*>jeugd', first)]
    assert edges and max(edges) <= 157.5
