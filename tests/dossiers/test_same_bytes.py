"""Same input, same bytes: another folder, user, locale, time zone and day make no difference."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORMATS = ("docx", "odt", "pdf", "html", "md", "txt")
NOBODY = "65534"
DOSSIER = "pmg-2024-flexibele-uitvraag"


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What is made of all letters by whoever runs the tests, today."""
    return _made(tmp_path_factory.mktemp("hier") / "werk", {}, ())


def _made(folder: Path, environment: dict[str, str], before: tuple[str, ...]) -> dict[str, bytes]:
    for name in ("letters", "templates", "styles"):
        shutil.copytree(ROOT / name, folder / name)
    home = folder / "thuis"
    home.mkdir()
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o777)
    inherited = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": str(home)}
    asked = [argument for name in FORMATS for argument in ("--format", name)]

    def run(*command: str, code: int = 0) -> None:
        done = subprocess.run(
            [*before, sys.executable, "-B", "-m", "pmg_docs", *command],
            cwd=folder, env=inherited | environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == code, done.stderr

    run("build", "--quiet", *asked)
    run("review")
    facts = folder / "letters" / DOSSIER / "feiten.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("Zwolle", "Zeewolde"), "utf-8")
    run("build", "--quiet", "--format", "docx", "--letter", "nota", "--out", "nieuw", DOSSIER)
    versions = [f"{name}/{DOSSIER}/nota.docx" for name in ("build", "nieuw")]
    to = ("--format", "docx", "--out", "build/redline.docx", "--date", "2026-01-31")
    run("diff", *versions, *to, code=1)
    return dict(_files(folder / "build"))


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _as_nobody(folder: Path) -> tuple[str, ...]:
    """Run as another user, where the tests may do that and that user can reach what they need."""
    before = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
    if os.geteuid() != 0:
        return ()
    own = (
        "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import rdocx'], check=True)"
    )
    probe = [*before, sys.executable, "-c", f"import pmg_docs.cli; {own}"]
    done = subprocess.run(probe, cwd=folder, capture_output=True, check=False, env={
        "PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], "HOME": str(folder)})  # fmt: skip
    return before if done.returncode == 0 else ()


def test_every_kind_of_output_is_made(here: dict[str, bytes]):
    assert {path.rpartition(".")[2] for path in here} == {*FORMATS, "json"}
    assert any(path.endswith("_nalezen.html") for path in here)
    assert "redline.docx" in here


def test_another_locale_time_zone_and_order_of_hashes_make_no_difference(
    here: dict[str, bytes], tmp_path: Path
):
    other = {"LC_ALL": "C", "LANG": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7"}
    assert _made(tmp_path / "werk", other, ()) == here


def test_another_day_folder_and_user_make_no_difference(here: dict[str, bytes]):
    # Folders of pytest are closed to other users.
    with tempfile.TemporaryDirectory(prefix="élders met spatie ") as name:
        folder = Path(name)
        folder.chmod(0o755)
        before = ("faketime", "-f", "+400d", *_as_nobody(folder))
        assert _made(folder / "w e r k", {"USER": "ander"}, before) == here
