"""Print how many characters a redline touches, beside the comparison of LibreOffice.

`python -m benchmarks.redline`; it needs LibreOffice, whose macro stands with the tests.
"""

import sys

from pmg_docs.review.redline import Redline, redline
from tests.builders.edits import OF_OUR_OWN
from tests.builders.office_macro import COMPARE, Job, run_jobs
from tests.builders.redlines import AUTHOR, MOMENT, letter, touched


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
