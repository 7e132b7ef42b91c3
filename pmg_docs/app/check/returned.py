"""A file that was made here and comes back: what somebody changed in it, and what to do."""

from dataclasses import dataclass

from pmg_docs.app.check.which_dossier import Choice
from pmg_docs.app.dossier import Draft, read_dossier
from pmg_docs.checks.drift import (
    Drift,
    Fate,
    Suggestion,
    drift_findings,
    find_drift,
    suggestions,
)
from pmg_docs.inputs.text import decode
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.fact import FactSet
from pmg_docs.model.passage import FileText
from pmg_docs.model.place import Place
from pmg_docs.specs.doc_type import Notation
from pmg_docs.specs.loading import load_type
from pmg_docs.workspace.folder import LETTERS, Workspace


@dataclass(frozen=True, slots=True)
class Returned:
    """What came of a file since it was made; `drift` is None when that cannot be told."""

    findings: tuple[Diagnostic, ...]
    drift: Drift | None = None
    suggestions: tuple[Suggestion, ...] = ()

    def tells_of(self, fact: str, said: str) -> bool:
        """Whether it tells already that these words of a fact were changed."""
        facts = self.drift.facts if self.drift else ()
        return any(
            one.fate is Fate.CHANGED and one.name == fact and any(said in w for w in one.said)
            for one in facts
        )


def what_came_back(
    workspace: Workspace, choice: Choice, file: FileText, facts: FactSet, name: str
) -> Returned | None:
    """What became of a file that was made of a letter; None for any other file.

    Args:
        workspace: where the dossier lies.
        choice: the dossier, and the letter that the file was made of.
        file: the file as read.
        facts: those of the dossier.
        name: how messages name the file.
    """
    if file.baseline is None:
        return None
    if not choice.letter:
        return Returned((_untold(name, "de brief waarvan het is gemaakt, is er niet meer", ""),))
    drafts = read_dossier(workspace, choice.dossier, [choice.letter]).drafts
    if not drafts:
        check = f"pmg check {choice.dossier} --letter {choice.letter}"
        return Returned((_untold(name, "in de brief staan fouten", check),))
    drift = find_drift(file, drafts[0].document.shown_in(file.format), facts)
    if drift is None:
        return None
    told = suggestions(drift, facts, _sources(drafts[0]), _notation(workspace, drafts[0]))
    return Returned(drift_findings(drift, name), drift, told)


def _sources(draft: Draft) -> dict[str, str]:
    """What an officer typed of it: the letter, and the facts that it uses."""
    own = (file for file in draft.inputs if file.name.startswith(f"{LETTERS}/"))
    return {file.name: decode(file) for file in own}


def _notation(workspace: Workspace, draft: Draft) -> Notation:
    where = Place(draft.document.letter)
    return load_type(workspace, draft.document.type, where, is_given=False)[0].notation


def _untold(name: str, why: str, check: str) -> Diagnostic:
    hint = f"Lees die eerst na met: {check}" if check else "Geef dossier en brief hun oude naam."
    return Diagnostic(
        "PMG160",
        f"Wat er in dit bestand is gewijzigd, is niet te zeggen: {why}.",
        Place(name, 0),
        Severity.WAARSCHUWING,
        hints=(hint,),
    )
