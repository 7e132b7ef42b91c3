"""Municipalities that a text names, one by one, and the lists that they stand in.

Only names with a capital are read, the longest first: `Bergen op Zoom` is not `Bergen`. A name
that is part of another one is none: `Haarlemse`, `Den Haagweg`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pmg_docs.dutch.places import fold_name
from pmg_docs.dutch.register import (
    Ambiguous,
    Municipality,
    find,
    former_municipalities,
    municipalities,
)


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A municipality in a text: the preferred names that it may be, and where it is named."""

    names: tuple[str, ...]
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlaceList:
    """One or more municipalities that are named in one breath, from `start` up to `end`."""

    places: tuple[NamedPlace, ...]

    @property
    def start(self) -> int:
        """Where the first name begins."""
        return self.places[0].start

    @property
    def end(self) -> int:
        """Where the last name ends."""
        return self.places[-1].end


_WORD = r"[^\W\d_][\w’'‘`´.-]*"
_CANDIDATE = re.compile(rf"(?<![\w-])(?:['’‘`´][sS][- ](?=[A-Z]))?(?=[^\W\d_])(?P<first>{_WORD})")
_MORE_WORDS = 4
"""The words that a name may have behind its first."""
_LONGEST_ABBREVIATION = 4
_BETWEEN = re.compile(r"\s*(?:,|;|\ben\b|\bof\b|,\s*en|&|/|\n\s*[-*•]|\n)\s*", re.IGNORECASE)
_TOKEN = re.compile(rf"[ \u00a0\n]{{1,2}}(?:\([A-Z.]{{1,5}}\)|a/d(?!\w)|{_WORD})")


def find_places(text: str) -> tuple[NamedPlace, ...]:
    """Every municipality of today, or a former one, that a text names, in order."""
    found: list[NamedPlace] = []
    place = 0
    while match := _CANDIDATE.search(text, place):
        place = match.end()
        if text[match.start("first")].isupper() and (named := _longest(text, match)):
            found.append(named)
            place = named.end
    return tuple(found)


def find_place_lists(text: str) -> tuple[PlaceList, ...]:
    """The municipalities of a text, those that only commas and `en` part taken together."""
    lists: list[list[NamedPlace]] = []
    for place in find_places(text):
        is_next = lists and _BETWEEN.fullmatch(text, lists[-1][-1].end, place.start)
        if is_next:
            lists[-1].append(place)
        else:
            lists.append([place])
    return tuple(PlaceList(tuple(places)) for places in lists)


def _longest(text: str, match: re.Match[str]) -> NamedPlace | None:
    start = match.start()
    if fold_name(match[0]).partition(" ")[0] not in _first_words():
        return None
    ends = [match.end()]
    while len(ends) <= _MORE_WORDS and (word := _TOKEN.match(text, ends[-1])):
        ends.append(word.end())
    for end in reversed(ends):
        written = text[start:end].rstrip(".’'`´")
        names = _names().get(fold_name(written))
        if names and not (written.isupper() and _is_short(written)):
            return NamedPlace(names, written, start, start + len(written))
    return None


def _is_short(written: str) -> bool:
    """Whether capitals may as well be an abbreviation: `EDE`, `OSS`."""
    return len(written) <= _LONGEST_ABBREVIATION


@cache
def _first_words() -> frozenset[str]:
    """The words that a folded name can begin with, by which most words are soon passed over."""
    return frozenset(key.partition(" ")[0] for key in _names())


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Preferred names by every folded name that the register knows."""
    keys = {
        fold_name(name) for m in municipalities() for name in (m.name, m.official_name, *m.aliases)
    }
    keys |= {fold_name(m.name.partition(" (")[0]) for m in municipalities()}
    keys |= {fold_name(m.name) for m in former_municipalities()}
    known: dict[str, tuple[str, ...]] = {}
    for key in keys:
        match find(key):
            case Municipality(name=name):
                known[key] = (name,)
            case Ambiguous(candidates=candidates):
                known[key] = tuple(m.name for m in candidates)
            case None:
                continue
            case former:
                known[key] = (former.name,)
    return {written: names for key, names in known.items() for written in _ways_to_write(key)}


def _ways_to_write(key: str) -> Iterator[str]:
    """A folded name, and that of a place on a river as people shorten it: `Alphen a/d Rijn`."""
    yield key
    for full in (" aan den ", " aan de "):
        if full in key:
            yield key.replace(full, " a d ")
            yield key.replace(full, " aan de ")
