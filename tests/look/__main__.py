"""`python -m tests.look` makes the pictures in `docs/`; with `--overnemen` the references too."""

import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image

from pmg_docs.app.review.page import review
from pmg_docs.workspace.folder import Workspace
from tests.builders.node import ask
from tests.look.paper import ROOT, SPECIMENS, Letter, letters, pictures
from tests.look.references import REFERENCES
from tests.validators.axe import browser

SHOWN = ROOT / "docs" / "beeld"
_DOSSIER = "pmg-2024-flexibele-uitvraag"
_DPI = 90
_GAP = 24
_EDGE = "#9a9a9a"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        real = {letter.name: letter for letter in letters(ROOT, out / "echt")}
        for kind in ("nota", "kamerbrief", "persbericht"):
            _show(kind, real[f"{_DOSSIER}/{kind}"])
        _show_review(out)
        if "--overnemen" in sys.argv[1:]:
            specimens = {letter.name: letter for letter in letters(SPECIMENS, out / "proef")}
            for path, (name, face, number) in REFERENCES.items():
                path.parent.mkdir(exist_ok=True)
                page = pictures(specimens[name].faces[face])[number]
                page.quantize(16).save(path, optimize=True)


def _show(kind: str, letter: Letter) -> None:
    """The first pages beside each other: the Word file, then the PDF."""
    first = [pictures(pdf, _DPI, is_grey=False)[0] for pdf in (letter.word, letter.pdf)]
    width, height = first[0].size
    sheet = Image.new("RGB", (2 * width + 3 * _GAP, height + 2 * _GAP), _EDGE)
    for position, page in enumerate(first):
        sheet.paste(page, (_GAP + position * (width + _GAP), _GAP))
    SHOWN.mkdir(exist_ok=True)
    sheet.quantize(256).save(SHOWN / f"{kind}.png", optimize=True)


def _show_review(out: Path) -> None:
    """The page for a reviewer with a figure chosen, as if its dossier were in no git yet."""
    shutil.copytree(ROOT / "letters", out / "los/letters")
    [page] = review(Workspace.at(out / "los"), [_DOSSIER]).files
    shot = out / "nalezen.png"
    ask("picture.mjs", {"page": str(page), "choose": "feit-budget_per_jaar",
                        "picture": str(shot), "browser": browser()})  # fmt: skip
    with Image.open(shot) as picture:
        picture.convert("RGB").quantize(256).save(SHOWN / shot.name, optimize=True)


if __name__ == "__main__":
    main()
