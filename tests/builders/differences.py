"""Differences built by hand: one of everything that can be told."""

from pmg_docs.model.changes import (
    Cause,
    CauseKind,
    Change,
    ChangeKind,
    Chapter,
    Commit,
    Differences,
    LookChange,
    Spot,
    Told,
)
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.passage import Passage
from pmg_docs.model.place import Place
from pmg_docs.review.causes import whole
from pmg_docs.review.excerpt import excerpt
from pmg_docs.review.words import edits_between

HOSTILE = "B&W <script>alert(1)</script> *x* | `y` @all [a](http://kwaad) שלום"


def told(old: str, new: str, *spots: Spot, kind: ChangeKind = ChangeKind.CHANGED) -> Told:
    """A change of a passage; an empty side is not there."""
    change = Change(
        kind,
        Passage(old, section="2. Besluit", label="1.") if old else None,
        Passage(new, section="3. Kernpunten", label="2.") if new else None,
        edits_between(Passage(old), Passage(new)) if old and new else (),
    )
    edits = change.edits or ((whole(change),) if not (old and new) else ())
    return Told(change, edits, excerpt(change, edits), spots or (spot(),))


def spot(document: str = "groen/nota", standing: str = "3. Kernpunten", count: int = 1) -> Spot:
    return Spot(document, standing, Place("letters/groen/nota.md", 12), count)


def everything(hostile: str = HOSTILE, many: int = 1) -> Differences:
    """One of everything, with awkward words in it."""
    commit = Commit("0123456789", f"A. {hostile}", "2026-04-01", f"Verhoog {hostile}")
    fact = Cause(CauseKind.FACT, "bijdrage", "€ 500.000", "€ 600.000",
                 Place("letters/groen/feiten.yaml", 3), commit=commit)  # fmt: skip
    letter = Cause(CauseKind.LETTER, "letters/groen/nota.md", where=Place("letters/groen/nota.md"),
                   is_recorded=False)  # fmt: skip
    fault = Diagnostic("PMG190", f"rood/nota is niet vergeleken: {hostile}",
                       hints=(f"PMG104: {hostile}",))  # fmt: skip
    changes = (
        told("Elke gemeente krijgt € 500.000 per jaar.", "Elke gemeente krijgt € 600.000 per jaar.",
             spot(), spot("groen/persbericht", "", 2)),
        told("", f"Nieuw: {hostile}", kind=ChangeKind.ADDED),
        told(f"Oud: {hostile}", "", kind=ChangeKind.REMOVED),
        told("Deze alinea staat elders.", "Deze alinea staat elders.", kind=ChangeKind.MOVED),
        told("Stem in.", "Stem in.", kind=ChangeKind.RENUMBERED),
        told(f"Een {hostile} zin.", f"De {hostile} zin, en meer.", spot("blauw/nota")),
    )  # fmt: skip
    return Differences(
        "HEAD~1 (0123456789)",
        "de werkmap",
        chapters=(Chapter(fact, changes[:1]), Chapter(letter, changes[1:] * many)),
        looks=(LookChange(f"styles/rijk/stijl.yaml, kleuren.accent: #154273 → {hostile}",
                          ("groen/nota",)),),
        added=("groen/brief",),
        removed=("blauw/brief",),
        silent=(Cause(CauseKind.FACT, "stil", "7", "8", Place("letters/groen/feiten.yaml", 9)),),
        findings=(fault,),
        compared=4,
    )  # fmt: skip
