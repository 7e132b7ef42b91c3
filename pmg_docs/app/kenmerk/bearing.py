"""Which number each letter bears: its front matter says so, or a fact that it names there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pmg_docs.app.composed import is_letter
from pmg_docs.compose.fault import TemplateFault
from pmg_docs.compose.notation import write_value
from pmg_docs.compose.parts import part_of
from pmg_docs.compose.references import PREFIX, referred
from pmg_docs.facts.reading import read_facts
from pmg_docs.inputs.validation import nearest
from pmg_docs.kenmerk.register import Register
from pmg_docs.letter.reading import Letter, read_letter
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound
from pmg_docs.model.fact import FactSet
from pmg_docs.model.place import Place
from pmg_docs.model.value import Gap
from pmg_docs.specs.doc_type import Notation
from pmg_docs.specs.loading import load_style
from pmg_docs.specs.style import KenmerkRule
from pmg_docs.workspace.folder import Workspace

KEY = "kenmerk"


@dataclass(frozen=True, slots=True)
class Bearing:
    """A letter and the number that it bears; empty while that is open."""

    dossier: str
    letter: str
    kenmerk: str
    where: Place

    @property
    def name(self) -> str:
        """The letter as an officer names it, `groen/nota`."""
        return f"{self.dossier}/{self.letter}"


@dataclass(slots=True)
class Bearings:
    """Looks up what letters bear; the facts of a dossier are read once, and only when asked."""

    workspace: Workspace
    register: Register
    _facts: dict[str, FactSet] = field(default_factory=dict)

    def letters(self) -> Iterator[tuple[str, Path]]:
        """Every letter of every dossier: the name of the dossier, and the file."""
        for dossier in self.workspace.dossiers():
            for path in self.workspace.entries(self.workspace.dossier(dossier)):
                if is_letter(path):
                    yield dossier, path

    def find(self, asked: str) -> tuple[str, Path]:
        """The letter that `groen/nota` names.

        Raises:
            NotFound: there is no such dossier or letter.
        """
        dossier, _, name = asked.strip().removesuffix(".md").rpartition("/")
        known = self.workspace.dossiers()
        if dossier not in known:
            near = (
                nearest(f"{dossier}/{name}", [f"{one}/{name}" for one in known]) if dossier else ()
            )
            raise NotFound(_no_letter(asked, *near))
        stems = {p.stem: p for p in self.workspace.entries(self.workspace.dossier(dossier))
                 if is_letter(p)}  # fmt: skip
        if name not in stems:
            near = nearest(f"{dossier}/{name}", [f"{dossier}/{stem}" for stem in stems])
            raise NotFound(_no_letter(asked, *near))
        return dossier, stems[name]

    def of(self, dossier: str, path: Path) -> Bearing:
        """The number that a letter bears.

        Raises:
            Refused: the letter, or the facts that it names, hold errors.
            Unreachable: a file cannot be read.
        """
        letter = read_letter(self.workspace, path)
        return Bearing(dossier, letter.name, self._number(dossier, letter), letter.place_of(KEY))

    def rule_of(self, dossier: str, path: Path) -> KenmerkRule | None:
        """How the ministry that sends a letter numbers; None when its style does not say.

        Raises:
            Refused: the letter, its facts or its style hold errors.
        """
        letter = read_letter(self.workspace, path)
        name = letter.front.stijl or self._facts_of(dossier).style or "rijk"
        style, _, _ = load_style(self.workspace, name, letter.place_of("stijl"))
        return style.kenmerk

    def _number(self, dossier: str, letter: Letter) -> str:
        lines = letter.head.get(KEY, ())
        if not lines:
            return ""
        asked = lines[0].fact_path
        try:
            if asked.startswith(PREFIX):
                return referred(self.register, dossier, asked.removeprefix(PREFIX), [])[0].text
            return self._of_fact(dossier, asked) if asked else lines[0].text
        except TemplateFault:
            return ""  # what is wrong with it, `pmg check` says

    def _of_fact(self, dossier: str, path: str) -> str:
        name, _, rest = path.partition(".")
        facts = self._facts_of(dossier)
        if name not in facts:
            return ""
        value = facts[name].value
        if rest:
            value, _ = part_of(value, rest)
        return "" if isinstance(value, Gap) else write_value(value, Notation())

    def _facts_of(self, dossier: str) -> FactSet:
        if dossier not in self._facts:
            self._facts[dossier] = read_facts(self.workspace, dossier)[0]
        return self._facts[dossier]


def _no_letter(asked: str, *near: str) -> Diagnostic:
    hints: Sequence[str] = near or ("Noem haar als DOSSIER/BRIEF, zoals groen/nota.",)
    return Diagnostic("PMG154", f"Er is geen brief '{asked[:80]}'.", hints=tuple(hints))
