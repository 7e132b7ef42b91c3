"""Persons and offices, held against those of the facts."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.bodies import judge_bodies
from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.knowledge import Knowledge, once
from pmg_docs.checks.statements.known_people import KnownPerson, persons_of
from pmg_docs.checks.statements.mentions import Mention, initials_of, mentions_in
from pmg_docs.checks.statements.name_slips import is_slip, judge_slips
from pmg_docs.checks.statements.sentence import Sentence
from pmg_docs.checks.statements.verdicts import agrees, contradicts, unknown
from pmg_docs.dutch.places import fold_name
from pmg_docs.model.value import Person

_FORMER = re.compile(
    r"(?:oud-|ex-|(?:voormalig|toenmalig|vorige|destijds|gewezen|(?:op)?volger van|voorganger,?"
    r"|opvolgster van|opvolgde|in plaats van|na)[ \u00a0]+)$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"[ \u00a0]\((?P<words>[^()]{2,80})\)")
_AREAS = (
    "financien", "defensie", "justitie", "binnenlandse zaken", "buitenlandse zaken", "onderwijs",
    "volksgezondheid", "sociale zaken", "economische zaken", "landbouw", "infrastructuur",
    "rechtsbescherming", "asiel", "klimaat", "natuur", "volkshuisvesting", "langdurige zorg",
)  # fmt: skip
"""With what the policy area of a minister begins; what stands in brackets may be a party too."""
_ALIKE = 0.75
_MISSPELT = 0.86
_LONG = 7
"""Letters: shorter names are too much alike to be each other's misspelling by a part alone."""


def judge_people(sentence: Sentence, known: Knowledge) -> Iterator[Judgement]:
    """The verdict on every person in office and every directorate that a sentence names."""
    persons = persons_of(known)
    taken: list[tuple[int, int]] = []
    places = [place for one in sentence.place_lists for place in one.places]
    for mention in mentions_in(sentence.text, _surnames(known)):
        if any(place.text == mention.name for place in places):
            continue
        taken.append((mention.start, mention.end))
        yield _judge(sentence, persons, mention)
    for slip in judge_slips(sentence, persons, taken):
        taken.append((slip.start, slip.end))
        yield slip
    yield from judge_bodies(sentence, known, taken)


@once
def _surnames(known: Knowledge) -> tuple[str, ...]:
    """The last words of the surnames, folded."""
    return tuple(
        fold_name(f.value.name.split()[-1]) for f in known.facts if isinstance(f.value, Person)
    )


def _judge(sentence: Sentence, persons: tuple[KnownPerson, ...], said: Mention) -> Judgement:
    is_former = _FORMER.search(sentence.text[max(0, said.start - 20) : said.start]) is not None
    by_name = next((p for p in persons if said.name and _is_name_of(said.name, p)), None)
    by_office = next((p for p in persons if _is_office_of(said, p, loosely=True)), None)
    if by_name is None and by_office is None:
        if slip := _slip_with_title(sentence, persons, said):
            return contradicts(said, (slip.path,), slip.shown, "bijna dezelfde naam", 2.5)
        return unknown(said, "iemand die niet in de feiten staat")
    if is_former or _is_wished(sentence, said):
        return unknown(said, "iemand die het ambt had, of een wens")
    if by_name is not None:
        return _by_name(sentence, persons, said, by_name)
    return _by_office(said, by_office) if by_office else unknown(said, "een ander ambt")


def _slip_with_title(
    sentence: Sentence, persons: tuple[KnownPerson, ...], said: Mention
) -> KnownPerson | None:
    """Who is meant by a title and a name with a letter wrong, in a sentence about the dossier."""
    is_ours = sentence.names_subject or sentence.names_programme
    if not (is_ours and said.name and said.title) or said.area:
        return None
    word = fold_name(said.name).split()[-1]
    return next((p for p in persons if p.title == said.title and is_slip(word, p.core[-1])), None)


def _is_wished(sentence: Sentence, said: Mention) -> bool:
    """Whether somebody is wished for; who wishes something of his own is who he is."""
    before = sentence.text[: said.start]
    is_first = not (w.WISH.occurs_in(before) or w.CONDITION.search(sentence.text))
    return sentence.is_supposed(said.start) and not (said.title and said.name and is_first)


