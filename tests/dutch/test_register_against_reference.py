"""The register held against tables that others made of the same sources, where they are at hand."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from pmg_docs.dutch.places import sort_key, write_place
from pmg_docs.dutch.register import find, former_municipalities, municipalities

REFERENCE = Path(__file__).parents[3] / "shared" / "reference"

pytestmark = pytest.mark.skipif(
    not (REFERENCE / "gemeenten.csv").exists(), reason="the reference tables are not at hand"
)


def rows(file_name: str) -> list[dict[str, str]]:
    with (REFERENCE / file_name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def test_codes_names_and_provinces_are_the_same() -> None:
    theirs = {
        (r["code"], write_place(r["name"]), write_place(r["official_name"]), r["province"])
        for r in rows("gemeenten.csv")
    }
    ours = {(m.code, m.name, m.official_name, m.province) for m in municipalities()}
    assert ours == theirs


def test_sort_keys_are_the_same() -> None:
    theirs = {r["code"]: sort_key(r["sort_key"]) for r in rows("gemeenten.csv")}
    assert {m.code: m.sort_key for m in municipalities()} == theirs


def test_every_name_of_statistics_netherlands_is_found() -> None:
    by_code = {m.code: m for m in municipalities()}
    for row in rows("gemeenten.csv"):
        assert find(row["cbs_name"]) == by_code[row["code"]]


def test_former_municipalities_are_the_same() -> None:
    theirs = {
        (r["code"], write_place(r["name"]), r["last_day"], write_place(r["successors"]))
        for r in rows("gemeenten-opgeheven.csv")
    }
    ours = {
        (f.code, f.name, dt.date.isoformat(f.last_day), "; ".join(f.successors))
        for f in former_municipalities()
    }
    assert ours == theirs
