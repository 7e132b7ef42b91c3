"""Judge what a text says against the facts of a dossier.

The worst that can happen is a false contradiction, then one that is missed. So a statement is held
against the facts only when its own words show that it speaks of the same thing, and each verdict
says by which.
"""

from collections.abc import Callable, Iterator

from pmg_docs.checks.statements.ages import judge_ages
from pmg_docs.checks.statements.comparisons import judge_comparisons
from pmg_docs.checks.statements.counts import judge_counts
from pmg_docs.checks.statements.dates import judge_dates
from pmg_docs.checks.statements.durations import judge_durations
from pmg_docs.checks.statements.judgement import Judgement, Subject, Verdict
from pmg_docs.checks.statements.knowledge import Knowledge, knowledge_of
from pmg_docs.checks.statements.moments import judge_moments
from pmg_docs.checks.statements.money import judge_amounts
from pmg_docs.checks.statements.municipalities import judge_places
from pmg_docs.checks.statements.named_days import judge_named_days
from pmg_docs.checks.statements.other_counts import judge_other_counts
from pmg_docs.checks.statements.papers import judge_papers
from pmg_docs.checks.statements.people import judge_people
from pmg_docs.checks.statements.requests import judge_requests
from pmg_docs.checks.statements.sentence import Sentence
from pmg_docs.checks.statements.shares import judge_shares
from pmg_docs.dutch.figures import find_figures
from pmg_docs.dutch.sentences import split_sentences
from pmg_docs.model.fact import FactSet

_JUDGES: tuple[tuple[Subject, Callable[[Sentence, Knowledge], Iterator[Judgement]]], ...] = (
    (Subject.BEDRAG, judge_amounts),
    (Subject.AANTAL, judge_counts),
    (Subject.AANTAL, judge_other_counts),
    (Subject.AANTAL, judge_requests),
    (Subject.DEEL, judge_shares),
    (Subject.DEEL, judge_comparisons),
    (Subject.LEEFTIJD, judge_ages),
    (Subject.TIJD, judge_durations),
    (Subject.TIJD, judge_named_days),
    (Subject.TIJD, judge_moments),
    (Subject.TIJD, judge_dates),
    (Subject.GEMEENTE, judge_places),
    (Subject.NAAM, judge_people),
    (Subject.VINDPLAATS, judge_papers),
)
_DENSE = 400
_FIGURES = 25
_WEIGHT = {Verdict.CONTRADICTS: 0, Verdict.AGREES: 1, Verdict.UNKNOWN: 2}


def judge(text: str, facts: FactSet) -> tuple[Judgement, ...]:
    """The verdict on every statement of a text, in order.

    Args:
        text: any text, of one sentence or many.
        facts: the facts of one dossier.

    Returns:
        A judgement a statement, its places counted from the start of the text.
    """
    known, judged = knowledge_of(facts), Judged()
    found: list[Judgement] = []
    before = ""
    for start, end in sentences_of(text):
        sentence = text[start:end]
        found += judged.at(start, sentence, known, before)
        before = sentence
    return tuple(found)


class Judged(dict[tuple[str, str], tuple[Judgement, ...]]):
    """The verdicts on each sentence behind another: what is said twice is judged once."""

    def __init__(self, surroundings: float = 0.0) -> None:
        super().__init__()
        self._surroundings = surroundings

    def at(self, start: int, sentence: str, known: Knowledge, before: str) -> Iterator[Judgement]:
        """The verdicts on a sentence, their places counted from where it starts."""
        if (sentence, before) not in self:
            self[sentence, before] = judge_sentence(sentence, known, before, self._surroundings)
        for one in self[sentence, before]:
            yield one.moved(start)


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text; what holds too many figures to be one is cut into short pieces."""
    for start, end in split_sentences(text):
        if end - start <= _DENSE or len(find_figures(text[start:end])) <= _FIGURES:
            yield start, end
            continue
        while start < end:
            space = text.rfind(" ", start + 1, start + _DENSE)
            cut = end if end - start <= _DENSE else space if space > 0 else start + _DENSE
            yield start, cut
            start = cut


def judge_sentence(
    text: str, known: Knowledge, before: str = "", surroundings: float = 0.0
) -> tuple[Judgement, ...]:
    """The verdict on every statement of one sentence.

    Args:
        text: the sentence.
        known: the facts of one dossier, arranged by `knowledge_of`.
        before: the sentence before it, by which `zij` and `het programma` are understood.
        surroundings: how much the rest of the text speaks for the dossier, from 0 to 1.
    """
    sentence = Sentence(text, before, known.topic, known.places, surroundings)
    found = [
        verdict.about(subject)
        for subject, judging in _JUDGES
        for verdict in judging(sentence, known)
    ]
    found.sort(key=lambda j: (j.start, j.end, _WEIGHT[j.verdict]))
    return tuple(_without_doubles(found))


def _without_doubles(found: list[Judgement]) -> Iterator[Judgement]:
    """Of several verdicts on the same words the one that says most: agrees above unknown."""
    by_words: dict[tuple[int, int], list[Judgement]] = {}
    for one in found:
        by_words.setdefault((one.start, one.end), []).append(one)
    for same in by_words.values():
        known = [one for one in same if one.verdict is not Verdict.UNKNOWN]
        agreeing = [one for one in known if one.verdict is Verdict.AGREES]
        yield (agreeing or known or same)[0]
