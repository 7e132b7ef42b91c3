"""Shells as officers leave them: moved fields, broken placeholders, other programs."""

import io
import subprocess
import tracemalloc
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from pmg_docs.checks.proof import prove
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Document
from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.model.words import split_words
from pmg_docs.readers.docx import read
from pmg_docs.writers.docx import write
from pmg_docs.writers.docx.shell import open_shell
from tests.builders import shell as shells
from tests.builders.controls import controls
from tests.builders.look import look
from tests.builders.tree import kamerbrief, nota, paragraph, persbericht
from tests.writers.test_docx_text import W, part

MARKER = shells.p("[[inhoud]]", "Normal")


def refusal(shell: bytes, document: Document | None = None) -> tuple[Diagnostic, ...]:
    with pytest.raises(Refused) as refused:
        write(document or nota(), look(shell))
    findings = refused.value.findings
    assert all(f.where == Place("templates/_delen/shell.docx", 0) for f in findings)
    assert all(f.hints for f in findings)
    return findings


def with_body(*paragraphs: str) -> bytes:
    return shells.shell(document=shells.document(*paragraphs, MARKER))


def test_a_field_stands_where_the_officer_put_it() -> None:
    shell = with_body(shells.p("Zie {{ kenmerk }} van {{ datum }} ({{ label.kenmerk }})", "Normal"))
    words = read(write(nota(paragraph("x")), look(shell)))
    assert words.body == split_words("Zie 5300203 van 4 april 2024 (Ons kenmerk) x")


def test_the_lines_of_a_field_are_joined_by_commas() -> None:
    shell = with_body(shells.p("Aan: {{ aan }}", "Normal"))
    words = read(write(nota(paragraph("x")), look(shell)))
    assert " ".join(words.body).startswith("Aan: Minister van Justitie en Veiligheid, Minister")


def test_a_placeholder_that_word_split_over_runs_is_filled() -> None:
    split = "".join(f"<w:r><w:t>{t}</w:t></w:r>" for t in ("{", "{ ken", "merk", " }", "}"))
    words = read(write(nota(paragraph("x")), look(with_body(shells.runs(split, "Normal")))))
    assert words.body == ("5300203", "x")


def test_a_page_number_keeps_the_dress_that_the_officer_gave_it() -> None:
    number = (
        "<w:r><w:rPr><w:b/></w:rPr><w:t>- {{ pagina</w:t></w:r>"
        "<w:r><w:rPr><w:b/></w:rPr><w:t>nummer }} -</w:t></w:r>"
    )
    footer = shells.footer().replace("<w:r><w:t>{{ paginanummer }}</w:t></w:r>", number)
    data = write(nota(), look(shells.shell(footer1=footer)))
    assert split_words("- Pagina {pagina} van {totaal} -") in read(data).first
    fields = [r for r in part(data, "footer1").iter(f"{W}r") if r.find(f"{W}fldChar") is not None]
    assert len(fields) == 6
    assert all(r.find(f"{W}rPr/{W}b") is not None for r in fields)


def test_headers_for_even_pages_are_filled_too() -> None:
    even = shells.header(shells.p("even {{ kenmerk }}", "Header"))
    members = shells.parts()
    members["word/header3.xml"] = even
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(
        "</Types>",
        f'<Override PartName="/word/header3.xml" ContentType="{shells.WORD}.header+xml"/></Types>',
    )
    members["word/_rels/document.xml.rels"] = members["word/_rels/document.xml.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="rId90" Type="{shells.R}/header" Target="header3.xml"/></Relationships>',
    )
    members["word/document.xml"] = members["word/document.xml"].replace(
        "<w:sectPr>", '<w:sectPr><w:headerReference w:type="even" r:id="rId90"/>'
    )
    members["word/settings.xml"] = members["word/settings.xml"].replace(
        "<w:defaultTabStop", "<w:evenAndOddHeaders/><w:defaultTabStop"
    )
    words = read(write(nota(), look(shells.pack(members))))
    assert ("even", "5300203") in words.follow_on


@pytest.mark.parametrize("shell", [b"", b"geen zip", shells.pack({"x.txt": "x"})])
def test_bytes_that_are_no_word_file_are_refused(shell: bytes) -> None:
    shell = shell or b"\x00"
    assert [f.code for f in refusal(shell)] == ["PMG401"]


def test_a_damaged_part_is_refused() -> None:
    assert [f.code for f in refusal(shells.shell(header1="<w:hdr>"))] == ["PMG401"]


