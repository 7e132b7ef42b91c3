"""Print how good the reader is: `python -m tests.reading [--missers-ongezien]`.

Of `tuning` and `practice` every miss is printed. Those of `unseen` and `fresh` are printed only
when they are asked for, by someone who will not tune on them; of `fresh` the totals alone, since
what each kind scores already tells where to look.
"""

import sys

from pmg_docs.checks.statements import Verdict
from tests.reading.scoring import Score, read_half, score

SHOW_UNSEEN = "--missers-ongezien"
READ = ("tuning", "practice")


def main(arguments: list[str]) -> None:
    for half in ("tuning", "unseen", "practice", "fresh"):
        scores = score(read_half(half))
        if half == "fresh":
            scores = {"all": scores["all"]}
        print(f"{half}: {'juist':>14} van genoemd, juist van gelabeld")
        for kind in sorted(scores, key=lambda name: (name == "all", name)):
            print(f"  {kind:<14}{_line(scores[kind])}")
        if half in READ or SHOW_UNSEEN in arguments:
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
