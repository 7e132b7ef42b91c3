from decimal import Decimal
from pathlib import Path

import pytest

from pmg_docs.model.errors import Refused
from pmg_docs.model.place import Place
from pmg_docs.specs.loading import load_look, load_style, load_type
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import only, write_tree

HERE = Place("letters/x/nota.md")


def workspace(root: Path, files: dict[str, str]) -> Workspace:
    return Workspace.at(write_tree(root, files))


def test_a_style_takes_from_the_one_that_it_extends_key_by_key(tmp_path: Path):
    place = workspace(
        tmp_path,
        {"styles/a/stijl.yaml": "naam: a\nbreidt_uit: rijk\nrollen: {kop_1: {grootte: 11}}\n"},
    )

    style, files, _ = load_style(place, "a", HERE)

    assert style.roles["kop_1"].size == Decimal(11)
    assert style.roles["kop_1"].word == "Heading1"
    assert style.chain == ("a", "rijk")
    assert [f.name for f in files] == ["styles/a/stijl.yaml", "ingebouwd:styles/rijk/stijl.yaml"]


def test_a_style_of_the_workspace_goes_before_the_built_in_one(tmp_path: Path):
    place = workspace(
        tmp_path, {"styles/jenv/stijl.yaml": "naam: jenv\nbreidt_uit: rijk\nomschrijving: Eigen\n"}
    )

    assert load_style(place, "jenv", HERE)[0].description == "Eigen"


def test_a_part_of_the_sender_is_known_by_the_file_that_writes_it(tmp_path: Path):
    place = workspace(
        tmp_path,
        {
            "styles/a/stijl.yaml": "naam: a\nbreidt_uit: jenv\nafzender: {website: www.a.nl}\n",
        },
    )

    _, _, places = load_style(place, "a", HERE)

    assert places["website"] == Place("styles/a/stijl.yaml", 3, 12)
    assert places["bezoekadres"].file == "ingebouwd:styles/jenv/stijl.yaml"


def test_an_error_in_an_extended_style_points_at_its_own_file(tmp_path: Path):
    place = workspace(
        tmp_path,
        {
            "styles/a/stijl.yaml": "naam: a\nbreidt_uit: b\n",
            "styles/b/stijl.yaml": "naam: b\nbreidt_uit: rijk\npagina: {links: 2.8}\n",
        },
    )

    with pytest.raises(Refused) as caught:
        load_style(place, "a", HERE)

    assert only(caught.value.findings).where == Place("styles/b/stijl.yaml", 3, 17)


def test_styles_that_extend_each_other_are_refused(tmp_path: Path):
    place = workspace(
        tmp_path,
        {
            "styles/a/stijl.yaml": "naam: a\nbreidt_uit: b\n",
            "styles/b/stijl.yaml": "naam: b\nbreidt_uit: a\n",
        },
    )

    with pytest.raises(Refused) as caught:
        load_style(place, "a", HERE)

    finding = only(caught.value.findings)
    assert (finding.code, finding.where) == ("PMG133", Place("styles/b/stijl.yaml", 2, 13))


@pytest.mark.parametrize(
    ("name", "hint"), [("nota's", "nota"), ("noot", "nota"), ("../nota", "nota")]
)
def test_an_unknown_type_names_the_nearest(tmp_path: Path, name: str, hint: str):
    with pytest.raises(Refused) as caught:
        load_type(workspace(tmp_path, {}), name, HERE)

    finding = only(caught.value.findings)
    assert (finding.code, finding.where) == ("PMG131", HERE)
    assert hint in finding.hints[0]


def test_a_file_is_looked_up_in_the_style_for_that_type_first(tmp_path: Path):
    place = workspace(
        tmp_path,
        {
            "styles/a/stijl.yaml": "naam: a\nbreidt_uit: rijk\n",
            "styles/a/nota/page.html.j2": "eigen pagina",
        },
    )
    style, _, _ = load_style(place, "a", HERE)

    look = load_look(place, style, "nota")

    assert look.page.data == b"eigen pagina"
    assert look.shell.name == "ingebouwd:templates/_delen/shell.docx"


def test_a_missing_file_of_a_style_names_where_it_was_sought(tmp_path: Path):
    files = {
        "styles/a/stijl.yaml": "naam: a\nbreidt_uit: rijk\n"
        "lettertype: {bestanden: {normaal: weg.ttf}}\n"
    }
    place = workspace(tmp_path, files)

    with pytest.raises(Refused) as caught:
        load_style(place, "a", HERE)

    finding = only(caught.value.findings)
    assert finding.code == "PMG134"
    assert finding.where == Place("styles/a/stijl.yaml", 3, 35)
    assert "styles/rijk/weg.ttf" in finding.hints[0]


def test_a_style_without_a_sheet_of_its_own_or_above_it_is_refused(tmp_path: Path):
    whole = (Path(__file__).parents[2] / "styles/rijk/stijl.yaml").read_text(encoding="utf-8")
    place = workspace(tmp_path, {"styles/a/stijl.yaml": whole.replace("naam: rijk", "naam: a")})
    for font in (Path(__file__).parents[2] / "styles/rijk/fonts").iterdir():
        copy = tmp_path / "styles/a/fonts" / font.name
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(font.read_bytes())
    style, _, _ = load_style(place, "a", HERE)

    with pytest.raises(Refused) as caught:
        load_look(place, style, "nota")

    finding = only(caught.value.findings)
    assert finding.code == "PMG134"
    assert "styles/a/style.css" in finding.message


def test_every_built_in_style_and_type_is_sound():
    place = Workspace.at(Path(__file__).parents[2])

    for name in place.folders("styles", "stijl.yaml"):
        assert load_style(place, name, HERE)[0].name == name
    for name in place.folders("templates", "soort.yaml"):
        assert load_type(place, name, HERE)[0].name == name
