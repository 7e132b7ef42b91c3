"""The register of municipalities: the 342 of today, and those that were abolished since 1999.

Source: the TOOI value list of municipalities (`rwc_gemeenten_compleet`) and Statistics
Netherlands (CBS), Gemeentelijke indeling 2025. The data stand in two tables beside this module,
which are read when they are first asked for.
"""

import csv
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from pmg_docs.dutch.places import fold_name, sort_key


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality of today.

    `name` is the preferred name (`Den Haag`), `official_name` the one in law (`’s-Gravenhage`).
    `aliases` are other ways to write it, `Den Bosch` or the CBS form `Hengelo (O.)`.
    """

    code: str
    name: str
    official_name: str
    province: str
    aliases: tuple[str, ...] = ()

    @property
    def sort_key(self) -> str:
        """The text on which the municipality is sorted."""
        return sort_key(self.name)


@dataclass(frozen=True, slots=True)
class FormerMunicipality:
    """A municipality that was abolished; a successor may itself be abolished by now."""

    code: str
    name: str
    last_day: dt.date
    successors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A name that more than one municipality goes by, such as `Bergen`."""

    name: str
    candidates: tuple[Municipality, ...]


@cache
def municipalities() -> tuple[Municipality, ...]:
    """All municipalities of today, in alphabetical order."""
    return tuple(
        Municipality(
            code=row["code"],
            name=row["name"],
            official_name=row["official_name"] or row["name"],
            province=row["province"],
            aliases=_split(row["other_names"]),
        )
        for row in _read_table("gemeenten.csv")
    )


@cache
def former_municipalities() -> tuple[FormerMunicipality, ...]:
    """All abolished municipalities that the register knows, by last day."""
    return tuple(
        FormerMunicipality(
            code=row["code"],
            name=row["name"],
            last_day=dt.date.fromisoformat(row["last_day"]),
            successors=_split(row["successors"]),
        )
        for row in _read_table("gemeenten_opgeheven.csv")
    )


def find(name: str) -> Municipality | FormerMunicipality | Ambiguous | None:
    """Look a municipality up by a name as people write it.

    Preferred and official names and aliases count, whatever the apostrophe, capitals, accents and
    hyphens. A name of today goes before a former one; nothing is guessed (see `nearest`).

    Returns:
        The municipality; the former one of that name; `Ambiguous` where several of today share
        the name; None for a name that nobody has.
    """
    key = fold_name(name)
    found = _current().get(key, ())
    if len(found) > 1:
        return Ambiguous(name, found)
    return found[0] if found else _former().get(key)


def successors_today(former: FormerMunicipality) -> tuple[Municipality, ...]:
    """The municipalities of today that an abolished one went up in, however many steps later."""
    heirs: dict[Municipality, None] = {}
    for name in former.successors:
        match find(name):
            case Municipality() as heir:
                heirs[heir] = None
            case FormerMunicipality() as next_former:
                heirs.update(dict.fromkeys(successors_today(next_former)))
            case _:
                raise LookupError(f"{former.name}: opvolger {name} staat niet in het register")
    return tuple(heirs)


def nearest(name: str, n: int = 3) -> tuple[str, ...]:
    """At most `n` preferred names of today that look like a name, the best first.

    For the hint "bedoelt u …"; empty when nothing comes close.
    """
    by_key = _current()
    keys = get_close_matches(fold_name(name), by_key, n=2 * n, cutoff=0.7)
    names = dict.fromkeys(found.name for key in keys for found in by_key[key])
    return tuple(names)[:n]


@cache
def _current() -> dict[str, tuple[Municipality, ...]]:
    """Municipalities by every folded name; `bergen` leads to each Bergen with a suffix."""
    by_key: dict[str, tuple[Municipality, ...]] = {}
    for municipality in municipalities():
        without_suffix = municipality.name.partition(" (")[0]
        names = (municipality.name, municipality.official_name, without_suffix)
        for key in {fold_name(name) for name in (*names, *municipality.aliases)}:
            by_key[key] = (*by_key.get(key, ()), municipality)
    return by_key


@cache
def _former() -> dict[str, FormerMunicipality]:
    return {fold_name(former.name): former for former in former_municipalities()}


def _read_table(file_name: str) -> Iterator[dict[str, str]]:
    text = Path(__file__).with_name(file_name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return csv.DictReader(lines)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
