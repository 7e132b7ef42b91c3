import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pmg_docs.app.watch import watch
from pmg_docs.model.errors import NotFound, Unreachable
from tests.builders.folder import dossier


@contextmanager
def room_for_one_open_file() -> Iterator[None]:
    """A process that may hold no more files open than one beside those that it has."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = max(int(name) for name in os.listdir("/proc/self/fd")) + 8  # noqa: PTH208 - the numbers
    taken: list[int] = []
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, before[1]))
    try:
        with pytest.raises(OSError, match="Too many open files"):
            while True:
                taken.append(os.dup(0))
        os.close(taken.pop())
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
        for number in taken:
            os.close(number)


def test_a_system_that_watches_no_more_files_is_told_in_plain_words(tmp_path: Path):
    rounds = watch(dossier(tmp_path, "a: 1"), formats=["md"])

    with room_for_one_open_file(), pytest.raises(Unreachable) as caught:
        next(rounds)

    [finding] = caught.value.findings
    assert finding.code == "PMG173"
    assert "WATCHFILES_FORCE_POLLING=1" in finding.hints[0]


def test_a_dossier_that_is_not_there_is_refused_at_once(tmp_path: Path):
    with pytest.raises(NotFound):
        next(watch(dossier(tmp_path, "a: 1"), ["prof"]))
