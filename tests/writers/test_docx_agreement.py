"""One thing changed in the shipped Word shell is said, by a name that an officer knows."""

import re
from collections.abc import Callable
from functools import lru_cache

import pytest
from lxml import etree

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.specs.style import Style
from pmg_docs.writers.docx.measures import HEADINGS
from tests.builders.changed import (
    SHELL,
    Change,
    changed,
    findings,
    measured,
    packed,
    shipped,
    texts,
    users,
    w,
)
from tests.builders.shell import R

PARTS = ("document", "header1", "header2", "footer1", "footer2")
Judge = Callable[[bytes], tuple[Diagnostic, ...]]
TITLES = {
    "document": "de tekst",
    "header1": "de koptekst van de eerste pagina",
    "header2": "de koptekst van de vervolgpagina's",
    "footer1": "de voettekst van de eerste pagina",
    "footer2": "de voettekst van de vervolgpagina's",
}


@lru_cache(maxsize=1)
def style() -> Style:
    return users()[0].look.style


def said(part: str, change: Change, judge: Judge = findings) -> str:
    """What the check says, which must be something that stops and always has a cure."""
    found = judge(changed(part, change))
    assert all(finding.hints for finding in found)
    assert any(finding.stops for finding in found), "niets"
    return "\n".join(finding.message for finding in found)


def test_the_shipped_shell_is_as_its_styles_say():
    for name in ("rijk", "jenv"):
        assert findings(SHELL.read_bytes(), name) == ()


def style_of(root: etree._Element, identity: str) -> etree._Element:
    return next(s for s in root.iter(w("style")) if s.get(w("styleId")) == identity)


ATTRIBUTES = {
    "grootte": ("rPr", "sz", {"val": "41"}),
    "lettertype": ("rPr", "rFonts", {"ascii": "Arial", "hAnsi": "Arial"}),
    "letters met accent": ("rPr", "rFonts", {"hAnsi": "Arial"}),
    "letters zonder accent": ("rPr", "rFonts", {"ascii": "Arial"}),
    "kleur": ("rPr", "color", {"val": "FF0000"}),
    "regel": ("pPr", "spacing", {"line": "333"}),
    "regel zonder maat": ("pPr", "spacing", {"lineRule": "auto"}),
    "regel exact": ("pPr", "spacing", {"lineRule": "exact"}),
    "voor": ("pPr", "spacing", {"before": "77"}),
    "na": ("pPr", "spacing", {"after": "77"}),
    "voor vanzelf": ("pPr", "spacing", {"beforeAutospacing": "1"}),
    "na vanzelf": ("pPr", "spacing", {"afterAutospacing": "1"}),
    "inspringen": ("pPr", "ind", {"left": "99"}),
    "eerste regel": ("pPr", "ind", {"firstLine": "99"}),
    "hangend": ("pPr", "ind", {"hanging": "99"}),
    "rechts": ("pPr", "ind", {"right": "99"}),
}


@pytest.mark.parametrize("what", ATTRIBUTES)
@pytest.mark.parametrize("role", list(users()[0].look.style.roles))
def test_a_measure_of_a_style_that_was_changed_is_named(role: str, what: str):
    group, tag, attributes = ATTRIBUTES[what]
    identity = style().roles[role].word

    def change(root: etree._Element) -> None:
        element = style_of(root, identity).find(f"{w(group)}/{w(tag)}")
        assert element is not None
        for name, value in attributes.items():
            element.set(w(name), value)

    assert f"`{identity}` (rol {role})" in said("styles", change, measured)


@pytest.mark.parametrize("tag", ["b", "i"])
@pytest.mark.parametrize("role", list(users()[0].look.style.roles))
def test_bold_and_italics_the_other_way_round_are_named(role: str, tag: str):
    identity = style().roles[role].word

    def change(root: etree._Element) -> None:
        element = style_of(root, identity).find(f"{w('rPr')}/{w(tag)}")
        assert element is not None
        element.set(w("val"), "0" if element.get(w("val")) == "1" else "1")

    message = said("styles", change, measured)
    assert f"`{identity}` (rol {role}) is " in message


