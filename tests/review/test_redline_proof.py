"""The proof of a redline sees every way in which one can be wrong."""

import re
from collections.abc import Callable

import pytest

from pmg_docs.review.redline.proving import shortcomings
from tests.builders.redlines import Edit, letter, parts, proven, with_part

EDITS: tuple[Edit, ...] = (
    ("feiten.yaml", "tekst: '5300203'", "tekst: '5300999'"),
    ("nota.md", "de aanpak zelf uit.", "de aanpak **zelf** uit, met steun.\n\nEen alinea erbij."),
    ("nota.md", "Wij adviseren u de brief", "Wij raden u aan de brief"),
    ("nota.md", "[^regeling]: {{ regeling.vindplaats }}.",
     "[^regeling]: Zie {{ regeling.vindplaats }}.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |"),
)  # fmt: skip
ROW = r"<w:tr>(?:(?!</w:tr>).)*{}.*?</w:tr>"
DOCUMENT, HEADER, NOTES = "word/document.xml", "word/header2.xml", "word/footnotes.xml"


@pytest.fixture(scope="module")
def versions() -> tuple[bytes, bytes, bytes]:
    old, new = letter("nota"), letter("nota", *EDITS)
    return proven(old, new).data, old, new


def without(pattern: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, "", text, count=1, flags=re.DOTALL)


def instead(before: str, after: str) -> Callable[[str], str]:
    return lambda text: text.replace(before, after, 1)


def test_a_right_redline_has_no_shortcomings(versions: tuple[bytes, bytes, bytes]):
    assert shortcomings(*versions) == ()


def test_the_versions_are_not_each_other(versions: tuple[bytes, bytes, bytes]):
    made, old, new = versions
    assert shortcomings(made, new, old)


@pytest.mark.parametrize(
    ("part", "change", "said"),
    [
        (DOCUMENT, without(r"<w:del .*?</w:del>"), "oud: tekst"),
        (DOCUMENT, without(r"<w:ins [^>]*[^/]>.*?</w:ins>"), "nieuw: tekst"),
        (HEADER, without(r"<w:del .*?</w:del>"), "oud: koptekst 1 (default)"),
        (HEADER, instead("5300999", "5300998"), "nieuw: koptekst 1 (default)"),
        (NOTES, without(r"<w:ins [^>]*[^/]>.*?</w:ins>"), "nieuw: tekst"),
        (DOCUMENT, without(ROW.format("Nagestreefde doelmatigheid")), "rijen"),
        (DOCUMENT, without(ROW.format("<w:ins")), "rijen"),
        (DOCUMENT, without(r"<w:ins [^>]*/>(?=</w:trPr>)"), "oud: tekst"),
        (DOCUMENT, without(r"<w:tc>(?:(?!</w:tc>).)*Doel.*?</w:tc>"), "cellen"),
        (DOCUMENT, without(r"<w:b/>(?=<w:bCs/><w:rPrChange)"), "nieuw: tekst"),
        (DOCUMENT, instead('w:val="PmgTitel"', 'w:val="PmgAdres"'), "pmg adres"),
        (DOCUMENT, instead("</w:body>", "<w:p/></w:body>"), "nieuw: tekst"),
        (DOCUMENT, without(r' xml:space="preserve"(?=>[^<]* <)'), "tekst"),
        (DOCUMENT, without(r'<w:headerReference w:type="first"[^>]*/>'), "koptekst 1 (first)"),
        ("word/styles.xml", without(r'<w:b w:val="1"/>'), "stijl"),
    ],
)  # fmt: skip
def test_whatever_is_lost_or_changed_is_seen(
    versions: tuple[bytes, bytes, bytes], part: str, change: Callable[[str], str], said: str
):
    made, old, new = versions
    found = shortcomings(with_part(made, part, change), old, new)
    assert any(said in reason for reason in found), found


def test_a_list_that_counts_otherwise_is_seen():
    old = letter("nota")
    new = letter("nota", ("nota.md", "Wij adviseren u", "1. Wij adviseren u"))
    made = with_part(
        proven(old, new).data, "word/numbering.xml", lambda t: t.replace("decimal", "lowerLetter")
    )
    assert any("lowerLetter" in reason for reason in shortcomings(made, old, new))


def test_a_header_of_another_page_is_seen(versions: tuple[bytes, bytes, bytes]):
    made, old, new = versions
    found = parts(made)

    def swapped(_: str) -> str:
        return found["word/header1.xml"].decode()

    found_out = shortcomings(with_part(made, HEADER, swapped), old, new)
    assert any("koptekst" in reason for reason in found_out)


def test_a_number_that_two_marks_share_is_seen(versions: tuple[bytes, bytes, bytes]):
    made, old, new = versions

    def shared(text: str) -> str:
        return re.sub(r'(<w:(?:ins|del) w:id=")\d+', r"\g<1>7", text)

    found = shortcomings(with_part(made, DOCUMENT, shared), old, new)
    assert "het nummer 7 van een wijziging is niet uniek" in found


def test_a_mark_without_a_name_is_seen(versions: tuple[bytes, bytes, bytes]):
    made, old, new = versions
    found = shortcomings(with_part(made, DOCUMENT, without(r' w:author="[^"]*"')), old, new)
    assert f"{DOCUMENT}: een wijziging zonder naam of datum" in found


def test_a_binding_to_a_store_is_seen(versions: tuple[bytes, bytes, bytes]):
    made, old, new = versions
    bound = (
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{0}"/></w:sdtPr><w:sdtContent>'
    )

    def wrapped(text: str) -> str:
        return re.sub(r"(<w:r>.*?</w:r>)", rf"{bound}\1</w:sdtContent></w:sdt>", text, count=1)

    found = shortcomings(with_part(made, DOCUMENT, wrapped), old, new)
    assert found == (f"{DOCUMENT}: een koppeling met een opslag van feiten",)


def test_a_store_of_facts_is_seen(versions: tuple[bytes, bytes, bytes]):
    made, old, new = versions
    found = shortcomings(old, old, old)
    assert "er zit een opslag van feiten in het bestand" in found
    assert "er zit een opslag van feiten in het bestand" not in shortcomings(made, old, new)


def test_what_is_no_word_file_is_seen(versions: tuple[bytes, bytes, bytes]):
    _, old, new = versions
    assert shortcomings(b"PK\x03\x04", old, new) == (
        "het bestand deugt niet: het is geen Word-bestand",
    )
