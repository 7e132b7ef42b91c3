"""Amounts held against a distribution: what it gives the municipality that an amount is for."""

from collections.abc import Iterator
from decimal import Decimal

from pmg_docs.checks.statements import words as w
from pmg_docs.checks.statements.fitting import fits, is_too_rough
from pmg_docs.checks.statements.judgement import Judgement
from pmg_docs.checks.statements.knowledge import Knowledge
from pmg_docs.checks.statements.sentence import LINKED, Sentence
from pmg_docs.checks.statements.verdicts import agrees, contradicts, euros_of, unknown
from pmg_docs.dutch.figures import Figure
from pmg_docs.dutch.named_places import NamedPlace
from pmg_docs.model.value import Distribution


def judge_share(sentence: Sentence, known: Knowledge, figure: Figure) -> Judgement | None:
    """The verdict on the amount of one municipality; None where no distribution gives it one."""
    place = _receiver(sentence, figure)
    if place is None:
        return None
    for path, share in _shares_of(known, place):
        link = sentence.link(figure.start)
        why = f"het bedrag voor {place.text}"
        is_plain = sentence.foreign(0, len(sentence.text)) < 2 and w.RECEIVE.occurs_in(
            sentence.text
        )
        if fits(figure, share) and (link >= LINKED or is_plain):
            return agrees(figure, (path,), euros_of(share), why, link)
        is_ours = sentence.names_subject or sentence.names_programme or sentence.names_shortly
        if link < LINKED or not is_ours or is_too_rough(figure, share) or figure.per:
            return unknown(figure, "niet te zien dat dit over de feiten gaat")
        return contradicts(figure, (path,), euros_of(share), why, link)
    return None


def _receiver(sentence: Sentence, figure: Figure) -> NamedPlace | None:
    """The municipality that an amount is for: the last before it in its clause, or the only one."""
    begin, end = sentence.clause(figure.start)
    lists = [one for one in sentence.place_lists if begin <= one.start < end]
    before = [one for one in lists if one.end <= figure.start]
    chosen = before[-1] if before else lists[0] if len(lists) == 1 else None
    if (
        chosen is None
        and len(sentence.place_lists) == 1
        and not w.RECIPIENTS.occurs_in(sentence.around(figure.start))
    ):
        chosen = sentence.place_lists[0]
    return chosen.places[0] if chosen and len(chosen.places) == 1 else None


def _shares_of(known: Knowledge, place: NamedPlace) -> Iterator[tuple[str, Decimal]]:
    for fact in known.facts:
        if isinstance(fact.value, Distribution) and fact.value.is_money:
            shares = dict(fact.value.shares)
            for name in place.names:
                if name in shares:
                    yield fact.path, shares[name]
