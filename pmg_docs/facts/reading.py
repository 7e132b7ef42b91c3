"""Read the facts of a dossier, with those that it shares with others."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from pydantic_core import PydanticCustomError

from pmg_docs.facts.distributions import share_places
from pmg_docs.facts.fact_shape import FactShape
from pmg_docs.facts.facts_file import FactsFile
from pmg_docs.facts.figure_shapes import DistributionShape
from pmg_docs.facts.percentages import check_percentages
from pmg_docs.facts.rules import check_expression
from pmg_docs.facts.scalars import bare_value
from pmg_docs.facts.shapes import KINDS
from pmg_docs.facts.values import to_value
from pmg_docs.inputs.located import KeyPath, Located, parse
from pmg_docs.inputs.remarks import lost_words
from pmg_docs.inputs.text import decode
from pmg_docs.inputs.validation import as_finding, at, nearest, validate
from pmg_docs.model.diagnostic import Diagnostic, Severity
from pmg_docs.model.errors import PmgError, Refused, Unreachable
from pmg_docs.model.fact import Fact, FactSet, Rule, Source
from pmg_docs.model.place import Place
from pmg_docs.model.value import TextValue
from pmg_docs.workspace.folder import FACTS, InputFile, Workspace

PROGRAMME = "programma"
"""The name of the programme is a fact as well, unless the facts give it with a source."""

_WORDS = frozenset({
    "tekst", "titel", "onderwerp", "naam", "ambt", "functie", "spreker", "vindplaats", "open",
})  # fmt: skip

RESERVED = frozenset(
    {
        "brief",
        "ik",
        "ik_of_wij",
        "kenmerk_van",
        "mij",
        "mijn",
        "mijn_het",
        "stijl",
        "tabel",
        "loop",
        "range",
        "self",
        "varargs",
        "kwargs",
    }
)
"""Names that mean something else in a letter."""


def read_facts(workspace: Workspace, dossier: str) -> tuple[FactSet, tuple[InputFile, ...]]:
    """Read the facts of a dossier and of every file that it uses.

    Returns:
        The facts, and the files that they were read from.

    Raises:
        Refused: with every error in any of the files.
        Unreachable: a file cannot be opened.
    """
    gathering = _Gathering(workspace)
    gathering.read(workspace.dossier(dossier) / FACTS, ())
    if gathering.findings:
        raise (Unreachable if gathering.is_unreachable else Refused)(gathering.findings)
    facts = FactSet(
        programme=gathering.programme,
        style=gathering.style,
        style_place=gathering.style_place,
        facts=gathering.facts,
        sources=gathering.sources,
        rules=tuple(gathering.rules),
        severities=gathering.severities,
        files=tuple(file.name for file in gathering.files),
    )
    findings = [
        replace(finding, where=rule.where) if rule.code in gathering.folded else finding
        for rule in facts.rules
        for finding in check_expression(rule, facts)
    ]
    findings.extend(check_percentages(facts))
    if findings:
        raise Refused(findings)
    return facts, tuple(gathering.files)


@dataclass(slots=True)
class _Gathering:
    """What has been read so far, over all files of one dossier."""

    workspace: Workspace
    programme: str = ""
    style: str = ""
    style_place: Place | None = None
    facts: dict[str, Fact] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    severities: dict[str, tuple[Severity, Place]] = field(default_factory=dict)
    files: list[InputFile] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    folded: set[str] = field(default_factory=set)
    """The rules that the file has in another form than one line: no column in them can be told."""
    is_unreachable: bool = False

    def read(self, path: Path, chain: tuple[str, ...]) -> None:
        file = self.workspace.read(path)
        if any(known.name == file.name for known in self.files):
            return
        try:
            text = decode(file)
            located = parse(file.name, text)
            self.findings.extend(lost_words(located, _is_text))
            if located.data is None:
                raise Refused(
                    Diagnostic("PMG222", "Dit bestand is leeg; begin met 'feiten:' en daaronder "
                               "'naam: waarde'.", located.place(()),
                               hints=("Met pmg new NAAM begint u met een voorbeeld.",))
                )  # fmt: skip
            shape = validate(FactsFile, located)
        except PmgError as problem:
            self.findings.extend(problem.findings)
            return
        self.files.append(file)
        if not chain:
            self.programme, self.style = shape.programma, shape.stijl
            self.style_place = located.place(("stijl",))
        self._used_files(shape, located, path, (*chain, file.name))
        self._sources(shape, located)
        for name in shape.feiten:
            self._fact(name, located)
        if not chain and shape.programma and PROGRAMME not in self.facts:
            where = located.place((PROGRAMME,))
            self.facts[PROGRAMME] = Fact(PROGRAMME, TextValue(shape.programma), where)
        self._rules(shape, located, text.split("\n"))
        for code, weighed in shape.ernst.items():
            self.severities[code] = weighed.ernst, located.key_place(("ernst", code))

    def _used_files(
        self, shape: FactsFile, located: Located, path: Path, chain: tuple[str, ...]
    ) -> None:
        for number, relative in enumerate(shape.gebruikt):
            where = located.place(("gebruikt", number))
            target = path.parent / relative
            try:
                if self.workspace.name_of(target) in chain:
                    raise Refused(_ring(self.workspace.name_of(target), chain, where))
                if not self.workspace.has_file(target):
                    raise Refused(
                        Diagnostic(
                            "PMG205",
                            f"Het bestand {relative[:120]} bestaat niet.",
                            where,
                            hints=("Het pad telt vanaf deze map, zoals ../_gedeeld/jenv.yaml.",),
                        )
                    )
                self.read(target, chain)
            except PmgError as problem:
                self.is_unreachable |= isinstance(problem, Unreachable)
                self.findings.extend(problem.findings)

    def _sources(self, shape: FactsFile, located: Located) -> None:
        for name, source in shape.bronnen.items():
            where = located.key_place(("bronnen", name))
            if name in self.sources:
                self.findings.append(_twice("De bron", name, where, self.sources[name].where))
                continue
            date = source.datum.day.isoformat() if source.datum else ""
            self.sources[name] = Source(name, source.titel, where, date, source.vindplaats)

    def _fact(self, name: str, located: Located) -> None:
        path: KeyPath = ("feiten", name)
        where = located.key_place(path)
        try:
            _check_name(name, where)
            if name in self.facts:
                raise Refused(_twice("Het feit", name, where, self.facts[name].where))
            fact = _read_fact(name, located, path)
            if fact.source and fact.source not in self.sources:
                raise Refused(
                    Diagnostic("PMG206", f"De bron '{fact.source}' staat niet onder bronnen.",
                               located.place((*path, "bron")),
                               hints=nearest(fact.source, self.sources)
                               or (f"Voeg onder bronnen toe: {fact.source}: {{titel: …}}.",))
                )  # fmt: skip
            self.facts[name] = fact
        except PmgError as problem:
            self.findings.extend(problem.findings)

    def _rules(self, shape: FactsFile, located: Located, lines: Sequence[str]) -> None:
        for number, rule in enumerate(shape.regels):
            where = located.place(("regels", number, "regel"))
            inside = _inside_quotes(where, lines[where.line - 1], rule.regel)
            known = next((r for r in self.rules if r.code == rule.code), None)
            if known is not None:
                self.findings.append(_twice("De regel", rule.code, where, known.where))
                continue
            if inside is None:
                self.folded.add(rule.code)
            self.rules.append(Rule(rule.code, rule.regel, rule.uitleg, rule.ernst, inside or where))


def _inside_quotes(where: Place, line: str, text: str) -> Place | None:
    """Where a text of one line begins, past its quotation mark, so that a column can be counted.

    None when the file has it in another form, as over more lines.
    """
    mark = line[where.column - 1 : where.column]
    if mark not in {"'", '"'}:
        return where if line.startswith(text, where.column - 1) else None
    typed = text.replace("'", "''") if mark == "'" else text
    inside = line.startswith(typed, where.column)
    return Place(where.file, where.line, where.column + 1) if inside else None


def _is_text(path: KeyPath) -> bool:
    """Whether a value of the file is words that a letter may print."""
    if path == (PROGRAMME,) or (len(path) == 2 and path[0] == "feiten"):
        return True
    return path[-1] in _WORDS or "cw31" in path


def _read_fact(name: str, located: Located, path: KeyPath) -> Fact:
    where = located.place(path)
    data = at(located, path)
    if isinstance(data, str):
        try:
            return Fact(name, bare_value(data), where)
        except PydanticCustomError as problem:
            raise Refused(as_finding(problem, where)) from problem
    if not isinstance(data, dict):
        raise Refused(
            Diagnostic("PMG207", f"Het feit '{name}' heeft geen waarde, of is een lijst.", where,
                       hints=("Een lijst gemeenten schrijft u als {gemeenten: [Almelo, …]}.",))
        )  # fmt: skip
    kinds = [key for key in data if key in KINDS]
    if len(kinds) != 1:
        raise Refused(_wrong_kind(name, kinds, data, where))
    shape = validate(KINDS[kinds[0]], located, path)
    return Fact(
        path=name,
        value=to_value(shape, located, path),
        where=located.place((*path, kinds[0])),
        source=shape.bron,
        note=shape.toelichting,
        status=shape.status,
        is_public=shape.openbaar,
        places=_places(shape, located, path),
    )


def _places(shape: FactShape, located: Located, path: KeyPath) -> dict[str, Place]:
    places = {
        ".".join(str(part) for part in inner[len(path) :]): place
        for inner, place in located.places.items()
        if inner[: len(path)] == path and len(inner) > len(path)
    }
    if isinstance(shape, DistributionShape):
        places |= share_places(shape, located, path)
    return places


def _wrong_kind(name: str, kinds: list[str], data: dict[str, object], where: Place) -> Diagnostic:
    if kinds:
        both = " en ".join(kinds)
        return Diagnostic(
            "PMG208", f"Het feit '{name}' heeft twee soorten tegelijk: {both}.", where,
            hints=("Maak er twee feiten van.",),
        )  # fmt: skip
    unknown = [key for key in data if key not in KINDS]
    return Diagnostic(
        "PMG208", f"Van het feit '{name}' is niet te zien wat voor soort het is.", where,
        hints=nearest(str(unknown[0]) if unknown else "", KINDS),
    )  # fmt: skip


def _check_name(name: str, where: Place) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    if name[:1] in letters and name and set(name) <= set(letters + "0123456789_"):
        if name in RESERVED:
            raise Refused(
                Diagnostic("PMG209", f"'{name}' heeft in een brief al een betekenis.", where,
                           hints=("Kies een andere naam.",))
            )  # fmt: skip
        return
    raise Refused(
        Diagnostic("PMG209", f"'{name}' kan geen naam van een feit zijn.", where,
                   hints=("Gebruik kleine letters, cijfers en _, en begin met een letter.",))
    )  # fmt: skip


def _twice(what: str, name: str, where: Place, first: Place) -> Diagnostic:
    return Diagnostic(
        "PMG210", f"{what} '{name}' bestaat al; zie {first.file}, regel {first.line}.", where,
        hints=("Geef een van beide een andere naam, of haal er een weg.",),
    )  # fmt: skip


def _ring(name: str, chain: tuple[str, ...], where: Place) -> Diagnostic:
    way = " → ".join(PurePosixPath(link).name for link in (*chain[chain.index(name) :], name))
    return Diagnostic(
        "PMG204", f"Deze bestanden gebruiken elkaar in een kring: {way}.", where,
        hints=("Haal een van deze verwijzingen onder 'gebruikt' weg.",),
    )  # fmt: skip
