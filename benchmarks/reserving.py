"""Many processes reserve numbers at once, and some are killed on the way.

    python -m benchmarks.reserving [--processes 50] [--numbers 2000]

A tenth of the processes is killed: half of those right behind a claim, before the number is
returned, and half whenever it happens. What they returned stands in a file for each process.
"""

import argparse
import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pmg_docs.kenmerk.register import Register
from pmg_docs.workspace.folder import Workspace

_LAUNCHER = """\
import json, os, signal, sys
from pathlib import Path
from pmg_docs.app.kenmerk import handing_out, numbering
from pmg_docs.workspace.folder import Workspace

root, each, *lasts = sys.argv[1], *map(int, sys.argv[2:])
gate, opener = os.pipe()

def work(number, last):
    claim, claims = numbering.claim, 0

    def claim_and_die(target, data):
        nonlocal claims
        is_ours = claim(target, data)
        claims += is_ours
        if claims == last:
            os.kill(os.getpid(), signal.SIGKILL)
        return is_ours

    if last:
        numbering.claim = claim_and_die
    workspace = Workspace.at(Path(root))
    os.close(opener)
    os.read(gate, 1)
    with open(f"{root}/{number}.log", "w", buffering=1) as stream:
        for _ in range(each):
            made = handing_out.reserve(workspace, style="proef", by="proef")
            print(made.entry.kenmerk, file=stream)

running = []
for number, last in enumerate(lasts):
    process = os.fork()
    if not process:
        try:
            work(number, last)
        except BaseException as problem:
            print(problem, file=sys.stderr)
            os._exit(1)
        os._exit(0)
    running.append(process)
print(json.dumps(running), flush=True)
sys.stdin.readline()
os.close(opener)
print(json.dumps([os.waitpid(process, 0)[1] for process in running]), flush=True)
"""
"""Loads everything once and splits into the processes, so that they do start at one moment."""

_STYLE = """\
naam: proef
breidt_uit: rijk
kenmerk: {patroon: '[0-9]{7}', voorbeeld: '5300203', bron: reeks, reeks: 5300000-5399999}
"""


@dataclass(frozen=True)
class Outcome:
    """What came of it: the numbers returned, those in the register, and the seconds it took.

    `died` are the processes that were killed right behind a claim.
    """

    returned: tuple[str, ...]
    registered: frozenset[str]
    seconds: float
    died: int

    @property
    def twice(self) -> tuple[str, ...]:
        """The numbers that were returned more than once."""
        return tuple(number for number, times in Counter(self.returned).items() if times > 1)

    @property
    def lost(self) -> frozenset[str]:
        """The numbers that were claimed and returned to nobody."""
        return self.registered - frozenset(self.returned)


def reserve_at_once(root: Path, processes: int, numbers: int) -> Outcome:
    """Let processes reserve numbers in a workspace, all starting at one moment.

    Args:
        root: the folder of the workspace; a style `proef` is made in it.
        processes: how many; a tenth of them is killed.
        numbers: how many they reserve together, as far as they live.
    """
    style = root / "styles/proef/stijl.yaml"
    style.parent.mkdir(parents=True, exist_ok=True)
    style.write_text(_STYLE)
    (root / "letters").mkdir(exist_ok=True)
    chance = random.Random(5300203)  # noqa: S311 - no secret
    each, doomed = numbers // processes, max(2, processes // 10)
    lasts = [chance.randint(1, each) if n < doomed // 2 else 0 for n in range(processes)]
    command = [sys.executable, "-c", _LAUNCHER, str(root), *map(str, (each, *lasts))]
    launcher = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )  # fmt: skip
    with launcher:
        assert launcher.stdin is not None  # noqa: S101 - it was asked for
        assert launcher.stdout is not None  # noqa: S101 - the same
        running = json.loads(launcher.stdout.readline())
        began = time.monotonic()
        launcher.stdin.write("\n")
        launcher.stdin.close()
        for number in range(doomed // 2, doomed):
            _kill(running[number], root / f"{number}.log", chance)
        codes = json.loads(launcher.stdout.readline())
        seconds = time.monotonic() - began
    if any(codes[doomed:]):
        raise RuntimeError(f"a process failed: {codes}")
    logs = (root / f"{number}.log" for number in range(processes))
    returned = tuple(line for log in logs for line in log.read_text().split("\n")[:-1])
    found = Register(Workspace.at(root)).entries()
    return Outcome(returned, frozenset(e.kenmerk for e in found), seconds, doomed // 2)


def _kill(process: int, log: Path, chance: random.Random) -> None:
    """Kill a process that has returned something, at a moment that nobody chose."""
    while not (log.exists() and log.read_text()):
        time.sleep(0.001)
    time.sleep(chance.random() / 50)
    with contextlib.suppress(ProcessLookupError):  # it may have been done before us
        os.kill(process, signal.SIGKILL)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it and say what came of it; 1 when a number was returned twice or lost unseen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--processes", type=int, default=50)
    parser.add_argument("--numbers", type=int, default=2000)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        outcome = reserve_at_once(Path(folder), options.processes, options.numbers)
    each = outcome.seconds / len(outcome.registered) * 1000
    print(
        f"{len(outcome.returned)} numbers returned, {len(outcome.registered)} in the register, "
        f"{len(outcome.twice)} twice, {len(outcome.lost)} claimed by who was killed; "
        f"{outcome.seconds:.1f} s, {each:.1f} ms a number"
    )
    return 1 if outcome.twice or not outcome.lost else 0


if __name__ == "__main__":
    sys.exit(main())
