"""The labelled sentences are whole. What fails is named by its id: two files are not to be read."""

from collections import Counter
from typing import Any

import pytest
import yaml

from pmg_docs.checks.statements import Verdict
from tests.reading.scoring import SENTENCES, facts_of, read_half

FILES = {"tuning": "t", "unseen": "u", "practice": "p", "fresh": "f"}
AMOUNTS = ["bedrag", "aantal", "percentage", "leeftijd", "datum", "periode"]
NAMES = ["gemeente", "gemeentelijst", "persoon", "kenmerk", "kamerstuk"]
KINDS = frozenset([*AMOUNTS, *NAMES])
KEYS = frozenset(["id", "dossier", "kind", "hard", "context", "sentence", "expect", "ignore"])
LABEL = frozenset(["said", "verdict", "fact", "also", "why"])
Entry = dict[str, Any]


def entries_of(name: str) -> list[Entry]:
    """The entries as they are typed, all of them text, lists and mappings."""
    text = (SENTENCES / f"{name}.yaml").read_text(encoding="utf-8")
    return list(yaml.load(text, yaml.BaseLoader))  # noqa: S506


def faults(entry: Entry) -> list[str]:
    """What is wrong with an entry, in words that do not show its sentence."""
    found = []
    if not entry.keys() <= KEYS or any(not one.keys() <= LABEL for one in entry["expect"]):
        found.append("key")
    if entry["kind"] not in KINDS or entry["hard"] not in ("ja", "nee"):
        found.append("kind")
    words = [one["said"] for one in entry["expect"]] + entry.get("ignore", [])
    if any(entry["sentence"].count(one) != 1 for one in words):
        found.append("said")
    for one in entry["expect"]:
        found.extend(_label_faults(one, entry["dossier"]))
    return found


def _label_faults(label: Entry, dossier: str) -> list[str]:
    if label["verdict"] not in {verdict.value for verdict in Verdict}:
        return ["verdict"]
    facts = ([label["fact"]] if "fact" in label else []) + label.get("also", [])
    is_unknown = label["verdict"] == Verdict.UNKNOWN.value
    known = facts_of(dossier).facts.keys()
    is_right = bool(facts) != is_unknown and set(facts) <= known and len(set(facts)) == len(facts)
    found = [] if is_right else ["fact"]
    return found + ([] if label.get("why") else ["why"])


@pytest.mark.parametrize("name", FILES)
def test_every_entry_is_whole(name: str):
    assert {e["id"]: faults(e) for e in entries_of(name) if faults(e)} == {}
    assert len(read_half(name)) == len(entries_of(name))


@pytest.mark.parametrize("name", FILES)
def test_ids_go_on_from_one(name: str):
    expected = [f"{FILES[name]}{n:03}" for n in range(1, len(entries_of(name)) + 1)]
    assert [e["id"] for e in entries_of(name)] == expected


def test_no_sentence_stands_twice():
    ids: dict[str, list[str]] = {}
    for name in FILES:
        for entry in entries_of(name):
            ids.setdefault(entry["sentence"], []).append(entry["id"])
    assert [same for same in ids.values() if len(same) > 1] == []


def test_practice_and_fresh_are_drawn_from_the_same_pairs():
    def pairs(name: str) -> Counter[tuple[str, str, str]]:
        return Counter((e["kind"], e["dossier"], e["hard"]) for e in entries_of(name))

    assert pairs("practice") == pairs("fresh")


GOOD: Entry = {
    "id": "p001",
    "dossier": "lezen-in-de-wijk",
    "kind": "aantal",
    "hard": "nee",
    "sentence": "Er zijn negen gemeenten.",
    "expect": [
        {
            "said": "negen gemeenten",
            "verdict": "agrees",
            "fact": "aantal_gemeenten",
            "why": "as the fact says",
        }
    ],
}


def test_a_whole_entry_has_no_faults():
    assert faults(GOOD) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"sentense": "Er zijn negen."}, "key"),
        ({"kind": "getal"}, "kind"),
        ({"hard": "yes"}, "kind"),
        ({"sentence": "Er zijn er tien."}, "said"),
        ({"sentence": "Van negen gemeenten naar negen gemeenten."}, "said"),
        ({"ignore": ["er ook"]}, "said"),
    ],
)
def test_a_faulty_entry_is_found(change: Entry, fault: str):
    assert faults(GOOD | change) == [fault]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"fact": "aantal_scholen"}, "fact"),
        ({"also": ["aantal_gemeenten"]}, "fact"),
        ({"verdict": "unknown"}, "fact"),
        ({"verdict": "wrong"}, "verdict"),
        ({"why": ""}, "why"),
        ({"note": "x"}, "key"),
    ],
)
def test_a_faulty_label_is_found(change: Entry, fault: str):
    assert faults(GOOD | {"expect": [GOOD["expect"][0] | change]}) == [fault]


def test_a_verdict_without_a_fact_is_found():
    label = {key: value for key, value in GOOD["expect"][0].items() if key != "fact"}
    assert faults(GOOD | {"expect": [label]}) == ["fact"]
