"""Municipalities of one province: `in Limburg krijgen vier gemeenten geld`."""

import re
from functools import cache

from pmg_docs.checks.statements.knowledge import Group
from pmg_docs.checks.statements.sentence import Sentence
from pmg_docs.dutch.dates import MONTHS
from pmg_docs.dutch.places import fold_name
from pmg_docs.dutch.register import municipalities

_WITHIN = re.compile(
    r"\b(?:[Ii]n|[Uu]it|[Vv]an)\s+(?:de\s+provincie\s+|de\s+|het\s+)?(?P<name>[A-Z][\w-]+)"
)
_PROVINCE_OF = {
    "limburgse": "limburg", "brabantse": "noord brabant", "zeeuwse": "zeeland",
    "friese": "fryslan", "drentse": "drenthe", "gelderse": "gelderland", "groningse": "groningen",
    "overijsselse": "overijssel", "utrechtse": "utrecht", "flevolandse": "flevoland",
    "noord-hollandse": "noord holland", "zuid-hollandse": "zuid holland",
}  # fmt: skip
_ADJECTIVE = re.compile(
    rf"(?<![\w-])(?P<word>{'|'.join(_PROVINCE_OF)})\s+(?:gemeenten|steden)", re.IGNORECASE
)
_ALSO = {"brabant": "noord brabant", "friesland": "fryslan"}
_NO_REGIONS = frozenset(MONTHS) | {"nederland", "den", "rijk", "kamer"}


def region_of(sentence: Sentence, start: int) -> str:
    """The region, folded, to which the clause of a place narrows what it says; or nothing."""
    if said := _ADJECTIVE.search(sentence.around(start)):
        return _PROVINCE_OF[said["word"].lower()]
    for found in _WITHIN.finditer(sentence.around(start)):
        name = fold_name(found["name"])
        if _ALSO.get(name, name) in _provinces():
            return _ALSO.get(name, name)
        if not set(name.split()) <= sentence.topic.words | _NO_REGIONS:
            return name
    return ""


def number_in(group: Group, region: str) -> int | None:
    """How many municipalities of a group lie in a region; None when that is no province."""
    if region not in _provinces():
        return None
    return sum(_province_of().get(name) == region for name in group.names)


@cache
def _province_of() -> dict[str, str]:
    return {m.name: fold_name(m.province) for m in municipalities()}


@cache
def _provinces() -> frozenset[str]:
    return frozenset(_province_of().values())
