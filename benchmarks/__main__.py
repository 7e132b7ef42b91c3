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

from benchmarks.inputs import long_document, many_dossiers
from benchmarks.peers.template import make_template
from benchmarks.redline import long_pair, short_pair
from pmg_docs.app.build import build
from pmg_docs.workspace.folder import Workspace

ROOT = Path(__file__).parents[1]
PEERS = Path(__file__).parent / "peers"
NOTA = "pmg-2024-flexibele-uitvraag"
LINEAR = "check 1000 dossiers"
_LONGEST = 540
"""Seconds for all rounds together."""


@dataclass(frozen=True)
class Target:
    """A command, what it is held against, and the most that the ratio between them may be.

    `code` is what it ends with, which for `diff` is 1 when there is something to tell.
    """

    name: str
    command: tuple[str, ...]
    against: str
    most: float
    code: int = 0


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
        work, many = _changed_dossier(Path(folder) / "werk"), Path(folder) / "duizend"
        known = [*_targets(work, many), *_of_files(Path(folder)), *_redlines(Path(folder))]
        targets = [t for t in known if not options.only or t.name in options.only]
        if any(str(many) in target.command for target in targets):
            many_dossiers(many, 1000)
        missed = _report(targets, bases, options.rounds, options.factor)
        if not options.only or LINEAR in options.only:
            missed += _is_linear(Path(folder), options.factor)
    return 1 if missed else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--only", action="append", default=[], metavar="NAME")
    parser.add_argument("--factor", type=float, default=1.0, help="tighten or loosen every target")
    return parser.parse_args(arguments)


def _targets(work: Path, many: Path) -> Iterator[Target]:
    pmg = (sys.executable, "-m", "pmg_docs")
    quick = ("--format", "docx", "--format", "html", "--format", "md")
    nota = (NOTA, "--letter", "nota", "--format", "docx")
    yield Target("help", (*pmg, "--help"), "T", 3)
    yield Target("check", (*pmg, "check"), "T", 12)
    yield Target("build without pdf", (*pmg, "build", "-q", *quick), "T", 25)
    yield Target("build with pdf", (*pmg, "build", "-q"), "T", 75)
    yield Target("diff", (*pmg, "diff", NOTA, "--workspace", str(work)), "T", 25, code=1)
    yield Target("review", (*pmg, "review", "-q", NOTA, "--workspace", str(work)), "T", 20, code=1)
    yield Target("status", (*pmg, "status"), "T", 12)
    yield Target("status of 1.000", (*pmg, "status", "--workspace", str(many)), "T", 60)
    yield Target("kenmerk check", (*pmg, "kenmerk", "check"), "T", 8)
    reserving = (sys.executable, "-m", "benchmarks.reserving", "--numbers", "500")
    yield Target("50 reserve 500", reserving, "T", 100)
    yield Target("one nota to docx", (*pmg, "build", "-q", *nota), "docxtpl", 2)


def _of_files(folder: Path) -> Iterator[Target]:
    root = folder / "groot"
    check = (sys.executable, "-m", "pmg_docs", "check", "--workspace", str(root))
    yield Target("check a long docx", (*check, str(long_document(root))), "T", 25)


def _is_linear(folder: Path, factor: float) -> list[str]:
    """Check a hundred dossiers and a thousand: ten times as many may take twelve times as long."""
    taken = {}
    for number in (100, 1000):
        root = many_dossiers(folder / f"d{number}", number)
        command = (sys.executable, "-m", "pmg_docs", "check", "--workspace", str(root))
        taken[number] = min(_seconds(command, 0) for _ in range(2))
    ratio = taken[1000] / taken[100]
    each = (taken[1000] - taken[100]) / 900 * 1000
    sign = "" if ratio <= 12 * factor else "  MISSED"
    print(f"{LINEAR}: {taken[100]:.1f} s for 100, {taken[1000]:.1f} s for 1000; "
          f"ratio {ratio:.2f}, at most {12 * factor:.2f}; {each:.1f} ms each{sign}")  # fmt: skip
    return [LINEAR] if sign else []


def _changed_dossier(folder: Path) -> Path:
    """The letters, types and styles in a repository of their own, with a fact changed since."""
    for name in ("letters", "templates", "styles"):
        shutil.copytree(ROOT / name, folder / name)
    who = ("-c", "user.name=A. Voorbeeld", "-c", "user.email=a@voorbeeld.nl")
    for asked in (("init",), ("add", "."), (*who, "commit", "--message", "Begin")):
        subprocess.run(["git", *asked], cwd=folder, check=True, capture_output=True)  # noqa: S607
    facts = folder / "letters" / NOTA / "feiten.yaml"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(text.replace("bedrag: 500000", "bedrag: 600000"), encoding="utf-8")
    return folder


def _redlines(folder: Path) -> Iterator[Target]:
    """The use case by itself: no command line stands before it."""
    for name, most, (old, new) in (("nota", 40, short_pair()), ("50 pages", 130, long_pair())):
        paths = [folder / f"{name}-{kind}.docx" for kind in ("oud", "nieuw", "redline")]
        paths[0].write_bytes(old)
        paths[1].write_bytes(new)
        code = (
            "import sys; from pathlib import Path; from pmg_docs.app.redline import redline_files;"
            "redline_files(*map(Path, sys.argv[1:]), 'a')"
        )
        command = (sys.executable, "-c", code, *map(str, paths))
        yield Target(f"redline of {name}", command, "T", most)


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
    codes = {target.name: target.code for target in targets}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for name, command in commands.items():
        _seconds(command, codes.get(name, 0))  # the first run also writes the compiled modules
    began = time.monotonic()
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(_seconds(command, codes.get(name, 0)))
        if time.monotonic() - began > _LONGEST:
            break
    return times


def _seconds(command: tuple[str, ...], code: int) -> float:
    """How long a command takes in an empty folder of its own for what it makes."""
    with tempfile.TemporaryDirectory() as folder:
        more = ("--out", folder) if {"build", "review"} & {*command} else ()
        # What a command prints is not for us; its output folder is thrown away with what it made.
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        began = time.perf_counter()
        done = subprocess.run(
            [*command, *more], cwd=ROOT, env={**environment, "PMG_BENCH_OUT": folder},
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
        taken = time.perf_counter() - began
    if done.returncode != code:
        sys.exit(done.stderr.decode())
    return taken


if __name__ == "__main__":
    sys.exit(main())
