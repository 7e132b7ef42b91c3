"""Two sides become one account: what changed, why, and what could not be compared."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pmg_docs.app.diff.fixed_causes import changes_since
from pmg_docs.app.diff.inputs import changed_lines, input_changes
from pmg_docs.app.diff.looks import look_changes
from pmg_docs.app.diff.sides import Outcome, Pair, Side, incomparable, pairs_of
from pmg_docs.app.diff.who import with_commit
from pmg_docs.model.changes import Cause, CauseKind, Differences, FactChange, InputChanges
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.review import compare
from pmg_docs.review.causes import fact_cause
from pmg_docs.review.telling import Compared, tell
from pmg_docs.workspace.history import History


def assemble(
    old: Side, new: Side, history: History | None, since: str, *, untouched: int = 0
) -> Outcome:
    """Compare all documents of two states of a workspace.

    Args:
        old: the old state.
        new: the new one.
        history: git, up to the new state; None without git.
        since: the commit of the old state, or empty when it has none.
        untouched: how many documents are left aside because nothing of them changed.
    """
    pairs = pairs_of(old, new)
    documents = [
        Compared(pair.name, compare(pair.old.passages, pair.new.passages),
                 _inputs(pair))
        for pair in pairs
    ]  # fmt: skip
    paired = {name for pair in pairs for name in (pair.name, pair.old.name)}
    chapters = tell(documents)
    told = {cause.name for chapter in chapters
            for cause in (chapter.cause, *(c for one in chapter.told for c in one.also))
            if cause.kind is CauseKind.FACT}  # fmt: skip
    silent = dict.fromkeys(
        fact_cause(fact)
        for document in documents
        for fact in document.inputs.facts.values()
        if fact.path not in told
    )
    facts = (fact for one in documents for fact in one.inputs.facts.values())
    lines = _Lines(pairs, tuple(facts))

    def known(cause: Cause) -> Cause:
        return with_commit(cause, history, since, lines.of(cause)) if history else cause

    return Outcome(
        Differences(
            old=old.name,
            new=new.name,
            chapters=tuple(replace(one, cause=known(one.cause)) for one in chapters),
            looks=look_changes(pairs),
            added=tuple(n for n in new.letters if not old.has(n) and n not in paired),
            removed=tuple(n for n in old.letters if not new.has(n) and n not in paired),
            silent=tuple(known(cause) for cause in silent),
            findings=(*old.remarks, *new.remarks, *_turned(pairs), *incomparable(old, new)),
            compared=len(pairs) + untouched,
        ),
        pairs,
    )


def _inputs(pair: Pair) -> InputChanges:
    fixed, today = pair.old.fixed, pair.new.composed
    if fixed is None or pair.old.composed is None or today is None or pair.new.facts is None:
        return input_changes(pair.old, pair.new)
    return changes_since(fixed, pair.old.composed.doc_type.name, today, pair.new.facts)


def _turned(pairs: tuple[Pair, ...]) -> Iterator[Diagnostic]:
    """What to say of letters that got another name or became another type."""
    for pair in pairs:
        if pair.old.name != pair.new.name:
            yield Diagnostic(
                "PMG484",
                f"{pair.old.name} heet nu {pair.new.name}.",
                severity=Severity.WAARSCHUWING,
                hints=("De twee zijn met elkaar vergeleken.",),
            )
        types = [one.composed.doc_type.name for one in (pair.old, pair.new) if one.composed]
        if len(set(types)) > 1:
            yield Diagnostic(
                "PMG483",
                f"{pair.name} was een {types[0]} en is nu een {types[1]}.",
                severity=Severity.WAARSCHUWING,
                hints=("Wat daardoor anders is, staat onder één oorzaak.",),
            )


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of a file that a cause is about, to ask git who put them there."""

    pairs: tuple[Pair, ...]
    facts: tuple[FactChange, ...]

    def of(self, cause: Cause) -> tuple[int, ...]:
        """The numbers of the lines that changed, in the new file; none when all are gone."""
        name = cause.where.file if cause.where else ""
        texts = next((found for pair in self.pairs if (found := _texts(pair, name))), None)
        if texts is None:
            return ()
        _, come = changed_lines(*texts)
        come.pop(len(texts[1].splitlines()) + 1, None)  # what follows the last line end is no line
        if cause.kind is not CauseKind.FACT:
            return tuple(come)
        fact = next(f for f in self.facts if (f.path, f.where) == (cause.name, cause.where))
        _, first, last = fact.lines[-1]
        return tuple(line for line in come if first <= line <= last) if fact.new else ()


def _texts(pair: Pair, name: str) -> tuple[str, str] | None:
    found = []
    for letter in (pair.old, pair.new):
        files = letter.composed.inputs if letter.composed else ()
        data = next((file.data for file in files if file.name == name), None)
        found.append(data)
    if found[1] is None:
        return None
    old, new = (data.decode("utf-8", "replace") if data else "" for data in found)
    return old, new
