"""Numbers are reserved, given to a letter, and withdrawn; each is used once."""

import datetime as dt
import subprocess
from pathlib import Path

import pytest

from pmg_docs.app.final.finalising import finalise
from pmg_docs.app.kenmerk.handing_out import assign, find, reserve, withdraw
from pmg_docs.kenmerk.entry import Entry, EntryStatus
from pmg_docs.kenmerk.register import Register
from pmg_docs.model.errors import NotFound, PmgError, Refused
from pmg_docs.workspace.folder import Workspace
from pmg_docs.workspace.officer import officer
from tests.builders.folder import write_tree
from tests.builders.numbered import letter, numbered
from tests.builders.sound import say
from tests.builders.sound import workspace as sound

TWO = {"dijken/nota": letter(), "dijken/kamerbrief": letter()}


def code(caught: pytest.ExceptionInfo[PmgError]) -> str:
    [finding] = caught.value.findings
    return finding.code


def entry(workspace: Workspace, kenmerk: str) -> Entry:
    return find(Register(workspace), kenmerk)


def test_the_first_numbers_of_a_range_are_handed_out_one_after_another(tmp_path: Path):
    workspace = numbered(tmp_path, TWO)

    first = reserve(workspace, "dijken/nota", by="A").entry
    second = reserve(workspace, "dijken/kamerbrief", by="B").entry

    assert first.kenmerk == "IENW/BSK-2026/1000"
    assert second.kenmerk == "IENW/BSK-2026/1001"
    found = entry(workspace, first.kenmerk)
    assert (found.status, found.letter_name) == (EntryStatus.GERESERVEERD, "dijken/nota")
    assert found.by == "A"


def test_a_number_that_was_passed_over_is_handed_out_when_the_others_are_gone(tmp_path: Path):
    workspace = numbered(tmp_path)
    style = tmp_path / "styles/water/stijl.yaml"
    style.write_text(style.read_text().replace("{1000-2999}", "{1000-1003}"))
    for number in (1001, 1002):
        reserve(workspace, style="water", kenmerk=f"IENW/BSK-2026/{number}")

    given = [reserve(workspace, style="water").entry.kenmerk for _ in range(2)]

    assert given == ["IENW/BSK-2026/1000", "IENW/BSK-2026/1003"]
    with pytest.raises(Refused) as caught:
        reserve(workspace, style="water")
    assert code(caught) == "PMG177"


@pytest.mark.parametrize("used", [0, 1, 2, 3, 7, 8, 100, 1999])
def test_the_first_free_number_is_found_behind_any_that_are_used(tmp_path: Path, used: int):
    workspace = numbered(tmp_path)
    folder = tmp_path / "letters/_kenmerken"
    folder.mkdir()
    for number in range(1000, 1000 + used):
        (folder / f"ienw_bsk-2026_{number}.yaml").touch()

    assert reserve(workspace, style="water").entry.kenmerk == f"IENW/BSK-2026/{1000 + used}"


def test_a_number_of_another_system_is_recorded(tmp_path: Path):
    workspace = numbered(tmp_path, {"weide/nota": letter()}, "gras")

    recorded = reserve(workspace, "weide/nota", kenmerk="DGNV / 12345678")

    assert (tmp_path / "letters/_kenmerken/dgnv=20_=2012345678.yaml").exists()
    assert recorded.to_type is not None
    assert recorded.to_type.name == "weide/nota"


def test_a_style_without_a_range_hands_out_nothing(tmp_path: Path):
    workspace = numbered(tmp_path, {"weide/nota": letter()}, "gras")

    with pytest.raises(Refused) as caught:
        reserve(workspace, "weide/nota")

    assert code(caught) == "PMG177"


@pytest.mark.parametrize("kenmerk", ["IENW/BSK-2026/1000", "IenW/bsk-2026/1000"])
def test_a_number_in_use_is_not_given_again(tmp_path: Path, kenmerk: str):
    workspace = numbered(tmp_path, TWO)
    reserve(workspace, "dijken/nota", kenmerk="IENW/BSK-2026/1000")

    with pytest.raises(Refused) as caught:
        reserve(workspace, "dijken/kamerbrief", kenmerk=kenmerk)

    assert code(caught) == "PMG174"
    assert "dijken/nota" in caught.value.findings[0].message


@pytest.mark.parametrize(
    ("kenmerk", "expected"), [("53", "PMG220"), ("a\u202eb", "PMG175"), ("x" * 70, "PMG175")]
)
def test_a_number_of_another_form_is_refused(tmp_path: Path, kenmerk: str, expected: str):
    with pytest.raises(Refused) as caught:
        reserve(numbered(tmp_path), "dijken/nota", kenmerk=kenmerk)

    assert code(caught) == expected
    assert not (tmp_path / "letters/_kenmerken").exists()


