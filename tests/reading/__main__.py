"""Print how good the reader is: `python -m tests.reading [--missers-ongezien]`.

Of the tuning half every miss is printed. Those of the unseen half are printed only when they are
asked for, by someone who will not tune on them.
"""

import sys

from pmg_docs.checks.statements import Verdict
from tests.reading.scoring import Score, read_half, score

SHOW_UNSEEN = "--missers-ongezien"


def main(arguments: list[str]) -> None:
    for half in ("tuning", "unseen"):
        scores = score(read_half(half))
        print(f"{half}: {'juist':>14} van genoemd, juist van gelabeld")
        for kind in sorted(scores, key=lambda name: (name == "all", name)):
            print(f"  {kind:<14}{_line(scores[kind])}")
        if half == "tuning" or SHOW_UNSEEN in arguments:
            for miss in scores["all"].misses:
                print(miss)
        print()


def _line(result: Score) -> str:
    parts = []
    for verdict in (Verdict.CONTRADICTS, Verdict.AGREES):
        right, called = result.right[verdict], result.called[verdict]
        parts.append(
            f"{verdict.value}: precisie {result.precision(verdict):.3f} ({right}/{called}), "
            f"vangst {result.recall(verdict):.3f} ({right}/{result.labelled[verdict]})"
        )
    return "   ".join(parts)


if __name__ == "__main__":
    main(sys.argv[1:])
