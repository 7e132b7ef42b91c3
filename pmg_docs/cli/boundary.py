"""Between the use cases and the officer: every outcome becomes words and an exit code."""

import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from typing import NoReturn

from pmg_docs.cli.presentation import say_findings
from pmg_docs.model.errors import NotFound, PmgError, Unreachable

FORMATS = ("docx", "pdf", "html", "md", "txt")

CLEAN, FINDINGS, USAGE, CANNOT, OUR_FAULT, INTERRUPTED = 0, 1, 2, 3, 70, 130


def run(app: Callable[..., object]) -> NoReturn:
    """Run the command line app and exit.

    0 clean or warnings only, 1 errors in the input, 2 usage, 3 cannot go on, 70 our own fault,
    130 interrupted.
    """
    _speak_utf8()
    try:
        code = app(standalone_mode=True)
    except SystemExit as leaving:
        code = leaving.code
    except PmgError as problem:
        code = _explain(problem)
    except KeyboardInterrupt:
        print("Afgebroken; er is niets half geschreven.", file=sys.stderr)
        code = INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; a second error while closing it helps nobody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = CLEAN
    except Exception:
        code = _our_fault()
    sys.exit(code if isinstance(code, int) else CLEAN)


def _explain(problem: PmgError) -> int:
    say_findings(problem.findings, was_at_work=not isinstance(problem, NotFound))
    if isinstance(problem, NotFound):
        return USAGE
    return CANNOT if isinstance(problem, Unreachable) else FINDINGS


def _our_fault() -> int:
    with tempfile.NamedTemporaryFile(
        "w", prefix="pmg-fout-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        traceback.print_exc(file=log)
    print(
        "Er ging iets mis, en dat ligt aan ons, niet aan uw tekst. "
        "Geen bestand is half geschreven.\n"
        f"Stuur dit bestand mee als u het meldt: {log.name}",
        file=sys.stderr,
    )
    return OUR_FAULT


def _speak_utf8() -> None:
    """Print Dutch letters whatever the locale of the terminal is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