@pytest.mark.parametrize("role", list(users()[0].look.style.roles))
def test_a_style_in_another_language_is_named(role: str):
    identity = style().roles[role].word

    def change(root: etree._Element) -> None:
        run = style_of(root, identity).find(w("rPr"))
        assert run is not None
        etree.SubElement(run, w("lang")).set(w("val"), "en-US")

    assert f"`{identity}` heeft als taal Engels (en-US)" in said("styles", change, measured)


@pytest.mark.parametrize("role", list(users()[0].look.style.roles))
def test_a_style_that_was_removed_or_renamed_is_named(role: str):
    identity = style().roles[role].word

    def remove(root: etree._Element) -> None:
        root.remove(style_of(root, identity))

    def rename(root: etree._Element) -> None:
        element = style_of(root, identity)
        element.set(w("styleId"), "Anders")
        for name in element.iter(w("name")):
            name.set(w("val"), "Anders")

    for change in (remove, rename):
        assert f"`{role}`" in said("styles", change)
        assert f"`{identity}`" in said("styles", change)


@pytest.mark.parametrize("tag", ["outlineLvl", "keepNext", "keepLines"])
@pytest.mark.parametrize("role", HEADINGS)
def test_a_heading_that_word_no_longer_takes_for_one_is_named(role: str, tag: str):
    identity = style().roles[role].word

    def change(root: etree._Element) -> None:
        properties = style_of(root, identity).find(w("pPr"))
        assert properties is not None
        for element in properties.findall(w(tag)):
            properties.remove(element)

    assert f"`{identity}`" in said("styles", change)


def test_items_that_stand_close_together_are_named():
    def change(root: etree._Element) -> None:
        properties = style_of(root, "PmgAdres").find(w("pPr"))
        assert properties is not None
        etree.SubElement(properties, w("contextualSpacing"))

    assert "`PmgAdres` (rol adres) laat het wit" in said("styles", change)


def test_a_colour_of_links_that_is_not_that_of_the_style_is_named():
    def change(root: etree._Element) -> None:
        for colour in style_of(root, "Hyperlink").iter(w("color")):
            colour.set(w("val"), "0563C1")

    assert "`Hyperlink` heeft als kleur #0563c1" in said("styles", change)


@pytest.mark.parametrize(
    ("tag", "attribute", "value"),
    [("rFonts", "hAnsi", "Arial"), ("lang", "val", "en-GB"), ("lang", "val", "")],
)
def test_a_default_that_was_changed_is_named(tag: str, attribute: str, value: str):
    def change(root: etree._Element) -> None:
        defaults = root.find(w("docDefaults"))
        assert defaults is not None
        for element in defaults.iter(w(tag)):
            element.set(w(attribute), value)

    assert "De standaardtekst van het sjabloon" in said("styles", change)


@pytest.mark.parametrize(
    ("tag", "attribute"),
    [("pgSz", "w"), ("pgSz", "h"),
     *(("pgMar", side) for side in ("top", "right", "bottom", "left", "header", "footer"))],
)  # fmt: skip
def test_a_measure_of_the_paper_that_was_changed_is_named(tag: str, attribute: str):
    def change(root: etree._Element) -> None:
        for element in root.iter(w(tag)):
            element.set(w(attribute), str(int(element.get(w(attribute), "0")) + 57))

    assert "Het papier heeft als" in said("document", change)


def test_a_gutter_and_mirrored_margins_are_named():
    def gutter(root: etree._Element) -> None:
        for element in root.iter(w("pgMar")):
            element.set(w("gutter"), "200")

    def mirrored(root: etree._Element) -> None:
        etree.SubElement(root, w("mirrorMargins"))

    assert "bindmarge" in said("document", gutter)
    assert "gespiegeld" in said("settings", mirrored)


def test_a_first_page_without_a_header_of_its_own_is_one_finding():
    def change(root: etree._Element) -> None:
        for element in list(root.iter(w("titlePg"))):
            element.getparent().remove(element)  # type: ignore[union-attr]

    assert said("document", change).splitlines() == [
        "In het Word-sjabloon heeft de eerste pagina geen eigen kop- en voettekst."
    ]


