import errno
import os
from pathlib import Path

import pytest

from pmg_docs.model.errors import Unreachable
from pmg_docs.workspace.claiming import alone, claim, put
from pmg_docs.workspace.writing import stage


def no_links(*_: object) -> None:
    raise OSError(errno.EPERM, "this disk knows no links")


@pytest.fixture(params=["links", "no links"])
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "no links":
        monkeypatch.setattr(os, "link", no_links)


@pytest.mark.usefixtures("disk")
def test_the_first_gets_the_name_and_the_second_does_not(tmp_path: Path):
    target = tmp_path / "letters/_kenmerken/5300203.yaml"

    assert claim(target, b"een")
    assert not claim(target, b"twee")
    assert target.read_bytes() == b"een"
    assert [path.name for path in target.parent.iterdir()] == [target.name]


@pytest.mark.usefixtures("disk")
def test_colleagues_can_read_what_was_claimed(tmp_path: Path):
    before = os.umask(0o022)
    try:
        claim(tmp_path / "a", b"een")
    finally:
        os.umask(before)

    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644


def test_a_link_that_was_made_though_the_share_says_no_is_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    link = os.link

    def answer_lost(source: Path, target: Path) -> None:
        link(source, target)
        raise FileExistsError(errno.EEXIST, "asked twice")

    monkeypatch.setattr(os, "link", answer_lost)

    assert claim(tmp_path / "a", b"een")


def test_a_folder_in_the_way_is_told(tmp_path: Path):
    (tmp_path / "letters").write_text("een bestand")

    with pytest.raises(Unreachable) as caught:
        claim(tmp_path / "letters/_kenmerken/a.yaml", b"een")

    assert caught.value.findings[0].code == "PMG444"


@pytest.mark.skipif(os.geteuid() == 0, reason="who may do everything is refused nothing")
def test_a_folder_that_may_not_be_written_is_told_without_other_advice(tmp_path: Path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(Unreachable) as caught, alone(tmp_path, lambda: None):
            pass
    finally:
        tmp_path.chmod(0o700)

    [finding] = caught.value.findings
    assert finding.code == "PMG444"
    assert "--out" not in " ".join(finding.hints)


def test_a_change_takes_what_a_killed_run_left_behind(tmp_path: Path):
    # The number of a process that cannot be: far beyond what a system hands out.
    left = tmp_path / f".pmg-{stage(tmp_path / 'x', b'').name.split('-')[1]}-99999999-abc"
    left.write_bytes(b"half")
    target = tmp_path / "a"
    target.write_bytes(b"oud")

    put(target, b"nieuw")

    assert target.read_bytes() == b"nieuw"
    assert not left.exists()


def test_a_change_in_a_full_disk_leaves_the_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    target = tmp_path / "a"
    target.write_bytes(b"oud")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(Unreachable) as caught:
        put(target, b"nieuw")

    assert "de schijf is vol" in caught.value.findings[0].message
    assert target.read_bytes() == b"oud"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
