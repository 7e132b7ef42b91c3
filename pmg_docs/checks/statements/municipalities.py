"""Municipalities that a sentence says to take part, or not, held against the lists of the facts."""

import re
from collections.abc import Iterator

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.group_cues import named_cues
from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.knowledge import Group, Knowledge
from pmg_docs.checks.statements.sentence import LINKED, Sentence
from pmg_docs.checks.statements.verdicts import agrees, contradicts, unknown
from pmg_docs.dutch.lists import write_list
from pmg_docs.dutch.named_places import NamedPlace, PlaceList
from pmg_docs.dutch.register import FormerMunicipality, find, successors_today

_TAKES_PART = re.compile(
    r"\b(?:een van de|één van de|hoort|horen|behoort|behoren|staat op|staan op|bij de"
    r"|deelnemers?|lijst|(?:plek|plaats)\s+in|meedoen\w*|mee|toegevoegd"
    r"|aangesloten|sluit|sluiten|vallen onder|valt onder|onderdeel|brengt|via"
    r"|buiten\s+de\s+boot)\b",
    re.IGNORECASE,
)
_OF_ELSE = re.compile(
    r"\b(?:rechtbank|burgemeester|wethouder|inwoners?|politie|station|ziekenhuis|universiteit|provincie|museum|markt|club"
    r"|gerechtshof|gemeenteraad|hoofdstad|stadion|haven|regio|omgeving|college|raad|kantoor|zaal)\s+(?:\w+\s){0,2}(?:van|in|te|uit)\s+$",
    re.IGNORECASE,
)
_NEIGHBOUR = re.compile(
    r"\b(?:buurgemeenten?|buurstad|buursteden|vanuit|werk\w*\s+(?:[^.;,]{0,60}\s)?samen\s+met|vergeleken\s+met|nabij"
    r"|vlakbij|rond|richting|tussen)\s+$",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\s+ook\b")
_UNLIKE = re.compile(r"\b(?:anders\s+dan|in\s+tegenstelling\s+tot)\s+$", re.IGNORECASE)
_WE_RECEIVE = re.compile(
    r"\b(?:krijgen|ontvangen|kregen)\s+(?:we|wij)\b|\b(?:[Ww]e|[Ww]ij)\s+(?:krijgen|ontvangen|kregen)\b"
)
"""What somebody says of the own municipality: `wij krijgen 5 ton`, says the wethouder of Gouda."""
_THEY_RECEIVE = re.compile(
    r"\bgeld\s+dat\s+(?:de\s+(?:stad|gemeente)|hij|zij|ze|zijn\s+\w+|haar\s+\w+)\s+(?:krijgt|ontvangt)\b"
)
_PERSON_BEFORE = re.compile(
    r"\b(?:[Ww]ethouder|[Bb]urgemeester|[Rr]aadslid|Kamerlid|[Dd]irecteur|[Ww]oordvoerder|[Mm]inister"
    r"|[Ss]taatssecretaris|[Mm]evrouw|[Mm]eneer)\s+(?:[A-Z]\.\s?){0,4}"
    r"(?:[Vv]an\s+)?(?:De|Den|[Dd]er|[Tt]e[nr])\s+$"
)
"""Before a surname that is a town as well: `wethouder De Weert`."""
_REFUSED = re.compile(r"\b(?:afgewezen|geweigerd|afgekeurd|niet\s+gehonoreerd)\b")
_IN_VAIN = re.compile(
    r"\bmaar\s+(?:\w+\s+)?(?:kreeg|kregen|krijgt|krijgen)\s+(?:\w+\s+)?"
    r"(?:niets|niks|geen|het niet)\b"
)
_ONLY = re.compile(
    r"\b(?:alleen|slechts|uitsluitend|enkel)\s+(?:in\s+|naar\s+|aan\s+)?$", re.IGNORECASE
)
_SHORTEST_CLAUSE = 2
_WHOLE_FROM = 4
_SURELY = 6


class _Stretch:
    """The words of a list."""

    def __init__(self, text: str, places: PlaceList) -> None:
        self.start, self.end = places.start, places.end
        self.text = text[places.start : places.end]


def judge_places(sentence: Sentence, known: Knowledge) -> Iterator[Judgement]:
    """The verdict on every list of municipalities, and on every one that is named alone."""
    for places in sentence.place_lists:
        yield _judge(sentence, known, places)


def _judge(sentence: Sentence, known: Knowledge, places: PlaceList) -> Judgement:
    stretch = _Stretch(sentence.text, places)
    if sentence.is_supposed(places.start):
        return unknown(stretch, "een wens of een voorwaarde")
    group, is_named, shared = _group(sentence, known, places)
    link = _link(sentence, known, places) + (1 if shared > 1 else 0)
    if group is not None and _is_no_chance(group, places):
        link = max(link, LINKED)
    if link < LINKED or group is None:
        return unknown(stretch, "niet te zien dat dit over deelname gaat")
    is_only = _ONLY.search(sentence.lead(places.start)) is not None
    if is_only or (len(places.places) >= _WHOLE_FROM and not _is_part(sentence, places)):
        return _judge_whole(stretch, places, group, link, is_only=is_only)
    is_denied = _is_denied(sentence, places)
    wrong = [p for p in places.places if _is_in(p, group) is is_denied]
    if all(_went_up_in(place, group) for place in wrong) and wrong:
        return unknown(stretch, "een plaats die in een gemeente van de lijst is opgegaan")
    why = "deelname aan " + group.facts[0].replace("_", " ")
    if not wrong:
        return agrees(stretch, group.facts, _shown(group), why, link)
    if not is_named and not _claims(sentence):
        return unknown(stretch, "niet te zien dat dit over deelname gaat")
    return contradicts(stretch, group.facts, _names(wrong, is_denied=is_denied), why, link)


def _is_in(place: NamedPlace, group: Group) -> bool:
    return bool(set(place.names) & set(group.names))


def _went_up_in(place: NamedPlace, group: Group) -> bool:
    """Whether a former municipality lies in one of today that the list holds."""
    former = find(place.names[0])
    if not isinstance(former, FormerMunicipality):
        return False
    return any(heir.name in group.names for heir in successors_today(former))


def _is_no_chance(group: Group, places: PlaceList) -> bool:
    """Whether so many names of a list are those of the facts that it must be that list."""
    named = {name for place in places.places for name in place.names}
    both = len(named & set(group.names))
    return both >= _SURELY and both * 10 >= len(places.places) * 9 and both * 4 >= group.size * 3


def _judge_whole(
    stretch: _Stretch, places: PlaceList, group: Group, link: float, *, is_only: bool
) -> Judgement:
    """A list that claims to be whole: no name missing, none too many, none twice."""
    named = [next((n for n in p.names if n in group.names), p.names[0]) for p in places.places]
    double = sorted({n for n in named if named.count(n) > 1})
    missing = [n for n in group.names if n not in named]
    more = [n for n in dict.fromkeys(named) if n not in group.names]
    why = f"een lijst van {len(named)} gemeenten"
    is_small_part = len(named) * 2 < group.size and not (more or double or is_only)
    if len(more) == len(set(named)) and not is_only:
        return unknown(stretch, "een andere lijst dan die van de feiten")
    if (not double and not missing and not more) or is_small_part:
        return agrees(stretch, group.facts, _shown(group), why, link)
    faults = [("dubbel", double), ("ontbreekt", missing), ("te veel", more)]
    said = "; ".join(f"{fault}: {', '.join(names)}" for fault, names in faults if names)
    return contradicts(stretch, group.facts, said, why, link)


def _link(sentence: Sentence, known: Knowledge, places: PlaceList) -> float:
    begin, end = sentence.clause(places.start)
    link = sentence.link(places.start)
    before = sentence.text[max(0, places.start - 50) : places.start]
    if _NEIGHBOUR.search(before) and not _ALSO.match(sentence.text, places.end):
        return 0.0
    receives = _WE_RECEIVE.search(sentence.text) or _THEY_RECEIVE.search(sentence.text)
    if _OF_ELSE.search(before) and not receives:
        return 0.0
    if _is_surname(sentence, places):
        return 0.0
    ours = all(set(p.names) & known.places for p in places.places)
    link -= 0 if ours else sentence.surroundings
    is_recipient = re.search(
        r"(?:^|[‘“:;,]\s*|\b(?:naar|aan|voor|ook|krijgt|ontvangt)\s+)$", before
    )
    if ours and is_recipient and _claims(sentence):
        link += 0.5
    return (
        link if w.RECEIVE.occurs_in(sentence.text) or _claims(sentence) or begin > end else link - 1
    )


def _is_surname(sentence: Sentence, places: PlaceList) -> bool:
    """Whether the name of a town is that of somebody: `wethouder De Weert`."""
    return _PERSON_BEFORE.search(sentence.lead(places.start)) is not None


def _claims(sentence: Sentence) -> bool:
    """Whether a sentence says at all that somebody takes part, is chosen or receives."""
    return bool(
        w.RECEIVE.occurs_in(sentence.text)
        or _TAKES_PART.search(sentence.text)
        or w.FAMILIES["start"].occurs_in(sentence.text)
        or w.FAMILIES["keuze"].occurs_in(sentence.text)
    )


def _group(
    sentence: Sentence, known: Knowledge, places: PlaceList
) -> tuple[Group | None, bool, int]:
    """The list that a sentence speaks of, and how surely its words point at that one."""
    text = sentence.lead(places.start) + " " + sentence.text[places.end :]
    cues = named_cues(text, known)
    scored = sorted(
        (
            (len(g.cues & cues), -i)
            for i, g in enumerate(known.groups)
            if g.cues & cues - {"geheel"} and not _is_other_year(g, cues)
        ),
        reverse=True,
    )
    if scored:
        group = known.groups[-scored[0][1]]
        spelled = any(cue.startswith("@") for cue in group.cues & cues)
        return group, True, scored[0][0] + (1 if spelled else 0)
    listless = [
        c for c in known.counts if "eerder" in c.cues and not c.is_derived and "eerder" in cues
    ]
    if listless:
        return None, False, 0
    plain = [g for g in known.groups if not g.cues] or [
        g for g in known.groups if g.cues == {"geheel"}
    ]
    if not plain:
        return None, False, 0
    return plain[0], sentence.names_subject or sentence.names_programme, 0


def _is_other_year(group: Group, cues: frozenset[str]) -> bool:
    """Whether a sentence names years, and none of them is that of a group that has one."""
    said = {cue for cue in cues if cue.isdigit()}
    own = {cue for cue in group.cues if cue.isdigit()}
    return bool(said and own) and not said & own


def _is_part(sentence: Sentence, places: PlaceList) -> bool:
    begin, _ = sentence.clause(places.start)
    return w.PART.occurs_in(sentence.text[max(begin, places.start - 60) : places.start])


def _is_denied(sentence: Sentence, places: PlaceList) -> bool:
    """Whether the words around a list, up to those beside it, say that it does not take part."""
    begin, end = sentence.clause(places.start)
    if _UNLIKE.search(sentence.lead(places.start)):
        return True
    for other in sentence.place_lists:
        if begin < other.end <= places.start and _says_apart(sentence, other.end, places.start):
            begin = other.end
        if places.end <= other.start < end and _says_apart(sentence, places.end, other.start):
            end = other.start
            break
    clause = sentence.text[begin : places.start] + " " + sentence.text[places.end : end]
    if re.search(r"\book\b", clause):
        # `Behalve Gouda krijgt ook Leiden geld`: both do.
        clause = re.sub(r"\b[Bb]ehalve\b", "", clause)
    if _REFUSED.search(clause) or _IN_VAIN.search(sentence.text, places.end):
        return True
    return w.NOT.occurs_in(clause) and not re.search(r"\bniet (?:alleen|langer|eerder)\b", clause)


def _says_apart(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words between two lists make them two: `Gouda doet wel mee en Leiden niet`."""
    words = sentence.text[start:end].lower().split()
    return "maar" in words or (words[-1:] == ["en"] and len(words) > _SHORTEST_CLAUSE)


def _names(places: list[NamedPlace], *, is_denied: bool) -> str:
    names = write_list([p.names[0] for p in places])
    return f"{names} {'wel' if is_denied else 'niet'} in de lijst"


def _shown(group: Group) -> str:
    return f"{group.size} gemeenten"
