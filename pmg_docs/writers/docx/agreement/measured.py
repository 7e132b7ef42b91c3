"""The measures of a shell, each beside what `stijl.yaml` says: the other side of the writers.

A letter gets the measures of `stijl.yaml` whatever its shell says. So an officer who changes a
shell in Word would see nothing of it; who compares the two can say so, or take the change over.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from pmg_docs.specs.style import Style
from pmg_docs.writers.docx.agreement.geometry import page_measures
from pmg_docs.writers.docx.agreement.measure import POINT, Measure, Value
from pmg_docs.writers.docx.agreement.opened import OpenedShell, open_as_saved
from pmg_docs.writers.docx.measures import FONT, SLOTS, Slot, millimetres, role_attributes
from pmg_docs.writers.docx.styles import ACCENT, LINK, NOTE_MARK

_AUTOMATIC = {"voor": "beforeAutospacing", "na": "afterAutospacing"}
_RULE = Slot("pPr", "spacing", "lineRule")


def measure_shell(data: bytes, style: Style) -> tuple[Measure, ...]:
    """Every measure of a shell that `stijl.yaml` has a word for.

    Args:
        data: the bytes of a shell that can be used.
        style: the style that uses it.
    """
    shell = open_shell_of(data, style)
    found = (
        *_defaults(shell, style), *_roles(shell, style), *_links(shell, style),
        *page_measures(shell, style),
    )  # fmt: skip
    return tuple(replace(measure, style=style.name) for measure in found)


def open_shell_of(data: bytes, style: Style) -> OpenedShell:
    """A shell as it was saved, with the ids of styles that its style uses."""
    wanted = (*(role.word for role in style.roles.values()), NOTE_MARK, LINK)
    return open_as_saved(data, wanted)


def _defaults(shell: OpenedShell, style: Style) -> Iterator[Measure]:
    font = shell.styles.default(FONT)
    yield _font("De standaardtekst van het sjabloon", font, style)


def _roles(shell: OpenedShell, style: Style) -> Iterator[Measure]:
    for name, role in style.roles.items():
        if role.word not in shell.styles.known:
            continue
        where = f"De Word-stijl `{role.word}` (rol {name})"
        yield _font(where, _font_of(shell, role.word), style)
        attributes = role_attributes(name, style)
        for key, slot in SLOTS.items():
            read = _READ[key]
            wanted = read(attributes[slot.group, slot.tag][slot.attribute])
            raw = shell.styles.value(role.word, slot)
            told = _unmeasurable(shell, role.word, key, raw)
            found = None if told else read(raw)
            yield Measure(
                ("rollen", name, key), where, found, wanted, _UNITS.get(key, ""),
                told or raw, POINT if key in _UNITS and key != "grootte" else Decimal(0),
            )  # fmt: skip


def _links(shell: OpenedShell, style: Style) -> Iterator[Measure]:
    """The colour of links: it follows that of the style, which other roles may have too."""
    if LINK in shell.styles.known and ACCENT in style.colours:
        found = _colour(shell.styles.value(LINK, SLOTS["kleur"]))
        wanted = style.colour(ACCENT).lower()
        where = f"De Word-stijl `{LINK}`"
        yield Measure(("kleuren", ACCENT), where, found, wanted, is_source=False)


def _font(where: str, found: str, style: Style) -> Measure:
    return Measure(("lettertype", "word"), where, found, style.typeface.word)


def _font_of(shell: OpenedShell, identity: str) -> str:
    """The typeface of a style; that of letters with an accent counts, unless plain ones differ."""
    accented = shell.styles.value(identity, FONT)
    plain = shell.styles.value(identity, FONT._replace(attribute="ascii"))
    return accented if accented == plain else f"{plain} en {accented}"


def _unmeasurable(shell: OpenedShell, identity: str, key: str, raw: str) -> str:
    """How Word has a value that is no number of points, or empty."""
    if key in _AUTOMATIC:
        slot = SLOTS[key]._replace(attribute=_AUTOMATIC[key])
        return "automatisch" if shell.styles.value(identity, slot) in {"1", "true", "on"} else ""
    if key == "regel" and shell.styles.value(identity, _RULE) in {"auto", ""}:
        times = _number(raw)
        return f"{times / 240:.2f} regel".replace(".", ",") if times else "enkel"
    return ""


def _number(raw: str) -> Decimal | None:
    try:
        number = Decimal(raw)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _points(parts: int) -> Callable[[str], Value | None]:
    def read(raw: str) -> Value | None:
        number = _number(raw)
        return None if number is None else number / parts

    return read


def _to_mm(raw: str) -> Value | None:
    number = _number(raw)
    return None if number is None else millimetres(round(number))


def _colour(raw: str) -> Value | None:
    # What Word calls automatic is black on white paper.
    return "#000000" if raw == "auto" else f"#{raw.lower()}"


_READ: Mapping[str, Callable[[str], Value | None]] = {
    "grootte": _points(2),
    "regel": _points(20),
    "voor": _points(20),
    "na": _points(20),
    "inspringen": _to_mm,
    "vet": lambda raw: raw == "1",
    "cursief": lambda raw: raw == "1",
    "kleur": _colour,
}
_UNITS = {"grootte": "punten", "regel": "punten", "voor": "punten", "na": "punten",
          "inspringen": "mm"}  # fmt: skip
