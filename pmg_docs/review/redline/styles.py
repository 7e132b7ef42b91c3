"""One set of styles for two versions: those of the new one, and what only the old one has."""

import copy

from pmg_docs.review.redline.package import Package
from pmg_docs.review.redline.telling import Teller, definitions
from pmg_docs.review.redline.word import Element, names, w

_REFERENCES = names("pStyle rStyle tblStyle basedOn next link")


def share_styles(old: Package, new: Package) -> bool:
    """Give both versions the styles of `new`, in place, with those that only `old` has added.

    A style is known by its name, which Word keeps when it gives the style an id of its own
    language.

    Returns:
        Whether words of the old version look different in the styles of the new one.
    """
    mine, theirs = old.related("styles"), new.related("styles")
    if not mine or not theirs:
        giver, receiver = (new, old) if theirs else (old, new)
        giver.give(giver.document, "styles", receiver, receiver.document)
        return mine != theirs
    differ = _differ(old, new)
    before, root = old.root(mine), new.root(theirs)
    given, only_old = _ids(before, root)
    for style in only_old:
        root.append(_added(style, given))
    new.put(theirs, root)
    new.give(new.document, "styles", old, old.document)
    _rename(old, given)
    return differ


def _differ(old: Package, new: Package) -> bool:
    teller = Teller(old)
    teller.stories()
    mine = definitions(old, teller.styles)
    theirs = definitions(new, set(mine))
    return any(theirs.get(name, told) != told for name, told in mine.items())


def _ids(old: Element, new: Element) -> tuple[dict[str, str], list[Element]]:
    """The id that each style of the old version gets, and the styles that the new one lacks."""
    known = {_name(style): style.get(w("styleId"), "") for style in new.iterfind(w("style"))}
    taken, given, only_old = set(known.values()), {}, []
    for style in old.iterfind(w("style")):
        identity = style.get(w("styleId"), "")
        found = known.get(_name(style))
        if found is None:
            only_old.append(style)
            found = identity
            while found in taken:
                found += "Oud"
            taken.add(found)
        given[identity] = found
    return given, only_old


def _name(style: Element) -> tuple[str, str]:
    name = style.find(w("name"))
    kind = style.get(w("type"), "")
    return kind, "" if name is None else name.get(w("val"), "").lower()


def _added(style: Element, given: dict[str, str]) -> Element:
    made = copy.deepcopy(style)
    if w("default") in made.attrib:
        del made.attrib[w("default")]
    made.set(w("styleId"), given[style.get(w("styleId"), "")])
    _point(made, given)
    return made


def _rename(package: Package, given: dict[str, str]) -> None:
    if all(before == after for before, after in given.items()):
        return
    for part in package.stories:
        root = package.root(part)
        _point(root, given)
        package.put(part, root)


def _point(within: Element, given: dict[str, str]) -> None:
    for reference in within.iter(*_REFERENCES):
        identity = reference.get(w("val"), "")
        reference.set(w("val"), given.get(identity, identity))