def test_a_shell_without_a_place_for_the_text_is_refused() -> None:
    shell = shells.shell(document=shells.document(shells.p("Zie [[inhoud]].", "Normal")))
    assert [f.code for f in refusal(shell)] == ["PMG402"]


def test_a_shell_with_two_places_for_the_text_is_refused() -> None:
    (finding,) = refusal(with_body(MARKER))
    assert finding.code == "PMG402"
    assert "2 keer" in finding.message


def bomb(named_size: int | None = None) -> bytes:
    """A shell with a picture of 400 MB of nothing, which may say that it is smaller."""
    size = 400 * 1024 * 1024
    members = shells.parts()
    links = "word/_rels/document.xml.rels"
    members[links] = members[links].replace(
        "</Relationships>",
        f'<Relationship Id="x" Type="{shells.R}/image" Target="foto.png"/></Relationships>',
    )
    buffer = io.BytesIO(shells.pack(members))
    with (
        zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/foto.png", "w") as picture,
    ):
        for _ in range(size // 2**20):
            picture.write(bytes(2**20))
    named = size if named_size is None else named_size
    data = buffer.getvalue().replace(size.to_bytes(4, "little"), named.to_bytes(4, "little"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.getinfo("word/foto.png").file_size == named
    return data


@pytest.mark.parametrize("named_size", [None, 1000])
def test_a_shell_that_would_fill_the_memory_is_never_unpacked(named_size: int | None) -> None:
    data = bomb(named_size)
    tracemalloc.start()
    with pytest.raises(Refused):
        open_shell.__wrapped__(data, "shell.docx", ())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 30 * 1024 * 1024


def test_parts_that_lead_to_each_other_for_ever_are_read_once() -> None:
    members = shells.parts()
    members["word/_rels/header1.xml.rels"] = members["word/_rels/document.xml.rels"]
    assert open_shell(shells.pack(members), "shell.docx", ()).document == "word/document.xml"


def test_a_damaged_part_that_is_one_long_line_is_found_by_its_words() -> None:
    body = "".join(shells.p(f"regel {n}", "Normal") for n in range(1, 3000))
    broken = shells.document(body.replace("regel 2345</w:t>", "regel 2345"), MARKER)
    (finding,) = refusal(shells.shell(document=broken))
    assert "de tekst, alinea 2345 ('regel 2345')" in finding.message


@pytest.mark.parametrize("piece", ["altChunk", "subDoc"])
def test_a_piece_that_lies_in_another_file_is_refused(piece: str) -> None:
    (finding,) = refusal(with_body(f'<w:{piece} r:id="rId1"/>'))
    assert finding.code == "PMG407"


def test_a_field_that_word_split_over_runs_is_still_seen() -> None:
    split = (
        "<w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT</w:instrText></w:r>"
    )
    (finding,) = refusal(with_body(shells.runs(split, "Normal")))
    assert "INCLUDETEXT" in finding.message


def test_a_place_in_a_text_box_is_called_so() -> None:
    box = (
        f"<w:r><w:pict><w:txbxContent>{shells.p('{{ x }', 'Normal')}</w:txbxContent></w:pict></w:r>"
    )
    (finding,) = refusal(with_body(shells.runs(box, "Normal")))
    assert "een tekstvak" in finding.message


def test_an_unknown_placeholder_names_its_part_and_the_nearest_field() -> None:
    header = shells.header(shells.p("Kenmerk: {{ kenmrek }}", "Header"))
    (finding,) = refusal(shells.shell(header1=header))
    assert finding.code == "PMG403"
    assert "koptekst van de eerste pagina" in finding.message
    assert "{{ kenmrek }}" in finding.message
    assert finding.line == "Kenmerk: {{ kenmrek }}"
    assert finding.hints[0] == "Bedoelde u {{ kenmerk }}?"


def test_all_unknown_placeholders_of_a_part_come_together() -> None:
    findings = refusal(with_body(shells.p("{{ kenmrek }} {{ datmu }}", "Normal")))
    assert [f.code for f in findings] == ["PMG403", "PMG403"]


def test_an_unknown_place_is_refused() -> None:
    (finding,) = refusal(with_body(shells.loop("plaats.kolofon", shells.p("x", "Normal"))))
    assert finding.code == "PMG403"
    assert "{{ kolofon }}" in finding.message


@pytest.mark.parametrize(
    "text", ["{{ kenmerk", "{{ kenmerk }", "{% if kenmerk %}", "{{ }}", "{%p endfor %}"]
)
def test_a_placeholder_that_cannot_be_read_is_refused(text: str) -> None:
    assert {f.code for f in refusal(with_body(shells.p(text, "Normal")))} == {"PMG403"}


@pytest.mark.parametrize("text", ["Let op {%p if kenmerk %}", "{%p if kenmerk %} {%p endif %}"])
def test_text_that_a_steering_placeholder_would_swallow_is_refused(text: str) -> None:
    findings = refusal(with_body(shells.p(text, "Normal")))
    assert {f.code for f in findings} == {"PMG403"}
    assert all("verdwijnen" in f.message and f.line == text for f in findings)


def test_the_faults_of_all_parts_come_together() -> None:
    header = shells.header(shells.p("{{ kenmerk", "Header"))
    shell = shells.shell(
        document=shells.document(shells.p("{{ datum", "Normal"), MARKER), header1=header
    )
    assert {f.line for f in refusal(shell)} == {"{{ kenmerk", "{{ datum"}
    header = shells.header(shells.p("{{ kenmrek }}", "Header"))
    body = shells.document(shells.p("{{ datmu }}", "Normal"), MARKER)
    assert len(refusal(shells.shell(document=body, header1=header))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ plaats.adres.clear() }}",
        "{{ kenmerk / 2 }}",
        "{{ 'a' * 999999999 }}",
        "{{ 9 ** 9999999 }}",
        "{{ 'a' | center(999999999) }}",
        "{{ 'a'.center(999999999) }}",
        "{{ '%999999999d' % 1 }}",
        "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
        "{{ " + "(" * 3000 + "kenmerk" + ")" * 3000 + " }}",
    ],
    ids=range(10),
)
def test_a_shell_cannot_run_code(text: str) -> None:
    assert {f.code for f in refusal(with_body(shells.p(text, "Normal")))} == {"PMG403"}


