"""The lock of a folder is a file of its own: no link is followed to it, no pipe waited for."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pmg_docs.model.errors import Unreachable
from pmg_docs.workspace.lock import LOCK, only_one

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")


@pytest.mark.parametrize(
    "stands",
    [lambda path: path.symlink_to(path.parents[1] / "elders"), os.mkfifo],
    ids=["a link", "a pipe"],
)
def test_what_stands_in_place_of_the_lock_is_refused_and_left(
    tmp_path: Path, stands: Callable[[Path], None]
):
    folder = tmp_path / "map"
    folder.mkdir()
    stands(folder / LOCK)

    with pytest.raises(Unreachable) as caught, only_one(folder, lambda: None):
        pass

    assert [f.code for f in caught.value.findings] == ["PMG441"]
    assert os.path.lexists(folder / LOCK)
    assert not (tmp_path / "elders").exists()
