"""Kamerstukken and earlier letters, from shape to value."""

from pmg_docs.dutch.citations import session_of
from pmg_docs.facts.document_shapes import PaperPart, ReferencePart
from pmg_docs.inputs.located import KeyPath, Located
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import Refused
from pmg_docs.model.value import ParliamentaryPaper, Reference


def read_paper(part: PaperPart, located: Located, path: KeyPath) -> ParliamentaryPaper:
    """A Kamerstuk.

    Raises:
        Refused: it is dated outside its session year.
    """
    if part.datum is not None:
        session = session_of(part.datum.day)
        if session != part.vergaderjaar:
            raise Refused(
                Diagnostic(
                    "PMG217",
                    f"Deze datum valt in het vergaderjaar {session}, niet in {part.vergaderjaar}.",
                    located.place((*path, "datum")),
                    hints=("Een vergaderjaar begint op de derde dinsdag van september.",),
                )
            )
    return ParliamentaryPaper(
        part.kamer.value, part.vergaderjaar, part.dossier, part.nummer, part.datum, part.titel
    )


def read_reference(part: ReferencePart, located: Located, path: KeyPath) -> Reference:
    """An earlier document.

    Raises:
        Refused: its Kamerstuk is dated outside its session year.
    """
    paper = None
    if part.kamerstuk is not None:
        paper = read_paper(part.kamerstuk, located, (*path, "kamerstuk"))
    return Reference(part.titel, part.datum, part.kenmerk, part.vindplaats, paper)
