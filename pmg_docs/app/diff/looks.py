"""What changed in how documents look, without a word in them that did."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from pmg_docs.app.diff.sides import Letter, Pair
from pmg_docs.model.changes import LookChange
from pmg_docs.model.document import Block, Document, FactText, Text, walk_block
from pmg_docs.specs.look import Asset, Look
from pmg_docs.specs.style import Style

_NO_DRESS = frozenset({"where", "origins", "machine", "label", "number"})
_WORDS = frozenset({"afzender", "labels", "naam", "omschrijving", "breidt_uit", "kenmerk"})
"""Parts of a style that say something; what they change is told as words."""
_DRESS = "nadruk, koppelingen of de vorm van een tabel"


def look_changes(pairs: tuple[Pair, ...]) -> tuple[LookChange, ...]:
    """What looks otherwise, each change once with the documents that it concerns."""
    reached: dict[str, list[str]] = {}
    for pair in pairs:
        for what in _changes(pair.old, pair.new):
            reached.setdefault(what, []).append(pair.name)
    return tuple(LookChange(what, tuple(names)) for what, names in reached.items())


def _changes(old: Letter, new: Letter) -> Iterator[str]:
    if old.composed is None or new.composed is None:
        return
    before, after = old.composed, new.composed
    dressed, other = _by_words(before.document), _by_words(after.document)
    if any(words in dressed and dressed[words] != dress for words, dress in other.items()):
        yield f"{after.letter.file.name}: {_DRESS}"
    yield from _style(before.look.style, after.look.style)
    yield from _assets(before.look, after.look)


def _by_words(document: Document) -> dict[tuple[str, str], set[object]]:
    """The dress of the blocks of the text, by what kind of block it is and its words."""
    in_notes = (block for note in document.notes for block in note.blocks)
    found: dict[tuple[str, str], set[object]] = {}
    for block in (*document.body, *in_notes):
        found.setdefault((type(block).__name__, _words(block)), set()).add(_dress(block))
    return found


def _words(block: Block) -> str:
    return "".join(one.text for one in walk_block(block) if isinstance(one, Text | FactText))


def _style(old: Style, new: Style) -> Iterator[str]:
    before, after = (dict(_flat("", _given(style))) for style in (old, new))
    for key in dict.fromkeys((*after, *before)):
        one, other = before.get(key, "niet gegeven"), after.get(key, "niet gegeven")
        if one != other:
            yield f"styles/{new.name}/stijl.yaml, {key}: {one} → {other}"


def _given(style: Style) -> dict[str, object]:
    whole = style.model_dump(mode="json", by_alias=True)
    return {key: value for key, value in whole.items() if key not in _WORDS}


def _assets(old: Look, new: Look) -> Iterator[str]:
    before, after = dict(_named(old)), dict(_named(new))
    for role in dict.fromkeys((*after, *before)):
        one, other = before.get(role), after.get(role)
        if one is None or other is None or one.data != other.data:
            shown = (other or one or Asset("", b"")).name
            became = "vervallen" if other is None else "nieuw" if one is None else "gewijzigd"
            yield f"{shown} ({role}) {became}"


def _named(look: Look) -> Iterator[tuple[str, Asset]]:
    yield "Word-sjabloon", look.shell
    yield "pagina voor html en pdf", look.page
    yield "stijlblad", look.css
    yield from ((f"lettertype {name}", font) for name, font in look.fonts.items())
    if look.logo:
        yield "beeldmerk", look.logo


def _flat(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(f"{path}.{key}" if path else str(key), inner)
    else:
        yield path, str(value)


def _dress(value: object) -> object:
    """A tree without the places that its words come from, and without its numbers."""
    if isinstance(value, tuple):
        return tuple(_dress(one) for one in value)
    if is_dataclass(value):
        names = (field.name for field in fields(value) if field.name not in _NO_DRESS)
        return type(value).__name__, *(_dress(getattr(value, name)) for name in names)
    return value if not isinstance(value, Mapping) else tuple(sorted(value))