@pytest.mark.parametrize("kind", ["first", "default"])
@pytest.mark.parametrize(("tag", "word"), [("header", "koptekst"), ("footer", "voettekst")])
def test_a_header_or_footer_that_was_removed_is_named(tag: str, word: str, kind: str):
    def change(root: etree._Element) -> None:
        for element in list(root.iter(w(f"{tag}Reference"))):
            if element.get(w("type")) == kind:
                element.getparent().remove(element)  # type: ignore[union-attr]

    page = {"first": "eerste pagina", "default": "vervolgpagina's"}[kind]
    assert f"ontbreekt de {word} van de {page}" in said("document", change)


def test_even_pages_without_a_header_are_named():
    def change(root: etree._Element) -> None:
        etree.SubElement(root, w("evenAndOddHeaders"))

    assert "de koptekst van de even pagina's" in said("settings", change)


@pytest.mark.parametrize("part", ["footer1", "footer2", "header1", "header2"])
def test_a_header_or_footer_that_was_emptied_is_said(part: str):
    def change(root: etree._Element) -> None:
        for element in list(root):
            root.remove(element)
        etree.SubElement(root, w("p"))

    page = "eerste" if part.endswith("1") else "volgende"
    message = said(part, change)
    assert f"Op de {page} pagina ontbreekt" in message or "geen plek" in message


def test_breaking_off_words_is_named():
    def change(root: etree._Element) -> None:
        for element in root.iter(w("autoHyphenation")):
            element.set(w("val"), "1")

    assert "staat afbreken aan" in said("settings", change)


def frames(part: str) -> list[int]:
    """Each frame of a header around words that a letter prints."""
    root = etree.fromstring(shipped()[f"word/{part}.xml"])
    holders = [f.getparent().getparent() for f in root.iter(w("framePr"))]  # type: ignore[union-attr]
    words = ["".join(t.text or "" for t in p.iter(w("t"))) for p in holders if p is not None]
    return [number for number, text in enumerate(words) if "{%" not in text]


@pytest.mark.parametrize("attribute", ["x", "y", "w", "hAnchor", "vAnchor", "weg"])
@pytest.mark.parametrize(
    ("part", "number"), [(part, n) for part in ("header1", "header2") for n in frames(part)]
)
def test_a_frame_of_the_column_that_was_moved_is_named(part: str, number: int, attribute: str):
    def change(root: etree._Element) -> None:
        frame = list(root.iter(w("framePr")))[number]
        if attribute == "weg":
            frame.getparent().remove(frame)  # type: ignore[union-attr]
        elif attribute.endswith("Anchor"):
            frame.set(w(attribute), "margin")
        else:
            frame.set(w(attribute), str(int(frame.get(w(attribute), "0")) + 57))

    message = said(part, change)
    assert TITLES[part] in message
    assert "colofon" in message or "beeldmerk" in message


@pytest.mark.parametrize(
    "change", [{"val": "2600"}, {"hRule": "atLeast"}], ids=["hoogte", "kan groeien"]
)
def test_the_row_that_holds_the_text_in_its_place_is_named(change: dict[str, str]):
    def apply(root: etree._Element) -> None:
        for height in root.iter(w("trHeight")):
            for name, value in change.items():
                height.set(w(name), value)

    message = said("header1", apply)
    assert "De eerste pagina heeft als hoogte tot de tekst" in message or "kan groeien" in message


@pytest.mark.parametrize("attribute", ["left", "right"])
@pytest.mark.parametrize("part", ["footer1", "footer2"])
def test_a_footer_that_does_not_stand_below_the_column_is_named(part: str, attribute: str):
    def change(root: etree._Element) -> None:
        for indent in root.iter(w("ind")):
            indent.set(w(attribute), str(int(indent.get(w(attribute), "0")) + 57))

    assert TITLES[part][1:] in said(part, change)


# Placeholders.

EVERY_TEXT = [(part, number) for part in PARTS for number in texts(part)]
WORD = re.compile(r"[a-z_]{3,}")


def text_of(root: etree._Element, number: int) -> etree._Element:
    return list(root.iter(w("t")))[number]


@pytest.mark.parametrize(("part", "number"), EVERY_TEXT)
def test_words_of_the_shell_that_were_removed_are_missed(part: str, number: int):
    def change(root: etree._Element) -> None:
        text_of(root, number).text = ""

    assert said(part, change)


