"""Which dossier a file is held against."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pmg_docs.app.composed import letters_of
from pmg_docs.dutch.lists import write_list
from pmg_docs.letter.reading import read_letter
from pmg_docs.model.baseline import origin_of
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.errors import NotFound, PmgError
from pmg_docs.model.fact import FactSet
from pmg_docs.model.passage import FileText, Part
from pmg_docs.model.value import TextValue
from pmg_docs.workspace.folder import Workspace

_SHORTEST_KENMERK = 5
_MOST = 12
FactsOf = Callable[[str], FactSet]


@dataclass(frozen=True, slots=True)
class Choice:
    """A dossier, why it is that one (in Dutch), and the letter that the file is, when known."""

    dossier: str
    why: str
    letter: str = ""


def choose_dossier(
    workspace: Workspace, asked: str, file: FileText, name: str, facts_of: FactsOf
) -> Choice:
    """The dossier of a file: the one asked for, that of its baseline or kenmerk, or the only one.

    Args:
        workspace: where the dossiers lie.
        asked: the one that was asked for, or empty.
        file: the file as read.
        name: how messages name it.
        facts_of: reads the facts of a dossier.

    Raises:
        NotFound: that cannot be told.
    """
    known = workspace.dossiers()
    own = _by_baseline(workspace, file, known)
    if asked:
        letter = own.letter if own and own.dossier == asked else ""
        return Choice(asked, "zo gevraagd", letter)
    if own:
        return own
    if len(known) == 1:
        return Choice(known[0], "het enige dossier", _only_letter(workspace, file, known, facts_of))
    found = _by_kenmerk(workspace, file, known, facts_of)
    dossiers = tuple(dict.fromkeys(choice.dossier for choice in found))
    if len(dossiers) == 1:
        letter = found[0].letter if len(found) == 1 else ""
        return Choice(found[0].dossier, found[0].why, letter)
    raise NotFound(_unclear(name, dossiers, known))


def _only_letter(
    workspace: Workspace, file: FileText, known: tuple[str, ...], facts_of: FactsOf
) -> str:
    found = _by_kenmerk(workspace, file, known, facts_of)
    return found[0].letter if len(found) == 1 else ""


def _unclear(name: str, found: tuple[str, ...], known: tuple[str, ...]) -> Diagnostic:
    listed = found or known
    more = f" en nog {len(listed) - _MOST}" if len(listed) > _MOST else ""
    names = f"{', '.join(listed[:_MOST])}{more}" if more else write_list(listed)
    told = (
        f"{name} noemt kenmerken van meer dossiers: {names}."
        if found
        else f"Bij welk dossier {name} hoort, is niet te zien. Er zijn: {names}."
    )
    return Diagnostic("PMG158", told, hints=(f"Zet erbij: --dossier {listed[0]}",))


def _by_baseline(workspace: Workspace, file: FileText, known: tuple[str, ...]) -> Choice | None:
    """The dossier and letter that the file itself says it was made from."""
    if file.baseline is None:
        return None
    for dossier in known:
        for path in letters_of(workspace, dossier):
            if origin_of(dossier, path.stem) == file.baseline.origin:
                return Choice(dossier, "daaruit is het gemaakt", path.stem)
    return None


def _by_kenmerk(
    workspace: Workspace, file: FileText, known: tuple[str, ...], facts_of: FactsOf
) -> tuple[Choice, ...]:
    """The letters whose kenmerk the file bears: in a header if any does, else anywhere."""
    edges = (p.text for p in file.passages if p.part in (Part.HEADER, Part.FOOTER))
    properties = (value for _, value in file.properties)
    head = "\n".join((*edges, *properties))
    whole = "\n".join((*(p.text for p in file.passages), *(w for *_, w in file.store), head))
    found = [
        (dossier, letter, kenmerk)
        for dossier in known
        for letter, kenmerk in _kenmerken(workspace, dossier, facts_of)
        if _bears(whole, kenmerk)
    ]
    in_head = [one for one in found if _bears(head, one[2])]
    return tuple(
        Choice(dossier, f"het heeft kenmerk {kenmerk}", letter)
        for dossier, letter, kenmerk in in_head or found
    )


def _bears(text: str, kenmerk: str) -> bool:
    if len(kenmerk) < _SHORTEST_KENMERK or kenmerk not in text:
        return False
    return re.search(rf"(?<![\w-]){re.escape(kenmerk)}(?![\w-])", text) is not None


def _kenmerken(workspace: Workspace, dossier: str, facts_of: FactsOf) -> Iterator[tuple[str, str]]:
    """The letters of a dossier that have a kenmerk; what cannot be read has none."""
    for path in letters_of(workspace, dossier):
        try:
            lines = read_letter(workspace, path).head.get("kenmerk", ())
            for line in lines:
                fact = facts_of(dossier).facts.get(line.fact_path) if line.fact_path else None
                value = fact.value if fact else None
                text = value.text if isinstance(value, TextValue) else ""
                yield path.stem, text if line.fact_path else line.text
        except PmgError:
            continue
