"""How many municipalities asked to take part, and how many of them may, by the words for it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.fitting import fits, is_too_rough
from pmg_docs.checks.statements.group_cues import TOWNS
from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.knowledge import Knowledge, once
from pmg_docs.checks.statements.sentence import LINKED, Sentence
from pmg_docs.checks.statements.verdicts import agrees, contradicts
from pmg_docs.dutch.figures import Figure, FigureKind
from pmg_docs.dutch.numbers import write_number
from pmg_docs.dutch.places import fold_name
from pmg_docs.model.value import Number

_ASKED = re.compile(
    r"\baanvra(?:ag|gen)\b[^.;]{0,40}\b(?:deden|dienden|indienden|stuurden|gedaan|ingediend)\b"
    r"|\b(?:deden|dienden|meldden|stuurden)\b[^.;]{0,40}\baanvra(?:ag|gen)\b"
)
_ELSE = re.compile(
    r"\b(?:te laat|afgewezen|nogmaals|opnieuw|eerder|andere|overige|ook|nog|alleen|geen|niet)\b"
)
_GRANTED = re.compile(r"\s(?:gehonoreerd|toegekend|goedgekeurd|ingewilligd)\b")
_OF_REQUESTS = re.compile(
    r"\b[Vv]an de \S+ aanvragen\b[^.;]{0,80}\b(?:zijn|werden|worden) er (?:\w+ )?$"
)


def judge_requests(sentence: Sentence, known: Knowledge) -> Iterator[Judgement]:
    """The verdict on each number of municipalities that asked, and of requests granted."""
    if "aanvra" not in sentence.folded:
        return
    if not (sentence.names_subject or sentence.names_programme):
        return
    for figure in sentence.figures:
        if figure.kind is not FigureKind.GETAL or sentence.is_supposed(figure.start):
            continue
        target, why = _meant(sentence, known, figure)
        link = sentence.link(figure.start)
        if target is None or link < LINKED:
            continue
        number, facts = target
        if fits(figure, number):
            yield agrees(figure, facts, write_number(number), why, link)
        elif not is_too_rough(figure, number):
            yield contradicts(figure, facts, write_number(number), why, link)


def _meant(
    sentence: Sentence, known: Knowledge, figure: Figure
) -> tuple[tuple[Decimal, tuple[str, ...]] | None, str]:
    """The number of the facts that a number is held against, if any, and what it counts."""
    if _GRANTED.match(sentence.text, figure.end) and _OF_REQUESTS.search(
        sentence.lead(figure.start)
    ):
        main = next((c for c in known.counts if not c.cues and not c.is_derived), None)
        return ((main.number, main.facts) if main else None), "de aanvragen die zijn toegekend"
    clause = sentence.around(figure.start)
    is_of_askers = figure.noun in TOWNS and _ASKED.search(sentence.text)
    if not is_of_askers or _ELSE.search(clause) or w.FAMILIES["keuze"].occurs_in(clause):
        return None, ""
    return _asked(known), "de gemeenten die een aanvraag deden"


@once
def _asked(known: Knowledge) -> tuple[Decimal, tuple[str, ...]] | None:
    """How many municipalities asked, where the note of a number of requests says so."""
    for fact in known.facts:
        is_of_towns = "gemeenten" in fold_name(fact.note).split()
        if isinstance(fact.value, Number) and "aanvragen" in fact.path.split("_") and is_of_towns:
            return fact.value.number, (fact.path,)
    return None
