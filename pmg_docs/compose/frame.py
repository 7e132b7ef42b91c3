"""The frame of a document: its fields, from the front matter, the facts and the style."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from pydantic_core import PydanticCustomError

from pmg_docs.compose.fault import TemplateFault
from pmg_docs.compose.notation import contact_parts, show
from pmg_docs.compose.parts import part_of
from pmg_docs.compose.references import PREFIX, referred
from pmg_docs.inputs.moments import to_date, to_timed_moment
from pmg_docs.inputs.validation import as_finding, nearest
from pmg_docs.kenmerk.holding import hold
from pmg_docs.kenmerk.pattern import check_pattern
from pmg_docs.kenmerk.register import Register
from pmg_docs.letter.reading import HeadLine, Letter
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Area, FactText, Field, Line, Text, plain_text
from pmg_docs.model.fact import FactSet
from pmg_docs.model.place import Origin, Place
from pmg_docs.model.value import (
    Contact,
    Date,
    Gap,
    Month,
    Organisation,
    TextValue,
    TimedMoment,
    Value,
)
from pmg_docs.specs.doc_type import DocType, FieldSpec
from pmg_docs.specs.style import Style
from pmg_docs.workspace.folder import InputFile

SENDER = "afzender"
CONCEPT = "CONCEPT"
MARK = "beeldmerk"
_NOT_FIELDS = frozenset({"soort", "stijl", "status"})
_MOMENTS: Mapping[str, tuple[type[Value], ...]] = {
    "datum": (Date, Month, Gap),
    "embargo": (TimedMoment, Date, Gap),
}
"""The kinds of fact that may stand there, the usual one first."""
_READ: Mapping[str, Callable[[str], Value]] = {"datum": to_date, "embargo": to_timed_moment}
"""How a value that is given there is read; anything else is text."""


@dataclass(frozen=True, slots=True)
class HeadValue:
    """A value of the front matter: given there, or the fact that it names."""

    value: Value
    origins: tuple[Origin, ...]
    places: Mapping[str, Place]


@dataclass(slots=True)
class Frame:
    """Makes the fields of one document; findings gather in `findings`, files in `files`."""

    letter: Letter
    facts: FactSet
    doc_type: DocType
    style: Style
    sender_places: Mapping[str, Place]
    findings: list[Diagnostic]
    register: Register | None = None
    files: list[InputFile] = field(default_factory=list)

    @property
    def dossier(self) -> str:
        """The name of the dossier that the letter lies in."""
        return self.letter.file.name.split("/")[1]

    def fields(self) -> tuple[tuple[Field, ...], tuple[Field, ...]]:
        """The fields of the first page and those of the follow-on pages."""
        self._check_keys()
        status = Field("status", Area.STATUS, ((Text(CONCEPT),),))
        word = self.doc_type.word
        title = (Field("documentwoord", Area.TITLE, ((Text(word),),)),) if word else ()
        first, follow = [status, *self._mark(), *title], [status]
        for name, spec in self.doc_type.fields.items():
            lines = tuple(self._lines(name, spec))
            if spec.on_one_line and lines:
                lines = (_joined(lines),)
            if not lines:
                if spec.is_required:
                    self.findings.append(self._missing(name))
                continue
            label = self.style.labels.get(name, spec.label)
            printed = Field(name, spec.area, lines, label, spec.is_strong)
            first.append(printed)
            if spec.on_follow_on:
                follow.append(on_follow_on(printed))
        return tuple(first), tuple(follow)

    def _mark(self) -> Iterator[Field]:
        """The name of the ministry as its mark, where the style has no logo of its own."""
        lines = tuple(self._sender_lines("ministerie")) if not self.style.mark.file else ()
        if lines:
            yield Field(MARK, Area.MARK, lines)

    def head_value(self, key: str, line: HeadLine) -> HeadValue | None:
        """What one line of the front matter stands for; None, with a finding, when it is wrong."""
        if line.fact_path:
            is_reference = line.fact_path.startswith(PREFIX)
            named = self._referred(line) if is_reference else self._named(line)
            if named is not None and key in _MOMENTS and not isinstance(named.value, _MOMENTS[key]):
                self.findings.append(
                    Diagnostic("PMG235", f"Bij '{key}' hoort een {_MOMENTS[key][0].kind}.",
                               line.where,
                       hints=("Typ 2024-04-04 of 2024-04-04 12:30, of =naam van zo’n feit.",))
                )  # fmt: skip
                return None
            return named
        if "{{" in line.text or "{%" in line.text:
            self.findings.append(
                Diagnostic("PMG236", "Bovenaan de brief wordt {{ … }} niet ingevuld.", line.where,
                           hints=("Noem één feit als =naam, of schrijf de tekst uit.",))
            )  # fmt: skip
            return None
        origins = (Origin(f"brief.{key}", line.where),)
        try:
            given: Value = _READ.get(key, TextValue)(line.text)
        except PydanticCustomError as problem:
            self.findings.append(as_finding(problem, line.where))
            return None
        return HeadValue(given, origins, {})

    def _referred(self, line: HeadLine) -> HeadValue | None:
        """The number of a letter, which `=kenmerk:groen/nota` asks the register for."""
        asked = line.fact_path.removeprefix(PREFIX)
        try:
            value, origin = referred(self.register, self.dossier, asked, self.files)
        except TemplateFault as fault:
            self.findings.append(fault.at(line.where))
            return None
        return HeadValue(value, (origin,), {})

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
        for number, typed in enumerate(self.letter.head.get(source, ())):
            known = self.doc_type.recipients.get(typed.text) if source == "aan" else None
            if known is not None:
                yield from _recipient(known, number, typed.where)
                continue
            head = self.head_value(source, typed)
            if head is None:
                yield (Text("?"),)
                continue
            if isinstance(head.value, Contact):
                yield from _contact(head.value, head.origins)
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
        if name == "kenmerk":
            self._check_kenmerk(shown.text, where)

    def _check_kenmerk(self, kenmerk: str, where: Place) -> None:
        rule = self.style.kenmerk
        if rule is not None:
            finding = check_pattern(kenmerk, rule.pattern, rule.example, where)
            if finding is not None:
                self.findings.append(finding)
        if self.register is not None:
            self.findings.extend(
                hold(self.register, kenmerk, self.dossier, self.letter.name, where)
            )

    def _check_keys(self) -> None:
        used = {spec.source or name for name, spec in self.doc_type.fields.items()}
        used |= {key for aside in self.doc_type.asides for key in aside.fields}
        used |= {"ondertekenaars", "mede_namens"} if self.doc_type.is_signed else set()
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


def title_of(fields: tuple[Field, ...], doc_type: DocType) -> str:
    """The title of a document: its subject on one line, else the name of its type."""
    sources = {name: spec.source or name for name, spec in doc_type.fields.items()}
    subject = next((f for f in fields if sources.get(f.name) == "onderwerp"), None)
    if subject is None:
        return doc_type.name
    return " ".join(plain_text(line) for line in subject.lines)


def _contact(contact: Contact, origins: tuple[Origin, ...]) -> Iterator[Line]:
    """Whom to call, a line for each part: the column is narrow."""
    for name, text in contact_parts(contact).items():
        parts = tuple(Origin(f"{o.path}.{name}", o.where) for o in origins)
        yield (FactText(text, parts, contact.kind),)


def _joined(lines: tuple[Line, ...]) -> Line:
    first, *others = lines
    return (*first, *(part for line in others for part in (Text(" "), *line)))


def on_follow_on(field: Field) -> Field:
    """A field as follow-on pages have it: in the column, whatever its place on the first page."""
    in_column = field.area in {Area.STATUS, Area.COLOFON, Area.REFERENCE}
    return field if in_column else replace(field, area=Area.REFERENCE)


def _recipient(lines: tuple[str, ...], number: int, where: Place) -> Iterator[Line]:
    """The address of a known recipient, with an empty line above every one but the first."""
    if number:
        yield ()
    for line in lines:
        yield (FactText(line, (Origin("brief.aan", where),)),)