def test_a_missing_style_names_role_and_id() -> None:
    styles = shells.styles().replace("PmgCitaat", "PmgAnders").replace("Pmg Citaat", "Pmg Anders")
    (finding,) = refusal(shells.shell(styles=styles))
    assert finding.code == "PMG404"
    assert "`citaat`" in finding.message
    assert "`PmgCitaat`" in finding.message


def test_a_shell_with_a_footnote_of_its_own_is_refused() -> None:
    note = shells.runs('<w:r><w:footnoteReference w:id="1"/></w:r>', "Normal")
    assert [f.code for f in refusal(with_body(note))] == ["PMG406"]


def test_a_shell_saved_by_a_dutch_word_still_has_its_styles() -> None:
    styles = shells.styles()
    saved = {
        "Heading1": "Kop1",
        "FootnoteText": "Voetnoottekst",
        "Normal": "Standaard",
        "FootnoteReference": "Voetnootmarkering",
    }
    for identity, dutch in saved.items():
        styles = styles.replace(f'"{identity}"', f'"{dutch}"')
        styles = styles.replace(f'<w:name w:val="{dutch}"', f'<w:name w:val="{identity}"')
    data = write(nota(), look(shells.shell(styles=styles)))
    ids = {s.get(f"{W}styleId") for s in part(data, "styles").iter(f"{W}style")}
    assert {"Heading1", "FootnoteText", "Normal", "FootnoteReference"} <= ids
    assert not {"Kop1", "Voetnoottekst", "Standaard"} & ids


def test_tracked_changes_in_a_shell_are_accepted_and_their_author_forgotten() -> None:
    change = 'w:id="5" w:author="J. Jansen" w:date="2024-01-01T00:00:00Z"'
    edited = (
        f"<w:ins {change}><w:r><w:t>nieuw</w:t></w:r></w:ins>"
        f"<w:del {change}><w:r><w:delText>oud</w:delText></w:r></w:del>"
    )
    data = write(nota(paragraph("x")), look(with_body(shells.runs(edited, "Normal"))))
    assert read(data).body == ("nieuw", "x")
    assert b"Jansen" not in zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")


