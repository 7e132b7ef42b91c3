"""Pages as a reader gets them: the PDF, and the Word file as LibreOffice lays it out."""

import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from PIL import Image, ImageChops, ImageFilter

from pmg_docs.app.build import build
from pmg_docs.workspace.folder import Workspace

ROOT = Path(__file__).parents[2]
SPECIMENS = Path(__file__).parent / "proefstukken"
DPI = 50
_XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter on paper: its name, its PDF, and its Word file as a PDF."""

    name: str
    pdf: Path
    word: Path

    @property
    def faces(self) -> dict[str, Path]:
        """Both faces by name."""
        return {"pdf": self.pdf, "word": self.word}


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word and where it stands, in points from the top left of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Word") -> bool:
        """Whether two words stand partly on each other, by more than a hair."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide > 1 and high > 0.35 * min(self.bottom - self.top, other.bottom - other.top)


def letters(root: Path, out: Path) -> tuple[Letter, ...]:
    """Build every letter of a workspace and lay out its Word files."""
    build(Workspace.at(root), formats=("docx", "pdf"), out=out)
    documents = sorted(out.rglob("*.docx"))
    laid_out = as_pdf(documents, out / "word")
    return tuple(
        Letter(f"{path.parent.name}/{path.stem}", path.with_suffix(".pdf"), laid_out[path])
        for path in documents
    )


def as_pdf(documents: Sequence[Path], out: Path) -> dict[Path, Path]:
    """What LibreOffice makes of Word files, each folder in one run: their names may be equal."""
    made: dict[Path, Path] = {}
    for folder in sorted({path.parent for path in documents}):
        ours = [path for path in documents if path.parent == folder]
        target = out / folder.name
        with tempfile.TemporaryDirectory() as profile:
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{profile}", "--headless",
                 "--convert-to", "pdf", "--outdir", str(target), *map(str, ours)],
                check=True, capture_output=True, timeout=180,
            )  # fmt: skip
        made |= {path: target / f"{path.stem}.pdf" for path in ours}
    return made


def pictures(pdf: Path, dpi: int = DPI, *, is_grey: bool = True) -> list[Image.Image]:
    """A picture of each page."""
    with tempfile.TemporaryDirectory() as folder:
        grey = ["-gray"] if is_grey else []
        subprocess.run(
            ["pdftoppm", "-r", str(dpi), *grey, "-png", str(pdf), f"{folder}/p"], check=True
        )
        return [_loaded(path) for path in sorted(Path(folder).glob("p*.png"))]


def _loaded(path: Path) -> Image.Image:
    with Image.open(path) as image:
        image.load()
        return image


def words(pdf: Path) -> list[list[Word]]:
    """The words of each page with their places."""
    told = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True)
    pages = etree.fromstring(told.stdout).iter(f"{_XHTML}page")
    return [[_word(element) for element in page.iter(f"{_XHTML}word")] for page in pages]


def _word(element: etree._Element) -> Word:
    sides = (float(element.get(side, "0")) for side in ("xMin", "yMin", "xMax", "yMax"))
    return Word(element.text or "", *sides)


def overlapping(page: Iterable[Word]) -> list[tuple[str, str]]:
    """The pairs of words that stand on each other."""
    ordered = sorted(page, key=lambda word: word.top)
    found = []
    for position, word in enumerate(ordered):
        for other in ordered[position + 1 :]:
            if other.top >= word.bottom:
                break
            if word.overlaps(other):
                found.append((word.text, other.text))
    return found


def difference(one: Image.Image, other: Image.Image) -> float:
    """Which part of the ink of two pages stands elsewhere: 0 for the same, 1 for all of it."""
    if one.size != other.size:
        return 1.0
    first, second = (
        image.convert("L").filter(ImageFilter.GaussianBlur(1)) for image in (one, other)
    )
    ink = _sum(ImageChops.invert(first)) + _sum(ImageChops.invert(second))
    return _sum(ImageChops.difference(first, second)) / max(ink, 1)


def _sum(image: Image.Image) -> float:
    return sum(value * count for value, count in enumerate(image.histogram()))