def _by_name(
    sentence: Sentence, persons: tuple[KnownPerson, ...], said: Mention, person: KnownPerson
) -> Judgement:
    is_office = not said.area or _is_office_of(said, person, loosely=False)
    if not _may_be_initials(initials_of(sentence.text, said), person):
        if not (said.title or (said.area and is_office)):
            return unknown(said, "iemand anders met dezelfde achternaam")
        return contradicts(said, (person.path,), person.shown, "hetzelfde ambt", 4)
    if not said.title and not is_office and len(person.core) == 1:
        if (
            not said.title
            and not _spells(said.name, person)
            and _area(said.area) == _area(person.area)
        ):
            return contradicts(said, (person.path,), person.shown, "bijna dezelfde naam", 2.5)
        return unknown(said, "misschien iemand anders met dezelfde achternaam")
    aside = _area_aside(sentence, said, person, persons)
    is_title = not said.title or said.title in (person.title, f"{person.title}s")
    if said.area and _is_short_for_none(said.area, persons):
        return unknown(said, "een afkorting die niet in de feiten staat")
    is_right = (
        is_title and is_office and aside in ("", _area(person.area)) and _spells(said.name, person)
    )
    verdict = agrees if is_right else contradicts
    return verdict(said, (person.path,), person.shown, "dezelfde naam", 4)


def _area_aside(
    sentence: Sentence, said: Mention, own: KnownPerson, persons: tuple[KnownPerson, ...]
) -> str:
    """The area in brackets behind a name, folded, or nothing: `minister X (Financiën)`."""
    aside = _ASIDE.match(sentence.text, said.end)
    if aside is None or said.area:
        return ""
    known = {_area(person.area) for person in persons if person.area}
    for part in (*aside["words"].split(","), aside["words"]):
        area = _area(part)
        if area and _area(own.area).startswith(area):
            return _area(own.area)
        if area in known or area.startswith(_AREAS):
            return area
    return ""


def _by_office(said: Mention, person: KnownPerson) -> Judgement:
    if not said.name and _is_office_of(said, person, loosely=False):
        return agrees(said, (person.path,), person.shown, "hetzelfde ambt", 4)
    if said.name and said.title != person.title:
        return unknown(said, "een ander ambt")
    return contradicts(said, (person.path,), person.shown, "hetzelfde ambt", 3.5)


def _may_be_initials(said: str, person: KnownPerson) -> bool:
    """Whether initials are those of a person, as far as they go."""
    known = "".join(re.findall(r"([^\W\d_])[a-z]?\.", person.person.name))
    return not (said and known) or said.startswith(known) or known.startswith(said)


def _is_name_of(name: str, person: KnownPerson) -> bool:
    said = fold_name(name).split()
    if person.core[0] in said:
        return True
    if any(_is_nearly(word, person.core[0]) for word in said):
        return True
    core = " ".join(person.core)
    tail = " ".join(said[-len(person.core) :])
    return SequenceMatcher(None, tail, core).ratio() >= _MISSPELT


def _spells(name: str, person: KnownPerson) -> bool:
    """Whether a name is spelled as the facts do, but for accents and parts left out."""
    known = set(person.core) | set(fold_name(person.person.name).split())
    said = [word for word in fold_name(name).split() if len(word) > 1]
    alike = (word for word in said for part in person.core if _is_alike(word, part))
    return all(word in known for word in alike)


def _is_alike(word: str, part: str) -> bool:
    return SequenceMatcher(None, word, part).ratio() >= _ALIKE


def _is_nearly(word: str, part: str) -> bool:
    is_long = min(len(word), len(part)) >= _LONG
    return is_long and SequenceMatcher(None, word, part).ratio() >= _MISSPELT


def _is_office_of(said: Mention, person: KnownPerson, *, loosely: bool) -> bool:
    if not said.area:
        return False
    area, known = _area(said.area), _area(person.area)
    is_area = area == known or area.startswith(f"{known} ") or _is_short_for(said.area, person)
    if loosely:
        return is_area and (said.title == person.title or not said.title)
    return is_area and said.preposition == person.preposition


def _is_short_for(area: str, person: KnownPerson) -> bool:
    """Whether capitals stand for an area: `JenV` for Justitie en Veiligheid."""
    capitals = re.sub(r"[^A-Z]", "", area)
    return len(capitals) > 1 and _is_short(area) and capitals == re.sub(r"[^A-Z]", "", person.area)


def _is_short_for_none(area: str, persons: tuple[KnownPerson, ...]) -> bool:
    return _is_short(area) and not any(_is_short_for(area, person) for person in persons)


def _is_short(area: str) -> bool:
    """Whether an area is an abbreviation: one word that holds hardly anything but capitals."""
    return " " not in area and len(re.findall("[A-Z]", area)) * 2 >= len(area)


def _area(text: str) -> str:
    return fold_name(text.replace("&", " en "))