def test_what_the_maker_of_a_shell_left_in_it_stays_behind() -> None:
    members = shells.parts()
    members["docProps/core.xml"] = "<x>J. Jansen</x>"
    members["word/comments.xml"] = "<x>J. Jansen</x>"
    members["customXml/item1.xml"] = "<x>J. Jansen</x>"
    members["word/settings.xml"] = members["word/settings.xml"].replace(
        "<w:defaultTabStop",
        '<w:attachedTemplate r:id="rId1"/><w:trackRevisions/><w:defaultTabStop',
    )
    members["word/_rels/settings.xml.rels"] = members["_rels/.rels"].replace(
        'officeDocument" Target="word/document.xml"',
        'attachedTemplate" Target="file:///C:/Users/jansen/x.dotx" TargetMode="External"',
    )
    data = write(nota(), look(shells.pack(members)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"ansen" not in everything
    assert b"attachedTemplate" not in everything


def test_loops_that_give_nothing_leave_a_sound_table_cell() -> None:
    loop = shells.loop("plaats.parafen", shells.p("{{ f.naam }}", "Normal"))
    table = (
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid><w:tr><w:tc>'
        f'<w:tcPr><w:tcW w:w="5000" w:type="dxa"/></w:tcPr>{loop}</w:tc></w:tr></w:tbl>'
    )
    document = replace(nota(paragraph("x")), first_page=())
    data = write(document, look(with_body(table)))
    cells = list(part(data, "document").iter(f"{W}tc"))
    assert [c[-1].tag for c in cells] == [f"{W}p"]


def test_a_shell_is_compiled_once() -> None:
    open_shell.cache_clear()
    for number in range(3):
        write(nota(kenmerk=str(number)), look())
    assert open_shell.cache_info().misses == 1


def test_one_shell_serves_styles_with_other_measures() -> None:
    base = look()
    roles = dict(base.style.roles)
    roles["tekst"] = roles["tekst"].model_copy(update={"size": 11, "bold": True})
    page = base.style.page.model_copy(update={"left": 30, "column_left": 150, "top": 40})
    style = base.style.model_copy(update={"roles": roles, "page": page})
    data = write(nota(), replace(base, style=style))
    normal = part(data, "styles").find(f"{W}style[@{W}styleId='Normal']/{W}rPr")
    assert normal is not None
    assert normal.find(f"{W}sz[@{W}val='22']") is not None
    margins = part(data, "document").find(f".//{W}sectPr/{W}pgMar")
    assert margins is not None
    assert (margins.get(f"{W}left"), margins.get(f"{W}top")) == ("1701", "2268")
    for name, top in (("header1", "3118"), ("header2", "2268")):
        frames = list(part(data, name).iter(f"{W}framePr"))
        assert {(f.get(f"{W}x"), f.get(f"{W}y")) for f in frames} == {("8504", top)}


def test_a_shell_saved_by_libreoffice_still_works(tmp_path: Path) -> None:
    source = tmp_path / "in" / "shell.docx"
    source.parent.mkdir()
    source.write_bytes(look().shell.data)
    convert(source, "docx:MS Word 2007 XML", tmp_path)
    shell = (tmp_path / "shell.docx").read_bytes()
    for document in (nota(), kamerbrief(), persbericht()):
        ours, theirs = write(document, look()), write(document, look(shell))
        one, other = read(ours), read(theirs)
        assert (one.body, one.notes) == (other.body, other.notes)
        assert sorted(map(sorted, one.first)) == sorted(map(sorted, other.first))
        assert sorted(map(sorted, one.follow_on)) == sorted(map(sorted, other.follow_on))
        assert {(c.alias, c.text) for c in controls(ours)} == {
            (c.alias, c.text) for c in controls(theirs)
        }


def convert(source: Path, form: str, folder: Path) -> None:
    """Let LibreOffice make another file of one, with a profile of its own."""
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
         "--convert-to", form, "--outdir", str(folder), str(source)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip


def test_the_shipped_shell_holds_no_trace_of_a_maker() -> None:
    with zipfile.ZipFile(io.BytesIO(look().shell.data)) as archive:
        assert not [n for n in archive.namelist() if n.startswith(("docProps", "customXml"))]
        styles = etree.fromstring(archive.read("word/styles.xml"))
    wanted = {role.word for role in look().style.roles.values()}
    assert wanted <= {s.get(f"{W}styleId") for s in styles.iter(f"{W}style")}


def test_a_known_field_that_the_letter_leaves_out_prints_nothing() -> None:
    tree = replace(nota(), known_fields=("kenmerk", "uw_kenmerk"))
    shell = with_body(shells.p("Van u: {{ uw_kenmerk }}{{ label.uw_kenmerk }}.", "Normal"))

    assert "Van u: ." in " ".join(read(write(tree, look(shell))).body)


def test_a_field_placed_again_without_its_label_is_proven() -> None:
    data = write(nota(), look(with_body(shells.p("{{ kenmerk }}", "Normal"))))

    findings = prove(nota(), read(data), "nota.docx", has_headers=True)
    assert "PMG504" not in {finding.code for finding in findings}
