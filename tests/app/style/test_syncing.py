"""What an officer changes in Word arrives in stijl.yaml, or is said; and then in every file."""

import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from lxml import etree

from pmg_docs.app.build import build
from pmg_docs.app.style.checking import check_styles
from pmg_docs.app.style.syncing import sync_style
from pmg_docs.model.errors import NotFound, Refused
from pmg_docs.workspace.folder import Workspace
from tests.builders.changed import Change, changed, packed, shipped, w
from tests.builders.folder import facts_text, nota_text, write_tree

ROOT = Path(__file__).parents[3]
OWN = """\
# De stijl van ons
naam: eigen
breidt_uit: rijk
afzender:
  ministerie: Ministerie van Proeven   # zo heet het

rollen:
  # wij houden van groter
  kop_1: {grootte: 10}  # letters
"""
STYLE = "styles/eigen/stijl.yaml"


def workspace(root: Path, shells: dict[str, bytes], style: str = OWN) -> Workspace:
    """A folder with an own style and its shells, by type."""
    facts = facts_text("").replace("stijl: rijk", "stijl: eigen")
    write_tree(root, {"letters/proef/feiten.yaml": facts, "letters/proef/nota.md": nota_text("x")})
    path = root / STYLE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(style.encode())
    for type_name, data in shells.items():
        (path.parent / type_name).mkdir()
        (path.parent / type_name / "shell.docx").write_bytes(data)
    return Workspace.at(root)


def style_element(root: etree._Element, identity: str) -> etree._Element:
    return next(s for s in root.iter(w("style")) if s.get(w("styleId")) == identity)


def with_values(*values: tuple[str, str, str, str]) -> Change:
    """Attributes of styles set: the id, the element, the attribute and its value."""

    def change(root: etree._Element) -> None:
        for identity, tag, attribute, value in values:
            for element in style_element(root, identity).iter(w(tag)):
                element.set(w(attribute), value)

    return change


LIKE_OWN = ("Heading1", "sz", "val", "20")
"""The shell as the style file says: its first heading has 10 points."""


def own_shell(*values: tuple[str, str, str, str]) -> bytes:
    return changed("styles", with_values(LIKE_OWN, *values))


def messages(place: Workspace) -> list[str]:
    return [f.message for f in check_styles(place, ["eigen"]).findings if f.stops]


def text(place: Workspace) -> str:
    return (place.root / STYLE).read_bytes().decode()


def test_a_style_that_differs_from_the_shell_it_inherits_is_no_fault(tmp_path: Path):
    place = workspace(tmp_path, {})

    assert messages(place) == []
    result = sync_style(place, "eigen")
    assert result.changes == ()
    assert "geen eigen Word-sjabloon" in result.remarks[0].message
    assert text(place) == OWN


def test_a_size_changed_in_word_goes_all_the_way_to_every_file(tmp_path: Path):
    place = workspace(tmp_path, {"nota": own_shell(("Normal", "sz", "val", "22"))})
    assert any("`Normal` (rol tekst) heeft als lettergrootte 11 punten" in m
               for m in messages(place))  # fmt: skip

    trial = sync_style(place, "eigen", is_trial=True)
    assert [(c.name, c.before, c.after) for c in trial.changes] == [
        ("rollen.tekst.grootte", "9", "11")
    ]
    assert text(place) == OWN

    result = sync_style(place, "eigen")
    assert result.is_written
    assert text(place) == OWN.replace(
        "kop_1: {grootte: 10}  # letters\n",
        "kop_1: {grootte: 10}  # letters\n  tekst: {grootte: 11}\n",
    )
    assert messages(place) == []
    assert sync_style(place, "eigen").changes == ()

    build(place)
    made = tmp_path / "build" / "proef"
    with zipfile.ZipFile(made / "nota.docx") as archive:
        styles = etree.fromstring(archive.read("word/styles.xml"))
    assert [e.get(w("val")) for e in style_element(styles, "Normal").iter(w("sz"))] == ["22"]
    page = (made / "nota.html").read_text(encoding="utf-8")
    assert ".pmg-tekst { font-size: calc(11 * var(--pt))" in page
    assert text_sizes(made / "nota.pdf") >= {11.0}


