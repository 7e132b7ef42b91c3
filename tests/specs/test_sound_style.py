"""A value in a style that no page can be made with is a finding at its own place."""

from pathlib import Path

import pytest

from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.specs.loading import load_style
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import only, write_tree

HERE = Place("letters/x/nota.md")


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("rollen: {tekst: {kleur: paars}}", "PMG135", 25),
        ("rollen: {tekst: {grootte: 99999999}}", "PMG137", 27),
        ("rollen: {tekst: {grootte: -9}}", "PMG137", 27),
        ("rollen: {tekst: {grootte: 0}}", "PMG137", 27),
        ("rollen: {tekst: {regel: 145}}", "PMG137", 25),
        ("rollen: {tekst: {voor: -1}}", "PMG137", 24),
        ("rollen: {tekst: {na: 289}}", "PMG137", 22),
        ("rollen: {tekst: {inspringen: 101}}", "PMG137", 30),
        ("rollen: {concept: {grootte: 5, regel: 5}}", "PMG143", 29),
        ("rollen: {concept: {kleur: wit}}\nkleuren: {wit: '#ffffff'}", "PMG143", 27),
        ("pagina: {breedte: -210}", "PMG137", 19),
        ("pagina: {hoogte: 1201}", "PMG137", 18),
        ("pagina: {links: -1}", "PMG137", 17),
        ("pagina: {rechts: 150}", "PMG136", 18),
        ("pagina: {links: 120}", "PMG136", 17),
        ("pagina: {boven: 300}", "PMG136", 17),
        ("pagina: {boven_eerste: 240}", "PMG136", 24),
        ("pagina: {kolom_links: 205}", "PMG136", 23),
        ("pagina: {kolom_breedte: 0}", "PMG136", 25),
        ("pagina: {kolom_boven: 300}", "PMG136", 23),
        ("kleuren: {inkt: rood}", "PMG138", 17),
        ("kleuren: {inkt: '#123'}", "PMG138", 17),
        ("paginanummer: 'Blad {pagina} {x}'", "PMG139", 15),
        ("paginanummer: 'Blad {pagina'", "PMG139", 15),
        ("paginanummer: 'Blad {pagina!r}'", "PMG139", 15),
    ],
)
def test_a_value_that_cannot_be_is_refused_where_it_stands(
    line: str, code: str, column: int, tmp_path: Path
):
    root = write_tree(tmp_path, {"styles/a/stijl.yaml": f"naam: a\nbreidt_uit: rijk\n{line}\n"})

    with pytest.raises(Refused) as caught:
        load_style(Workspace.at(root), "a", HERE)

    finding = only(caught.value.findings)
    assert (finding.code, finding.where) == (code, Place("styles/a/stijl.yaml", 3, column))
    assert finding.message.endswith(".")


def test_a_page_number_may_hold_no_number(tmp_path: Path):
    root = write_tree(
        tmp_path, {"styles/a/stijl.yaml": "naam: a\nbreidt_uit: rijk\npaginanummer: Blad\n"}
    )

    assert load_style(Workspace.at(root), "a", HERE)[0].page_number == "Blad"
