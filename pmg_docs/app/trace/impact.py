"""Impact: what would change if facts had other values, before anything is changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pmg_docs.app.dossier import DossierReport, read_dossier, read_dossiers_with
from pmg_docs.app.gathering import with_lines
from pmg_docs.app.shelf import Shelf
from pmg_docs.app.trace.facts import occurrences
from pmg_docs.app.trace.supposing import read_changes, read_changes_file, suppose
from pmg_docs.facts.rules import facts_in
from pmg_docs.inputs.text import decode
from pmg_docs.inputs.validation import nearest
from pmg_docs.model.changes import Change
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound, Refused
from pmg_docs.model.fact import FactSet
from pmg_docs.model.passages import passages_of
from pmg_docs.review import compare
from pmg_docs.workspace.folder import Workspace


@dataclass(frozen=True, slots=True)
class LetterImpact:
    """What would change in one letter, in order; `stopped` when it could no longer be made."""

    letter: str
    changes: tuple[Change, ...]
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Dependent:
    """A fact that hangs together with one that changes: by rules, or since its text names it."""

    fact: str
    rules: tuple[str, ...]
    names_it: bool


@dataclass(frozen=True, slots=True)
class Impact:
    """What would change in one dossier.

    `dependents` are facts that hang together with those that change: by a rule, or since their
    text names one. `letters` are those in which something would change, `untouched` the others.
    `arising` are findings that would be new, such as a rule that breaks, `passing` those that
    would be gone.
    """

    dossier: str
    dependents: tuple[Dependent, ...]
    letters: tuple[LetterImpact, ...]
    untouched: tuple[str, ...]
    arising: tuple[Diagnostic, ...]
    passing: tuple[Diagnostic, ...]


def find_impact(
    workspace: Workspace, changes: Mapping[str, str], dossiers: Sequence[str] = ()
) -> tuple[Impact, ...]:
    """What would change if facts had other values; nothing is written.

    Facts that dossiers share change in each of them.

    Args:
        workspace: where the dossiers lie.
        changes: by the name of a fact or a part of one, what would be typed for it.
        dossiers: where to look, or empty for every dossier that knows all these facts.

    Raises:
        NotFound: a dossier, fact or part does not exist, or several dossiers have facts of their
            own by that name.
        Refused: the facts hold errors, or would then.
    """
    shelf = Shelf.of(workspace)
    reports = read_dossiers_with(workspace, _heads(changes), dossiers, shelf)
    chosen = _that_know(changes, reports, are_named=bool(dossiers))
    found = []
    for report, facts in chosen:
        other = suppose(workspace, facts, changes)
        # Only facts are supposed to differ, so types, styles and register are still the same.
        after = read_dossier(other, report.name, shelf=shelf)
        if after.facts is None:
            raise Refused(with_lines(other, after.findings))
        found.append(_impact(workspace, report, other, after, _heads(changes)))
    return tuple(found)


def changes_asked(values: Sequence[str], file: Path | None) -> Mapping[str, str]:
    """The changes that were typed, and those in a file; what was typed goes first.

    Raises:
        Refused: an argument or the file is not of the form that it should have.
        Unreachable: the file cannot be read.
    """
    typed = read_changes(values)
    if file is None:
        return typed
    read = Workspace.at(file.parent).read(file)
    return {**read_changes_file(read.name, decode(read)), **typed}


def _that_know(
    changes: Mapping[str, str], reports: Sequence[DossierReport], *, are_named: bool
) -> list[tuple[DossierReport, FactSet]]:
    names = _heads(changes)
    sound = [(report, report.facts) for report in reports if report.facts is not None]
    chosen = [(report, facts) for report, facts in sound if all(name in facts for name in names)]
    if not chosen:
        broken = [f for report in reports if report.facts is None for f in report.findings]
        if broken:
            raise Refused(broken)
        known = {fact.path for _, facts in sound for fact in facts}
        missing = [name for name in names if name not in known] or names
        where = "De dossiers kennen" if len(sound) > 1 else f"Het dossier '{sound[0][0].name}' kent"
        raise NotFound(
            Diagnostic("PMG164", f"{where} het feit '{name}' niet.", hints=nearest(name, known))
            for name in missing
        )
    files = {tuple(facts[name].where.file for name in names) for _, facts in chosen}
    if len(files) > 1 and not are_named:
        listed = ", ".join(report.name for report, _ in chosen)
        raise NotFound(
            Diagnostic("PMG166", f"Meer dan één dossier kent {' en '.join(names)}: {listed}.",
                       hints=("Noem het dossier dat u bedoelt, met --dossier.",))
        )  # fmt: skip
    return chosen


def _heads(changes: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.partition(".")[0] for name in changes))


def _dependents(report: DossierReport, names: Sequence[str]) -> Iterator[Dependent]:
    facts = report.facts
    if facts is None:
        return
    rules = {rule.code: facts_in(rule, facts) for rule in facts.rules}
    ours = {code: inside for code, inside in rules.items() if set(inside) & set(names)}
    named_in = {one.via for name in names for one in occurrences(report, facts, name)}
    for fact in facts:
        codes = tuple(code for code, inside in ours.items() if fact.path in inside)
        if fact.path not in names and (codes or fact.path in named_in):
            yield Dependent(fact.path, codes, fact.path in named_in)


def _impact(
    workspace: Workspace,
    before: DossierReport,
    other: Workspace,
    after: DossierReport,
    names: Sequence[str],
) -> Impact:
    new = {draft.letter: draft.document for draft in after.drafts}
    letters, untouched = [], []
    for draft in before.drafts:
        if draft.letter in after.failed:
            letters.append(LetterImpact(draft.letter, (), stopped=True))
            continue
        changed = compare(passages_of(draft.document), passages_of(new[draft.letter])).changes
        if changed:
            letters.append(LetterImpact(draft.letter, changed))
        else:
            untouched.append(draft.letter)
    old_findings = with_lines(workspace, before.findings)
    new_findings = with_lines(other, after.findings)
    said = {(finding.code, finding.message) for finding in old_findings}
    still = {(finding.code, finding.where) for finding in new_findings}
    return Impact(
        before.name,
        tuple(_dependents(before, names)),
        tuple(letters),
        tuple(untouched),
        tuple(f for f in new_findings if (f.code, f.message) not in said),
        tuple(f for f in old_findings if (f.code, f.where) not in still),
    )
