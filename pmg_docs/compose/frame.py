"""The frame of a document: its fields, from the front matter, the facts and the style."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from pmg_docs.compose.fault import TemplateFault
from pmg_docs.compose.notation import show
from pmg_docs.compose.parts import part_of
from pmg_docs.inputs.moments import to_date
from pmg_docs.inputs.validation import as_finding, nearest
from pmg_docs.kenmerk.pattern import check_pattern
from pmg_docs.letter.reading import HeadLine, Letter
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Area, FactText, Field, Line, Text, plain_text
from pmg_docs.model.fact import FactSet
from pmg_docs.model.place import Origin, Place
from pmg_docs.model.value import Organisation, TextValue, Value
from pmg_docs.specs.doc_type import DocType, FieldSpec
from pmg_docs.specs.style import Style

SENDER = "afzender"
CONCEPT = "CONCEPT"
_NOT_FIELDS = frozenset({"soort", "stijl", "status"})


@dataclass(frozen=True, slots=True)
class HeadValue:
    """A value of the front matter: given there, or the fact that it names."""

    value: Value
    origins: tuple[Origin, ...]
    places: Mapping[str, Place]


@dataclass(slots=True)
class Frame:
    """Makes the fields of one document; findings gather in `findings`."""

    letter: Letter
    facts: FactSet
    doc_type: DocType
    style: Style
    sender_places: Mapping[str, Place]
    findings: list[Diagnostic]

    def fields(self) -> tuple[tuple[Field, ...], tuple[Field, ...]]:
        """The fields of the first page and those of the follow-on pages."""
        self._check_keys()
        status = Field("status", Area.STATUS, ((Text(CONCEPT),),))
        word = self.doc_type.word
        title = (Field("documentwoord", Area.TITLE, ((Text(word),),)),) if word else ()
        first, follow = [status, *title], [status]
        for name, spec in self.doc_type.fields.items():
            lines = tuple(self._lines(name, spec))
            if not lines:
                if spec.is_required:
                    self.findings.append(self._missing(name))
                continue
            label = self.style.labels.get(name, spec.label)
            field = Field(name, spec.area, lines, label, spec.is_strong)
            first.append(field)
            if spec.on_follow_on:
                follow.append(field)
        return tuple(first), tuple(follow)

    def head_value(self, key: str, line: HeadLine) -> HeadValue | None:
        """What one line of the front matter stands for; None, with a finding, when it is wrong."""
        if line.fact_path:
            return self._named(line)
        if key == "datum":
            try:
                day = to_date(line.text)
            except PydanticCustomError as problem:
                self.findings.append(as_finding(problem, line.where))
                return None
            return HeadValue(day, (Origin(f"brief.{key}", line.where),), {})
        return HeadValue(TextValue(line.text), (Origin(f"brief.{key}", line.where),), {})

    def _named(self, line: HeadLine) -> HeadValue | None:
        name, _, rest = line.fact_path.partition(".")
        if name not in self.facts:
            self.findings.append(
                Diagnostic("PMG310", f"'{name}' is geen feit.", line.where,
                           hints=nearest(name, self.facts.facts))
            )  # fmt: skip
            return None
        fact = self.facts[name]
        value, path = fact.value, fact.path
        if rest:
            try:
                value, _ = part_of(value, rest)
            except TemplateFault as fault:
                self.findings.append(fault.at(line.where))
                return None
            path = f"{path}.{rest}"
        return HeadValue(value, (Origin(path, fact.where),), fact.places)

    def _lines(self, name: str, spec: FieldSpec) -> Iterator[Line]:
        source = spec.source or name
        if source.startswith(f"{SENDER}."):
            yield from self._sender_lines(source.removeprefix(f"{SENDER}."))
            return
        for typed in self.letter.head.get(source, ()):
            head = self.head_value(source, typed)
            if head is None:
                yield (Text("?"),)
                continue
            try:
                shown = show(head.value, head.origins, self.doc_type.notation)
            except TemplateFault as fault:
                self.findings.append(fault.at(typed.where))
                continue
            self._check_value(name, spec, shown, typed.where)
            yield (shown,)

    def _sender_lines(self, part: str) -> Iterator[Line]:
        fact = self.facts.facts.get(SENDER)
        if fact is not None and isinstance(fact.value, Organisation) and part in fact.value.parts:
            where = fact.places.get(f"organisatie.{part}", fact.where)
            lines = fact.value.parts[part]
        else:
            where = self.sender_places.get(part, Place(f"styles/{self.style.name}"))
            lines = getattr(self.style.sender, part, ())
        for line in lines:
            yield (FactText(line, (Origin(f"{SENDER}.{part}", where),)),)

    def _check_value(self, name: str, spec: FieldSpec, shown: FactText, where: Place) -> None:
        if shown.is_open:
            return
        if spec.choices and shown.text not in spec.choices:
            self.findings.append(
                Diagnostic("PMG232", f"'{shown.text[:60]}' kan niet bij '{name}'.", where,
                           hints=nearest(shown.text, spec.choices))
            )  # fmt: skip
        rule = self.style.kenmerk
        if name == "kenmerk" and rule is not None:
            finding = check_pattern(shown.text, rule.pattern, rule.example, where)
            if finding is not None:
                self.findings.append(finding)

    def _check_keys(self) -> None:
        used = {spec.source or name for name, spec in self.doc_type.fields.items()}
        for key, lines in self.letter.head.items():
            if key not in used and key not in _NOT_FIELDS:
                self.findings.append(
                    Diagnostic("PMG231", f"Een {self.doc_type.name} heeft geen veld '{key}'.",
                               lines[0].where if lines else self.letter.start,
                               hints=("Haal deze regel weg.",))
                )  # fmt: skip

    def _missing(self, name: str) -> Diagnostic:
        return Diagnostic(
            "PMG230", f"Bovenaan de brief ontbreekt '{name}'.", self.letter.start,
            hints=(f"Voeg tussen de regels --- toe: {name}: …, of '{name}: =naam_van_een_feit'.",),
        )  # fmt: skip


def title_of(fields: tuple[Field, ...], fallback: str) -> str:
    """The title of a document: its subject on one line."""
    subject = next((f for f in fields if f.name == "onderwerp"), None)
    if subject is None:
        return fallback
    return " ".join(plain_text(line) for line in subject.lines)
