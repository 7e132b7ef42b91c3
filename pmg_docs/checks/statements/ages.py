"""Ages, held against the target group."""

import re
from collections.abc import Iterator

from pmg_docs.checks.statements.ages_of_some import is_of_so_many, is_of_some, names_us_next
from pmg_docs.checks.statements.birthdays import by_birthday, judge_birthday
from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.knowledge import Knowledge, once
from pmg_docs.checks.statements.sentence import LINKED, Sentence
from pmg_docs.checks.statements.verdicts import agrees, contradicts, unknown
from pmg_docs.dutch.dates import write_age_range
from pmg_docs.dutch.figures import Figure, FigureKind
from pmg_docs.model.value import AgeRange

_BEFORE = re.compile(
    r"(?P<word>tot en met|t/m|tot|vanaf|begint bij|loopt tot en met|minimaal|minstens|maximaal"
    r"|hooguit|hoogstens|ouder (?:\w+ ){0,2}dan|jonger (?:\w+ ){0,2}dan|boven|onder)(?: de)?\s+$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\btussen(?: de)?\s+$", re.IGNORECASE)
_OUT = re.compile(r"\b(?:buiten|niet|geen|te oud|te jong|uitgesloten|evenmin)\b", re.IGNORECASE)
_PEOPLE = re.compile(r"\b(?:kinderen|jongeren|jongvolwassenen)\b", re.IGNORECASE)
_YOUNG = re.compile(
    r"\b(?:kinderen|jongeren|jongvolwassenen|jeugd|tieners|pubers|scholieren|leerlingen|kleuters)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\b(?:boven|onder) de\s+$", re.IGNORECASE)
_BIRTHDAY = re.compile(r"\b(?:hun|zijn|haar|je)\s+$", re.IGNORECASE)
_BARE_BEFORE = re.compile(
    r"\b(?:van|wie|is|boven de|onder de)\s+(?:(?:net|al|pas|nog)\s+)?$", re.IGNORECASE
)
_ONE = re.compile(r"-?jarigen?\b", re.IGNORECASE)
_AND_OLDER = re.compile(r"\s+(?:en|of)\s+(?P<word>ouder|jonger)\b", re.IGNORECASE)
_BOUND = re.compile(
    r"\b(?:ondergrens|bovengrens|minimumleeftijd|maximumleeftijd|leeftijdsgrens|jongsten?|oudsten?)\b",
    re.IGNORECASE,
)
_VERBS = frozenset({"vallen", "komen", "horen", "mogen", "doen", "tellen", "kunnen"})
_TOO = re.compile(r"\bte\s+(?:oud|jong)\b", re.IGNORECASE)
_STARTS_AT = re.compile(r"\bbegin(?:t|nen)\s[^,;]{0,30}\bbij\s[^,;]{0,30}$", re.IGNORECASE)
_OF_ONE = re.compile(r"\b(?:is|zijn|haar|van|wie)\s+(?:(?:net|al|pas|nog)\s+)?$", re.IGNORECASE)
_BELONGS = re.compile(
    r"\b(?:hoor\w*|val(?:t|len)|behor\w*|behoort|te jong|te oud|mee|meedoen|terecht|aanmerking"
    r"|bedoeld|bestemd|telt|tellen"
    r"|doelgroep|uitgesloten|bereik\w*)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(?:doelgroep|bedoeld|bestemd|richt|gericht|jongeren|kinderen|jongvolwassenen|jeugd|\w*leeftijd\w*)\b",
    re.IGNORECASE,
)


def judge_ages(sentence: Sentence, known: Knowledge) -> Iterator[Judgement]:
    """The verdict on every age of a sentence."""
    groups = _groups(known)
    for figure in sentence.figures:
        if groups and (born := by_birthday(sentence.text, figure)) is not None:
            yield from judge_birthday(sentence, *born, *_nearest(groups, born[0]))
            continue
        if figure.kind is not FigureKind.LEEFTIJD and not _is_bare_age(sentence, figure):
            continue
        if figure.text.lower().endswith("jarige") and names_us_next(sentence, figure):
            continue
        if is_of_so_many(sentence, figure):
            yield unknown(figure, "de leeftijd van wie er geteld zijn")
            continue
        is_else = sentence.is_denied(figure.start) or sentence.names_another_programme
        if not groups or is_else or sentence.is_supposed(figure.start):
            yield unknown(figure, "de feiten noemen geen leeftijd, of de zin stelt het niet vast")
            continue
        yield _judge(sentence, figure, *_nearest(groups, figure))


@once
def _groups(known: Knowledge) -> list[tuple[str, AgeRange]]:
    return [(f.path, f.value) for f in known.facts if isinstance(f.value, AgeRange)]


