"""Print how many characters a redline touches, beside the comparison of LibreOffice.

`python -m benchmarks.redline`; it needs LibreOffice, whose macro stands with the tests.
"""

import sys
from pathlib import Path

from pmg_docs.review.redline import Redline, redline
from pmg_docs.workspace.folder import Workspace
from tests.builders.edits import OF_OUR_OWN
from tests.builders.folder import write_tree
from tests.builders.office_macro import COMPARE, Job, run_jobs
from tests.builders.redlines import AUTHOR, MOMENT, built, letter, touched

_CHAPTERS = 75
_SENTENCES = (
    "Het programma van deel {n} duurt tot drie jaar na de start in de gemeenten. ",
    "De gemeenten maken elk een plan van aanpak, dat zij met hun partners vaststellen. ",
    "Over de voortgang van deel {n} wordt jaarlijks gerapporteerd aan de Kamer. ",
)


def short_pair() -> tuple[bytes, bytes]:
    """The nota of 2024, three pages, before and after a change of its amounts."""
    name, edits = OF_OUR_OWN["een feit"]
    return letter(name), letter(name, *edits)


def long_pair() -> tuple[bytes, bytes]:
    """A Kamerbrief of fifty pages before and after sixty edits in its text, and one fact."""

    def made(edited: bool) -> bytes:
        return built(lambda folder: _long_brief(folder, edited=edited), "proef", "kamerbrief")

    return made(edited=False), made(edited=True)


def _long_brief(folder: Path, *, edited: bool) -> Workspace:
    chapters = []
    for number in range(1, _CHAPTERS + 1):
        body = "\n\n".join("".join(s.format(n=number) for s in _SENTENCES) * 2 for _ in range(4))
        if edited and number <= 60:
            body = body.replace("elk een plan", "samen een goed plan", 1)
        title = f"## Hoofdstuk {number}\n\nDit kost {{{{ bedrag }}}}."
        chapters.append(f"{title}\n\n{body}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    head = (
        "soort: kamerbrief\naan: Tweede Kamer\ndatum: 2026-02-03\nonderwerp: Lang\nkenmerk: 2026-1"
    )
    people = "wie: {persoon: {naam: A. de Vries, ambt: Minister van Proeven}}"
    amount = 250000 if edited else 200000
    write_tree(folder, {
        "letters/proef/feiten.yaml":
            f"stijl: rijk\nfeiten:\n  bedrag: {{bedrag: {amount}}}\n  {people}\n",
        "letters/proef/kamerbrief.md":
            f"---\n{head}\nondertekenaars: [=wie]\n---\n\n{chr(10).join(chapters)}",
    })  # fmt: skip
    return Workspace.at(folder)


def main() -> int:
    """Print a row for each edit; 1 when ours touches more in one that LibreOffice has whole."""
    worse = 0
    print(f"{'bewerking':<36}{'vergelijker':<12}{'pmg':>8}{'LibreOffice':>13}")
    for edit, (name, edits) in OF_OUR_OWN.items():
        old, new = letter(name), letter(name, *edits)
        (theirs,) = run_jobs([Job(COMPARE, new, old)])  # it crashes on several in a row
        made = redline(old, new, AUTHOR, MOMENT)
        if not isinstance(made, Redline):
            print(f"{edit:<36}geen redline")
            worse += 1
            continue
        mine, others = touched(made.data), touched(theirs)
        print(f"{edit:<36}{made.attempts[-1].engine:<12}{mine:>8}{others:>13}")
        worse += mine > others > 0
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
