"""`Assen en vier andere gemeenten`: municipalities by name, and how many there are beside them."""

import re
from decimal import Decimal

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.fitting import fits
from pmg_docs.checks.statements.group_cues import named_cues
from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.knowledge import Group, Knowledge
from pmg_docs.checks.statements.sentence import LINKED, Sentence
from pmg_docs.checks.statements.verdicts import agrees, contradicts, unknown
from pmg_docs.dutch.figures import Figure
from pmg_docs.dutch.named_places import PlaceList
from pmg_docs.dutch.numbers import write_number

_OTHERS = re.compile(r"\s+(?:andere|overige)\s+(?:\w+e\s+)?(?:gemeenten|steden|plaatsen)\b")
_MORE = re.compile(r"\bnog\s+(?:eens\s+)?$", re.IGNORECASE)
_JOINED = re.compile(
    r"\s*,?\s*(?:en|plus|naast|samen met|met)?\s*(?:ook\s+)?(?:nog\s+)?(?:eens\s+)?(?:de\s+)?"
    r"(?:zo[’']n\s+|ruim\s+|bijna\s+)?",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:samen met|tezamen met|evenals|net als|naast|behalve)\s+"
    r"(?:ook\s+)?(?:nog\s+)?(?:de\s+)?$",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\b(?:naast|behalve)\s+$", re.IGNORECASE)
_NARROWED = re.compile(r"\s+(?:in|uit|rond|rondom|langs|die|van|waar|met|zonder)\s", re.IGNORECASE)
_TAKES_PART = re.compile(
    r"\b(?:krijg\w*|kreeg|kregen|ontvang\w*|ontving\w*|doen\b[^.]*\bmee|deden\b[^.]*\bmee|meedoen"
    r"|neemt deel|nemen deel|delen in|geselecteerd|gekozen|uitgekozen|aangewezen"
    r"|start(?:en|ten|t|te)?"
    r"|begon(?:nen)?|beginnen)\b",
    re.IGNORECASE,
)


def judge_rest(sentence: Sentence, known: Knowledge, figure: Figure) -> Judgement | None:
    """The verdict on a number on top of municipalities by name; None when it is none."""
    places = _beside(sentence, figure)
    if places is None or figure.high is None:
        return None
    names = {next((n for n in p.names if n in known.places), "") for p in places.places}
    groups = _meant([g for g in known.groups if names <= set(g.names)], sentence, known, places)
    for group in groups:
        if fits(figure, Decimal(group.size - len(names))):
            return agrees(figure, _facts(group, known), *_told(group, names), LINKED)
    link = sentence.link(figure.start)
    is_beside = _BESIDE.search(sentence.lead(places.start)) is not None
    is_part = not is_beside and w.PART.occurs_in(
        sentence.text[max(0, places.start - 30) : places.start]
    )
    after = sentence.text[figure.end :]
    others = _OTHERS.match(after)
    rest = after[others.end() :] if others else after
    is_narrowed = _NARROWED.match(rest) and not _is_ours(sentence, rest)
    if not groups or is_part or is_narrowed or link < LINKED or not _is_named(sentence):
        return unknown(figure, "gemeenten van wie de feiten niets zeggen")
    group = groups[0]
    return contradicts(figure, _facts(group, known), *_told(group, names), link)


def _beside(sentence: Sentence, figure: Figure) -> PlaceList | None:
    """The municipalities by name that a number is added to."""
    before = sentence.lead(figure.start)
    is_more = _MORE.search(before) is not None
    if not (is_more or _OTHERS.match(sentence.text, figure.end)):
        return None
    for places in sentence.place_lists:
        if places.end <= figure.start and _JOINED.fullmatch(
            sentence.text, places.end, figure.start
        ):
            return places
    if len(sentence.place_lists) != 1:
        return None
    (places,) = sentence.place_lists
    is_beside = _TOGETHER.search(before) or _BESIDE.search(sentence.lead(places.start))
    return places if is_beside else None


def _meant(
    groups: list[Group], sentence: Sentence, known: Knowledge, places: PlaceList
) -> list[Group]:
    """The groups that the words around the names point at, or all of them."""
    cues = named_cues(f"{sentence.lead(places.start)} {sentence.text[places.end :]}", known)
    pointed = [g for g in groups if g.cues & cues - {"nieuw"}]
    return pointed or groups


def _is_named(sentence: Sentence) -> bool:
    """Whether a sentence says that so many take part in what the dossier is about."""
    is_ours = sentence.names_subject or sentence.names_programme or sentence.names_shortly
    return is_ours and _TAKES_PART.search(sentence.text) is not None


def _is_ours(sentence: Sentence, rest: str) -> bool:
    """Whether what narrows a number down is the subject itself: `gemeenten uit de uitvraag`."""
    words = set(rest.lower().split()[:5])
    own = {n.split()[-1] for n in (*sentence.topic.subject, *sentence.topic.programme)}
    return bool(own & {word.strip(".,") for word in words})


def _facts(group: Group, known: Knowledge) -> tuple[str, ...]:
    counted = (c for c in known.counts if not c.is_derived and group.facts[0] in c.facts)
    return next((c.facts for c in counted), group.facts)


def _told(group: Group, names: set[str]) -> tuple[str, str]:
    rest = write_number(Decimal(group.size - len(names)))
    return f"{rest} andere, {group.size} samen", "een aantal gemeenten naast die met name"