def test_a_letter_gets_no_second_number(tmp_path: Path):
    workspace = numbered(tmp_path)
    reserve(workspace, "dijken/nota")

    for ask in (reserve, assign):
        with pytest.raises(Refused) as caught:
            ask(workspace, "dijken/nota", kenmerk="IENW/BSK-2026/2000")
        assert code(caught) == "PMG176"
        assert (
            caught.value.findings[0]
            .hints[0]
            .endswith("pmg kenmerk withdraw 'IENW/BSK-2026/1000' --reden '…'")
        )


@pytest.mark.parametrize("asked", ["dijken", "dijken/brief", "wegen/nota", "", "/", "a/b/c"])
def test_a_letter_that_does_not_exist_gets_none(tmp_path: Path, asked: str):
    with pytest.raises(NotFound):
        assign(numbered(tmp_path), asked, "IENW/BSK-2026/1000")


@pytest.mark.parametrize("asked", ["dijken/not", "dijke/nota"])
def test_a_letter_with_a_name_much_like_it_is_named_in_full(tmp_path: Path, asked: str):
    with pytest.raises(NotFound) as caught:
        assign(numbered(tmp_path), asked)

    assert caught.value.findings[0].hints == ("Bedoelt u dijken/nota?",)


def test_a_reserved_number_is_given_to_its_letter(tmp_path: Path):
    workspace = numbered(tmp_path)
    reserve(workspace, "dijken/nota")

    given = assign(workspace, "dijken/nota", by="B").entry

    assert given.kenmerk == "IENW/BSK-2026/1000"
    assert entry(workspace, given.kenmerk).status is EntryStatus.TOEGEKEND
    assert entry(workspace, given.kenmerk).by == "B"


def test_a_number_that_a_letter_bears_is_recorded_by_assigning_it(tmp_path: Path):
    workspace = numbered(tmp_path, {"dijken/nota": letter("=kenmerk_feit")})

    recorded = assign(workspace, "dijken/nota")

    assert recorded.entry.kenmerk == "IENW/BSK-2026/1000"
    assert recorded.to_type is None


def test_to_assign_twice_changes_nothing(tmp_path: Path):
    workspace = numbered(tmp_path)
    reserve(workspace, "dijken/nota")
    assign(workspace, "dijken/nota", by="A")
    [path] = (tmp_path / "letters/_kenmerken").iterdir()
    before = path.read_bytes()

    assign(workspace, "dijken/nota", by="B")

    assert path.read_bytes() == before


def test_without_any_number_there_is_nothing_to_assign(tmp_path: Path):
    with pytest.raises(NotFound) as caught:
        assign(numbered(tmp_path), "dijken/nota")

    assert code(caught) == "PMG178"


def test_a_number_of_another_letter_is_not_assigned(tmp_path: Path):
    workspace = numbered(tmp_path, TWO)
    reserve(workspace, "dijken/nota")

    with pytest.raises(Refused) as caught:
        assign(workspace, "dijken/kamerbrief", "IENW/BSK-2026/1000")

    assert code(caught) == "PMG223"
    assert caught.value.findings[0].line == "kenmerk: 'IENW/BSK-2026/1000'"


def test_a_withdrawn_number_is_never_used_again(tmp_path: Path):
    workspace = numbered(tmp_path, TWO)
    reserve(workspace, "dijken/nota")
    withdraw(workspace, "ienw/bsk-2026/1000", "de nota gaat niet door")

    assert reserve(workspace, "dijken/nota").entry.kenmerk == "IENW/BSK-2026/1001"
    for ask in (reserve, assign):
        with pytest.raises(Refused) as caught:
            ask(workspace, "dijken/kamerbrief", kenmerk="IENW/BSK-2026/1000")
        assert code(caught) == "PMG224"
    with pytest.raises(Refused) as caught:
        withdraw(workspace, "IENW/BSK-2026/1000", "nog eens")
    assert code(caught) == "PMG224"


def test_to_withdraw_asks_a_reason_and_a_number_that_exists(tmp_path: Path):
    workspace = numbered(tmp_path)
    reserve(workspace, "dijken/nota")

    with pytest.raises(Refused) as caught:
        withdraw(workspace, "IENW/BSK-2026/1000", " ")
    assert code(caught) == "PMG180"
    with pytest.raises(NotFound) as unknown:
        withdraw(workspace, "IENW/BSK-2026/1999", "weg")
    assert code(unknown) == "PMG178"


