"""What a file says, statement by statement, each judged and with the place where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from pmg_docs.checks.spots import spot_of
from pmg_docs.checks.statements.cells import cell_sentences
from pmg_docs.checks.statements.judged_cells import judged_cell
from pmg_docs.checks.statements.judgement import Judgement, Subject, Verdict
from pmg_docs.checks.statements.judging import Judged, sentences_of
from pmg_docs.checks.statements.knowledge import Knowledge
from pmg_docs.model.passage import FileText, Part, Passage, Shape

_WHOLE = 1.5
_LONG = 300_000
"""Characters: no article or letter is longer, and a book speaks of more than one thing."""
_SEVERAL = 3
"""So many different facts that a text has right are no chance."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A judged statement of a file.

    `judgement` counts its places in the text of `passage`, as `start` and `end` of its sentence
    do. `number` is that of the passage among those of its part, from 1.
    """

    judgement: Judgement
    passage: Passage
    start: int
    end: int
    number: int

    @property
    def sentence(self) -> str:
        """The sentence that it stands in."""
        return self.passage.text[self.start : self.end]

    @property
    def known(self) -> str:
        """What the facts say, with spaces as people type them."""
        return self.judgement.known.replace("\u00a0", " ")

    @property
    def spot(self) -> str:
        """Where it stands in a file, in Dutch: `alinea 3, onder ‘2. Kernpunten’`."""
        return spot_of(self.passage, self.number)


def statements_of(file: FileText, known: Knowledge) -> Iterator[Statement]:
    """Every statement of a file, in reading order.

    A sentence is understood by the one before it, within one part of the file: a footnote does not
    speak of what the last paragraph spoke of. Where the file as a whole evidently speaks of the
    dossier, a sentence of which nothing could be told is read once more in that light.

    Args:
        file: its passages.
        known: the facts of one dossier, arranged by `knowledge_of`.
    """
    alone = list(_judged(file, known, Judged()))
    length = sum(len(passage.text) for passage in file.passages)
    if length > _LONG or not _is_about(alone) or not any(_is_unknown(one) for one in alone):
        yield from alone
        return
    again = {_words_of(one): one for one in _judged(file, known, Judged(_WHOLE))}
    for one in alone:
        yield again.get(_words_of(one), one) if _is_unknown(one) else one


def _words_of(statement: Statement) -> tuple[int, int, int]:
    return id(statement.passage), statement.judgement.start, statement.judgement.end


def _is_unknown(statement: Statement) -> bool:
    return statement.judgement.verdict is Verdict.UNKNOWN


def _is_about(statements: list[Statement]) -> bool:
    """Whether a text has several facts right; who is in office is no matter of one dossier."""
    agreeing = {
        one.judgement.fact
        for one in statements
        if one.judgement.verdict is Verdict.AGREES and one.judgement.subject is not Subject.NAAM
    }
    return len(agreeing) >= _SEVERAL


def _judged(file: FileText, known: Knowledge, judged: Judged) -> Iterator[Statement]:
    before: dict[Part, str] = {}
    numbers: dict[tuple[Part, bool], int] = {}
    cells = cell_sentences(file.passages)
    caption = ""
    for index, passage in enumerate(file.passages):
        counted = passage.part, passage.shape is Shape.HEADING
        numbers[counted] = numbers.get(counted, 0) + 1
        caption = passage.text if passage.shape is not Shape.CELL else caption
        if cell := cells.get(index):
            found = judged_cell(cell, known, caption, judged)
            length = len(passage.text)
            yield from (
                Statement(one.of(passage.text), passage, 0, length, numbers[counted])
                for one in found
            )
            continue
        for start, end in sentences_of(passage.text):
            sentence = passage.text[start:end]
            for one in judged.at(start, sentence, known, before.get(passage.part, "")):
                yield Statement(one, passage, start, end, numbers[counted])
            before[passage.part] = sentence
