"""A first version of a letter: the frame filled from the facts, the facts listed in the text."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pmg_docs.app.new.own_number import OwnNumber, own_number
from pmg_docs.app.schemas import FOLDER, schema_files
from pmg_docs.facts.reading import PROGRAMME, read_facts
from pmg_docs.inputs.text import decode
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.fact import Fact, FactSet
from pmg_docs.model.place import Place
from pmg_docs.model.value import (
    Date,
    Distribution,
    Gap,
    Organisation,
    Person,
    PolicyChoice,
    Series,
)
from pmg_docs.specs.doc_type import DocType
from pmg_docs.specs.loading import load_type
from pmg_docs.workspace.clock import today
from pmg_docs.workspace.folder import Workspace
from pmg_docs.workspace.writing import write_together

_FACTS_HERE = "[[feiten]]"
_SENDER = "afzender."
_NUMBER = "kenmerk"
_NOBODY = "'[Schrijf hier de bewindspersoon]'"
_NO_FACTS = "[Schrijf hier wat er te melden is; er zijn nog geen feiten.]"


@dataclass(frozen=True, slots=True)
class NewLetter:
    """A letter that was made, and the open fact that came with it; empty without one."""

    path: Path
    added_fact: str = ""


def new_letter(workspace: Workspace, dossier: str, type_name: str) -> NewLetter:
    """Add a letter to a dossier, with what the dossier knows already in it.

    Args:
        workspace: where the dossier lies.
        dossier: its name.
        type_name: the type of the letter, which is also the name of the file.

    Returns:
        The file that was made. Where its number is not known yet, the facts have an open one.

    Raises:
        Refused: there is no such type, the letter exists, or the facts hold errors.
        Unreachable: the folder cannot be written.
    """
    path = workspace.dossier(dossier) / f"{type_name}.md"
    doc_type, _ = load_type(workspace, type_name, Place(type_name, 0))
    if path.exists():
        raise Refused(
            Diagnostic("PMG163", f"De brief {path.name} bestaat al in '{dossier}'.",
                       hints=("Werk daarin verder, of geef die eerst een andere naam.",))
        )  # fmt: skip
    facts, _ = read_facts(workspace, dossier)
    has_number = _NUMBER in doc_type.fields
    number = own_number(workspace, dossier, type_name, facts) if has_number else OwnNumber("")
    front = "\n".join(_front_matter(doc_type, facts, today().isoformat(), number.typed))
    text = f"---\n{front}\n---\n\n{_body(workspace, doc_type, facts)}"
    files = {**schema_files(workspace), **number.files, path: text.encode()}
    write_together(files, lambda _path, _data: None)
    return NewLetter(path, number.added)


def _front_matter(doc_type: DocType, facts: FactSet, day: str, number: str) -> Iterator[str]:
    yield f"# yaml-language-server: $schema=../{FOLDER}/brief.json"
    yield f"soort: {doc_type.name}"
    people = [fact.path for fact in facts if isinstance(fact.value, Person)]
    for name, spec in doc_type.fields.items():
        key = spec.source or name
        if key.startswith(_SENDER):
            continue
        if key == _NUMBER and number:
            yield f"{key}: {number}"
            continue
        named = _fact_for(key, doc_type.name, facts)
        if named:
            yield f"{key}: ={named}"
        elif key == "aan":
            known = next(iter(doc_type.recipients), "")
            yield f"aan: {known or _listed(people) or _NOBODY}"
        elif key == "datum":
            yield f"datum: {day}"
        elif key == "onderwerp":
            known = f"={PROGRAMME}" if PROGRAMME in facts else "'[Schrijf hier het onderwerp]'"
            yield f"onderwerp: {known}"
        elif spec.is_required:
            yield f"{key}: nog in te vullen"
    if doc_type.is_signed:
        yield f"ondertekenaars: {_listed(people[:1]) or '[]'}"


def _fact_for(key: str, type_name: str, facts: FactSet) -> str:
    """The fact that a field may be filled with: one named for it, best of all for this type."""
    fits = [fact.path for fact in facts if fact.path.startswith(key)]
    best = [path for path in fits if path == f"{key}_{type_name}"]
    if key == "datum":
        fits = [path for path in fits if isinstance(facts[path].value, Date)]
    elif key not in {"dossiernummer", "contact", "embargo"}:
        fits = []
    return next(iter((*best, *fits)), "")


def _listed(names: list[str]) -> str:
    return f"[{', '.join(f'={name}' for name in names)}]" if names else ""


def _body(workspace: Workspace, doc_type: DocType, facts: FactSet) -> str:
    start = workspace.find_file(f"templates/{doc_type.name}/begin.md")
    text = decode(start) if start is not None else f"{_FACTS_HERE}\n"
    if PROGRAMME not in facts:
        text = text.replace("{{ programma }}", "het programma")
    shown = "\n".join(_shown(fact) for fact in facts if _belongs_in_text(fact))
    return text.replace(_FACTS_HERE, shown or _NO_FACTS)


def _belongs_in_text(fact: Fact) -> bool:
    kinds = Organisation | PolicyChoice | Gap | Person | Series | Distribution
    about_letters = fact.path.startswith(("kenmerk", "datum", "onderwerp", PROGRAMME))
    return fact.is_public and not isinstance(fact.value, kinds) and not about_letters


def _shown(fact: Fact) -> str:
    name = fact.path.replace("_", " ")
    return f"- {name[:1].upper()}{name[1:]}: {{{{ {fact.path} }}}}"
