"""Two versions made alike in all but their words, so that only their words are compared.

A redline is a copy to read: it has no content controls, because Word fills a bound control in again
from its store and shows a placeholder in an empty one; no store of facts; no comments. It has the
look of the new version: Word cannot track a change in a style. It is there to be judged and is not
what went out: nothing protects it, and it does not say that it is final.
"""

from dataclasses import dataclass

from pmg_docs.review.redline.anchors import keep_anchors, wanted_anchors
from pmg_docs.review.redline.lists import share_lists
from pmg_docs.review.redline.notes import share_notes
from pmg_docs.review.redline.package import Package
from pmg_docs.review.redline.runs import join_runs
from pmg_docs.review.redline.styles import share_styles
from pmg_docs.review.redline.word import Element, drop, names, unwrap, w

_WRAPPERS = names("sdt sdtContent customXml smartTag")
_DROPPED = names(
    "sdtPr sdtEndPr customXmlPr smartTagPr proofErr lastRenderedPageBreak permStart permEnd "
    "commentRangeStart commentRangeEnd commentReference annotationRef"
)
_NOT_FOR_A_COPY = names(
    "rsids attachedTemplate trackRevisions documentProtection writeProtection mailMerge "
    "docVars revisionView"
)
"""Settings that belong to the file of an officer: how it is protected, and what it is tied to."""
_STATUS = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}contentStatus"
_LOOK = ("theme", "fontTable", "settings")
_PROPERTIES = ("core-properties", "extended-properties")
_OF_A_PROGRAM = ("rsid", "paraId", "textId")


@dataclass(frozen=True, slots=True)
class Pair:
    """The two versions as they are compared, and whether their look differed too."""

    old: Package
    new: Package
    looks_differ: bool


def prepare(old: Package, new: Package) -> Pair:
    """Make two versions alike in all but their words; the given ones stay as they are."""
    old, new = _plain(old), _plain(new)
    _share_anchors(old, new)
    share_lists(old, new)
    looks_differ = share_styles(old, new)
    share_notes(old, new)
    for kind in _LOOK:
        new.give(new.document, kind, old, old.document)
    for kind in _PROPERTIES:
        new.give("", kind, old, "")
    return Pair(old, new, looks_differ)


def _share_anchors(old: Package, new: Package) -> None:
    both = [(version, part) for version in (new, old) for part in version.stories]
    wanted = wanted_anchors(version.root(part) for version, part in both)
    numbers: dict[str, int] = {}
    for version, part in both:
        root = version.root(part)
        keep_anchors(root, wanted, numbers)
        version.put(part, root)


def has_comments(package: Package) -> bool:
    """Whether somebody's comments are left out of a redline of this file."""
    parts = (package.root(part) for part in package.stories)
    return any(next(root.iter(w("commentReference")), None) is not None for root in parts)


def _plain(package: Package) -> Package:
    """A copy without controls, comments and what programs note down for themselves."""
    made = package.copy()
    for part in made.stories:
        root = made.root(part)
        for element in list(root.iter(*_DROPPED)):
            drop(element)
        for element in list(root.iter(*_WRAPPERS)):
            unwrap(element)
        for element in root.iter("*"):
            _forget(element)
        join_runs(root)
        made.put(part, root)
    settings = made.related("settings")
    if settings:
        root = made.root(settings)
        for element in list(root.iter(*_NOT_FOR_A_COPY)):
            drop(element)
        made.put(settings, root)
    _forget_status(made)
    return made


def _forget_status(package: Package) -> None:
    for name in package.targets("", "core-properties"):
        root = package.root(name)
        said = list(root.iter(_STATUS))
        for element in said:
            drop(element)
        if said:
            package.put(name, root)


def _forget(element: Element) -> None:
    for name in list(element.attrib):
        if str(name).rpartition("}")[2].startswith(_OF_A_PROGRAM):
            del element.attrib[name]
