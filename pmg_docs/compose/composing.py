"""Compose a document: facts and a letter become one tree."""

from collections.abc import Mapping
from dataclasses import dataclass

from pmg_docs.compose.blocks import TreeBuilder
from pmg_docs.compose.ending import Ending, on_behalf_of
from pmg_docs.compose.environment import Located, Renderer
from pmg_docs.compose.frame import SENDER, Frame, title_of
from pmg_docs.compose.ledger import Ledger, TableToken
from pmg_docs.compose.notation import show
from pmg_docs.compose.references import NAME, asker
from pmg_docs.compose.sections import arrange
from pmg_docs.compose.sources import Sources
from pmg_docs.compose.tables import ask_table, make_table
from pmg_docs.compose.variables import FactValue
from pmg_docs.dutch.lists import write_list
from pmg_docs.inputs.text import decode
from pmg_docs.kenmerk.register import Register
from pmg_docs.letter.reading import Letter
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Block, Document, Table
from pmg_docs.model.fact import FactSet
from pmg_docs.model.place import Origin, Place
from pmg_docs.model.value import Organisation, TextValue
from pmg_docs.specs.doc_type import DocType
from pmg_docs.specs.style import Style
from pmg_docs.workspace.folder import InputFile, Workspace


@dataclass(frozen=True, slots=True)
class Composed:
    """A document with what was found while it was made, and the extra files that went into it."""

    document: Document
    findings: tuple[Diagnostic, ...]
    files: tuple[InputFile, ...] = ()


def compose(
    workspace: Workspace,
    letter: Letter,
    facts: FactSet,
    doc_type: DocType,
    style: Style,
    sender_places: Mapping[str, Place],
    register: Register | None = None,
) -> Composed:
    """Compose one document.

    Args:
        workspace: where included parts are looked up.
        letter: the letter as read.
        facts: the facts of its dossier.
        doc_type: the type of the letter.
        style: the house style, which knows the sender and its labels.
        sender_places: where the style writes each part of the sender.
        register: the kenmerken of the workspace, for who refers to another letter.

    Returns:
        The document with every finding; while a `fout` stands among them the document is only
        good for finding more of them.
    """
    work = _Work(workspace, letter, facts, doc_type, style, sender_places, register)
    return work.compose()


