"""Files that were cut, or of which bytes were turned: a result or a refusal, nothing else."""

import random
from collections.abc import Callable, Iterator

import pytest

from pmg_docs.model.errors import Refused
from pmg_docs.readers import read_text
from pmg_docs.writers import WRITERS
from tests.builders.look import look
from tests.builders.odf import box, note, odt, p, packed, unpacked
from tests.builders.tree import nota

ODT = odt(p(f"tekst{note('a', 'noot')}{box(p('vak'))}") * 20)
TIMES = 60


def made(name: str) -> bytes:
    return ODT if name == "odt" else WRITERS[name](nota().shown_in(name), look())


def cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def turn(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randrange(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)


def drop(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    del data[start : start + chance.randrange(1, 2000)]


def spoiled(data: bytes) -> Iterator[bytes]:
    chance = random.Random(7)  # noqa: S311 - the same files at every run
    for number in range(TIMES):
        changed = bytearray(data)
        spoil: Callable[[bytearray, random.Random], None] = (cut, turn, drop)[number % 3]
        spoil(changed, chance)
        yield bytes(changed)


def outcome(data: bytes, name: str) -> str:
    try:
        return read_text(data, name).format
    except Refused:
        return "geweigerd"


@pytest.mark.parametrize("name", ["docx", "odt", "pdf", "html", "md", "txt"])
def test_a_damaged_file_is_read_or_refused(name: str):
    data = made(name)
    assert outcome(data, f"a.{name}") == name
    assert all(outcome(one, f"a.{name}") for one in spoiled(data))


@pytest.mark.parametrize("name", ["docx", "odt"])
def test_damage_inside_the_parts_of_a_zip_is_read_or_refused(name: str):
    members = unpacked(made(name))
    for part in [part for part in members if part.endswith((".xml", ".rels"))]:
        for one in list(spoiled(members[part]))[:12]:
            assert outcome(packed({**members, part: one}), f"a.{name}")
