"""One letter names the number of another, which the register knows."""

from pathlib import Path

import pytest

from pmg_docs.app.dossier import DossierReport, read_dossier
from pmg_docs.app.kenmerk.handing_out import assign, reserve, withdraw
from pmg_docs.model.document import FactText
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import write_tree
from tests.builders.numbered import letter, numbered

ONE = "IENW/BSK-2026/1000"
ASKING = "Zie mijn brief met kenmerk {{ kenmerk_van('nota') }}."


def report(workspace: Workspace, dossier: str = "dijken", name: str = "kamer") -> DossierReport:
    return read_dossier(workspace, dossier, [name])


def found(result: DossierReport) -> list[tuple[str, str]]:
    return [(f.code, str(f.where)) for f in result.findings]


def named(result: DossierReport) -> list[FactText]:
    [draft] = result.drafts
    return [
        i for i in draft.document.inlines()
        if isinstance(i, FactText) and i.origins[0].path.startswith("kenmerk_van")
    ]  # fmt: skip


def test_the_text_names_the_number_of_another_letter_with_its_origin(tmp_path: Path):
    workspace = numbered(tmp_path, {"dijken/nota": letter(), "dijken/kamer": letter(body=ASKING)})
    reserve(workspace, "dijken/nota")

    result = report(workspace)

    assert found(result) == []
    [words] = named(result)
    assert words.text == ONE
    [origin] = words.origins
    assert origin.path == "kenmerk_van.nota"
    assert str(origin.where) == "letters/_kenmerken/ienw_bsk-2026_1000.yaml:2:10"
    assert "letters/_kenmerken/ienw_bsk-2026_1000.yaml" in [f.name for f in result.drafts[0].inputs]


def test_the_front_matter_names_the_number_of_a_letter_of_another_dossier(tmp_path: Path):
    head = letter("=kenmerk:kamer").replace("kenmerk:", "uw_kenmerk: =kenmerk:wegen/nota\nkenmerk:",
                                            1)  # fmt: skip
    workspace = numbered(tmp_path, {"wegen/nota": letter(), "dijken/kamer": head})
    reserve(workspace, "wegen/nota")
    reserve(workspace, "dijken/kamer")

    result = report(workspace)

    assert found(result) == []
    assert {words.text for words in named(result)} == {ONE, "IENW/BSK-2026/1001"}


def test_no_file_tells_in_which_dossier_the_other_letter_lies(tmp_path: Path):
    body = "Zie {{ kenmerk_van('geheime-reorganisatie/nota') }}."
    workspace = numbered(tmp_path, {
        "geheime-reorganisatie/nota": letter(), "dijken/kamer": letter(body=body)})  # fmt: skip
    reserve(workspace, "geheime-reorganisatie/nota")

    [words] = named(report(workspace))

    assert "geheim" not in words.origins[0].path


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (ASKING, "De brief dijken/nota heeft in het register geen kenmerk."),
        ("{{ kenmerk_van('wegen/nota') }}", "De brief wegen/nota heeft"),
        ("{{ kenmerk_van('a/b/nota') }}", "geen brief om naar te verwijzen"),
        ("{{ kenmerk_van('') }}", "geen brief om naar te verwijzen"),
        ("{{ kenmerk_van(open_kenmerk) }}", "wil de naam van een brief"),
    ],
)
def test_a_number_that_is_not_known_is_an_error(tmp_path: Path, body: str, said: str):
    workspace = numbered(tmp_path, {"dijken/nota": letter(), "dijken/kamer": letter(body=body)})

    [finding] = report(workspace).findings

    assert (finding.code, finding.where and finding.where.line) == ("PMG237", 11)
    assert said in finding.message


@pytest.mark.parametrize("call", ["{{ kenmerk_van }}", "{{ kenmerk_van() }}",
                                  "{{ kenmerk_van('nota', 'x') }}"])  # fmt: skip
def test_a_call_that_is_none_is_an_error_and_no_crash(tmp_path: Path, call: str):
    workspace = numbered(tmp_path, {"dijken/nota": letter(), "dijken/kamer": letter(body=call)})

    assert [f.code for f in report(workspace).findings] in (["PMG305"], ["PMG315"])


def test_a_number_that_was_withdrawn_is_an_error(tmp_path: Path):
    workspace = numbered(tmp_path, {"dijken/nota": letter(), "dijken/kamer": letter(body=ASKING)})
    reserve(workspace, "dijken/nota")
    withdraw(workspace, ONE, "vergist")

    [finding] = report(workspace).findings

    assert finding.code == "PMG237"
    assert "ingetrokken" in finding.message


def test_a_letter_with_two_numbers_has_none_to_refer_to(tmp_path: Path):
    workspace = numbered(tmp_path, {"dijken/nota": letter(), "dijken/kamer": letter(body=ASKING)})
    reserve(workspace, "dijken/nota")
    text = (tmp_path / "letters/_kenmerken/ienw_bsk-2026_1000.yaml").read_text()
    write_tree(tmp_path, {
        "letters/_kenmerken/ienw_bsk-2026_1001.yaml": text.replace("1000", "1001")})  # fmt: skip

    [finding] = report(workspace).findings

    assert (finding.code, "meer dan één kenmerk" in finding.message) == ("PMG237", True)


def test_an_unsound_file_elsewhere_in_the_register_stops_no_reference(tmp_path: Path):
    workspace = numbered(tmp_path, {"dijken/nota": letter(), "dijken/kamer": letter(body=ASKING)})
    reserve(workspace, "dijken/nota")
    write_tree(tmp_path, {"letters/_kenmerken/5.yaml": "onzin"})

    assert found(report(workspace)) == []


def test_a_letter_with_the_number_of_another_is_an_error_where_it_names_it(tmp_path: Path):
    workspace = numbered(tmp_path, {"dijken/nota": letter(ONE), "dijken/kamer": letter(ONE)})
    assign(workspace, "dijken/nota")

    assert found(report(workspace)) == [("PMG223", "letters/dijken/kamer.md:6:10")]
    assert found(report(workspace, name="nota")) == []


def test_a_letter_with_a_withdrawn_number_is_an_error(tmp_path: Path):
    workspace = numbered(tmp_path, {"dijken/nota": letter(ONE)})
    assign(workspace, "dijken/nota")
    withdraw(workspace, ONE, "vergist")

    assert found(report(workspace, name="nota")) == [("PMG224", "letters/dijken/nota.md:6:10")]


def test_a_letter_whose_number_has_an_unsound_file_is_an_error_in_that_file(tmp_path: Path):
    workspace = numbered(tmp_path, {"dijken/nota": letter(ONE)})
    write_tree(tmp_path, {"letters/_kenmerken/ienw_bsk-2026_1000.yaml": "kenmerk: 'x\n"})

    assert found(report(workspace, name="nota")) == [
        ("PMG107", "letters/_kenmerken/ienw_bsk-2026_1000.yaml:1:10")
    ]


def test_a_fact_cannot_have_the_name_of_the_call(tmp_path: Path):
    workspace = numbered(tmp_path)
    facts = tmp_path / "letters/dijken/feiten.yaml"
    facts.write_text(facts.read_text() + "  kenmerk_van: 5\n")

    assert [f.code for f in report(workspace, name="nota").findings] == ["PMG209"]
