import re
from pathlib import Path

import pytest

from tests.cases.case import Case, cases
from tests.cases.running import lay, run

NOTHING_WRITTEN = "Er is niets geschreven of overschreven.\n"
ALL = cases()
CHECKABLE = {"pmg", "build", "--format", "docx", "pdf", "html", "md"}
HEADING = re.compile(r"^── .*\n\n", re.MULTILINE)
"""A check tells its findings by document."""
LAID_OUT = ("fout PMG421", "fout PMG424", "fout PMG425", "fout PMG508")
"""What shows only once the pages of a PDF are laid out, which a check does not do."""
BUILT = [
    case
    for case in ALL
    if "build" in case.command
    and CHECKABLE.issuperset(case.command)
    and not case.message.startswith(LAID_OUT)
]


def files(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


@pytest.mark.parametrize("case", ALL, ids=str)
def test_a_mistake_gives_its_message_and_leaves_everything_as_it_was(case: Case, tmp_path: Path):
    lay(case, tmp_path)
    earlier = tmp_path / "build/proef/nota.docx"
    earlier.parent.mkdir(parents=True)
    earlier.write_bytes(b"wat er eerder stond")
    before = files(tmp_path)

    outcome = run(case, tmp_path)

    assert outcome.message == case.message
    assert outcome.exit_code == case.exit_code
    assert files(tmp_path) == before


@pytest.mark.parametrize("case", BUILT, ids=str)
def test_a_check_finds_what_a_build_finds(case: Case, tmp_path: Path):
    lay(case, tmp_path)

    outcome = run(case, tmp_path, "pmg", "check", "--all")

    assert HEADING.sub("", outcome.message) == case.message.removesuffix(NOTHING_WRITTEN)
    assert outcome.exit_code == case.exit_code


def test_the_dossier_under_every_case_is_sound(tmp_path: Path):
    good = Case(Path("goed"), "Goed", (), ("pmg", "check"), "", 0)
    lay(good, tmp_path)

    assert run(good, tmp_path) == ("", 0)