def text_sizes(path: Path) -> set[float]:
    """The sizes in which a PDF sets text, in points."""
    from pypdf import PdfReader

    sizes: set[float] = set()

    def visit(_: str, page: list[float], line: list[float], __: object, size: float) -> None:
        sizes.add(round(abs(size * line[3] * page[3]), 1))

    for page in PdfReader(path).pages:
        page.extract_text(visitor_text=visit)
    return sizes


def test_margins_white_and_weight_are_taken_over_and_remarks_stay(tmp_path: Path):
    shell = own_shell(
        ("PmgAdres", "spacing", "line", "280"), ("PmgAdres", "spacing", "after", "50"),
        ("PmgTitel", "b", "val", "1"), ("PmgCitaat", "ind", "left", "567"),
    )  # fmt: skip
    place = workspace(tmp_path, {"nota": shell})

    result = sync_style(place, "eigen")
    assert {c.name: c.after for c in result.changes} == {
        "rollen.adres.regel": "14", "rollen.adres.na": "2,5", "rollen.titel.vet": "ja",
        "rollen.citaat.inspringen": "10",
    }  # fmt: skip
    assert "# wij houden van groter\n" in text(place)
    assert "  adres: {regel: 14, na: '2,5'}\n" in text(place)
    assert messages(place) == []


def test_the_paper_is_taken_over_and_the_footer_that_follows_it_is_said(tmp_path: Path):
    def change(root: etree._Element) -> None:
        for element in root.iter(w("pgMar")):
            element.set(w("left"), "1701")

    parts = shipped() | {"word/styles.xml": part(own_shell(), "styles")}
    shell = packed(parts | {"word/document.xml": part(changed("document", change), "document")})
    place = workspace(tmp_path, {"nota": shell})

    result = sync_style(place, "eigen")
    assert [(c.name, c.before, c.after) for c in result.changes] == [("pagina.links", "28", "30")]
    assert "pagina: {links: 30}" in text(place)
    assert all("loopt uit de pas" in r.message for r in result.remarks)
    assert all("De voettekst van de" in m for m in messages(place))


def part(shell: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(shell)) as archive:
        return archive.read(f"word/{name}.xml")


def test_two_shells_that_disagree_change_nothing_of_that_measure(tmp_path: Path):
    place = workspace(
        tmp_path,
        {
            "nota": own_shell(("Normal", "sz", "val", "22"), ("PmgAdres", "sz", "val", "20")),
            "kamerbrief": own_shell(("PmgAdres", "sz", "val", "20")),
        },
    )

    result = sync_style(place, "eigen")
    assert [c.name for c in result.changes] == ["rollen.adres.grootte"]
    [remark] = result.remarks
    assert "rollen.tekst.grootte blijft zoals het is" in remark.message
    assert "styles/eigen/nota/shell.docx" in remark.message
    assert "styles/eigen/kamerbrief/shell.docx" in remark.message


def test_a_colour_with_a_name_becomes_that_name(tmp_path: Path):
    place = workspace(tmp_path, {"nota": own_shell(("PmgKop", "color", "val", "154273"))})

    [change] = sync_style(place, "eigen").changes
    assert (change.name, change.before, change.after) == ("rollen.kop.kleur", "inkt", "accent")


def test_a_colour_without_a_name_is_said_and_then_taken_over(tmp_path: Path):
    place = workspace(tmp_path, {"nota": own_shell(("PmgKop", "color", "val", "275937"))})

    result = sync_style(place, "eigen")
    assert result.changes == ()
    assert "de kleur #275937" in result.remarks[0].message
    assert "NAAM: '#275937'" in result.remarks[0].hints[0]
    (tmp_path / STYLE).write_text(OWN + "kleuren: {groen: '#275937'}\n", encoding="utf-8")
    [change] = sync_style(place, "eigen").changes
    assert (change.name, change.after) == ("rollen.kop.kleur", "groen")


