"""Between the use cases and the officer: every outcome becomes words and an exit code."""

import errno
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from typer.exceptions import Abort, TyperException

from pmg_docs.cli.findings import say_findings
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound, PmgError, Unreachable

if TYPE_CHECKING:
    from pmg_docs.app.check.dossiers import CheckResult

FORMATS = ("docx", "odt", "pdf", "html", "md", "txt")
FORMS = ("text", "json", "github")
"""How findings can be said."""

CLEAN, FINDINGS, USAGE, CANNOT, OUR_FAULT, INTERRUPTED = 0, 1, 2, 3, 70, 130


def run(app: Callable[..., object]) -> NoReturn:
    """Run the command line app and exit.

    0 clean or warnings only, 1 errors in the input, 2 usage, 3 cannot go on, 70 our own fault,
    130 interrupted.
    """
    _speak_utf8()
    try:
        code = app(standalone_mode=False)
    except TyperException as problem:
        code = _misused(problem)
    except PmgError as problem:
        code = explain(problem)
    except (KeyboardInterrupt, Abort):
        code = INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; a second error while closing it helps nobody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = CLEAN
    except Exception as problem:
        too_long = isinstance(problem, OSError) and problem.errno == errno.ENAMETOOLONG
        code = _too_long() if too_long else _our_fault()
    if code == INTERRUPTED:
        print("Afgebroken; er is niets half geschreven.", file=sys.stderr)
    sys.exit(code if isinstance(code, int) else CLEAN)


def _too_long() -> int:
    """Say that a name was typed that no file can have; any question about it fails."""
    told = "Een naam is langer dan een bestand of map op deze computer kan heten."
    say_findings([Diagnostic("PMG100", told, hints=("Kijk of u niet te veel plakte.",))],
                 was_at_work=False)  # fmt: skip
    return USAGE


def _misused(problem: TyperException) -> int:
    if type(problem).__name__ == "NoArgsIsHelpError":
        print(problem.message)
    else:
        from pmg_docs.cli.usage import finding_of

        say_findings([finding_of(problem)], was_at_work=False)
    return USAGE


def explain(problem: PmgError, *, was_at_work: bool = True) -> int:
    """Print what is wrong, and give the exit code for it."""
    say_findings(problem.findings, was_at_work=was_at_work and not isinstance(problem, NotFound))
    return exit_code_of(problem)


def exit_code_of(problem: PmgError) -> int:
    """The exit code for what kept a command from going on."""
    if isinstance(problem, NotFound):
        return USAGE
    return CANNOT if isinstance(problem, Unreachable) else FINDINGS


def code_of(result: "CheckResult") -> int:
    """The exit code for what a check came to: that of the worst."""
    if result.is_unreachable:
        return CANNOT
    if result.is_unplaced:
        return USAGE
    return FINDINGS if any(finding.stops for finding in result.findings) else CLEAN


def _our_fault() -> int:
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="pmg-fout-", suffix=".log", delete=False, encoding="utf-8"
        ) as log:
            traceback.print_exc(file=log)
        report = f"Stuur dit bestand mee als u het meldt: {log.name}"
    except OSError:
        report = "Er kon geen verslag van worden gemaakt: de map voor tijdelijke bestanden is vol."
    print(
        "Er ging iets mis, en dat ligt aan ons, niet aan uw tekst. "
        f"Geen bestand is half geschreven.\n{report}",
        file=sys.stderr,
    )
    return OUR_FAULT


def _speak_utf8() -> None:
    """Print Dutch letters whatever the locale of the terminal is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
