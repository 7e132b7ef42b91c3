"""Many dossiers spread over the processors of the machine; a few are done as they come."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TypeVar

from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import PmgError

R = TypeVar("R")

_MANY = 200
"""Dossiers from which it pays to start processes."""


def spread(work: Callable[[Sequence[str]], R], names: Sequence[str]) -> list[R]:
    """What comes of some work on names, part after part, in their order.

    Processes that split off know all that was loaded already. Only Linux does that without harm,
    so elsewhere, or with few names or one processor, there is one part.

    Args:
        work: does some names, and can be told to another process.
        names: what to do.

    Raises:
        PmgError: what the work on the first of the parts that failed raised.
    """
    processors = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    if len(names) < _MANY or processors < 2:
        return [work(names)]
    size = -(-len(names) // processors)
    parts = [names[start : start + size] for start in range(0, len(names), size)]
    with ProcessPoolExecutor(
        len(parts), multiprocessing.get_context("fork"), initializer=_leave_interrupts
    ) as pool:
        outcomes = tuple(pool.map(partial(_caught, work), parts))
    done: list[R] = []
    for found, problem in outcomes:
        if problem is not None:
            kind, findings = problem
            raise kind(findings)
        done.extend(found)
    return done


def _leave_interrupts() -> None:
    """Let Ctrl-C be heard by the process that started us, and told there in one line."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _caught(
    work: Callable[[Sequence[str]], R], names: Sequence[str]
) -> tuple[list[R], tuple[type[PmgError], tuple[Diagnostic, ...]] | None]:
    """The outcome, or why there is none: an exception loses its findings between processes."""
    try:
        return [work(names)], None
    except PmgError as problem:
        return [], (type(problem), problem.findings)
