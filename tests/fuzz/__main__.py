"""Try new inputs for some minutes: `python -m tests.fuzz [--minutes 5]`."""

import argparse
import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz import questions
from tests.fuzz.kinds import FACTS, LETTERS, TEXT_FILE, mangled_bytes, mangled_shells

_MANY = settings(
    max_examples=500, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
_ROUNDS = {
    "yaml": (questions.yaml_is_read_or_refused, mangled_bytes(FACTS)),
    "feiten": (questions.facts_are_read_or_refused, mangled_bytes(FACTS[:1])),
    "brief": (questions.a_letter_is_read_or_refused, mangled_bytes(LETTERS)),
    "schil": (questions.a_shell_is_opened_or_refused, mangled_shells()),
}


def main(minutes: float) -> None:
    """Go through all kinds of input again and again until the time is up."""
    until = time.monotonic() + minutes * 60
    tried = 0
    while time.monotonic() < until:
        for name, (question, inputs) in _ROUNDS.items():
            _MANY(given(inputs)(question))()
            tried += 500
            print(f"{tried} inputs, last kind {name}", flush=True)
    for kind in ("docx", "odt", "pdf", "html"):
        read = st.one_of(st.binary(max_size=2000), mangled_shells(), mangled_shells(TEXT_FILE))
        _MANY(
            given(read)(
                lambda data, kind=kind: questions.a_file_is_read_back_or_refused(kind, data)
            )
        )()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=5)
    main(parser.parse_args().minutes)
