"""ODF text files as LibreOffice makes them of ours: valid, proven, and the same at every run."""

import re
import subprocess
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import etree

from pmg_docs.checks.proof import prove
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Area, Document, NoteRef
from pmg_docs.model.errors import Unreachable
from pmg_docs.readers.docx import read as read_docx
from pmg_docs.readers.odt import read
from pmg_docs.workspace.office import convert, find_office
from pmg_docs.writers.docx import write
from pmg_docs.writers.odt import finish, plain
from pmg_docs.writers.odt.content import settle
from pmg_docs.writers.odt.package import MEDIA_TYPE
from tests.builders import odf
from tests.builders.look import look
from tests.builders.odf import packed, unpacked
from tests.builders.tree import (
    fact,
    field,
    kamerbrief,
    line,
    nota,
    paragraph,
    persbericht,
    rich_notes,
)
from tests.look.paper import difference, pictures

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RUN = re.compile(r"<w:r>(?:(?!</w:r>).)*?<w:t[ >](?:(?!</w:r>).)*</w:r>", re.DOTALL)
AWKWARD = (
    "a\u00adb\u200bc\u2060d\u202fe\u2011f \u05e9\u05dc\u05d5\u05dd \ufb01 \u0132 \U0001f469 &<>\"'"
)

DOCUMENTS: dict[str, Document] = {
    "nota": nota(),
    "kamerbrief": kamerbrief(length=4),
    "persbericht": persbericht(),
    "herhaald": nota(
        paragraph("Een", NoteRef(1), " en nog eens", NoteRef(1), ", dan", NoteRef(2), " en weer",
                  NoteRef(1), "."),
        notes=rich_notes(),
    ),
    "lastig": nota(paragraph(AWKWARD, fact(AWKWARD))),
    "afzender": replace(nota(), first_page=(
        *nota().first_page, field("ministerie", Area.COLOFON, "Ministerie van <Proeven> & Co"),
    )),
}  # fmt: skip


def controlled(data: bytes) -> bytes:
    """A Word file with a content control around each run of words, bound as Word binds it."""
    parts = unpacked(data)
    for name in parts:
        if re.fullmatch(r"word/(document|header\d|footnotes)\.xml", name):
            parts[name] = RUN.sub(_control, parts[name].decode()).encode()
    return packed(parts)


def _control(run: re.Match[str]) -> str:
    return (
        '<w:sdt><w:sdtPr><w:alias w:val="geheim-feit"/><w:tag w:val="geheim-feit"/>'
        '<w:dataBinding w:prefixMappings="xmlns:f=\'urn:f\'" w:xpath="/f:a[1]"'
        ' w:storeItemID="{11111111-1111-1111-1111-111111111111}"/><w:text/></w:sdtPr>'
        f"<w:sdtContent>{run[0]}</w:sdtContent></w:sdt>"
    )


def converted(sources: dict[str, bytes]) -> dict[str, bytes]:
    program = find_office()
    assert program is not None
    return convert(program, sources, "docx", "odt")


@pytest.fixture(scope="module")
def word() -> dict[str, bytes]:
    return {name: write(document, look()) for name, document in DOCUMENTS.items()}


@pytest.fixture(scope="module")
def raw(word: dict[str, bytes]) -> dict[str, bytes]:
    return converted({name: plain(data) for name, data in word.items()})


@pytest.fixture(scope="module")
def made(raw: dict[str, bytes]) -> dict[str, bytes]:
    return {name: finish(data, DOCUMENTS[name], name) for name, data in raw.items()}