class _Work:
    """The composing of one document: one ledger, one renderer, one tree builder."""

    def __init__(
        self,
        workspace: Workspace,
        letter: Letter,
        facts: FactSet,
        doc_type: DocType,
        style: Style,
        sender_places: Mapping[str, Place],
        register: Register | None,
    ) -> None:
        self.workspace, self.letter, self.facts = workspace, letter, facts
        self.doc_type, self.style = doc_type, style
        self.sender_places, self.register = sender_places, register
        self.findings: list[Diagnostic] = []
        self.files: list[InputFile] = []
        self.ledger = Ledger()
        self.frame = Frame(
            letter, facts, doc_type, style, sender_places, self.findings, register, self.files
        )
        self.ending = Ending(self.frame)
        sources = Sources()
        self.renderer = Renderer(
            self._variables(), doc_type.notation, self.ledger, self._find_part, sources
        )
        self.builder = TreeBuilder(self.ledger, self.findings, self._table, sources)

    def compose(self) -> Composed:
        first_page, follow_on = self.frame.fields()
        own = self._blocks(self.letter.file.name, self.letter.text)
        body: tuple[Block, ...] = ()
        if own is not None:
            body, findings = arrange(own, self.doc_type, self.letter.start, self._standard)
            self.findings.extend(findings)
        document = Document(
            type=self.doc_type.name,
            style=self.style.name,
            title=title_of(first_page, self.doc_type),
            first_page=first_page,
            follow_on=follow_on,
            body=self.ending.around(body),
            notes=self.builder.notes(),
            word=self.doc_type.word,
            page_number=self.style.page_number,
            omissions=omissions_of(self.doc_type),
            known_fields=tuple(self.doc_type.fields),
            letter=self.letter.file.name,
        )
        findings_of_all = (*self.findings, *self.renderer.findings)
        return Composed(document, findings_of_all, tuple(self.files))

    def _variables(self) -> dict[str, object]:
        known: dict[str, object] = {
            fact.path: FactValue(fact.value, (fact.origin,), dict(fact.places))
            for fact in self.facts
        }
        sender = self.style.sender.model_dump()
        own = self.facts.facts.get(SENDER)
        if own is not None and isinstance(own.value, Organisation):
            sender.update(own.value.parts)
        where = own.where if own is not None else self.letter.start
        known[SENDER] = FactValue(
            Organisation({name: lines for name, lines in sender.items() if lines}),
            (Origin(SENDER, where),),
            {f"organisatie.{part}": place for part, place in self.sender_places.items()}
            | (dict(own.places) if own is not None else {}),
        )
        known["brief"] = self._letter_values()
        known.update(self.ending.voice())
        known["tabel"] = ask_table
        known[NAME] = asker(self.register, self.frame.dossier, self.files)
        return known

    def _letter_values(self) -> dict[str, FactValue]:
        values: dict[str, FactValue] = {}
        silent = Frame(
            self.letter, self.facts, self.doc_type, self.style, {}, [], self.register
        )  # fmt: skip
        for key, lines in self.letter.head.items():
            found = [silent.head_value(key, line) for line in lines]
            heads = [head for head in found if head is not None]
            if len(heads) == 1:
                head = heads[0]
                values[key] = FactValue(head.value, head.origins, dict(head.places))
            elif heads:
                shown = (show(h.value, h.origins, self.doc_type.notation) for h in heads)
                text = write_list([one.text for one in shown])
                origins = tuple(origin for head in heads for origin in head.origins)
                values[key] = FactValue(TextValue(text), origins)
        behalf = on_behalf_of(silent)
        if behalf is not None:
            values["mede_namens"] = FactValue(TextValue(behalf.text), behalf.origins)
        return values

    def _blocks(self, name: str, text: str) -> tuple[Block, ...] | None:
        """The blocks of a template; None, with a finding, when a mistake stopped it."""
        try:
            return self.builder.blocks(self.renderer.render(name, text))
        except Located as problem:
            self.findings.append(problem.finding)
        except ValueError:
            self.findings.append(
                Diagnostic("PMG301", "Een filter heeft een feit in stukken gehakt.", Place(name),
                           hints=("Gebruik alleen de filters uit de handleiding.",))
            )  # fmt: skip
        return None

    def _find_part(self, name: str) -> tuple[str, str] | None:
        for folder in (
            f"letters/{self.letter.file.name.split('/')[1]}",
            f"templates/{self.doc_type.name}",
            "templates/_delen",
        ):
            file = self.workspace.find_file(f"{folder}/{name}")
            if file is not None:
                self.files.append(file)
                return file.name, decode(file)
        return None

    def _standard(self, name: str) -> tuple[Block, ...]:
        found = self._find_part(name)
        if found is None:
            self.findings.append(
                Diagnostic(
                    "PMG134",
                    f"Het standaarddeel {name} ontbreekt.",
                    self.letter.start,
                    hints=("Zet het bij de soort in templates, of haal 'standaard' daar weg.",),
                )
            )
            return ()
        return self._blocks(*found) or ()

    def _table(self, token: TableToken, builder: TreeBuilder) -> Table | None:
        table, file = make_table(
            token, self.workspace, lambda text, where: self._cell(text, where, builder)
        )
        self.files.append(file)
        return table

    def _cell(self, text: str, where: Place, builder: TreeBuilder) -> tuple[Block, ...]:
        line = self.workspace.line_at(where)
        is_block = line[where.column - 1 : where.column] in {"|", ">"}
        first = where.line + (1 if is_block else 0)
        try:
            return builder.blocks(self.renderer.render_at(where.file, first, text))
        except Located as problem:
            self.findings.append(problem.finding)
            return ()


def omissions_of(doc_type: DocType) -> dict[str, frozenset[str]]:
    """What each format leaves out, where a type says which formats leave a part out."""
    formats = {name for names in doc_type.omissions.values() for name in names}
    return {
        name: frozenset(f for f, left_out in doc_type.omissions.items() if name in left_out)
        for name in formats
    }
