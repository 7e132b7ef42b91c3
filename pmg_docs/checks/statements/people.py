"""Persons and offices, and the names of directorates, held against those of the facts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.knowledge import Knowledge, once
from pmg_docs.checks.statements.sentence import Sentence
from pmg_docs.checks.statements.verdicts import agrees, contradicts, unknown
from pmg_docs.dutch.persons import write_surname
from pmg_docs.dutch.places import fold_name
from pmg_docs.dutch.surroundings import FUNCTION_WORDS
from pmg_docs.model.value import Organisation, Person, TextValue

# In a PDF the lines of an address run on: `Minister van Financiën Minister van Defensie`.
_CAP = r"(?!(?:Minister|Staatssecretaris|Premier)\b)[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]+"
# A name never runs on to the next line: there the next signatory or addressee begins.
_S = r"[ \u00a0]+"
_INITIALS = r"(?:(?:[A-Z]\.[ \u00a0]?){1,4})?"
_TITLE = r"(?:[Mm]inister-president|[Mm]inister|[Ss]taatssecretaris|[Pp]remier|[Mm]inisters)"
_AREA = rf"(?P<prep>van|voor){_S}(?P<area>{_CAP}(?:(?:,{_S}|{_S}en{_S}|{_S}){_CAP}){{0,5}})"
_PARTICLE = r"(?:[Vv]an|[Dd]en?|[Dd]er|[Tt]e[nr]|[Ee]l|Al|Ben|La|Le)"
_NAME = rf"{_INITIALS}(?:{_CAP}{_S}){{0,2}}?(?:{_PARTICLE}{_S}){{0,2}}{_CAP}"
_NUMBERED = re.compile(r"\d")
"""A postcode, box or house number is no name, and near to thousands of others."""
_NO_NAMES = FUNCTION_WORDS | {"de", "het", "een", "ook", "onze", "volgens", "aldus", "mede"}
_FORMER = re.compile(
    rf"(?:oud-|ex-|(?:voormalig|toenmalig|vorige|destijds|gewezen|(?:op)?volger van|voorganger,?"
    rf"|opvolgster van|opvolgde|in plaats van|na){_S})$",
    re.IGNORECASE,
)
_TITLES = ("inister", "taatssecretaris", "remier")
_WITHOUT_TITLE = re.compile(rf"\b(?P<name>{_CAP}(?:-{_CAP})?){_S}{_AREA}")
_FORMS = (
    re.compile(rf"\b(?P<title>{_TITLE}){_S}(?P<name>{_NAME}){_S}{_AREA}"),
    re.compile(
        rf"\b(?P<title>{_TITLE}){_S}{_AREA}(?:{_S})?,?{_S}"
        rf"(?P<name>{_INITIALS}(?:{_CAP}{_S})?{_CAP})"
    ),
    re.compile(
        rf"\b(?P<name>{_NAME}),?{_S}(?:de{_S}|demissionair{_S})*"
        rf"(?:(?<=,[ \u00a0])|(?=[a-z]))(?P<title>{_TITLE}){_S}{_AREA}"
    ),
    re.compile(rf"\b(?P<title>{_TITLE}){_S}{_AREA}"),
    _WITHOUT_TITLE,
    re.compile(rf"\b(?P<title>{_TITLE}){_S}(?P<name>{_NAME})"),
)


@dataclass(frozen=True)
class _Mention:
    text: str
    start: int
    end: int
    title: str
    name: str
    preposition: str
    area: str


@dataclass(frozen=True)
class _KnownPerson:
    path: str
    person: Person
    surname: str
    title: str
    preposition: str
    area: str


def judge_people(sentence: Sentence, known: Knowledge) -> Iterator[Judgement]:
    """The verdict on every person in office and every directorate that a sentence names."""
    persons = _persons(known)
    taken: list[tuple[int, int]] = []
    places = [place for one in sentence.place_lists for place in one.places]
    for mention in _mentions(sentence.text, _surnames(known)):
        if any(place.text == mention.name for place in places):
            continue
        verdict = _judge(sentence, persons, mention)
        if verdict is not None:
            taken.append((mention.start, mention.end))
            yield verdict
    yield from _bodies(sentence, known, taken)


@once
def _persons(known: Knowledge) -> list[_KnownPerson]:
    return [_known(f.path, f.value) for f in known.facts if isinstance(f.value, Person)]


@once
def _surnames(known: Knowledge) -> list[str]:
    return [f.value.name.split()[-1] for f in known.facts if isinstance(f.value, Person)]


def _known(path: str, person: Person) -> _KnownPerson:
    try:
        surname = write_surname(person.name)
    except ValueError:
        surname = person.name.split()[-1]
    title, preposition, area = (*person.office.split(" ", 2), "", "")[:3]
    return _KnownPerson(path, person, fold_name(surname), title.lower(), preposition, area)


def _mentions(text: str, surnames: list[str]) -> list[_Mention]:
    found: list[_Mention] = []
    has_title = any(title in text for title in _TITLES)
    for form in _FORMS if has_title else (_WITHOUT_TITLE,):
        for match in form.finditer(text):
            if any(match.start() < m.end and m.start < match.end() for m in found):
                continue
            groups = match.groupdict()
            if (groups.get("name") or "").lower() in _NO_NAMES:
                groups["name"] = ""
            found.append(
                _Mention(
                    match[0], match.start(), match.end(), (groups.get("title") or "").lower(),
                    groups.get("name") or "", groups.get("prep") or "", groups.get("area") or "",
                )
            )  # fmt: skip
    for surname in (name for name in surnames if name in text):
        for match in re.finditer(rf"\b{re.escape(surname)}\b", text):
            if not any(match.start() < m.end and m.start < match.end() for m in found):
                found.append(_Mention(match[0], match.start(), match.end(), "", surname, "", ""))
    return sorted(found, key=lambda m: m.start)


def _judge(sentence: Sentence, persons: list[_KnownPerson], said: _Mention) -> Judgement | None:
    is_former = _FORMER.search(sentence.text[max(0, said.start - 20) : said.start]) is not None
    by_name = next((p for p in persons if said.name and _is_name_of(said.name, p)), None)
    by_office = next((p for p in persons if _is_office_of(said, p, loosely=True)), None)
    if by_name is None and by_office is None:
        return unknown(said, "iemand die niet in de feiten staat")
    if is_former or sentence.is_hypothetical:
        return unknown(said, "iemand die het ambt had, of een wens")
    if by_name is not None:
        return _by_name(said, by_name)
    return _by_office(said, by_office) if by_office is not None else None


def _by_name(said: _Mention, person: _KnownPerson) -> Judgement:
    office = person.person.office
    shown = f"{person.person.name}, {office}"
    is_right = (not said.title or said.title in (person.title, f"{person.title}s")) and (
        not said.area or _is_office_of(said, person, loosely=False)
    )
    verdict = agrees if is_right else contradicts
    if is_right and not _spells(said.name, person):
        verdict = contradicts
    return verdict(said, (person.path,), shown, "dezelfde naam", 4)


def _by_office(said: _Mention, person: _KnownPerson) -> Judgement:
    shown = f"{person.person.name}, {person.person.office}"
    if said.name or not _is_office_of(said, person, loosely=False):
        is_same_title = said.title == person.title
        if not is_same_title and said.name:
            return unknown(said, "een ander ambt")
        return contradicts(said, (person.path,), shown, "hetzelfde ambt", 3.5)
    return agrees(said, (person.path,), shown, "hetzelfde ambt", 4)


def _is_name_of(name: str, person: _KnownPerson) -> bool:
    said, words = fold_name(name).split(), person.surname.split()
    if said and words[0] in said:
        return True
    tail = " ".join(said[-len(words) :])
    return SequenceMatcher(None, tail, person.surname).ratio() >= 0.86


def _spells(name: str, person: _KnownPerson) -> bool:
    """Whether a name is spelled as the facts do, but for accents and parts left out."""
    known = set(person.surname.split()) | set(fold_name(person.person.name).split())
    said = [word for word in fold_name(name).split() if len(word) > 1]
    last = [
        word
        for word in said
        if SequenceMatcher(None, word, person.surname.split()[-1]).ratio() >= 0.75
    ]
    first = [
        word
        for word in said
        if SequenceMatcher(None, word, person.surname.split()[0]).ratio() >= 0.75
    ]
    return all(word in known for word in (*last, *first))


def _is_office_of(said: _Mention, person: _KnownPerson, *, loosely: bool) -> bool:
    if not said.area:
        return False
    area, known = _area(said.area), _area(person.area)
    is_area = area == known or area.startswith(f"{known} ")
    if loosely:
        return is_area and (said.title == person.title or not said.title)
    return is_area and said.preposition == person.preposition


def _area(text: str) -> str:
    return fold_name(text.replace("&", " en "))


def _bodies(
    sentence: Sentence, known: Knowledge, taken: list[tuple[int, int]]
) -> Iterator[Judgement]:
    """Directorates and the like: the names that the facts spell, right or nearly right."""
    for path, name in _names(known):
        head = name.split()[0]
        if head not in sentence.text:
            continue
        for match in re.finditer(rf"\b{re.escape(head)}\s", sentence.text):
            if any(start <= match.start() < end for start, end in taken):
                continue
            said = _as_long(sentence.text, match.start(), name)
            if fold_name(said.text) == fold_name(name):
                taken.append((said.start, said.end))
                yield agrees(said, (path,), name, "dezelfde naam", 4)
            elif _is_misspelt(said.text, name, known):
                taken.append((said.start, said.end))
                yield contradicts(said, (path,), name, "bijna dezelfde naam", 3)


@once
def _names(known: Knowledge) -> list[tuple[str, str]]:
    names = []
    for fact in known.facts:
        if isinstance(fact.value, Organisation):
            names += [
                (fact.path, line)
                for lines in fact.value.parts.values()
                for line in lines
                if " " in line and not _NUMBERED.search(line)
            ]
        elif isinstance(fact.value, TextValue) and fact.path.startswith(
            ("dg_", "directie_", "organisatie_")
        ):
            names.append((fact.path, fact.value.text))
    return sorted(names, key=lambda one: -len(one[1]))


def _as_long(text: str, start: int, name: str) -> _Mention:
    """As many words from a place as the name has."""
    words = list(re.finditer(r"[\w’'-]+", text[start : start + 2 * len(name) + 20]))[
        : len(re.findall(r"[\w’'-]+", name))
    ]
    end = start + words[-1].end()
    return _Mention(text[start:end], start, end, "", "", "", "")


def _is_misspelt(said: str, name: str, known: Knowledge) -> bool:
    if any(fold_name(said) == fold_name(other) for _, other in _names(known)):
        return False
    words, real = fold_name(said).split(), fold_name(name).split()
    if len(words) != len(real) or len(real) < 2:
        return False
    ratio = SequenceMatcher(None, " ".join(words[1:]), " ".join(real[1:])).ratio()
    return ratio >= 0.8
