"""Compose one letter: its tree, its look, and every file that went into it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pmg_docs.app.shelf import Shelf
from pmg_docs.compose.composing import compose
from pmg_docs.inputs.validation import nearest
from pmg_docs.letter.reading import Letter, read_letter
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Document
from pmg_docs.model.errors import NotFound
from pmg_docs.model.fact import FactSet
from pmg_docs.specs.doc_type import DocType
from pmg_docs.specs.look import Look
from pmg_docs.workspace.folder import FACTS, InputFile, Workspace


@dataclass(frozen=True, slots=True)
class ComposedLetter:
    """A letter that was composed, not yet judged.

    `inputs` are all files that went into it, by name, each once; `parts` those among them that the
    letter takes words from.
    """

    letter: Letter
    document: Document
    look: Look
    doc_type: DocType
    inputs: tuple[InputFile, ...]
    parts: tuple[InputFile, ...]
    findings: tuple[Diagnostic, ...]


def compose_letter(
    workspace: Workspace,
    path: Path,
    facts: FactSet,
    fact_files: Sequence[InputFile],
    shelf: Shelf | None = None,
) -> ComposedLetter:
    """Compose a letter over facts that were read.

    Args:
        workspace: where it lies.
        path: its file.
        facts: the facts of its dossier.
        fact_files: the files that these stand in.
        shelf: what many letters share, when more than one is composed.

    Raises:
        Refused: the letter, its type or its style holds errors.
        Unreachable: a file cannot be read.
    """
    letter = read_letter(workspace, path)
    shelf = shelf or Shelf.of(workspace)
    doc_type, type_file = shelf.doc_type(
        letter.type_name, letter.place_of("soort"), is_given=bool(letter.front.soort)
    )
    style_name = letter.front.stijl or facts.style or "rijk"
    by_facts = None if letter.front.stijl else facts.style_place
    asked_at = by_facts or letter.place_of("stijl")
    style, style_files, sender_places = shelf.style(style_name, asked_at)
    look = shelf.look(style, letter.type_name)
    composed = compose(workspace, letter, facts, doc_type, style, sender_places, shelf.register)
    logo = (look.logo,) if look.logo else ()
    assets = (look.shell, look.page, look.css, *look.fonts.values(), *logo)
    inputs = {
        file.name: file
        for file in (
            letter.file, *fact_files, type_file, *style_files, *composed.files,
            *(InputFile(asset.name, asset.data) for asset in assets),
        )
    }  # fmt: skip
    ordered = tuple(inputs[name] for name in sorted(inputs))
    return ComposedLetter(
        letter, composed.document, look, doc_type, ordered, composed.files, composed.findings
    )


def choose_letters(workspace: Workspace, dossier: str, only: Sequence[str]) -> tuple[Path, ...]:
    """The letters of a dossier that were asked for, or all of them.

    Raises:
        NotFound: it has no letter, or none of that name.
    """
    known = {path.stem: path for path in letters_of(workspace, dossier)}
    if not known:
        raise NotFound(
            Diagnostic("PMG153", f"In het dossier '{dossier}' staat nog geen brief.",
                       hints=(f"Een brief is een bestand naast {FACTS}, zoals nota.md.",))
        )  # fmt: skip
    wrong = [stem for stem in only if stem not in known]
    if wrong:
        raise NotFound(
            Diagnostic("PMG154", f"Het dossier '{dossier}' heeft geen brief '{stem}'.",
                       hints=nearest(stem, known))
            for stem in wrong
        )  # fmt: skip
    return tuple(path for stem, path in known.items() if not only or stem in only)


def letters_of(workspace: Workspace, name: str) -> tuple[Path, ...]:
    """The letters of a dossier, sorted by name.

    Raises:
        Unreachable: its folder cannot be listed.
    """
    return tuple(path for path in workspace.entries(workspace.dossier(name)) if is_letter(path))


def is_letter(path: Path) -> bool:
    """Whether a file is a letter by its name: no draft of an editor, no README."""
    name = path.name
    return (
        path.suffix == ".md"
        and not name.startswith((".", "~", "_"))
        and name.casefold() != "readme.md"
    )
