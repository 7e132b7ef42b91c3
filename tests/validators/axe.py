"""Pages in a real browser: axe-core, and what axe cannot see (`tests/node/page`)."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.builders.node import ask, module

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def findings(files: Sequence[Path]) -> dict[Path, list[str]]:
    """What is wrong with pages, in light and dark, wide, narrow, zoomed and printed.

    Raises:
        FileNotFoundError: the browser or axe is not installed.
        RuntimeError: the browser did not run.
    """
    for name in ("axe-core", "playwright-core"):
        module(name)
    program = browser()
    if not files:
        return {}
    asked = {"files": [str(file.resolve()) for file in files], "browser": program}
    said = ask("pages.mjs", asked)
    return {file: list(said[str(file.resolve())]) for file in files}


def browser() -> str:
    """The browser of this machine.

    Raises:
        FileNotFoundError: it has none.
    """
    for name in _BROWSERS:
        if found := shutil.which(name):
            return found
    raise FileNotFoundError("Chromium is missing. Run: apt-get install chromium")