def test_a_colour_that_every_role_of_its_name_got_changes_that_name(tmp_path: Path):
    shell = own_shell(
        *(
            (style, "color", "val", "275937")
            for style in ("PmgDocumentwoord", "PmgWoordmerk", "Hyperlink")
        ),
    )
    place = workspace(tmp_path, {"nota": shell})

    [change] = sync_style(place, "eigen").changes
    assert (change.name, change.before, change.after) == ("kleuren.accent", "#154273", "#275937")
    assert messages(place) == []


def everywhere(font: str) -> bytes:
    def change(root: etree._Element) -> None:
        with_values(LIKE_OWN)(root)
        for element in root.iter(w("rFonts")):
            element.set(w("ascii"), font)
            element.set(w("hAnsi"), font)

    return changed("styles", change)


def test_a_typeface_that_every_style_has_is_taken_over_and_the_pdf_is_named(tmp_path: Path):
    place = workspace(tmp_path, {"nota": everywhere("Calibri Light 2")})

    result = sync_style(place, "eigen")
    assert [(c.name, c.after) for c in result.changes] == [("lettertype.word", "Calibri Light 2")]
    assert "PDF en HTML gebruiken nog Verdana" in result.remarks[0].message
    assert messages(place) == []


def test_a_typeface_of_one_style_is_said(tmp_path: Path):
    shell = own_shell(
        ("PmgKop", "rFonts", "ascii", "Arial"), ("PmgKop", "rFonts", "hAnsi", "Arial")
    )
    result = sync_style(workspace(tmp_path, {"nota": shell}), "eigen")

    assert result.changes == ()
    assert "lettertype.word blijft zoals het is" in result.remarks[0].message
    assert "Arial (De Word-stijl `PmgKop` (rol kop)" in result.remarks[0].message


def test_spacing_that_is_a_multiple_cannot_be_taken_over(tmp_path: Path):
    shell = own_shell(("PmgKop", "spacing", "lineRule", "auto"))
    result = sync_style(workspace(tmp_path, {"nota": shell}), "eigen")

    assert result.changes == ()
    assert "heeft 1,67 regel, en dat kan niet in stijl.yaml" in result.remarks[0].message


def test_a_measure_that_no_style_can_have_is_refused_and_nothing_is_written(tmp_path: Path):
    place = workspace(tmp_path, {"nota": own_shell(("PmgKop", "sz", "val", "400"))})

    with pytest.raises(Refused) as refused:
        sync_style(place, "eigen")
    assert [f.code for f in refused.value.findings] == ["PMG137"]
    assert text(place) == OWN


def test_a_file_with_line_ends_of_windows_and_a_mark_keeps_them(tmp_path: Path):
    style = "\ufeff" + OWN.replace("\n", "\r\n")
    place = workspace(tmp_path, {"nota": own_shell(("Normal", "sz", "val", "22"))}, style)

    sync_style(place, "eigen")
    assert text(place).startswith("\ufeff# De stijl van ons\r\n")
    assert "  tekst: {grootte: 11}\r\n" in text(place)
    assert not re.search(r"[^\r]\n", text(place))


def test_a_style_that_stands_on_it_must_stay_sound(tmp_path: Path):
    def change(root: etree._Element) -> None:
        for element in root.iter(w("pgSz")):
            element.set(w("w"), "8000")
        for element in root.iter(w("pgMar")):
            element.set(w("right"), "1500")

    parts = shipped() | {"word/styles.xml": part(own_shell(), "styles")}
    shell = packed(parts | {"word/document.xml": part(changed("document", change), "document")})
    place = workspace(tmp_path, {"nota": shell})
    write_tree(tmp_path, {"styles/ander/stijl.yaml": "naam: ander\nbreidt_uit: eigen\n"})

    with pytest.raises(Refused):
        sync_style(place, "eigen")
    assert text(place) == OWN


def test_a_style_that_comes_with_pmg_is_not_written(tmp_path: Path):
    place = workspace(tmp_path, {})
    with pytest.raises(Refused) as refused:
        sync_style(place, "rijk")
    assert [f.code for f in refused.value.findings] == ["PMG475"]