@pytest.fixture(scope="module")
def laid_out(
    word: dict[str, bytes], made: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The pages of both kinds as LibreOffice lays them out."""
    folder = tmp_path_factory.mktemp("pagina")
    for name in DOCUMENTS:
        (folder / f"{name}-word.docx").write_bytes(word[name])
        (folder / f"{name}-odf.odt").write_bytes(made[name])
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profiel').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(folder),
         *(str(p) for p in folder.iterdir() if p.suffix in {".docx", ".odt"})],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return folder


def findings(document: Document, data: bytes) -> tuple[Diagnostic, ...]:
    return prove(document, read(data), "brief.odt", has_headers=True)


def part(data: bytes, name: str = "content.xml") -> str:
    return unpacked(data)[name].decode()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_says_what_the_tree_says(made: dict[str, bytes], name: str):
    assert findings(DOCUMENTS[name], made[name]) == ()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_says_what_the_word_file_says_page_by_page(
    word: dict[str, bytes], made: dict[str, bytes], name: str
):
    assert read(made[name]) == read_docx(word[name])


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("content.xml", "500.000", "500.001", "PMG502"),
        ("content.xml", "tweede punt", "punt", "PMG502"),
        ("content.xml", "Stcrt. 2024, 12052", "Stcrt. 2024, 12053", "PMG505"),
        ("content.xml", r'<text:note text:id="ftn3".*?</text:note>', " [^2] ", "PMG505"),
        ("content.xml", 'text:start-value="1"', 'text:start-value="2"', "PMG502"),
        ("styles.xml", "5300203", "5300204", "PMG503"),
        ("styles.xml", "<style:header>.*?</style:header>", "", "PMG503"),
        ("styles.xml", "<text:page-number.*?</text:page-number>", "1", "PMG503"),
        ("styles.xml", ">Datum<", ">Datum van vandaag<", "PMG503"),
        ("styles.xml", ">CONCEPT<", ">CONCEPT geheim<", "PMG504"),
    ],
)
def test_the_proof_sees_a_word_a_header_or_a_note_that_is_not_the_same(
    made: dict[str, bytes], name: str, old: str, new: str, code: str
):
    text = part(made["nota"], name)
    changed, count = re.subn(old, new, text, flags=re.DOTALL)
    assert count

    data = packed({**unpacked(made["nota"]), name: changed})

    assert code in {finding.code for finding in findings(DOCUMENTS["nota"], data)}


def schema(name: str) -> etree.RelaxNG:
    folder = files("openxml_audit") / "odf/schemas/odf-1.3"
    return etree.RelaxNG(etree.parse(str(folder / f"OpenDocument-v1.3-{name}.rng")))


@pytest.fixture(scope="module")
def grammar() -> etree.RelaxNG:
    """The schema of ODF 1.3 as OASIS published it, without any room for elements of others."""
    return schema("schema")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_part_is_valid_odf(made: dict[str, bytes], grammar: etree.RelaxNG, name: str):
    for member in ("content.xml", "styles.xml", "meta.xml", "settings.xml"):
        root = etree.fromstring(unpacked(made[name])[member])
        grammar.validate(root)
        assert list(map(str, grammar.error_log)) == [], member
    manifest = schema("manifest-schema")
    assert manifest.validate(etree.fromstring(unpacked(made[name])["META-INF/manifest.xml"]))


def test_the_schema_sees_a_list_that_goes_on_with_one_that_is_not_there(
    raw: dict[str, bytes], made: dict[str, bytes], grammar: etree.RelaxNG
):
    """So LibreOffice writes it by itself."""
    assert not grammar.validate(etree.fromstring(unpacked(raw["nota"])["content.xml"]))
    assert grammar.validate(etree.fromstring(unpacked(made["nota"])["content.xml"]))


def test_another_run_gives_other_bytes_and_we_the_same(
    word: dict[str, bytes], raw: dict[str, bytes], made: dict[str, bytes]
):
    again = converted({"nota": plain(word["nota"])})["nota"]

    assert unpacked(again)["content.xml"] != unpacked(raw["nota"])["content.xml"]
    assert finish(again, DOCUMENTS["nota"], "nota") == made["nota"]


def test_its_kind_can_be_told_from_its_first_bytes(made: dict[str, bytes]):
    assert made["nota"][30:38] == b"mimetype"
    assert made["nota"][38 : 38 + len(MEDIA_TYPE)] == MEDIA_TYPE.encode()


def test_it_holds_the_text_and_the_look_and_nothing_else(made: dict[str, bytes]):
    assert list(unpacked(made["nota"])) == [
        "mimetype", "content.xml", "meta.xml", "settings.xml", "styles.xml",
        "META-INF/manifest.xml",
    ]  # fmt: skip


def test_its_properties_come_from_the_letter(made: dict[str, bytes]):
    meta = part(made["afzender"], "meta.xml")

    assert "<dc:title>Incidentele ondersteuning lokale preventieve aanpak</dc:title>" in meta
    assert "<meta:keyword>5300203</meta:keyword>" in meta
    assert "<dc:creator>Ministerie van &lt;Proeven&gt; &amp; Co</dc:creator>" in meta
    assert "<meta:creation-date>2024-04-04T00:00:00</meta:creation-date>" in meta
    assert "<dc:language>nl-NL</dc:language>" in meta


def test_it_tells_the_version_that_made_it_and_nothing_of_the_machine(made: dict[str, bytes]):
    whole = b"".join(unpacked(made["nota"]).values())

    assert re.search(rb"<meta:generator>LibreOffice/[0-9.]+</meta:generator>", whole)
    for trace in (b"Linux", b"X86", b"root", b"/tmp", b"Rsid", b"PrinterName", b"editing",
                  b"soft-page", b"statistic"):  # fmt: skip
        assert trace not in whole, trace


@pytest.mark.parametrize("name", DOCUMENTS)
def test_its_pages_are_those_of_the_word_file(laid_out: Path, name: str):
    """As LibreOffice shows both; the fields of the Word file take a hair more room."""
    word, odf = (pictures(laid_out / f"{name}-{kind}.pdf") for kind in ("word", "odf"))

    assert len(odf) == len(word) >= 1
    assert max(map(difference, word, odf)) < 0.05


def test_a_second_reference_to_a_note_follows_that_note(made: dict[str, bytes]):
    content = part(made["herhaald"])

    assert content.count("<text:note-ref ") == 2
    assert content.count('text:ref-name="ftn1"') == 2
    assert "FieldMark" not in content


def test_a_word_field_that_shows_something_else_keeps_its_words():
    marks = (
        '<text:bookmark-start text:name="__FieldMark_0"/>{}'
        '<text:bookmark-end text:name="__FieldMark_0"/>'
    )
    for inner in ("<text:span>vier</text:span>", "vier", ""):
        text = odf.p(f"drie {marks.format(inner)} vijf")

        settled = settle(unpacked(odf.odt(text))["content.xml"])

        words = "".join(map(str, settled.itertext())).split()
        assert words == ["drie", *(["vier"] if inner else []), "vijf"]


def test_content_controls_leave_words_and_look_as_they_are(
    word: dict[str, bytes], made: dict[str, bytes]
):
    names = ("nota", "kamerbrief", "herhaald")
    bound = {name: controlled(plain(word[name])) for name in names}
    assert all(b"w:sdt>" in unpacked(data)["word/document.xml"] for data in bound.values())
    assert all(b"w:sdt>" in unpacked(data)["word/header2.xml"] for data in bound.values())

    for name, data in converted({n: plain(data) for n, data in bound.items()}).items():
        assert finish(data, DOCUMENTS[name], name) == made[name]


def test_a_word_file_with_content_controls_is_read_back_whatever_libreoffice_makes_of_them(
    word: dict[str, bytes],
):
    for name, data in converted({"nota": controlled(plain(word["nota"]))}).items():
        assert "text-input" in part(data)
        assert findings(DOCUMENTS[name], data) == ()


def test_controls_around_paragraphs_rows_and_each_other_are_taken_off():
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    run = "<w:r><w:t>{}</w:t></w:r>"
    inner = f"<w:p>{run.format('a')}{control(control(run.format('b')) + run.format('c'))}</w:p>"
    xml = f'<w:body xmlns:w="{W}">{control(inner)}<w:sdt><w:sdtPr/></w:sdt><w:p/></w:body>'

    settled = unpacked(plain(packed({"word/document.xml": xml})))["word/document.xml"]

    bare = f"<w:p>{run.format('a')}{run.format('b')}{run.format('c')}</w:p><w:p/>"
    assert settled.decode().partition("\n")[2] == f'<w:body xmlns:w="{W}">{bare}</w:body>'


@pytest.mark.parametrize(
    "data", [packed({"mimetype": MEDIA_TYPE}), packed({**unpacked(odf.odt()), "content.xml": "x"})]
)
def test_what_is_no_odt_is_told(data: bytes):
    with pytest.raises(Unreachable) as caught:
        finish(data, nota(), "proef/nota")

    assert [f.code for f in caught.value.findings] == ["PMG435"]
    assert "proef/nota" in caught.value.findings[0].message


def test_pictures_are_kept_with_their_kind(raw: dict[str, bytes]):
    data = packed({**unpacked(raw["nota"]), "Pictures/b.png": b"png", "Pictures/a.svg": b"svg"})

    members = unpacked(finish(data, nota(), "nota"))

    assert list(members)[1:3] == ["Pictures/a.svg", "Pictures/b.png"]
    assert (
        b'full-path="Pictures/b.png" manifest:media-type="image/png"'
        in members["META-INF/manifest.xml"]
    )


def test_a_title_over_two_lines_is_one_line_in_the_properties(raw: dict[str, bytes]):
    titled = replace(nota(), title="Een titel\n over twee & regels", first_page=())

    meta = part(finish(raw["nota"], titled, "nota"), "meta.xml")

    assert "<dc:title>Een titel over twee &amp; regels</dc:title>" in meta
    assert "creator" not in meta
    assert "date" not in meta


def test_a_letter_dated_by_month_has_no_day_of_making(raw: dict[str, bytes]):
    datum = field("datum", Area.REFERENCE, fact("april 2024", machine="2024-04"))
    tree = replace(nota(), first_page=(datum,), body=(paragraph(*line("x")),))

    assert "date" not in part(finish(raw["nota"], tree, "nota"), "meta.xml")
