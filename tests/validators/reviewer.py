"""Pages for a reviewer in a real browser: axe-core, the keyboard, no script, paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.builders.node import ask, module
from tests.validators.axe import browser


@dataclass(frozen=True)
class Looked:
    """What came of looking at a page: findings, how soon it answers, and what it prints."""

    findings: tuple[str, ...]
    milliseconds: int
    paper: Path


def look_at(pages: Sequence[Path], folder: Path) -> dict[Path, Looked]:
    """Look at pages, one after the other; what they print goes into a folder.

    Raises:
        FileNotFoundError: the browser or axe is not installed.
        RuntimeError: the browser did not run.
    """
    for name in ("axe-core", "playwright-core"):
        module(name)
    papers = {page: folder / f"{number}.pdf" for number, page in enumerate(pages)}
    asked = [{"file": str(page), "paper": str(paper)} for page, paper in papers.items()]
    said = ask("reviewer.mjs", {"pages": asked, "browser": browser()})
    return {
        page: Looked(
            tuple(said[str(page)]["findings"]), said[str(page)]["milliseconds"], papers[page]
        )
        for page in pages
    }
