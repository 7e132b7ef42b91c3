"""What a type puts around a letter: salutation, voice, signatures, asides."""

from pathlib import Path

import pytest

from pmg_docs.app.dossier import DossierReport, read_dossier
from pmg_docs.model.document import (
    Aside,
    FactText,
    Heading,
    Paragraph,
    Signatures,
    Text,
    plain_text,
)
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import only, write_tree

FACTS = """\
stijl: rijk
feiten:
  een: {persoon: {naam: A. Een, ambt: Minister van Een}}
  twee: {persoon: {naam: B. Twee, ambt: Minister voor Twee}}
  geld: {bedrag: 5}
  wie: {contact: {naam: C. Drie, telefoon: 070 123}}
"""

HEAD = "aan: Tweede Kamer\nonderwerp: Proef\ndatum: 2026-01-15\nkenmerk: x-1\n"


def letter(root: Path, front: str, body: str = "Tekst.", kind: str = "kamerbrief") -> DossierReport:
    text = f"---\nsoort: {kind}\n{front}---\n{body}\n"
    write_tree(root, {"letters/proef/feiten.yaml": FACTS, "letters/proef/brief.md": text})
    return read_dossier(Workspace.at(root), "proef")


def texts(report: DossierReport) -> str:
    assert report.findings == ()
    body = report.drafts[0].document.body
    return " / ".join(plain_text(b.children) for b in body if isinstance(b, Heading | Paragraph))


BODY = (
    "{{ Ik }} schrijf {{ mij }} in {{ mijn_het }} boek en {{ mijn }} "
    "{{ ik_of_wij('brief', 'brieven') }}."
)


@pytest.mark.parametrize(
    ("signed", "words"),
    [
        ("[=een]", "Ik schrijf mij in mijn boek en mijn brief."),
        ("[=een, =twee]", "Wij schrijf ons in ons boek en onze brieven."),
    ],
)
def test_a_letter_speaks_for_as_many_as_sign_it(tmp_path: Path, signed: str, words: str):
    report = letter(tmp_path, f"{HEAD}ondertekenaars: {signed}\n", BODY)

    assert texts(report) == f"Geachte voorzitter, / {words} / Hoogachtend,"


def test_signatories_stand_in_the_order_given_with_office_and_name(tmp_path: Path):
    report = letter(tmp_path, f"{HEAD}ondertekenaars: [=twee, =een]\n")

    last = report.drafts[0].document.body[-1]
    assert isinstance(last, Signatures)
    assert [(plain_text(s.office), plain_text(s.name)) for s in last.signatures] == [
        ("De Minister voor Twee,", "B. Twee"),
        ("De Minister van Een,", "A. Een"),
    ]


@pytest.mark.parametrize(
    ("behalf", "words"),
    [("[=twee]", "de Minister voor Twee"), ("[de SG, =twee]", "de SG en de Minister voor Twee")],
)
def test_those_in_whose_name_it_is_sent_stand_in_the_text(tmp_path: Path, behalf: str, words: str):
    front = f"{HEAD}ondertekenaars: [=een]\nmede_namens: {behalf}\n"

    assert f"Namens {words}." in texts(letter(tmp_path, front, "Namens {{ brief.mede_namens }}."))


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("", "PMG233"),
        ("ondertekenaars: [=een, =twee, =een, =twee, =een]\n", "PMG233"),
        ("ondertekenaars: [=geld]\n", "PMG233"),
        ("ondertekenaars: [=een]\nmede_namens: [=een]\n", "PMG234"),
    ],
)
def test_a_mistake_in_who_signs_is_named(tmp_path: Path, front: str, code: str):
    assert only(letter(tmp_path, HEAD + front).findings).code == code


def test_both_chambers_are_addressed_with_a_line_between(tmp_path: Path):
    front = HEAD.replace("Tweede Kamer", "[Tweede Kamer, Eerste Kamer]")
    report = letter(tmp_path, f"{front}ondertekenaars: [=een]\n")

    field = report.drafts[0].document.field("aan")
    assert field is not None
    assert [plain_text(line) for line in field.lines][4:6] == [
        "", "Aan de Voorzitter van de Eerste Kamer",
    ]  # fmt: skip


def test_a_heading_keeps_the_number_that_is_typed(tmp_path: Path):
    report = letter(tmp_path, f"{HEAD}ondertekenaars: [=een]\n", "## 2. Het geld\n\nTekst.")

    [heading] = [b for b in report.drafts[0].document.body if isinstance(b, Heading)]
    assert (heading.label, plain_text(heading.children)) == ("2.", "Het geld")


PRESS = "onderwerp: Kop\ndatum: 2026-01-15\ncontact: =wie\nembargo: 2026-01-15 12:30\n"


def test_a_press_release_has_a_lead_an_embargo_and_a_note_for_editors(tmp_path: Path):
    report = letter(tmp_path, PRESS, "Eerst.\n\nDan.", "persbericht")

    document = report.drafts[0].document
    assert [b.role for b in document.body if isinstance(b, Paragraph)] == ["lead", "tekst"]
    embargo = document.field("embargo")
    assert embargo is not None
    assert (embargo.label, plain_text(embargo.lines[0])) == (
        "EMBARGO tot", "15 januari 2026, 12.30 uur",
    )  # fmt: skip
    assert isinstance(document.body[-1], Aside)


def test_the_note_for_editors_is_left_out_where_the_type_says_so(tmp_path: Path):
    document = letter(tmp_path, PRESS, "Eerst.", "persbericht").drafts[0].document

    assert not any(isinstance(b, Aside) for b in document.shown_in("html").body)
    assert any(isinstance(b, Aside) for b in document.shown_in("docx").body)


def test_what_depends_on_the_signing_knows_where_it_comes_from(tmp_path: Path):
    report = letter(tmp_path, f"{HEAD}ondertekenaars: [=een]\n", "Dat vind {{ ik }}.")

    [word] = [i for i in report.drafts[0].document.inlines()
              if isinstance(i, FactText) and i.text == "ik"]  # fmt: skip
    assert word.origins[0].path == "brief.ondertekenaars"
    assert not any(
        isinstance(i, Text) and i.text == "ik" for i in report.drafts[0].document.inlines()
    )
