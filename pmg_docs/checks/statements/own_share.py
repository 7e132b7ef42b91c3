"""What a municipality adds of its own, and amounts that are a percentage of another one."""

import re

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.fitting import fits
from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.knowledge import Knowledge
from pmg_docs.checks.statements.sentence import LINKED, Sentence
from pmg_docs.checks.statements.shares import is_spoken_of
from pmg_docs.checks.statements.verdicts import agrees, contradicts, euros_of
from pmg_docs.dutch.figures import Figure
from pmg_docs.model.value import Amount, Percentage

_OWN_SHARE = re.compile(
    r"\b(?:leg|betaal|steek|steken|invest|draag|dragen|financier|heeft|hebben|trek|maak|stel|stop"
    r"|reserve|pas|zet|doe)\w*\b[^,;.]{0,30}\bzelf\s+(?:(?!als|van)\w+:?\s+){0,3}(?:€\s*)?$"
    r"|\bzelf\s+(?:leg|betaal|steek|steken|invest|draag|dragen|stop|zet|pas)\w*\b[^,;.]{0,40}$"
    r"|\b(?:eigen|gemeentelijke)\s+(?:geld|middelen|inleg|begroting|zak|pot|kas|bijdrage)\b[^,;.]{0,60}$",
    re.IGNORECASE,
)
_THEMSELVES = re.compile(r"\bzelf\s+(?:\w+\s+){0,3}(?:€\s*)?$", re.IGNORECASE)
_ADDS = re.compile(r"(?:\s+\w+){0,3}\s+(?:bij|bijleg|bijdraag|bijpas|inleg|betaal|investeer)\w*")
_NEAR = 60
_DERIVED = re.compile(r"\b(?:dus|ofwel|oftewel|namelijk)\s+(?:€\s*)?$", re.IGNORECASE)
_LAYS = re.compile(r"\b(?:leg|pas)(?:t|gen|sen)\b[^,;.]{0,30}$")
_BY = re.compile(r"(?:\s+per\s+\w+)?\s+bij\b")
_THEY_ADD = re.compile(
    r"(?:\s+\w+){0,3}\s+zelf\s+(?:\w+\s)?(?:bij|bijleg|bijdraag|bijpas|inleg|leg|betaal|invest)\w*"
)


def is_own_share(sentence: Sentence, figure: Figure) -> bool:
    """Whether an amount is what a municipality adds of its own."""
    before = sentence.lead(figure.start)
    after = sentence.text[figure.end : figure.end + _NEAR]
    if _THEY_ADD.match(after):
        return True
    if _LAYS.search(sentence.lead(figure.start)) and _BY.match(after):
        return True
    is_added = _ADDS.match(sentence.text[figure.end : figure.end + _NEAR]) is not None
    return _OWN_SHARE.search(before) is not None or (
        is_added and _THEMSELVES.search(before) is not None
    )


def judge_percentage_of(sentence: Sentence, known: Knowledge, figure: Figure) -> Judgement | None:
    """An amount that is a percentage of another one, where the sentence has the words of that."""
    for fact in known.facts:
        share = fact.value
        if not isinstance(share, Percentage) or share.of not in known.facts:
            continue
        whole = known.facts[share.of].value
        is_own = is_own_share(sentence, figure)
        is_named = is_spoken_of(sentence, fact)
        if not isinstance(whole, Amount) or not is_named or fits(figure, whole.euros):
            continue
        is_near = is_own or _DERIVED.search(sentence.lead(figure.start)) is not None
        euros, link = whole.euros * share.number / 100, sentence.link(figure.start)
        facts = (fact.path, share.of)
        if fits(figure, euros) and link >= 1:
            return agrees(figure, facts, euros_of(euros), "het deel van dat bedrag", link)
        is_ours = link >= LINKED or sentence.names_programme or sentence.names_subject
        if is_near and is_ours and _same_units(sentence, figure, whole):
            return contradicts(figure, facts, euros_of(euros), "het deel van dat bedrag", link)
    return None


def _same_units(sentence: Sentence, figure: Figure, whole: Amount) -> bool:
    is_yearly = "jaar" in figure.per or sentence.has(w.PER_YEAR, figure.start)
    return set(figure.per) <= set(whole.per) and (is_yearly or "jaar" not in whole.per)
