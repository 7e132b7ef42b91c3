"""Print how long each command takes, as a ratio in the same run: `python -m benchmarks`.

Whole processes are timed, in turn, so that a machine that slows down slows all of them; a ratio is
the median over the rounds. T is `python -c "import typer"`: the least that any command can take.
"""

import argparse
import importlib.util
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers.template import make_template
from pmg_docs.app.build import build
from pmg_docs.workspace.folder import Workspace

ROOT = Path(__file__).parents[1]
PEERS = Path(__file__).parent / "peers"
NOTA = "pmg-2024-flexibele-uitvraag"
_LONGEST = 540
"""Seconds for all rounds together."""


@dataclass(frozen=True)
class Target:
    """A command, what it is held against, and the most that the ratio between them may be."""

    name: str
    command: tuple[str, ...]
    against: str
    most: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Time the commands and print a table; 1 when a target was missed, else 0."""
    options = _options(arguments)
    _install_peers()
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "sjabloon.docx"
        make_template(_nota(Path(folder)), template)
        bases = {
            "T": (sys.executable, "-c", "import typer"),
            "docxtpl": (sys.executable, str(PEERS / "docxtpl_nota.py"), str(template),
                        str(ROOT / "letters" / NOTA / "feiten.yaml")),
        }  # fmt: skip
        many = Path(folder) / "duizend"
        targets = [t for t in _targets(many) if not options.only or t.name in options.only]
        if any(str(many) in target.command for target in targets):
            _make_dossiers(many, 1000)
        missed = _report(targets, bases, options.rounds, options.factor)
    return 1 if missed else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--only", action="append", default=[], metavar="NAME")
    parser.add_argument("--factor", type=float, default=1.0, help="tighten or loosen every target")
    return parser.parse_args(arguments)


def _targets(many: Path) -> Iterator[Target]:
    pmg = (sys.executable, "-m", "pmg_docs")
    quick = ("--format", "docx", "--format", "html", "--format", "md")
    nota = (NOTA, "--letter", "nota", "--format", "docx")
    yield Target("help", (*pmg, "--help"), "T", 3)
    yield Target("check", (*pmg, "check"), "T", 12)
    yield Target("build without pdf", (*pmg, "build", "-q", *quick), "T", 25)
    yield Target("build with pdf", (*pmg, "build", "-q"), "T", 75)
    yield Target("status", (*pmg, "status"), "T", 12)
    yield Target("status of 1.000", (*pmg, "status", "--workspace", str(many)), "T", 75)
    yield Target("kenmerk check", (*pmg, "kenmerk", "check"), "T", 8)
    reserving = (sys.executable, "-m", "benchmarks.reserving", "--numbers", "500")
    yield Target("50 reserve 500", reserving, "T", 100)
    yield Target("one nota to docx", (*pmg, "build", "-q", *nota), "docxtpl", 2)


def _make_dossiers(folder: Path, count: int) -> None:
    """A workspace with so many times the example."""
    for number in range(count):
        shutil.copytree(ROOT / "letters/_voorbeeld", folder / f"letters/d{number:04}")


def _nota(folder: Path) -> bytes:
    """The Word file that pmg makes of the nota."""
    place = Workspace.at(ROOT)
    build(place, [NOTA], ["nota"], ["docx"], folder)
    return (folder / NOTA / "nota.docx").read_bytes()


def _install_peers() -> None:
    for name in ("docxtpl", "docx", "yaml"):
        if importlib.util.find_spec(name) is None:
            subprocess.run(
                [sys.executable, "-m", "pip", "install", "--quiet", "docxtpl", "pyyaml"], check=True
            )
            return


def _report(
    targets: Sequence[Target], bases: dict[str, tuple[str, ...]], rounds: int, factor: float
) -> list[str]:
    times = _timed(targets, bases, rounds)
    missed = []
    print(f"{'command':<20}{'ms':>8}  {'held against':<14}{'ratio':>7}{'at most':>9}")
    for target in targets:
        ratios = [a / b for a, b in zip(times[target.name], times[target.against], strict=True)]
        ratio, most = statistics.median(ratios), target.most * factor
        middle = statistics.median(times[target.name]) * 1000
        sign = "" if ratio <= most else "  MISSED"
        print(
            f"{target.name:<20}{middle:>8.0f}  {target.against:<14}{ratio:>7.2f}{most:>9.2f}{sign}"
        )
        if ratio > most:
            missed.append(target.name)
    for name in bases:
        print(f"{name:<20}{statistics.median(times[name]) * 1000:>8.0f}")
    return missed


def _timed(
    targets: Sequence[Target], bases: dict[str, tuple[str, ...]], rounds: int
) -> dict[str, list[float]]:
    commands = bases | {target.name: target.command for target in targets}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for command in commands.values():
        _seconds(command)  # the first run also writes the compiled modules
    began = time.monotonic()
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(_seconds(command))
        if time.monotonic() - began > _LONGEST:
            break
    return times


def _seconds(command: tuple[str, ...]) -> float:
    """How long a command takes in an empty folder of its own for what it makes."""
    with tempfile.TemporaryDirectory() as folder:
        more = ("--out", folder) if "build" in command else ()
        # What a command prints is not for us; its output folder is thrown away with what it made.
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        began = time.perf_counter()
        done = subprocess.run(
            [*command, *more], cwd=ROOT, env={**environment, "PMG_BENCH_OUT": folder},
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
        taken = time.perf_counter() - began
    if done.returncode:
        sys.exit(done.stderr.decode())
    return taken


if __name__ == "__main__":
    sys.exit(main())
