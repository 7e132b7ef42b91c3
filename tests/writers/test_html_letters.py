"""A Kamerbrief and a persbericht on a screen and on paper."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from pmg_docs.model.document import Aside, Document, Heading
from pmg_docs.writers.html import write
from pmg_docs.writers.html.body import Body
from pmg_docs.writers.pdf import write as write_pdf
from tests.builders.look import look
from tests.builders.tree import kamerbrief, line, nota, paragraph, persbericht

LOOK = look(b"-")


def page(document: Document) -> Any:  # the stubs of lxml give an expression every type at once
    return html.document_fromstring(write(document, LOOK))


def test_a_paragraph_carries_its_role() -> None:
    letter, release = page(kamerbrief()), page(persbericht())
    assert letter.xpath("string(//p[@class='pmg-aanhef'])") == "Geachte voorzitter,"
    assert letter.xpath("string(//p[contains(@class, 'pmg-groet')])") == "Hoogachtend,"
    assert release.xpath("string(//main/p[1]/@class)") == "pmg-lead"


def test_each_name_stands_with_its_office() -> None:
    pairs = [
        [p.text_content() for p in block]
        for block in page(kamerbrief()).xpath("//div[@class='pmg-ondertekenaar']")
    ]
    assert pairs[1] == ["De Minister voor Rechtsbescherming,", "F.M. Weerwind"]
    assert len(pairs) == 4


def test_a_note_to_editors_is_an_aside_with_a_heading() -> None:
    (aside,) = page(persbericht()).xpath("//aside")
    assert aside.get("class") == "pmg-noot_redactie"
    assert [(e.tag, e.get("class")) for e in aside] == [
        ("h2", "pmg-noot_redactie"),
        ("p", "pmg-noot_redactie"),
    ]


def test_an_aside_of_another_name_looks_like_the_text() -> None:
    blocks = (Aside("bijlagen", (Heading(1, line("Kop")), paragraph("b"))),)
    made = str(Body(nota(*blocks), printed=False).blocks(blocks))
    assert '<h2 class="pmg-kop_1">Kop</h2>\n<p class="pmg-tekst">b</p>' in made


def test_an_aside_that_is_left_out_is_not_there() -> None:
    assert not page(persbericht("html")).xpath("//aside")


def test_the_subject_is_the_main_heading_of_a_letter_without_title() -> None:
    letter = page(kamerbrief())
    assert [h.getparent().tag for h in letter.xpath("//h1")] == ["dd"]
    pairs = [[e.text_content() for e in row] for row in letter.xpath("//dl[1]/div")]
    assert pairs[0] == ["Datum", "7 juli 2023"]


def test_a_headline_is_part_of_the_main_heading() -> None:
    spans = page(persbericht()).xpath("//h1/span/@class")
    assert spans == ["pmg-documentwoord", "pmg-kop"]


def test_the_return_line_is_one_line() -> None:
    text = page(kamerbrief()).xpath("string(//p[@class='pmg-retour'])")
    assert text == "> Retouradres Postbus 20301 2500 EH Den Haag"


def test_a_blank_line_parts_two_addressees() -> None:
    address = write(kamerbrief(), LOOK).decode()
    assert "DEN HAAG<br>\n<br>\nAan de Voorzitter van de Eerste" in address


def test_the_embargo_stands_under_the_status() -> None:
    status = page(persbericht()).xpath("//p[@class='pmg-concept']")
    assert [p.text_content() for p in status] == ["CONCEPT", "EMBARGO tot 4 april 2024, 12.00 uur"]


def test_a_page_without_frame_has_no_empty_parts() -> None:
    bare = page(Document("nota", "rijk", "t", (), (), (paragraph("x"),)))
    assert not bare.xpath("//h1 | //dl | //div[@class='pmg-aan' or @class='pmg-status']")


@pytest.mark.parametrize("document", [kamerbrief(), persbericht()], ids=["brief", "persbericht"])
def test_the_same_tree_gives_the_same_bytes(document: Document) -> None:
    assert write(document, LOOK) == write(document, look(b"-"))
    assert write_pdf(document, LOOK) == write_pdf(document, look(b"-"))


def test_a_letter_is_laid_out_on_paper_as_a_letter(tmp_path: Path) -> None:
    file = tmp_path / "brief.pdf"
    file.write_bytes(write_pdf(kamerbrief(length=6), LOOK))
    done = subprocess.run(["pdftotext", "-bbox", file, "-"], capture_output=True, check=True)
    first, second, last = done.stdout.decode().split("<page ")[1:]
    assert place(first, "Retouradres")[1] == pytest.approx(55, abs=2)
    assert 56 < place(first, "Aan")[1] < 64
    assert place(first, "juli")[0] > place(first, "Datum")[0] + 19
    assert place(first, "Geachte")[1] > place(first, "Betreft")[1] + 12
    assert place(second, "CONCEPT") == pytest.approx((28, 12), abs=2)
    assert place(last, "F.M.")[0] == pytest.approx(28 + 129 / 2, abs=0.5)
    assert place(last, "Hoogachtend,")[1] < place(last, "De")[1]


def place(page_text: str, word: str) -> tuple[float, float]:
    """How far from the left and from the top a word stands, in millimetres."""
    found = re.search(rf'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>{re.escape(word)}<', page_text)
    assert found is not None, word
    return float(found[1]) / 72 * 25.4, float(found[2]) / 72 * 25.4
