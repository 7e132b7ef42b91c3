"""What goes along to parliament, and what keeps a letter from going: what is not public in it.

A beslisnota goes to the Chamber with the letter that it is about, less what may not be public.
"""

from collections.abc import Iterator

from pmg_docs.checks.subject import Subject, SubjectLetter
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.document import Block, FactText, Heading, plain_text
from pmg_docs.model.place import Place
from pmg_docs.specs.doc_type import SectionSpec


def goes_to_parliament(letter: SubjectLetter) -> bool:
    """Whether a letter is for parliament: as its type declares, or by whom it is addressed to."""
    return letter.doc_type.for_parliament or letter.is_to_parliament


def not_public(letter: SubjectLetter, subject: Subject) -> tuple[Diagnostic, ...]:
    """What in a letter may not go out: facts that are not public, and words in such sections.

    A section that its type filled with a standard part says nothing that may not be known.

    Returns:
        PMG437 for each.
    """
    return (*_closed_facts(letter, subject), *_closed_sections(letter))


def _closed_facts(letter: SubjectLetter, subject: Subject) -> Iterator[Diagnostic]:
    closed = {fact.path for fact in subject.facts if not fact.is_public}
    shown = {
        name
        for inline in letter.document.inlines()
        if isinstance(inline, FactText)
        for origin in inline.origins
        if (name := origin.path.partition(".")[0]) in closed
    }
    for name in sorted(shown):
        yield _finding(letter, f"{name} is niet openbaar", Place(letter.file))


def _closed_sections(letter: SubjectLetter) -> Iterator[Diagnostic]:
    for spec in (one for one in letter.doc_type.sections if not one.is_public):
        for block in _blocks_under(letter, spec):
            where = getattr(block, "where", None)
            if not spec.standard or where is None or not _is_standard(where, letter, spec):
                name = f"{spec.label} {spec.title}".strip()
                yield _finding(letter, f"onder '{name}' staat tekst", where or Place(letter.file))
                break


def _blocks_under(letter: SubjectLetter, spec: SectionSpec) -> Iterator[Block]:
    """The blocks of a section, up to the next one of its type."""
    titles = {(one.label, one.title) for one in letter.doc_type.sections}
    is_in = False
    for block in letter.document.body:
        if isinstance(block, Heading) and (block.label, plain_text(block.children)) in titles:
            is_in = (block.label, plain_text(block.children)) == (spec.label, spec.title)
        elif is_in:
            yield block


def _is_standard(where: Place, letter: SubjectLetter, spec: SectionSpec) -> bool:
    """Whether words stand in the part that comes with the type, not in one of the dossier."""
    folders = (letter.doc_type.name, "_delen")
    return any(where.file.endswith(f"templates/{name}/{spec.standard}") for name in folders)


def _finding(letter: SubjectLetter, why: str, where: Place) -> Diagnostic:
    return Diagnostic(
        "PMG437",
        f"{letter.name} kan zo niet naar de Kamer: {why}.",
        where,
        hints=(
            "Haal weg wat niet openbaar is, en stel een nieuwe versie vast.",
            f"Of laat het stuk hier buiten: --zonder {letter.name}",
        ),
    )
