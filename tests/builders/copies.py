"""A dossier of which the letters were fixed, and what becomes of their files elsewhere."""

import shutil
import subprocess
from pathlib import Path

from pmg_docs.app.build import build
from pmg_docs.app.final.finalising import finalise
from pmg_docs.workspace.folder import Workspace
from tests.builders.folder import SECTIONS
from tests.builders.sound import CHAMBER, FACTS, NOTA, workspace

KENMERK = "IENW/BSK-2026/1000"
FORMATS = ("docx", "odt", "pdf", "html", "md")
_SUBJECTS = ("de school", "de wijk", "het plein", "de sportclub", "het buurthuis", "de ouders",
             "de jongeren", "de wethouder", "de kinderen", "de winkels", "de straat")  # fmt: skip
_VERBS = ("helpt", "ziet", "vraagt", "steunt", "kent", "volgt", "roept")
_LONG = "\n\n".join(
    f"Bij {one} {verb} de gemeente wat er nodig is, en {verb} daarna {other}, zo zegt {last}."
    for n, one in enumerate(_SUBJECTS)
    for verb, other, last in zip(_VERBS, _SUBJECTS[n % 4 :], _SUBJECTS[-n:], strict=False)
)
BODY = SECTIONS.format(
    body="Elke gemeente krijgt {{ bijdrage }}.[^bron] Zo staat het er.\n\n"
    f"- eerst de jongeren;\n- dan de anderen.\n\n{_LONG}\n\n{{{{ tabel(keuze) }}}}\n\n"
    "[^bron]: Dat volgt uit het besluit van de minister."
)
"""A text of a few pages, with a note, a list and a table."""


def sent(root: Path, **changed: str) -> Workspace:
    """A workspace in which `groen/nota` and `groen/kamerbrief` were fixed, as every format."""
    root.mkdir(parents=True, exist_ok=True)
    texts = {"nota": NOTA + BODY, "kamer": CHAMBER, "feiten": FACTS} | changed
    place = workspace(root, **texts)
    done = finalise(place, "groen", ["nota", "kamerbrief"], by="A. Voorbeeld")
    assert done.files, done.letters
    build(place, ["groen"], ["nota"], FORMATS)
    return place


def file_of(place: Workspace, ending: str, letter: str = "nota") -> Path:
    return place.root / f"build/groen/{letter}.{ending}"


def saved_as(path: Path, ending: str, folder: Path) -> Path:
    """What LibreOffice makes of a file under another name: saved again, or printed."""
    folder.mkdir(parents=True, exist_ok=True)
    renamed = folder / f"kopie-van-{path.stem}{path.suffix}"
    shutil.copy(path, renamed)
    target = folder / "uit"
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profiel').as_uri()}", "--headless",
         "--convert-to", ending, "--outdir", str(target), str(renamed)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return target / f"{renamed.stem}.{ending.partition(':')[0]}"
