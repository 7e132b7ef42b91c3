"""What is said of a statement that contradicts the facts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pmg_docs.checks.statements.judgement import Judgement, Subject, Verdict
from pmg_docs.checks.statements.statement import Statement
from pmg_docs.dutch.lists import write_list
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.fact import FactSet
from pmg_docs.model.place import Place

_CODES = {
    Subject.BEDRAG: "PMG351",
    Subject.AANTAL: "PMG352",
    Subject.DEEL: "PMG352",
    Subject.LEEFTIJD: "PMG353",
    Subject.TIJD: "PMG354",
    Subject.GEMEENTE: "PMG355",
    Subject.NAAM: "PMG356",
    Subject.VINDPLAATS: "PMG357",
}
_SURE, _LIKELY = 0.9, 0.75
_MOST_FACTS = 3
_LONGEST_QUOTE = 80


def certainty(judgement: Judgement) -> str:
    """How sure a judgement is, in a word: zeker from 0.9, waarschijnlijk from 0.75, misschien."""
    if judgement.confidence >= _SURE:
        return "zeker"
    return "waarschijnlijk" if judgement.confidence >= _LIKELY else "misschien"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A finding on a statement, and how many characters of its line the statement takes."""

    finding: Diagnostic
    length: int

    def covers(self, where: Place | None) -> bool:
        """Whether a place lies within the statement."""
        own = self.finding.where
        if own is None or where is None or (own.line, own.spot) != (where.line, where.spot):
            return False
        return own.column <= where.column <= own.column + self.length


def contradictions(
    statements: Iterable[Statement], facts: FactSet, name: str, lines: Sequence[str] = ()
) -> Iterator[Contradiction]:
    """A finding for each statement that contradicts the facts.

    It is a `fout`, but a `waarschuwing` when it is no more than `misschien` about the same thing.

    Args:
        statements: those of a file.
        facts: what they were held against.
        name: how messages name the file.
        lines: the lines of the file when it is a text that people edit by the line, else none.
    """
    for one in statements:
        judgement = one.judgement
        if judgement.verdict is not Verdict.CONTRADICTS or judgement.subject is None:
            continue
        where, line = place_in_file(one, name, lines)
        is_sure = judgement.confidence >= _LIKELY
        finding = Diagnostic(
            _CODES[judgement.subject], _message(one), where,
            Severity.FOUT if is_sure else Severity.WAARSCHUWING, line,
            hints=tuple(_sources(judgement, facts)),
        )  # fmt: skip
        yield Contradiction(finding, judgement.end - judgement.start)


def place_in_file(one: Statement, name: str, lines: Sequence[str] = ()) -> tuple[Place, str]:
    """Where a statement stands, and the words to show: its line in a text, else its sentence."""
    passage, judgement = one.passage, one.judgement
    paragraph = lines[passage.line - 1 : passage.line - 1 + _FURTHEST] if passage.line else ()
    if not paragraph or max(map(len, paragraph)) > _LONGEST_LINE:
        column = judgement.start - one.start + 1
        return Place(name, 0, column, one.spot), one.sentence
    said = re.compile(r"\s+".join(map(re.escape, judgement.said.split())))
    text = "\n".join(paragraph)
    earlier = len(said.findall(passage.text, 0, judgement.start))
    for number, found in enumerate(said.finditer(text)):
        if number == earlier:
            row = text.count("\n", 0, found.start())
            column = found.start() - text.rfind("\n", 0, found.start())
            return Place(name, passage.line + row, column), paragraph[row]
    return Place(name, passage.line), paragraph[0]


_FURTHEST = 200
"""Lines of one paragraph that are searched."""
_LONGEST_LINE = 2000
"""Characters; nobody edits a longer line by its number."""


def _message(one: Statement) -> str:
    judgement = one.judgement
    told = f"Hier staat '{_short(judgement.said)}'; volgens de feiten: {one.known}."
    if judgement.subject is Subject.GEMEENTE and ": " in judgement.known:
        told = f"Deze opsomming is anders dan in de feiten ({one.known})."
    return f"{told} Het gaat {certainty(judgement)} om hetzelfde: {judgement.why}."


def _sources(judgement: Judgement, facts: FactSet) -> Iterator[str]:
    known = [path for path in judgement.facts if path in facts]
    for path in known[:_MOST_FACTS]:
        where = facts[path].where
        yield f"{path} staat in {where.file}, regel {where.line}."
    if more := known[_MOST_FACTS:]:
        yield f"Zie ook {write_list(more)}."


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"
