"""The file that a PDF is: tagged, dated by the letter, the same on every machine."""

import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pytest
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._f_v_a_r import Axis
from pypdf import PdfReader

from pmg_docs.model.errors import Refused
from pmg_docs.specs.look import Asset, Look
from pmg_docs.writers.pdf import write
from tests.builders.look import ROOT, look
from tests.builders.tree import fact, nota, paragraph, persbericht

LOOK = look(b"-")
IN_ANOTHER_PROCESS = """
import hashlib
from pmg_docs.writers.pdf import write
from tests.builders.look import look
from tests.builders.tree import nota
print(hashlib.sha256(write(nota(), look(b"-"))).hexdigest())
"""
WITHOUT_PANGO = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
sys.meta_path.insert(0, Missing())
from pmg_docs.model.errors import Unreachable
from pmg_docs.writers.pdf import write
from tests.builders.look import look
from tests.builders.tree import nota
try:
    write(nota(), look(b"-"))
except Unreachable as problem:
    print(problem.findings[0].code, problem.findings[0].hints[0])
"""


def run(code: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.strip()


def with_page(source: str) -> Look:
    return replace(LOOK, page=Asset("page.html.j2", source.encode()))


def refusals(tree_look: Look) -> list[str]:
    with pytest.raises(Refused) as caught:
        write(nota(), tree_look)
    return [finding.code for finding in caught.value.findings]


@pytest.fixture(scope="module")
def made() -> bytes:
    return write(nota(), LOOK)


def test_the_file_is_tagged_titled_and_in_dutch(made: bytes) -> None:
    reader = PdfReader(BytesIO(made))
    root: Any = reader.root_object
    assert root["/Lang"] == "nl-NL"
    assert root["/MarkInfo"]["/Marked"]
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_both_places_say_the_same_of_it() -> None:
    reader = PdfReader(BytesIO(write(persbericht(), LOOK)))
    info: Any = reader.metadata
    xmp: Any = reader.xmp_metadata

    assert info["/Title"] == xmp.dc_title["x-default"] == persbericht().title
    assert [info["/Author"]] == xmp.dc_creator == ["Ministerie van Justitie en Veiligheid"]
    assert info["/Subject"] == xmp.dc_description["x-default"] == "persbericht"
    assert info["/Keywords"] == xmp.pdf_keywords
    assert info["/Producer"] == xmp.pdf_producer
    assert info["/CreationDate"] == "D:20240404"
    assert xmp.dc_language == ["nl-NL"]


def test_it_says_its_kenmerk(made: bytes) -> None:
    metadata: Any = PdfReader(BytesIO(made)).metadata
    assert metadata["/Subject"] == "nota 5300203"
    assert metadata["/Keywords"] == "nota, 5300203"


def test_a_title_with_awkward_signs_is_kept_in_both_places() -> None:
    title = 'Recht & <b> "Veiligheid" ’s-Gravenhage \\ (שלום'
    reader = PdfReader(BytesIO(write(replace(nota(), title=title), LOOK)))
    info: Any = reader.metadata
    xmp: Any = reader.xmp_metadata

    assert info["/Title"] == xmp.dc_title["x-default"] == title


def test_its_date_is_that_of_the_letter(made: bytes) -> None:
    metadata: Any = PdfReader(BytesIO(made)).metadata
    assert metadata["/CreationDate"] == "D:20240404"
    assert metadata.get("/ModDate") is None


def test_a_letter_without_a_date_gives_none() -> None:
    tree = nota()
    undated = replace(tree, first_page=tuple(f for f in tree.first_page if f.name != "datum"))
    metadata = PdfReader(BytesIO(write(undated, LOOK))).metadata
    assert metadata is not None and "/CreationDate" not in metadata


def test_the_sheet_is_that_of_the_style(made: bytes) -> None:
    box = PdfReader(BytesIO(made)).pages[0].mediabox
    assert (round(box.width / 72 * 25.4), round(box.height / 72 * 25.4)) == (210, 297)


def test_only_fonts_of_the_style_are_embedded(made: bytes) -> None:
    names: set[str] = set()
    for page in PdfReader(BytesIO(made)).pages:
        fonts: Any = cast("Any", page["/Resources"])["/Font"]
        names |= {str(font.get_object()["/BaseFont"]) for font in fonts.values()}
    assert names and all("+pmg" in name for name in names), names


def test_a_warm_process_gives_the_same_bytes(made: bytes) -> None:
    assert write(nota(paragraph("iets anders")), LOOK) != made
    assert write(nota(), LOOK) == made


def test_another_process_and_other_fonts_give_the_same_bytes(tmp_path: Path) -> None:
    bare = tmp_path / "fonts.conf"
    bare.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    assert run(IN_ANOTHER_PROCESS, PYTHONHASHSEED="1") == run(
        IN_ANOTHER_PROCESS, PYTHONHASHSEED="2", FONTCONFIG_FILE=str(bare), TZ="Asia/Tokyo"
    )


def test_a_missing_system_library_is_told_with_its_remedy() -> None:
    said = run(WITHOUT_PANGO)
    assert said.startswith("PMG431")
    assert "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in said


def test_a_character_without_glyph_is_named_with_its_place() -> None:
    with pytest.raises(Refused) as caught:
        write(nota(paragraph("goed ", fact("漢", "naam"))), LOOK)
    (finding,) = caught.value.findings
    assert finding.code == "PMG422"
    assert "U+6F22 (漢)" in finding.message and "naam" in finding.message
    assert str(finding.where) == "feiten.yaml:3:3"


def test_space_and_signs_that_nobody_sees_need_no_glyph() -> None:
    assert write(nota(paragraph("a\u00a0b\u200ec\u200fd\u00ade\u202ff")), LOOK)


def findings(tree_look: Look) -> list[tuple[str, str, int]]:
    """The code, the message and the line of each finding."""
    with pytest.raises(Refused) as caught:
        write(nota(), tree_look)
    return [(f.code, f.message, f.where.line if f.where else 0) for f in caught.value.findings]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.nl/a.png", "file:///etc/hostname", "a.png", "pmg-lettertype:geen",
        "data:image/png;base64,xx",
    ],
)  # fmt: skip
def test_nothing_is_fetched_and_a_missing_image_is_named(address: str) -> None:
    page = f'<html lang="nl"><title>t</title><img src="{address}" alt="x">'
    ((code, message, _),) = set(findings(with_page(page)))

    assert code == "PMG421"
    assert address in message and "komt niet in de pdf" in message


LAST_LINE = LOOK.css.data.count(b"\n") + 1


@pytest.mark.parametrize(
    ("rule", "code", "says", "line"),
    [
        ("p { kleur: rood; }", "PMG421", "‘kleur: rood’", LAST_LINE),
        ("p { color: rood; }", "PMG421", "‘color: rood’", LAST_LINE),
        ("p::foo { color: red; }", "PMG421", "‘p::foo’", 0),
        ("@page :foo { margin: 0; }", "PMG421", ":foo", LAST_LINE),
        ("@media foo bar { p { color: red; } }", "PMG421", "foo", LAST_LINE),
        ("p { width: calc(1px + ); }", "PMG421", "loopt het maken van de pdf vast", 0),
        ("p { background: url(data:image/png;base64,xx); }", "PMG421", "komt niet in de pdf", 0),
        ("p { background: url(https://example.nl/a.png); }", "PMG412", "van elders", LAST_LINE),
        ("p { background: url(file:///etc/hostname); }", "PMG412", "van elders", LAST_LINE),
        ("@font-face { font-family: x; src: url(data:,x); }", "PMG421", "lettertype x", 0),
        (".pmg-tekst { opacity: 0.5; }", "PMG421", "opacity", 0),
        ("p { font-family: Verdana; }", "PMG423", "Verdana zit niet bij de stijl", 0),
        ("h1 { font-family: serif; }", "PMG423", "serif zit niet bij de stijl", 0),
    ],
)
def test_css_that_would_be_ignored_is_refused_with_its_line(
    rule: str, code: str, says: str, line: int
) -> None:
    changed = replace(LOOK, css=Asset("style.css", LOOK.css.data + rule.encode()))
    found = findings(changed)

    assert {one[0] for one in found} == {code}
    assert any(says in message for _, message, _ in found)
    assert max(number for _, _, number in found) == line
    assert findings(changed) == found, "and again, from what is kept"


def test_a_link_that_leads_nowhere_is_refused() -> None:
    page = '<html lang="nl"><title>t</title><p><a href="#weg">x</a>'
    ((code, message, _),) = findings(with_page(page))

    assert (code, message) == ("PMG421", "De verwijzing naar #weg leidt nergens heen.")


def test_a_style_without_a_usable_font_is_refused() -> None:
    assert refusals(replace(LOOK, fonts={})) == ["PMG423"]
    assert refusals(replace(LOOK, fonts={"normaal": Asset("x.ttf", b"geen font")})) == ["PMG423"]


def test_a_variable_font_is_refused_since_its_pdf_would_not_be_valid() -> None:
    with TTFont(BytesIO(LOOK.fonts["normaal"].data)) as font:
        font["fvar"] = table = newTable("fvar")
        axis = Axis()
        axis.axisTag, axis.axisNameID = "wght", 256
        axis.minValue, axis.defaultValue, axis.maxValue = 100, 400, 900
        table.axes = [axis]
        stream = BytesIO()
        font.save(stream)
    variable = Asset("x.ttf", stream.getvalue())

    assert refusals(replace(LOOK, fonts={**LOOK.fonts, "normaal": variable})) == ["PMG423"]


def test_the_frame_of_each_page() -> None:
    pages = PdfReader(BytesIO(write(nota(*[paragraph("woord " * 300)] * 5), LOOK))).pages
    first, later = pages[0].extract_text(), pages[-1].extract_text()
    assert "CONCEPT" in first and "Turfmarkt 147" in first and "Projectnaam" in first
    assert "CONCEPT" in later and "Ons kenmerk\n5300203" in later
    assert "Turfmarkt" not in later and "Projectnaam" not in later
    assert f"Pagina {len(pages)} van {len(pages)}" in later
