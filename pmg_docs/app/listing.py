"""What there is: the facts of a dossier as each type shows them, the types, the styles."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pmg_docs.compose.fault import TemplateFault
from pmg_docs.compose.notation import show
from pmg_docs.facts.reading import read_facts
from pmg_docs.model.fact import Fact
from pmg_docs.model.place import Place
from pmg_docs.model.value import Gap
from pmg_docs.specs.doc_type import DocType
from pmg_docs.specs.loading import STYLE_FILE, TYPE_FILE, load_style, load_type
from pmg_docs.specs.style import Style
from pmg_docs.workspace.folder import Workspace


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact, and the words with which each type shows it; types that say the same stand once.

    `shown` goes from the words to the types that use them. It is empty for a fact that has no form
    in a sentence, such as a table.
    """

    fact: Fact
    shown: Mapping[str, tuple[str, ...]]

    @property
    def is_open(self) -> bool:
        """Whether the fact is still a gap."""
        return isinstance(self.fact.value, Gap)


def list_types(workspace: Workspace) -> tuple[DocType, ...]:
    """Every document type that can be made here, by name."""
    names = workspace.folders("templates", TYPE_FILE)
    return tuple(load_type(workspace, name, _asked(name))[0] for name in names)


def list_styles(workspace: Workspace) -> tuple[Style, ...]:
    """Every house style that can be used here, by name."""
    names = workspace.folders("styles", STYLE_FILE)
    return tuple(load_style(workspace, name, _asked(name))[0] for name in names)


def list_facts(workspace: Workspace, dossier: str) -> tuple[FactRow, ...]:
    """The facts of a dossier in the order in which they are written.

    Raises:
        Refused: the facts hold errors.
        Unreachable: a file cannot be read.
    """
    facts, _ = read_facts(workspace, dossier)
    return fact_rows(facts, list_types(workspace))


def fact_rows(facts: Iterable[Fact], types: Sequence[DocType]) -> tuple[FactRow, ...]:
    """Facts with the words in which each of these types shows them."""
    return tuple(FactRow(fact, _shown(fact, types)) for fact in facts)


def _shown(fact: Fact, types: Sequence[DocType]) -> Mapping[str, tuple[str, ...]]:
    shown: dict[str, tuple[str, ...]] = {}
    for doc_type in types:
        try:
            words = show(fact.value, (fact.origin,), doc_type.notation).text
        except TemplateFault:
            return {}
        shown[words] = (*shown.get(words, ()), doc_type.name)
    return shown


def _asked(name: str) -> Place:
    return Place(name, 0)
