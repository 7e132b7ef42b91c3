"""A letter of a dossier, its Word file, and what drift is found when that comes back."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pmg_docs.app.dossier import Draft, read_dossier
from pmg_docs.checks.drift import (
    Drift,
    FactDrift,
    Suggestion,
    drift_findings,
    find_drift,
    suggestions,
)
from pmg_docs.facts.reading import read_facts
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Document
from pmg_docs.model.fact import FactSet
from pmg_docs.readers import read_text
from pmg_docs.workspace.folder import Workspace
from pmg_docs.writers import WRITERS


@dataclass(frozen=True)
class Made:
    """A letter as it is now; `data` is the Word file that it makes."""

    draft: Draft
    facts: FactSet
    root: Path

    @classmethod
    def of(cls, root: Path, dossier: str, letter: str) -> "Made":
        workspace = Workspace.at(root)
        report = read_dossier(workspace, dossier, (letter,))
        facts, _ = read_facts(workspace, dossier)
        return cls(report.drafts[0], facts, root)

    @property
    def document(self) -> Document:
        return self.draft.document.shown_in("docx")

    @cached_property
    def data(self) -> bytes:
        return WRITERS["docx"](self.document, self.draft.look)

    def drift(self, data: bytes) -> Drift:
        """What is found in a file when it is held against this letter."""
        found = find_drift(read_text(data, "terug.docx"), self.document, self.facts)
        assert found is not None
        return found

    def fact(self, data: bytes, name: str, then: str = "") -> FactDrift:
        return next(
            fact
            for fact in self.drift(data).facts
            if fact.name == name and (not then or fact.then.text == then)
        )

    def findings(self, data: bytes) -> tuple[Diagnostic, ...]:
        return drift_findings(self.drift(data), "terug.docx")

    def codes(self, data: bytes) -> list[str]:
        return [finding.code for finding in self.findings(data)]

    def suggestions(self, data: bytes) -> tuple[Suggestion, ...]:
        names = {file.name for file in self.draft.inputs if file.name.endswith((".md", ".yaml"))}
        sources = {
            file.name: file.data.decode() for file in self.draft.inputs if file.name in names
        }
        return suggestions(self.drift(data), self.facts, sources)

    def with_text(self, file: str, old: str, new: str) -> "Made":
        """The same letter after somebody changed one of its files."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        letter = Path(self.document.letter)
        return Made.of(self.root, letter.parent.name, letter.stem)
