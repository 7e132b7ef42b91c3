"""What is known of each fact that the documents of a dossier show, and where they show it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pmg_docs.app.dossier import Draft
from pmg_docs.app.listing import fact_rows, list_types
from pmg_docs.app.trace.facts import Owners, occurrence_of
from pmg_docs.facts.rule_values import figures_of, in_words
from pmg_docs.facts.rules import facts_in
from pmg_docs.model.document import FactText
from pmg_docs.model.errors import PmgError
from pmg_docs.model.fact import Fact, FactSet
from pmg_docs.model.passage import Passage
from pmg_docs.model.place import Origin, Place
from pmg_docs.model.value import Distribution, Municipalities, PolicyChoice, Series, Value
from pmg_docs.workspace.folder import Workspace
from pmg_docs.writers.review_page.contents import Sheet, Showing

_OWN = "brief."


@dataclass(slots=True)
class Shown:
    """What the documents of a dossier show: the sheets that tell of each fact in their text.

    `keys` has an entry for each document and in it one for each fact, in the order of reading.
    """

    keys: list[tuple[tuple[str, ...], ...]] = field(default_factory=list)
    showings: dict[str, list[Showing]] = field(default_factory=dict)
    places: dict[str, tuple[str, Place]] = field(default_factory=dict)
    """The name and place of what a letter or style gives itself, by key."""


def shown_in(
    drafts: Sequence[Draft], passages: Sequence[tuple[Passage, ...]], facts: FactSet
) -> Shown:
    """Every place where documents show a fact.

    Args:
        drafts: the documents.
        passages: the passages of each of them.
        facts: the facts of their dossier.
    """
    shown = Shown()
    owners = Owners(facts)
    for paper, (draft, texts) in enumerate(zip(drafts, passages, strict=True)):
        keys: list[tuple[str, ...]] = []
        for passage in texts:
            for piece in passage.pieces:
                if piece.fact is None:
                    continue
                own = _keys(draft.letter, piece.fact, facts, shown)
                one = occurrence_of(draft.letter, passage, piece, owners)
                for key in own:
                    showing = Showing(
                        paper, len(keys), one.section, one.sentence, one.start, one.end,
                        tuple(other for other in own if other != key), one.via, one.where,
                    )  # fmt: skip
                    shown.showings.setdefault(key, []).append(showing)
                keys.append(own)
        shown.keys.append(tuple(keys))
    return shown


def _keys(letter: str, words: FactText, facts: FactSet, shown: Shown) -> tuple[str, ...]:
    """The sheets that tell of words from facts, each once."""
    keys = []
    for origin in words.origins:
        key, name = _key(letter, origin, facts)
        if key not in facts:
            shown.places.setdefault(key, (name, origin.where))
        keys.append(key)
    return tuple(dict.fromkeys(keys))


def _key(letter: str, origin: Origin, facts: FactSet) -> tuple[str, str]:
    """The key of what words came from and its name: a fact, or a value of the letter or style."""
    head = origin.path.partition(".")[0]
    if head in facts and facts[head].where.file == origin.where.file:
        return head, head
    if origin.path.startswith(_OWN):
        return f"{letter}/{origin.path}", origin.path.removeprefix(_OWN)
    return origin.path, origin.path


def sheets(
    workspace: Workspace, facts: FactSet, shown: Shown, recorded: Mapping[str, str]
) -> Iterator[Sheet]:
    """A sheet for each fact of a dossier, in the order of the file, and then for all else shown.

    Args:
        workspace: where the types are that show them.
        facts: the facts.
        shown: where documents show them.
        recorded: who last changed each fact, by its name.
    """
    try:
        types = list_types(workspace)
    except PmgError:  # a broken type has a finding of its own as soon as a letter uses it
        types = ()
    for row in fact_rows(facts, types):
        fact = row.fact
        yield Sheet(
            key=fact.path,
            name=fact.path,
            where=fact.where,
            fact=fact,
            source=facts.sources.get(fact.source),
            notations=_notations(fact, row.shown),
            rules=tuple(rule.code for rule in facts.rules if fact.path in facts_in(rule, facts)),
            showings=tuple(shown.showings.get(fact.path, ())),
            recorded=recorded.get(fact.path, ""),
        )
    for key, (name, where) in shown.places.items():
        yield Sheet(key, name, where, showings=tuple(shown.showings.get(key, ())))


def _notations(
    fact: Fact, shown: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The words of a fact, each with the types that use them, or what it holds all the same."""
    return tuple(shown.items()) or tuple((words, ()) for words in _told(fact.value))


def _told(value: Value) -> Iterator[str]:
    """The words for a value that has no form in a sentence."""
    match value:
        case Series() | Distribution():
            yield "; ".join(f"{key}: {in_words(q)}" for key, q in figures_of(value).items())
        case Municipalities():
            yield f"{value.count} gemeenten, van wie niet alle namen bekend zijn"
        case PolicyChoice():
            yield f"tabel met {len(value.cells)} cellen: {', '.join(value.cells)}"