def _is_bare_age(sentence: Sentence, figure: Figure) -> bool:
    """Years without the word that makes them ages, in a sentence about the target group."""
    if figure.kind is FigureKind.GETAL and figure.high is not None and figure.high < 100:
        is_range = (
            figure.low != figure.high and "tot" in figure.text and _YOUNG.search(sentence.text)
        )
        before = sentence.lead(figure.start)
        is_one = _is_of_group(sentence) and _BARE_BEFORE.search(before) and not _counts(figure)
        is_beside = (
            (sentence.names_subject or sentence.names_programme)
            and _YOUNG.search(sentence.text)
            and _BESIDE.search(before)
            and (not _counts(figure) or figure.noun in _VERBS)
        )
        return bool(is_range or is_one or is_beside)
    return (
        figure.kind is FigureKind.DUUR
        and figure.noun == "jaar"
        and ("doelgroep" in sentence.folded or "leeftijd" in sentence.folded)
        and _GROUP.search(sentence.around(figure.start)) is not None
    )


def _is_of_group(sentence: Sentence) -> bool:
    return "doelgroep" in sentence.folded or (
        sentence.names_programme and _TOO.search(sentence.text) is not None
    )


def _counts(figure: Figure) -> bool:
    return figure.noun.endswith(("en", "s"))


def _nearest(groups: list[tuple[str, AgeRange]], figure: Figure) -> tuple[str, AgeRange]:
    low = int(figure.low or 0)
    return min(groups, key=lambda one: abs(one[1].start - low))


def _judge(sentence: Sentence, figure: Figure, path: str, ages: AgeRange) -> Judgement:
    link = sentence.link(figure.start) + (1 if _GROUP.search(sentence.text) else 0)
    if (
        "doelgroep" in sentence.folded
        or len({g.lower() for g in _PEOPLE.findall(sentence.text)}) > 1
    ):
        link = max(link + 2, LINKED)
    is_plain = link >= 1 and sentence.foreign(0, len(sentence.text)) == 0
    if link < LINKED and not is_plain:
        return unknown(figure, "niet te zien dat dit over de doelgroep gaat")
    holds = _holds(sentence, figure, ages)
    if holds is False and is_of_some(sentence, figure, ages):
        return unknown(figure, "een deel van de doelgroep, op één plek")
    is_ours = sentence.names_subject or sentence.names_programme or "doelgroep" in sentence.folded
    is_ours = is_ours or sentence.names_shortly or len(set(_PEOPLE.findall(sentence.text))) > 1
    if not holds and (link < LINKED or not is_ours):
        return unknown(figure, "niet te zien dat dit over de doelgroep gaat")
    if holds is None:
        return unknown(figure, "niet te zien wat de leeftijd hier is")
    why = "de leeftijd van de doelgroep"
    verdict = agrees if holds else contradicts
    return verdict(figure, (path,), write_age_range(ages), why, link)


def _holds(sentence: Sentence, figure: Figure, ages: AgeRange) -> bool | None:
    """Whether what is said of an age holds; None when nothing is said of a bound."""
    last = ages.through if ages.through is not None else (ages.until or 1) - 1
    if figure.low is None or figure.high is None:
        return None
    low, high = int(figure.low), int(figure.high)
    if figure.low != figure.high:
        return _range_holds(sentence, figure, ages, last)
    if wider := _AND_OLDER.match(sentence.text, figure.end):
        return low == ages.start if wider["word"].lower() == "ouder" else low == last
    before = _BEFORE.search(sentence.lead(figure.start))
    if before is None and _STARTS_AT.search(sentence.lead(figure.start)):
        return low == ages.start
    if before is None:
        if bound := _BOUND.search(sentence.around(figure.start)):
            is_lower = bound[0].lower().startswith(("onder", "minimum", "jongste"))
            return low == (ages.start if is_lower else last)
        is_of_one = _ONE.search(figure.text) or _OF_ONE.search(sentence.lead(figure.start))
        if not is_of_one or not _BELONGS.search(sentence.text):
            return None
        inside = ages.start <= low <= last
        return inside is not bool(_OUT.search(sentence.text))
    return _bound_holds(
        before["word"].lower(), high, ages, last, is_out=bool(_OUT.search(sentence.text))
    )


def _range_holds(sentence: Sentence, figure: Figure, ages: AgeRange, last: int) -> bool:
    low, high = int(figure.low or 0), int(figure.high or 0)
    if "tot" in figure.text or "t/m" in figure.text:
        is_through = "tot en met" in figure.text or "t/m" in figure.text
        said_last = high if is_through else high - 1
        return low == ages.start and said_last == last
    if high == low + 1 and re.search(r"\s(?:en|of)\s", figure.text):
        inside = [ages.start <= age <= last for age in (low, high)]
        return not any(inside) if _OUT.search(sentence.text) else all(inside)
    between = _BETWEEN.search(sentence.lead(figure.start)) is not None
    return low == ages.start and (high == last or (between and high == last + 1))


def _bound_holds(word: str, age: int, ages: AgeRange, last: int, *, is_out: bool) -> bool | None:
    if word.endswith(("tot en met", "t/m")):
        return age == last
    if word == "tot":
        return age == last + 1
    if word in ("maximaal", "hooguit", "hoogstens"):
        return age == last
    if word in ("vanaf", "begint bij", "minimaal", "minstens"):
        return age == ages.start
    if word.startswith(("ouder", "boven")):
        return age == last if is_out else age == ages.start - 1
    if word.startswith(("jonger", "onder")):
        return age == ages.start if is_out else age == last + 1
    return None
