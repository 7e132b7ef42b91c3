"""The register held against the letters: every way in which the two can differ."""

from pathlib import Path

import pytest

from pmg_docs.app.build import build
from pmg_docs.app.check.dossiers import check
from pmg_docs.app.final.status import status
from pmg_docs.app.kenmerk.checking import check_register
from pmg_docs.app.kenmerk.handing_out import assign, reserve, withdraw
from pmg_docs.model.errors import Refused
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import write_tree
from tests.builders.numbered import letter, numbered

ONE, OTHER = "IENW/BSK-2026/1000", "IENW/BSK-2026/1001"


def found(workspace: Workspace) -> list[tuple[str, str]]:
    report = check_register(workspace)
    return [(f.code, str(f.where)) for f in report.findings]


def codes(workspace: Workspace) -> list[str]:
    return [code for code, _ in found(workspace)]


def test_a_register_that_fits_the_letters_is_silent(tmp_path: Path):
    workspace = numbered(tmp_path, {
        "dijken/nota": letter("=kenmerk:nota"), "dijken/kamerbrief": letter(OTHER)})  # fmt: skip
    reserve(workspace, "dijken/nota")
    assign(workspace, "dijken/kamerbrief")

    report = check_register(workspace)

    assert report.findings == ()
    assert (report.numbers, report.letters) == (2, 2)


def test_without_a_register_a_letter_that_bears_a_number_is_told(tmp_path: Path):
    workspace = numbered(tmp_path, {"dijken/nota": letter(ONE), "dijken/brief": letter()})

    assert found(workspace) == [("PMG239", "letters/dijken/nota.md:6:10")]


def test_two_letters_with_one_number_are_told(tmp_path: Path):
    workspace = numbered(tmp_path, {
        "dijken/nota": letter(ONE), "wegen/nota": letter("ienw/bsk-2026/1000")})  # fmt: skip

    assert ("PMG225", "letters/wegen/nota.md:6:10") in found(workspace)
    assign(workspace, "wegen/nota")
    assert found(workspace) == [("PMG223", "letters/dijken/nota.md:6:10")]


@pytest.mark.parametrize("other", ["dijken/brief", "wegen/nota"])
def test_two_letters_with_one_number_are_an_error_wherever_both_are_read(
    tmp_path: Path, other: str
):
    workspace = numbered(tmp_path, {"dijken/nota": letter(ONE), other: letter(ONE)})
    dossiers = sorted({"dijken", other.partition("/")[0]})

    assert [f.code for f in check(workspace).findings if f.stops] == ["PMG225"]
    assert "PMG225" in {f.code for f in status(workspace).findings}
    with pytest.raises(Refused) as caught:
        build(workspace, dossiers)
    assert [f.code for f in caught.value.findings if f.stops] == ["PMG225"]
    one = [f.code for f in check(workspace, ["dijken"]).findings if f.stops]
    assert one == (["PMG225"] if len(dossiers) == 1 else [])


def test_letters_whose_number_is_open_share_none(tmp_path: Path):
    workspace = numbered(tmp_path, {"dijken/nota": letter(), "dijken/brief": letter()})

    assert not [f for f in check(workspace).findings if f.stops]
    assert "PMG225" not in {f.code for f in status(workspace).findings}


def test_a_number_that_the_register_gave_to_one_is_told_once(tmp_path: Path):
    workspace = numbered(tmp_path, {"dijken/nota": letter(ONE), "dijken/brief": letter(ONE)})
    assign(workspace, "dijken/nota")

    assert [f.code for f in check(workspace).findings if f.stops] == ["PMG223"]


def test_a_number_of_a_letter_that_is_gone_or_bears_another_is_told(tmp_path: Path):
    workspace = numbered(tmp_path, {"dijken/nota": letter(ONE), "dijken/brief": letter(OTHER)})
    assign(workspace, "dijken/nota")
    assign(workspace, "dijken/brief")
    (tmp_path / "letters/dijken/brief.md").unlink()
    write_tree(tmp_path, {"letters/dijken/nota.md": letter("IENW/BSK-2026/1999")})

    assert found(workspace) == [
        ("PMG227", "letters/_kenmerken/ienw_bsk-2026_1000.yaml:2:10"),
        ("PMG227", "letters/_kenmerken/ienw_bsk-2026_1001.yaml:2:10"),
        ("PMG239", "letters/dijken/nota.md:6:10"),
    ]


def test_a_reservation_that_nobody_uses_is_told(tmp_path: Path):
    workspace = numbered(tmp_path)
    reserve(workspace, "dijken/nota")
    reserve(workspace, style="water")

    report = check_register(workspace)

    assert [(f.code, f.stops) for f in report.findings] == [("PMG228", False)] * 2


def test_a_reservation_for_no_letter_that_a_letter_bears_is_used(tmp_path: Path):
    workspace = numbered(tmp_path, {"dijken/nota": letter(ONE)})
    reserve(workspace, style="water")

    assert found(workspace) == []


def test_a_letter_with_a_withdrawn_number_is_told(tmp_path: Path):
    workspace = numbered(tmp_path, {"dijken/nota": letter(ONE)})
    assign(workspace, "dijken/nota")
    withdraw(workspace, ONE, "vergist")

    assert found(workspace) == [("PMG224", "letters/dijken/nota.md:6:10")]


def test_a_letter_that_got_two_numbers_on_two_branches_is_told(tmp_path: Path):
    workspace = numbered(tmp_path, {"dijken/nota": letter(ONE)})
    assign(workspace, "dijken/nota")
    first = (tmp_path / "letters/_kenmerken/ienw_bsk-2026_1000.yaml").read_text()
    write_tree(tmp_path, {
        "letters/_kenmerken/ienw_bsk-2026_1001.yaml": first.replace("1000", "1001")})  # fmt: skip

    assert ("PMG176", "letters/_kenmerken/ienw_bsk-2026_1001.yaml:2:10") in found(workspace)


def test_a_file_edited_into_nonsense_is_told_and_the_others_are_still_read(tmp_path: Path):
    workspace = numbered(tmp_path)
    reserve(workspace, style="water")
    path = tmp_path / "letters/_kenmerken/ienw_bsk-2026_1000.yaml"
    write_tree(tmp_path, {
        "letters/_kenmerken/ienw_bsk-2026_1001.yaml": path.read_text(),
        "letters/_kenmerken/5.yaml": "kenmerk: 5\nstatus: [a]\n",
        "letters/_kenmerken/leeg.yaml": "",
        "letters/_kenmerken/lijst.xlsx": "",
        "letters/_kenmerken/README.md": "Uitleg.",
    })  # fmt: skip

    assert sorted(codes(workspace)) == sorted(
        ["PMG112", "PMG112", "PMG113", "PMG113", "PMG226", "PMG226", "PMG228"]
    )


def test_a_date_that_is_still_to_come_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    workspace = numbered(tmp_path, {"dijken/nota": letter(ONE)})
    assign(workspace, "dijken/nota")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")

    assert codes(workspace) == ["PMG238"]


def test_a_letter_that_cannot_be_read_is_told_and_not_taken_for_gone(tmp_path: Path):
    workspace = numbered(tmp_path, {"dijken/nota": letter(ONE)})
    assign(workspace, "dijken/nota")
    write_tree(tmp_path, {"letters/dijken/nota.md": "geen gegevens\n"})

    assert codes(workspace) == ["PMG141"]
