"""The fixed sections of a type: which a file has, and which it passes over.

Source: the fixed headings of the beslisnota, whose numbers are places: 4.6 stays 4.6 when 4.5 is
left out (the form that the notas published since 2022 with Kamerstukken share). So a number passed
over is nothing wrong by itself, and only worth knowing.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pmg_docs.checks.defects.manuscript import Manuscript
from pmg_docs.checks.subject import warn
from pmg_docs.dutch.lists import write_list
from pmg_docs.dutch.places import fold_name
from pmg_docs.model.diagnostic import Diagnostic
from pmg_docs.model.passage import Passage, Shape
from pmg_docs.specs.doc_type import SectionSpec

_NUMBERED = re.compile(r"(\d+(?:\.\d+)*)\.?\s+(\S.*)")
_LONGEST = 100

Found = tuple[tuple[SectionSpec, Passage], ...]


def found_sections(passages: Sequence[Passage], specs: Sequence[SectionSpec]) -> Found:
    """The sections of a type that passages have as a heading, each at its first place.

    A heading with the number of a section is that one when its title is too; without a number the
    title must be that of one section only.
    """
    titles = [fold_name(spec.title) for spec in specs]
    found: dict[str, tuple[SectionSpec, Passage]] = {}
    for passage in passages:
        if len(passage.text) > _LONGEST or passage.shape is Shape.CELL:
            continue
        label, title = _parted(passage)
        for spec, known in zip(specs, titles, strict=True):
            is_named = label == spec.label.rstrip(".") if label else titles.count(known) == 1
            if title == known and is_named:
                found.setdefault(f"{spec.label} {spec.title}", (spec, passage))
    return tuple(found.values())


def _parted(passage: Passage) -> tuple[str, str]:
    label = passage.label.rstrip(".)")
    numbered = _NUMBERED.fullmatch(passage.text)
    if not label and numbered:
        return numbered[1], fold_name(numbered[2])
    return label, fold_name(passage.text)


def lacking_sections(text: Manuscript) -> Iterator[Diagnostic]:
    """A section that a type must have, in a file that is laid out as the type is."""
    specs = text.doc_type.sections if text.doc_type else ()
    found = found_sections(text.passages, specs)
    present = {spec.title for spec, _ in found}
    required = [spec for spec in specs if spec.is_required]
    lacking = [spec for spec in required if spec.title not in present]
    if found and text.doc_type and 2 * len(lacking) < len(required):
        for spec in lacking:
            yield warn(
                "PMG387", f"Een {text.doc_type.name} heeft een onderdeel {_named(spec)}; dat staat "
                "hier niet.", text.at(found[0][1], 0, ""), "Voeg het toe, of zeg waarom het er "
                "niet is.",
            )  # fmt: skip


def passed_over(text: Manuscript) -> Iterator[Diagnostic]:
    """The numbers that are passed over between two sections, and sections without their heading."""
    specs = text.doc_type.sections if text.doc_type else ()
    order = {id(spec): number for number, spec in enumerate(specs)}
    found = [
        (spec, passage) for spec, passage in found_sections(text.passages, specs) if spec.label
    ]
    for (before, _), (spec, passage) in pairwise(found):
        between = specs[order[id(before)] + 1 : order[id(spec)]]
        skipped = [s for s in between if s.label and _parent(s) == _parent(spec) == _parent(before)]
        if skipped and spec.depth > 1:
            yield warn(
                "PMG383", f"Ter informatie: na {before.label} komt hier {spec.label}, zonder "
                f"{write_list([_named(s) for s in skipped])}.",
                text.at(passage, 0, passage.text), "Een nummer is een vaste plaats: nummer niet "
                "opnieuw. Was er wel iets te zeggen, voeg het dan toe.",
            )  # fmt: skip
    yield from _headless(text, specs, found)


def _headless(
    text: Manuscript, specs: Sequence[SectionSpec], found: Sequence[tuple[SectionSpec, Passage]]
) -> Iterator[Diagnostic]:
    present = {spec.label.rstrip(".") for spec, _ in found}
    for spec in specs:
        own = spec.label.rstrip(".")
        parts = [(s, p) for s, p in found if _parent(s) == own]
        if own and own not in present and parts:
            yield warn(
                "PMG384", f"Ter informatie: {parts[0][0].label} staat hier zonder de kop "
                f"{_named(spec)} erboven.", text.at(parts[0][1], 0, ""),
                "Deze kop mag ontbreken; met de kop erbij is het stuk beter te overzien.",
            )  # fmt: skip


def _parent(spec: SectionSpec) -> str:
    return spec.label.rstrip(".").rpartition(".")[0]


def _named(spec: SectionSpec) -> str:
    return f"{spec.label} {spec.title}".strip()
