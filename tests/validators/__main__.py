"""`python -m tests.validators build`: every file of a folder by all validators that fit it."""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.validators import axe, openxml, verapdf

Validate = Callable[[Sequence[Path]], dict[Path, list[str]]]

VALIDATORS: Mapping[str, tuple[tuple[str, Validate], ...]] = {
    ".docx": (("openxml-audit", openxml.audit), ("Open XML SDK", openxml.sdk)),
    ".html": (("axe-core in Chromium", axe.findings),),
    ".pdf": (("veraPDF", verapdf.findings),),
}


def main(folder: Path) -> int:
    """Print a line for each validator and each finding; 0 when every file is sound."""
    total = 0
    for ending, validators in VALIDATORS.items():
        # A page for a reviewer is none of the documents, and has a script that others may not have.
        files = sorted(f for f in folder.rglob(f"*{ending}") if not f.name.startswith("_"))
        if not files:
            print(f"no {ending} in {folder}: build first (make letters)", file=sys.stderr)
            return 1
        for name, validate in validators:
            total += _show(name, ending, validate(files))
    return 1 if total else 0


def _show(name: str, ending: str, found: Mapping[Path, list[str]]) -> int:
    count = sum(map(len, found.values()))
    print(f"{name:<22}{len(found):>4} {ending[1:]:<6}{count:>4} findings", flush=True)
    for file, said in found.items():
        for one in said:
            print(f"  {file}: {one}")
    return count


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "build")))
