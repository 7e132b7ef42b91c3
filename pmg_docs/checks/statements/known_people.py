"""The persons in office of whom the facts know, and the parts of their names."""

from dataclasses import dataclass

from pmg_docs.checks.statements.knowledge import Knowledge, once
from pmg_docs.dutch.persons import write_surname
from pmg_docs.dutch.places import fold_name
from pmg_docs.model.value import Person

_PARTICLES = frozenset(
    [
        "van",
        "de",
        "der",
        "den",
        "te",
        "ten",
        "ter",
        "t",
        "s",
        "el",
        "al",
        "la",
        "le",
        "ben",
        "in",
        "op",
    ]
)


@dataclass(frozen=True)
class KnownPerson:
    """A person of the facts; `core` holds the folded words of the surname, particles left out."""

    path: str
    person: Person
    core: tuple[str, ...]
    title: str
    preposition: str
    area: str

    @property
    def shown(self) -> str:
        """Name and office."""
        return f"{self.person.name}, {self.person.office}"


@once
def persons_of(known: Knowledge) -> tuple[KnownPerson, ...]:
    """Every person in office of the facts."""
    return tuple(_known(f.path, f.value) for f in known.facts if isinstance(f.value, Person))


def _known(path: str, person: Person) -> KnownPerson:
    try:
        surname = write_surname(person.name)
    except ValueError:
        surname = person.name.split()[-1]
    words = fold_name(surname).split()
    core = tuple(word for word in words if word not in _PARTICLES) or tuple(words)
    title, preposition, area = (*person.office.split(" ", 2), "", "")[:3]
    return KnownPerson(path, person, core, title.lower(), preposition, area)
