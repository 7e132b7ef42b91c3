"""A fact, its source, the rules between facts, and all of them together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pmg_docs.model.diagnostic import Severity
from pmg_docs.model.place import Origin, Place
from pmg_docs.model.value import Value


class FactStatus(StrEnum):
    """Whether a fact still may change."""

    VOORLOPIG = "voorlopig"
    VASTGESTELD = "vastgesteld"


@dataclass(frozen=True, slots=True)
class Source:
    """A publication or document that facts are taken from."""

    name: str
    title: str
    where: Place
    date: str = ""
    found_at: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known, or known to be missing.

    `path` is how a letter names it. `places` holds where each part of the value is written
    (`van`, `tot`, `gemeenten.3`, `doel`), for messages that point at that part.
    """

    path: str
    value: Value
    where: Place
    source: str = ""
    note: str = ""
    status: FactStatus = FactStatus.VOORLOPIG
    is_public: bool = True
    places: Mapping[str, Place] = field(default_factory=dict, hash=False)

    @property
    def origin(self) -> Origin:
        """What a word made from this fact remembers of it."""
        return Origin(self.path, self.where)


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that must hold between facts, e.g. `totaal == aantal(gemeenten) * bijdrage`."""

    code: str
    expression: str
    explanation: str
    severity: Severity
    where: Place


@dataclass(frozen=True, slots=True)
class FactSet:
    """The facts of one dossier, with their sources and rules."""

    programme: str
    style: str
    facts: Mapping[str, Fact]
    sources: Mapping[str, Source] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    severities: Mapping[str, tuple[Severity, Place]] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    style_place: Place | None = None

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts.values())

    def __contains__(self, path: str) -> bool:
        return path in self.facts

    def __getitem__(self, path: str) -> Fact:
        return self.facts[path]
