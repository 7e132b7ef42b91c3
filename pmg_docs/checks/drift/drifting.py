"""Find what somebody changed in a file that was made here."""

from pmg_docs.checks.drift.drifted import Drift
from pmg_docs.model.document import Document
from pmg_docs.model.fact import FactSet
from pmg_docs.model.passage import FileText


def find_drift(file: FileText, document: Document, facts: FactSet) -> Drift | None:
    """Hold a file against what it was when it was made, and against the letter as it is now.

    Args:
        file: the file as read.
        document: the letter as it is composed now, as the format of the file shows it.
        facts: the facts of its dossier now.

    Returns:
        What differs; None when the file holds no baseline, so that nothing can be told.
    """
    raise NotImplementedError
