"""What to change in the facts or the letter so that file and dossier agree again."""

from collections.abc import Mapping
from dataclasses import dataclass

from pmg_docs.checks.drift.drifted import Drift
from pmg_docs.model.fact import FactSet
from pmg_docs.model.place import Place
from pmg_docs.specs.doc_type import Notation


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing to type, for a person to judge; nothing is changed.

    `what` says in a sentence what to do. `old` is what stands there now and `new` what to type
    instead, each as typed in the file; either may be empty.
    """

    what: str
    where: Place | None = None
    old: str = ""
    new: str = ""


def suggestions(
    drift: Drift, facts: FactSet, sources: Mapping[str, str], notation: Notation | None = None
) -> tuple[Suggestion, ...]:
    """What to type so that the file and the dossier say the same, in the order of the file.

    Args:
        drift: what was found.
        facts: the facts of the dossier now.
        sources: the text of the letter and of each facts file by name, for the expressions in it;
            what is missing makes a suggestion poorer, never wrong.
        notation: the notation of the letter's type.
    """
    raise NotImplementedError