def test_a_style_that_does_not_exist_is_no_style(tmp_path: Path):
    with pytest.raises(NotFound):
        sync_style(workspace(tmp_path, {}), "eigne")


# Other programs.


def saved_by_libreoffice(shell: bytes, folder: Path) -> bytes:
    office = shutil.which("soffice")
    assert office, "LibreOffice is part of the tests"
    folder.mkdir()
    source = folder / "shell.docx"
    source.write_bytes(shell)
    subprocess.run(
        [office, f"-env:UserInstallation={(folder / 'profiel').as_uri()}", "--headless",
         "--convert-to", "docx", "--outdir", str(folder / "uit"), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return (folder / "uit" / "shell.docx").read_bytes()


def test_what_libreoffice_saves_is_the_same_measures(tmp_path: Path):
    shell = saved_by_libreoffice(own_shell(), tmp_path / "lo")
    assert messages(workspace(tmp_path / "w", {"nota": shell})) == []


def test_a_change_saved_by_libreoffice_is_taken_over(tmp_path: Path):
    shell = own_shell(
        ("Normal", "sz", "val", "21"), ("Heading2", "spacing", "before", "200"),
        ("PmgLabel", "color", "val", "154273"),
    )  # fmt: skip
    place = workspace(tmp_path / "w", {"nota": saved_by_libreoffice(shell, tmp_path / "lo")})

    assert {c.name: c.after for c in sync_style(place, "eigen").changes} == {
        "rollen.tekst.grootte": "10,5", "rollen.kop_2.voor": "10", "rollen.label.kleur": "accent",
    }  # fmt: skip
    assert messages(place) == []
    build(place)


def test_a_shell_that_keeps_only_what_differs_is_understood(tmp_path: Path):
    """Word saves the size of a style on its base style or the defaults, and fonts as a theme."""

    def change(root: etree._Element) -> None:
        with_values(LIKE_OWN)(root)
        normal = style_element(root, "Normal")
        for style in root.iter(w("style")):
            run = style.find(w("rPr"))
            if run is None or style is normal:
                continue
            for name in ("sz", "rFonts", "i"):
                for element, own in zip(run.findall(w(name)), normal.iter(w(name)), strict=False):
                    if element.attrib.items() == own.attrib.items():
                        run.remove(element)
        for fonts in root.iter(w("rFonts")):
            fonts.attrib.clear()
            fonts.set(w("asciiTheme"), "minorHAnsi")
            fonts.set(w("hAnsiTheme"), "minorHAnsi")
        for element in [*normal.iter(w("sz"))]:
            element.getparent().remove(element)  # type: ignore[union-attr]

    place = workspace(tmp_path, {"nota": changed("styles", change)})
    assert messages(place) == []


def test_yaml_that_was_written_can_be_read_by_others(tmp_path: Path):
    place = workspace(tmp_path, {"nota": everywhere("Rijks: Sans")})
    sync_style(place, "eigen")
    assert yaml.safe_load(text(place))["lettertype"]["word"] == "Rijks: Sans"


def test_a_style_without_the_colour_of_links_leaves_them_as_the_shell_has_them(tmp_path: Path):
    rijk = (ROOT / "styles/rijk/stijl.yaml").read_text(encoding="utf-8")
    alone = rijk.replace("naam: rijk", "naam: eigen").replace("  accent: '#154273'\n", "")
    alone = alone.replace("kleur: accent", "kleur: inkt")
    place = workspace(tmp_path, {"nota": own_shell()}, alone)
    shutil.copytree(ROOT / "styles/rijk/fonts", tmp_path / "styles/eigen/fonts")
    sheet = (ROOT / "styles/rijk/style.css").read_text(encoding="utf-8")
    (tmp_path / "styles/eigen/style.css").write_text(
        sheet.replace("var(--pmg-kleur-accent)", "inherit"), encoding="utf-8"
    )

    build(place)
    with zipfile.ZipFile(tmp_path / "build/proef/nota.docx") as archive:
        styles = etree.fromstring(archive.read("word/styles.xml"))
    assert [e.get(w("val")) for e in style_element(styles, "Hyperlink").iter(w("color"))] == [
        "154273"
    ]