def spellings() -> list[tuple[str, int, str]]:
    found = []
    for part, number in EVERY_TEXT:
        text = text_of(etree.fromstring(shipped()[f"word/{part}.xml"]), number).text or ""
        found += [(part, number, word) for word in dict.fromkeys(WORD.findall(text))]
    return found


@pytest.mark.parametrize(("part", "number", "word"), spellings())
def test_a_word_between_braces_that_was_misspelt_is_missed(part: str, number: int, word: str):
    def change(root: etree._Element) -> None:
        text = text_of(root, number)
        assert text.text is not None
        text.text = re.sub(rf"\b{word}\b", word[:-1] + "q" + word[-1], text.text)

    assert said(part, change)


@pytest.mark.parametrize(("part", "number"), EVERY_TEXT)
def test_a_brace_that_was_lost_is_missed(part: str, number: int):
    def change(root: etree._Element) -> None:
        text = text_of(root, number)
        assert text.text is not None
        text.text = text.text[:-1]

    assert said(part, change)


SHOWN = [
    (part, number)
    for part, number in EVERY_TEXT
    if not (text_of(etree.fromstring(shipped()[f"word/{part}.xml"]), number).text or "").startswith(
        "{%"
    )
]


@pytest.mark.parametrize(("part", "number"), SHOWN)
def test_words_that_were_given_a_look_by_hand_are_named(part: str, number: int):
    looks = {
        "rFonts": {"ascii": "Arial", "hAnsi": "Arial"}, "sz": {"val": "40"},
        "color": {"val": "FF0000"}, "lang": {"val": "en-US"},
    }  # fmt: skip
    for tag, attributes in looks.items():

        def change(
            root: etree._Element, tag: str = tag, attributes: dict[str, str] = attributes
        ) -> None:
            run = text_of(root, number).getparent()
            assert run is not None
            properties = run.find(w("rPr"))
            if properties is None:
                properties = etree.Element(w("rPr"))
                run.insert(0, properties)
            element = etree.SubElement(properties, w(tag))
            for name, value in attributes.items():
                element.set(w(name), value)

        assert f"n {TITLES[part]}" in said(part, change, measured)


def test_a_paragraph_that_took_the_style_of_another_role_is_named():
    def change(root: etree._Element) -> None:
        for pointer in root.iter(w("pStyle")):
            if pointer.get(w("val")) == "PmgLabel":
                pointer.set(w("val"), "PmgTitel")

    message = said("header1", change)
    assert "'Ons kenmerk' in de Word-stijl `PmgTitel`; daar hoort `PmgLabel` (rol label)" in message


def test_words_that_are_no_field_are_named():
    def change(root: etree._Element) -> None:
        paragraph = etree.SubElement(root, w("p"))
        run = etree.SubElement(paragraph, w("r"))
        etree.SubElement(run, w("t")).text = "Concept van Jan"

    assert "Concept van Jan" in said("header2", change)


def test_the_parts_that_are_changed_here_are_those_of_these_pages():
    """The names above stand for the pages that they are used for here."""
    links = shipped()["word/_rels/document.xml.rels"].decode()
    document = etree.fromstring(shipped()["word/document.xml"])
    used = {
        (etree.QName(e).localname[:6], e.get(w("type"))): e.get(f"{{{R}}}id")
        for e in document.iter(w("headerReference"), w("footerReference"))
    }
    for kind, page, part in (("header", "first", "header1"), ("footer", "default", "footer2")):
        assert re.search(rf'Id="{used[kind, page]}"[^>]*{part}\.xml', links)


def test_words_inside_a_content_control_are_looked_at_too():
    def change(root: etree._Element) -> None:
        run = text_of(root, next(texts("footer1"))).getparent()
        assert run is not None
        properties = etree.Element(w("rPr"))
        etree.SubElement(properties, w("sz")).set(w("val"), "40")
        run.insert(0, properties)
        paragraph = run.getparent()
        assert paragraph is not None
        content = etree.SubElement(etree.SubElement(paragraph, w("sdt")), w("sdtContent"))
        content.append(run)

    assert "met de hand opgemaakt: een andere lettergrootte" in said("footer1", change, measured)


def test_a_theme_that_is_damaged_is_let_be():
    parts = shipped()
    theme = next(name for name in parts if "theme" in name)
    assert findings(packed(parts | {theme: b"<a:theme"})) == ()
