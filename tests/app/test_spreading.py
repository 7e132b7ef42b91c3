import os
import sys
from collections.abc import Sequence

import pytest

from pmg_docs.app.spreading import spread
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound

MANY = tuple(f"d{number:03}" for number in range(300))
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux splits off processes")


def who_did(names: Sequence[str]) -> tuple[int, tuple[str, ...]]:
    return os.getpid(), tuple(names)


def refuse_one(names: Sequence[str]) -> int:
    if "d299" in names:
        raise NotFound(Diagnostic("PMG153", "Geen brief.", hints=("Schrijf er een.",)))
    return len(names)


def test_a_few_are_done_here():
    assert spread(who_did, MANY[:10]) == [(os.getpid(), MANY[:10])]


def test_many_are_done_elsewhere_each_once_and_in_order(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2})

    done = spread(who_did, MANY)

    assert len(done) == 3
    assert os.getpid() not in {process for process, _ in done}
    assert tuple(name for _, names in done for name in names) == MANY


def test_one_processor_does_them_here(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})

    assert [process for process, _ in spread(who_did, MANY)] == [os.getpid()]


def test_a_refusal_comes_back_with_its_findings(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})

    with pytest.raises(NotFound) as caught:
        spread(refuse_one, MANY)

    assert caught.value.findings == (
        Diagnostic("PMG153", "Geen brief.", hints=("Schrijf er een.",)),
    )
