"""Print every message in one go: `python -m tests.cases [--overnemen] [NAAM …]`."""

import sys
import tempfile
from pathlib import Path

from tests.cases.case import cases, with_message
from tests.cases.running import lay, run

ACCEPT = "--overnemen"


def main(arguments: list[str]) -> None:
    wanted = [name for name in arguments if name != ACCEPT]
    for case in cases():
        if wanted and not any(name in str(case) for name in wanted):
            continue
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder).resolve()
            lay(case, root)
            outcome = run(case, root)
        print(f"=== {case.title}  [{case}, uitkomst {outcome.exit_code}]\n\n{outcome.message}")
        if ACCEPT in arguments:
            text = with_message(case, outcome.message, outcome.exit_code)
            case.path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
