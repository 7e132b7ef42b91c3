"""The verdict on a cell of a table, from the words that it comes to."""

from collections.abc import Iterator

from pmg_docs.checks.statements.cells import CellSentence, words_of
from pmg_docs.checks.statements.judgement import Judgement, Subject, Verdict
from pmg_docs.checks.statements.judging import Judged
from pmg_docs.checks.statements.knowledge import Knowledge
from pmg_docs.dutch.figures import find_figures
from pmg_docs.dutch.named_places import find_places
from pmg_docs.dutch.places import fold_name
from pmg_docs.dutch.surroundings import FUNCTION_WORDS
from pmg_docs.model.value import Series

_LONGEST = 200
"""Characters of words above a table; what is longer speaks of more than the table."""
_SUBJECTS = frozenset({Subject.BEDRAG, Subject.AANTAL})


def judged_cell(
    cell: CellSentence, known: Knowledge, caption: str, judged: Judged
) -> Iterator[Judgement]:
    """The verdict on the number of a cell, if it says anything.

    Rows and headings are short, and a table may be about anything. So a cell contradicts only when
    every word around it is one of the dossier's own, and a year only where a series gives it: what
    is paid out in the first and the last year is not what the facts give for a whole one.

    Args:
        cell: what it comes to in words.
        known: the facts of one dossier, arranged by `knowledge_of`.
        caption: the words above the table.
        judged: where verdicts are remembered.
    """
    named = _named(caption, known)
    shift = len(named)
    for one in judged.at(0, named + cell.text, known, caption):
        is_of_cell = one.start < cell.end + shift and cell.start + shift < one.end
        if one.subject not in _SUBJECTS or not is_of_cell:
            continue
        if one.verdict is Verdict.CONTRADICTS and not _is_sure(cell, known, one):
            yield Judgement(
                Verdict.UNKNOWN, one.start, one.end, one.said,
                why="niet te zien waar deze tabel over gaat", subject=one.subject,
            )  # fmt: skip
        else:
            yield one


def _named(caption: str, known: Knowledge) -> str:
    """The words above a table as the begin of what its cells say, if they name the dossier."""
    folded = fold_name(caption) if len(caption) <= _LONGEST else ""
    names = (*known.topic.subject, *known.topic.programme)
    return f"{caption.rstrip('.: ')}: " if any(name in folded for name in names) else ""


def _is_sure(cell: CellSentence, known: Knowledge, one: Judgement) -> bool:
    lead = cell.text[: cell.start]
    is_of_series = any(
        path in known.facts and isinstance(known.facts[path].value, Series) for path in one.facts
    )
    has_year = any(figure.kind.is_time for figure in find_figures(lead))
    for place in reversed(find_places(lead)):
        lead = lead[: place.start] + lead[place.end :]
    words = {
        part
        for word in words_of(CellSentence(lead, len(lead), 0))
        for part in fold_name(word).split()
    }
    is_ours = words <= known.topic.words | FUNCTION_WORDS
    return is_ours and (is_of_series or not has_year)
