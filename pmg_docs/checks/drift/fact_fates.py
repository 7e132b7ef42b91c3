"""What became of each fact: in its controls, in the store behind them, or loose in the text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pmg_docs.checks.drift.drifted import Cause, FactDrift, Fate, Sentence, Spot
from pmg_docs.checks.drift.file_sentences import Bindings, FileSentence, spot_of
from pmg_docs.checks.drift.present import FactNow
from pmg_docs.checks.drift.retyping import has_value_of, retyped
from pmg_docs.checks.drift.words import is_same, places_of, plain
from pmg_docs.model.baseline import BaseFact
from pmg_docs.model.fact import FactSet
from pmg_docs.model.passage import FileText, Part, Piece
from pmg_docs.model.shown import ShownFact, element_name

_DISTINCT = 5
"""Shorter words may stand anywhere by chance."""
_BEHIND = "de gegevens achter het invulveld"


@dataclass(slots=True)
class FactFates:
    """The facts of a baseline in a file that came back.

    `olds` gives of a sentence of the file, by its number, what it said when the file was made, as
    far as that is known. `put_back` gathers, by the same numbers, the places at which a fact
    was retyped without a control, and what stood there.
    """

    file: FileText
    base: Sequence[BaseFact]
    now: Mapping[BaseFact, FactNow] | None
    """None when the letter is another one, which says nothing of these facts."""
    facts: FactSet
    sentences: Sequence[FileSentence]
    olds: Mapping[int, Sentence]
    put_back: dict[int, list[tuple[int, int, str]]] = field(default_factory=dict)
    _by_fact: dict[tuple[str, str], list[tuple[int, Piece]]] = field(default_factory=dict)

    def each(self) -> Iterator[FactDrift]:
        """What became of each fact, in the order of the file."""
        spots = self._spots_by_fact()
        stored = self._stored()
        for fact in self.base:
            held = spots.get(fact, [])
            behind = stored.get(fact, "")
            if held and behind and not any(is_same(behind, s.text) for s in (*held, _of(fact))):
                held = [*held, Spot(behind, place=_BEHIND)]
            if held:
                fate, found = self._held(fact, held)
            elif fact in spots:
                fate, found = Fate.GONE, ()
            else:
                fate, found = self._loose(fact)
            yield self._with_cause(FactDrift(fact, fate, found=found))

    def _spots_by_fact(self) -> dict[BaseFact, list[Spot]]:
        """The words in the controls of each fact that has any; none where they were emptied."""
        bindings = Bindings.of(self.base)
        found: dict[BaseFact, list[Spot]] = {}
        for passage in self.file.passages:
            for control in passage.controls:
                text = passage.text[control.start : control.end]
                fact = bindings.fact_of(control, text)
                if fact is not None and passage.part is not Part.COMMENT and text.strip():
                    found.setdefault(fact, []).append(spot_of(passage, control.start, control.end))
        emptied = {fact for fact, text in self._stored().items() if not text}
        for fact in emptied & found.keys():
            # Word shows its own invitation to type where somebody took the words away.
            found[fact] = [spot for spot in found[fact] if is_same(spot.text, fact.text)]
        return found

    def _stored(self) -> dict[BaseFact, str]:
        """What the store has for each fact; nothing where LibreOffice has emptied it."""
        if not any(text for _, _, text in self.file.store):
            return {}
        held = {(element, position): text for element, position, text in self.file.store}
        counted: dict[str, int] = {}
        found: dict[BaseFact, str] = {}
        for fact in self.base:
            element = element_name(fact.name)
            counted[element] = counted.get(element, 0) + 1
            if (element, counted[element]) in held:
                found[fact] = held[element, counted[element]]
        return found

    def _held(self, fact: BaseFact, spots: list[Spot]) -> tuple[Fate, tuple[Spot, ...]]:
        differing = [spot for spot in spots if not is_same(spot.text, fact.text)]
        same = [spot for spot in spots if is_same(spot.text, fact.text)]
        return (Fate.CHANGED if differing else Fate.UNCHANGED), (*differing, *same)

    def _loose(self, fact: BaseFact) -> tuple[Fate, tuple[Spot, ...]]:
        """A fact that no control shows any more: whether its value is still in the text."""
        sure: list[Spot] = []
        alike: list[Spot] = []
        other: list[Spot] = []
        for number, piece in self._told().get(_key(fact.name, fact.text), ()):
            sentence = self.sentences[number]
            if spots := list(_verbatim(fact, sentence)):
                sure += spots
            elif place := retyped(self.olds[number].text, piece, sentence.text):
                start, end = (sentence.start + at for at in place)
                spot = spot_of(sentence.passage, start, end, is_sure=False)
                self.put_back.setdefault(number, []).append((*place, fact.text))
                (alike if has_value_of(fact.text, spot.text) else other).append(spot)
        if other:
            return Fate.CHANGED, (*other, *alike, *sure)
        found = sure or alike or list(self._anywhere(fact))
        return (Fate.LOOSE, tuple(found)) if found else (Fate.GONE, ())

    def _told(self) -> Mapping[tuple[str, str], list[tuple[int, Piece]]]:
        """The sentences that had each fact, by number, and where they had it first."""
        if not self._by_fact:
            for number, old in self.olds.items():
                for piece in old.pieces:
                    if piece.fact:
                        key = _key(ShownFact.of(piece.fact).name, piece.fact.text)
                        told = self._by_fact.setdefault(key, [])
                        if not told or told[-1][0] != number:
                            told.append((number, piece))
        return self._by_fact

    def _anywhere(self, fact: BaseFact) -> Iterator[Spot]:
        """The words of a fact wherever they stand, or else its value in another notation."""
        if len(plain(fact.text)) < _DISTINCT:
            return
        found = [spot for sentence in self.sentences for spot in _verbatim(fact, sentence)]
        if not found and fact.kind in {"bedrag", "datum", "percentage", "leeftijd", "maand"}:
            found = [
                replace(sentence.whole, is_sure=False)
                for sentence in self.sentences
                if has_value_of(fact.text, sentence.text)
            ]
        yield from found

    def _with_cause(self, drift: FactDrift) -> FactDrift:
        if self.now is None:
            cause = Cause.NONE if drift.fate is Fate.UNCHANGED else Cause.FILE
            return replace(drift, cause=cause)
        now = self.now.get(drift.then)
        text = now.text if now else ""
        name = drift.name if drift.name in self.facts else drift.name.partition(".")[0]
        known = (self.facts[name].origin,) if name in self.facts else ()
        origins = now.origins if now else known
        in_file = drift.fate in {Fate.CHANGED, Fate.GONE, Fate.LOOSE}
        if is_same(text, drift.then.text):
            cause = Cause.FILE if in_file else Cause.NONE
        elif in_file:
            alike = drift.fate is Fate.CHANGED and all(is_same(s, text) for s in drift.said)
            alike = alike or (drift.fate is Fate.GONE and not text)
            cause = Cause.BOTH_ALIKE if alike else Cause.BOTH
        else:
            cause = Cause.DOSSIER
        return replace(drift, cause=cause, now=text, origins=origins)


def _of(fact: BaseFact) -> Spot:
    return Spot(fact.text)


def _key(name: str, text: str) -> tuple[str, str]:
    return name, plain(text)


def _verbatim(fact: BaseFact, sentence: FileSentence) -> Iterator[Spot]:
    """The words of a fact as they stand in a sentence, outside the controls of other facts."""
    taken = [(c.start - sentence.start, c.end - sentence.start) for c, _ in sentence.facts]
    for start, end in places_of(fact.text, sentence.text):
        if not any(start < last and end > first for first, last in taken):
            yield spot_of(sentence.passage, sentence.start + start, sentence.start + end)