def test_a_clock_that_runs_backwards_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    workspace = numbered(tmp_path)
    reserve(workspace, "dijken/nota")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")

    recorded = assign(workspace, "dijken/nota")

    assert [(f.code, f.stops) for f in recorded.remarks] == [("PMG238", False)]
    assert entry(workspace, "IENW/BSK-2026/1000").day == dt.date(1970, 1, 2)


def test_a_file_that_nobody_can_read_keeps_its_number(tmp_path: Path):
    workspace = numbered(tmp_path)
    write_tree(tmp_path, {"letters/_kenmerken/ienw_bsk-2026_1000.yaml": "onzin\n"})

    assert reserve(workspace, style="water").entry.kenmerk == "IENW/BSK-2026/1001"
    with pytest.raises(Refused) as caught:
        reserve(workspace, style="water", kenmerk="IENW/BSK-2026/1000")
    assert code(caught) == "PMG113"


def test_who_does_it_is_who_was_named_or_who_git_knows(tmp_path: Path):
    write_tree(tmp_path, {".git/config": "", ".git/HEAD": "ref: refs/heads/main\n"})
    (tmp_path / ".git/refs").mkdir()
    (tmp_path / ".git/objects").mkdir()
    (tmp_path / ".git/config").write_text("[user]\n\tname = J. \u0007de Vries\n")

    assert officer(tmp_path, " M.  de\nBoer ") == "M. de Boer"
    assert officer(tmp_path) == "J. de Vries"


def test_without_git_it_is_the_user_of_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("LOGNAME", "jdvries")

    assert officer(tmp_path) == "jdvries"


def git(folder: Path, *arguments: str) -> int:
    names = ("-c", "user.name=proef", "-c", "user.email=proef@voorbeeld.nl")
    done = subprocess.run(["git", *names, *arguments], cwd=folder, capture_output=True, check=False)
    return done.returncode


def test_one_number_on_two_branches_is_a_conflict_and_told(tmp_path: Path):
    workspace = numbered(tmp_path, TWO)
    git(tmp_path, "init", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "begin")
    for branch, name in (("een", "dijken/nota"), ("twee", "dijken/kamerbrief")):
        git(tmp_path, "checkout", "-b", branch, "main")
        assert reserve(workspace, name).entry.kenmerk == "IENW/BSK-2026/1000"
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-m", branch)

    assert git(tmp_path, "merge", "een") != 0
    faults = Register(workspace).faults()
    assert [(f.code, f.where and f.where.line) for f in faults] == [("PMG226", 5)]
    assert "Twee branches" in faults[0].message


def test_where_a_ministry_numbers_elsewhere_the_one_step_to_take_is_told(tmp_path: Path):
    workspace = numbered(tmp_path, style="gras")

    with pytest.raises(Refused) as caught:
        reserve(workspace, "dijken/nota")
    [finding] = caught.value.findings
    assert finding.code == "PMG177"
    assert finding.hints[0].endswith(
        "(zoals DGNV / 12345678): pmg kenmerk reserve dijken/nota --kenmerk NUMMER"
    )
    reserve(workspace, "dijken/nota", kenmerk="DGNV / 12345678")


def test_a_number_under_which_a_letter_was_fixed_is_not_withdrawn_unaware(tmp_path: Path):
    workspace = sound(tmp_path)
    finalise(workspace, "groen", ["nota"], by="A. Voorbeeld")

    with pytest.raises(Refused) as caught:
        withdraw(workspace, "IENW/BSK-2026/1000", "toch niet")
    [finding] = caught.value.findings
    assert finding.code == "PMG451"
    assert "groen/nota vastgesteld (versie 1, door A. Voorbeeld)" in finding.message
    assert find(Register(workspace), "IENW/BSK-2026/1000").is_live
    assert not withdraw(workspace, "IENW/BSK-2026/1000", "toch niet", also_fixed=True).entry.is_live


def test_a_number_of_a_letter_that_says_it_was_sent_is_not_withdrawn_unaware(tmp_path: Path):
    workspace = sound(tmp_path)
    say(workspace, "nota", "verzonden")

    with pytest.raises(Refused) as caught:
        withdraw(workspace, "IENW/BSK-2026/1000", "toch niet")
    assert [f.code for f in caught.value.findings] == ["PMG451"]
    assert "Volgens de brief groen/nota" in caught.value.findings[0].message


def test_a_number_of_a_letter_that_is_gone_is_withdrawn(tmp_path: Path):
    workspace = sound(tmp_path)
    (tmp_path / "letters/groen/nota.md").unlink()

    assert not withdraw(workspace, "IENW/BSK-2026/1000", "vervallen").entry.is_live
